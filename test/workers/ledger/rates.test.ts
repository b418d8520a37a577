import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeAll, beforeEach, expect, it, test } from "vitest";
import { DAY_MS, err, HOUR_MS, ok } from "#src/kernel/index.ts";
import { equivalent, valueOn, type Away, type RatePorts } from "#src/rates/index.ts";
import * as tables from "#src/rates/tables.ts";
import type { Archive } from "#src/tenants/index.ts";
import { tablePage, type Table } from "../../simulators/sii/table-page.ts";
import { bindings, openArchive, refusal } from "./books.ts";

// Wednesday, noon in Santiago.
const NOON = Date.parse("2026-11-18T15:00:00Z");

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
beforeEach(async () => {
  await bindings.DIRECTORY.batch([
    bindings.DIRECTORY.prepare("DELETE FROM rates"),
    bindings.DIRECTORY.prepare("DELETE FROM rate_pages"),
  ]);
});

type Sky = { now: number; asked: string[]; away: Away["reason"] | null; revised: boolean; today: string | null };

/** The simulator's pages behind the port, and what was asked of it. */
function under(over: Partial<Sky> = {}): Sky & { ports: RatePorts } {
  const sky: Sky = { now: NOON, asked: [], away: null, revised: false, today: null, ...over };
  const fetchPage: RatePorts["fetchPage"] = async (path) => {
    sky.asked.push(path);
    const [, table, year] = /\/(uf|dolar)(\d{4})\.htm$/.exec(path) ?? [];
    if (sky.away !== null) return err({ reason: sky.away });
    const today = sky.today ?? new Date(sky.now - 3 * HOUR_MS).toISOString().slice(0, 10);
    if (Number(year) > Number(today.slice(0, 4))) return err({ reason: "not_found" });
    const page = tablePage({ table: table as Table, year: Number(year), today, revised: sky.revised });
    return ok(new TextEncoder().encode(page));
  };
  return Object.assign(sky, { ports: { clock: { now: () => sky.now }, archive: async () => archive, fetchPage } });
}

const uf = (date: string, country = "CL") => ({ currency: "UF", date, country });
const dollar = (date: string) => ({ currency: "USD", date, country: "CL" });
const countOf = (table: string) => bindings.DIRECTORY.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");

test("3,5 UF are worth what the table of the day says, and the year is asked for once", async () => {
  const sky = under();
  const asked = { amount_minor: 35_000, currency: "UF", date: "2026-11-18", country: "CL" };
  expect(await equivalent(sky.ports, asked)).toEqual({ amount_minor: 144_331, currency: "CLP", on: "2026-11-18" });
  expect(await equivalent(sky.ports, asked)).toEqual({ amount_minor: 144_331, currency: "CLP", on: "2026-11-18" });
  expect(await valueOn(sky.ports, uf("2026-02-03"))).toMatchObject({ on: "2026-02-03" });
  expect(sky.asked).toEqual(["/valores_y_fechas/uf/uf2026.htm"]);
  expect(await countOf("rates")).toBe(343);
});

test("a UF that is fixed already has its value before its day", async () => {
  expect(await valueOn(under().ports, uf("2026-12-09"))).toMatchObject({ on: "2026-12-09" });
});

test.each([
  ["a Saturday", "2026-11-14", "2026-11-13"],
  ["a Sunday", "2026-11-15", "2026-11-13"],
  ["the holidays of September, which fell on a Friday and a Saturday", "2026-09-20", "2026-09-17"],
  ["a weekday on which banks were closed", "2026-12-08", "2026-12-07"],
  ["New Year's Day", "2026-01-01", "2025-12-30"],
  ["the Saturday after it", "2022-01-01", "2021-12-30"],
])("the dollar of %s is the one of the last banking day before", async (_, date, on) => {
  const sky = under({ now: Date.parse("2026-12-10T15:00:00Z") });
  expect(await valueOn(sky.ports, dollar(date))).toMatchObject({ currency: "USD", quote: "CLP", on });
});

test("a weekend asks for no page once its Friday is known", async () => {
  const sky = under();
  await valueOn(sky.ports, dollar("2026-11-13"));
  sky.now += 5 * DAY_MS;
  sky.away = "timeout";
  expect(await valueOn(sky.ports, dollar("2026-11-15"))).toMatchObject({ on: "2026-11-13" });
  expect(sky.asked).toHaveLength(1);
});

test("the last value that is known is not taken for the last there is", async () => {
  const sky = under();
  await valueOn(sky.ports, dollar("2026-11-18"));
  sky.now += DAY_MS;
  sky.away = "unreachable";
  expect(await valueOn(sky.ports, dollar("2026-11-19"))).toBeNull();
  sky.now += HOUR_MS;
  sky.away = null;
  expect(await valueOn(sky.ports, dollar("2026-11-19"))).toMatchObject({ on: "2026-11-19" });
});

test("before today's dollar is on the page, the one of the day before is in force", async () => {
  const sky = under({ today: "2026-11-17" });
  expect(await valueOn(sky.ports, dollar("2026-11-18"))).toMatchObject({ on: "2026-11-17" });
  sky.today = null;
  sky.now += HOUR_MS;
  expect(await valueOn(sky.ports, dollar("2026-11-18"))).toMatchObject({ on: "2026-11-18" });
});

test("tomorrow has no dollar yet", async () => {
  expect(await valueOn(under().ports, dollar("2026-11-19"))).toBeNull();
});

test.each(["not_found", "status", "timeout", "redirected"] as const)(
  "a page that is away (%s) gives null, and is asked for again after an hour",
  async (away) => {
    const sky = under({ away });
    expect(await valueOn(sky.ports, uf("2026-11-18"))).toBeNull();
    sky.away = null;
    sky.now += HOUR_MS - 1;
    expect(await valueOn(sky.ports, uf("2026-11-18"))).toBeNull();
    expect(sky.asked).toHaveLength(1);
    sky.now += 1;
    expect(await valueOn(sky.ports, uf("2026-11-18"))).not.toBeNull();
  },
);

test("of twenty conversations that want the same page at once, one asks for it", async () => {
  const sky = under();
  await Promise.all(Array.from({ length: 20 }, () => valueOn(sky.ports, uf("2026-11-18"))));
  expect(sky.asked).toHaveLength(1);
  expect(await valueOn(sky.ports, uf("2026-11-18"))).not.toBeNull();
});

test("nothing of a page that is not believed is stored", async () => {
  const sky = under({ today: "2027-03-01" });
  expect(await valueOn(sky.ports, uf("2026-11-18"))).toBeNull();
  expect(await countOf("rates")).toBe(0);
});

test("the value of a day that has passed stays what it was, and new days of that page are taken", async () => {
  const sky = under();
  const before = await valueOn(sky.ports, dollar("2026-11-17"));
  sky.now += DAY_MS;
  sky.revised = true;
  expect(await valueOn(sky.ports, dollar("2026-11-19"))).toMatchObject({ on: "2026-11-19" });
  expect(sky.asked).toHaveLength(2);
  expect(await valueOn(sky.ports, dollar("2026-11-17"))).toEqual(before);
});

test("a page read again changes no row", async () => {
  const sky = under();
  await valueOn(sky.ports, dollar("2026-11-18"));
  const stamps = async () =>
    (await bindings.DIRECTORY.prepare("SELECT on_date, fetched_at FROM rates ORDER BY on_date").all()).results;
  const before = await stamps();
  sky.now += 2 * HOUR_MS;
  await valueOn(sky.ports, dollar("2026-11-19"));
  expect(sky.asked).toHaveLength(2);
  expect(await stamps()).toEqual(before);
});

test("other countries, other currencies and years without a page have no value, and nobody is asked", async () => {
  const sky = under();
  const none = [
    uf("2026-11-18", "PE"),
    { ...dollar("2026-11-18"), currency: "EUR" },
    uf("2012-12-31"),
    uf("2027-03-01"),
  ];
  for (const asked of [...none, { ...uf("2026-11-18"), currency: "CLP" }])
    expect(await valueOn(sky.ports, asked)).toBeNull();
  expect(sky.asked).toEqual([]);
});

test("an answer does not fail for want of the storage", async () => {
  const ports = { ...under().ports, archive: () => Promise.reject(new Error("D1 is away")) };
  expect(await equivalent(ports, { ...uf("2026-11-18"), amount_minor: 1 })).toBeNull();
});

it("keeps the tables as the migration makes them", async () => {
  for (const table of Object.values(tables) as SQLiteTable[]) {
    const { name, columns } = getTableConfig(table);
    const { results } = await bindings.DIRECTORY.prepare(`PRAGMA table_info(${name})`).all();
    expect(results.map((column) => [column["name"], String(column["type"]).toLowerCase(), column["notnull"]])).toEqual(
      columns.map((column) => [column.name, column.getSQLType(), Number(column.notNull)]),
    );
  }
});

test.each([
  ["a day that is none", "'UF','CLP','2026-02-30',1,'s','2026-11-18'", /CHECK/],
  ["a value of nothing", "'UF','CLP','2026-02-28',0,'s','2026-11-18'", /CHECK/],
  ["a value that is no integer", "'UF','CLP','2026-02-28',1.5,'s','2026-11-18'", /INTEGER|datatype/],
  ["a currency in itself", "'CLP','CLP','2026-02-28',1,'s','2026-11-18'", /CHECK/],
])("the database refuses %s", async (_, values, why) => {
  expect(await refusal(bindings.DIRECTORY.prepare(`INSERT INTO rates VALUES (${values})`))).toMatch(why);
});

test("the database itself changes no value of a day that has passed", async () => {
  await valueOn(under().ports, uf("2026-11-18"));
  const change = (on: string) =>
    refusal(
      bindings.DIRECTORY.prepare(
        `UPDATE rates SET value = value + 1, fetched_at = '2026-11-18T15:00:00.000Z' WHERE on_date = '${on}'`,
      ),
    );
  expect(await change("2026-11-16")).toMatch(/never changed/);
  expect(await change("2026-11-18")).toBeNull();
});
