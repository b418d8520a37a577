import { beforeAll, beforeEach, expect, test } from "vitest";
import { DAY_MS, err, HOUR_MS, ok } from "#src/kernel/index.ts";
import { utmsOf, type Away, type RatePorts } from "#src/rates/index.ts";
import type { Archive } from "#src/tenants/index.ts";
import { utmPage } from "../../simulators/sii/utm-page.ts";
import { bindings, openArchive } from "./books.ts";

// Wednesday, noon in Santiago. The simulated UTM of November 2026 is 71.540, and each month 190 more.
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

type Sky = { now: number; asked: string[]; away: Away["reason"] | null };

/** The simulator's page behind the port, and what was asked of it. */
function under(): Sky & { ports: RatePorts } {
  const sky: Sky = { now: NOON, asked: [], away: null };
  const fetchPage: RatePorts["fetchPage"] = async (path) => {
    sky.asked.push(path);
    if (sky.away !== null) return err({ reason: sky.away });
    const year = Number(/(\d{4})\.htm$/.exec(path)?.[1]);
    const today = new Date(sky.now - 3 * HOUR_MS).toISOString().slice(0, 10);
    return ok(new TextEncoder().encode(utmPage({ year, today })));
  };
  return Object.assign(sky, { ports: { clock: { now: () => sky.now }, archive: async () => archive, fetchPage } });
}

test("a UTM is read from the page of its year once, and kept", async () => {
  const sky = under();
  expect(await utmsOf(sky.ports, ["2026-10", "2026-11"])).toEqual(
    new Map([
      ["2026-10", 71_350],
      ["2026-11", 71_540],
    ]),
  );
  expect(await utmsOf(sky.ports, ["2026-02", "2025-12"])).toEqual(
    new Map([
      ["2026-02", 69_830],
      ["2025-12", 69_450],
    ]),
  );
  expect(sky.asked).toEqual(["/valores_y_fechas/utm/utm2026.htm", "/valores_y_fechas/utm/utm2025.htm"]);
});

test("one that is not published is none, and is asked for again after an hour", async () => {
  const sky = under();
  for (let times = 0; times < 3; times++) expect(await utmsOf(sky.ports, ["2026-12"])).toEqual(new Map());
  expect(sky.asked).toHaveLength(1);
  sky.now += 14 * DAY_MS;
  expect(await utmsOf(sky.ports, ["2026-12"])).toEqual(new Map([["2026-12", 71_730]]));
  expect(sky.asked).toHaveLength(2);
});

test("of a month that nobody can have published no page is asked", async () => {
  const sky = under();
  expect(await utmsOf(sky.ports, ["2027-03"])).toEqual(new Map());
  expect(sky.asked).toEqual([]);
});

test("while the page is away what is kept stays known", async () => {
  const sky = under();
  await utmsOf(sky.ports, ["2026-11"]);
  sky.away = "timeout";
  sky.now += 20 * DAY_MS;
  expect(await utmsOf(sky.ports, ["2026-11", "2026-12"])).toEqual(new Map([["2026-11", 71_540]]));
});
