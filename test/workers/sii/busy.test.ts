import { beforeAll, expect, test } from "vitest";
import { lastRun } from "#src/sii/index.ts";
import { findJob } from "#src/sii/session/store.ts";
import { asks, entriesOf, inside, isThorough, live, newBusiness, openWorld, taxOffice } from "./business.ts";
import { calm, world } from "./world.ts";

// A month that is too long for a page.

/** Just too long, or what a busy shop sells in a month. */
const SALES = isThorough ? 5_000 : 391;
/** So many of one request are made at once. */
const ADDED_AT_ONCE = 1_000;

beforeAll(openWorld);

async function sells(count: number): Promise<void> {
  const sales = Array.from({ length: count }, (_, nth) => ({
    side: "venta" as const,
    counterparty: { rut: "77190356-7", name: "Hotel Bellavista SpA" },
    folio: 10_000 + nth,
    net: 1_000 + nth,
    issued_on: "2031-05-12",
  }));
  for (let i = 0; i < count; i += ADDED_AT_ONCE) await taxOffice.add(...sales.slice(i, i + ADDED_AT_ONCE));
}

test("a long list is ordered as a file, fetched once by an object that was begun anew, and booked whole", async () => {
  await taxOffice.reset();
  await sells(SALES);
  const business = await newBusiness();
  await asks(business);
  const orders = "SELECT 1 FROM meta WHERE key LIKE 'export:%'";
  await live(business, ({ desk }) => desk.sql.exec(orders).toArray().length === 0);
  const isReading = inside(business.stub, async ({ desk }) => findJob(desk.sql, business.writer.tenant.id)?.phase);
  expect(await isReading).toBe("reading");
  calm();
  const begun = performance.now();
  const { turns } = await live(business);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  console.log("a busy month", JSON.stringify({ documents: SALES, turns, calls: world.calls, seconds }));
  const { calls } = await taxOffice.seen();
  expect(calls.filter(({ method }) => method === "obtenerArchivoBLOB")).toHaveLength(1);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect(await entriesOf(business.writer)).toHaveLength(SALES);
});
