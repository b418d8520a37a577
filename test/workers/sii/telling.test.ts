import { beforeAll, beforeEach, expect, test } from "vitest";
import { disconnect, lastRun, newsOf, sync } from "#src/sii/index.ts";
import { findJob, type Job } from "#src/sii/session/store.ts";
import { asks, entriesOf, inside, live, newBusiness, openWorld, taxOffice, type Business } from "./business.ts";
import { pageId } from "#src/sii/sync/plan.ts";
import { document, feed, MONTH, pagesOf, type Asked } from "./pages.ts";
import { SHOP } from "./shop.ts";
import { world } from "./world.ts";

// A sync that has read and booked everything, and whose business cannot be told yet.

beforeAll(openWorld);
beforeEach(async () => {
  await taxOffice.reset();
  await taxOffice.add(...SHOP);
});

/** A sync that comes as far as this, and the first try to tell it. */
async function untold(): Promise<Business> {
  const business = await newBusiness();
  await asks(business);
  let tries = 0;
  world.breach = (port) => {
    if (port !== "report") return;
    tries++;
    throw new Error("away");
  };
  await live(business, () => tries === 0);
  expect(await jobOf(business)).toMatchObject({ phase: "telling", faults: 1 });
  return business;
}

async function jobOf({ stub, writer }: Business): Promise<Job | null> {
  return inside(stub, async ({ desk }) => findJob(desk.sql, writer.tenant.id));
}

test("its session at the SII is closed, however long it takes to tell it", async () => {
  await untold();
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test.each([
  ["asked", 1],
  ["schedule", 0],
] as const)("that the SII is away is told of a sync that was %s: %i", async (cause, count) => {
  const business = await newBusiness();
  await taxOffice.faults({ kind: "maintenance" });
  await sync(business.writer, { cause, request: "one" }, business.connecting);
  await inside(business.stub, async (object) => object.alarm());
  expect(world.delays).toHaveLength(count);
  expect(world.delays.every((each) => each.endsWith(" maintenance"))).toBe(true);
  await taxOffice.faults();
  await live(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
});

test("what is asked for meanwhile begins as soon as it is told, once, and finds what came since", async () => {
  const business = await untold();
  await taxOffice.add({ ...SHOP[8], side: "venta", folio: 504, net: 33_000, issued_on: "2031-06-16" });
  const [second, third] = [await asks(business), await asks(business)];
  expect([second.outcome, third.outcome]).toEqual(["started", "running"]);
  expect("run" in second && "run" in third && second.run.id === third.run.id).toBe(true);
  world.breach = null;
  await live(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done", id: "run" in second ? second.run.id : "" });
  expect(await entriesOf(business.writer)).toHaveLength(10);
  expect(world.reports).toHaveLength(2);
});

test("of whoever disconnects meanwhile nothing begins", async () => {
  const business = await untold();
  await asks(business);
  await disconnect(business.writer, business.connecting);
  expect(await jobOf(business)).toBeNull();
  expect(await lastRun(business.writer)).toMatchObject({ state: "failed", reason: "disconnected" });
});

test("of a first sync with more documents than anybody reads all are counted, and few are carried", async () => {
  const business = await newBusiness();
  const many = Array.from({ length: 75 }, (_, nth) => document({ folio: String(nth + 1), net: 1_000 }));
  await feed(business, { pages: pagesOf(many) });
  const run = await lastRun(business.writer);
  const news = await newsOf(business.writer, run?.id ?? "", world.at);
  expect(news?.booked).toHaveLength(60);
  expect(news?.rest).toEqual([{ list: "booked", side: "compra", count: 15, total: 15 * 1_190 }]);
});

/** What a month's register only adds up, beside the documents of its sales. */
function withSums(pages: readonly Asked[], month: string, sums: readonly { type: number; total: number }[]): Asked[] {
  const own = pageId({ month, side: "venta", state: "registro", kind: "summary" });
  return pages.map(({ page, answer }) => {
    if (page !== own || !("lines" in answer)) return { page, answer };
    const none = { count: 1, exempt: 0, net: 0, tax: 0, unrecoverable: 0, commonUseTax: 0, isDetailed: false };
    return { page, answer: { lines: [...answer.lines, ...sums.map((each) => ({ ...none, ...each }))] } };
  });
}

test("boletas and vouchers are told by the sum of each month that was asked for", async () => {
  const business = await newBusiness();
  const may = withSums(pagesOf([document()]), "2031-05", [{ type: 39, total: 700_000 }]);
  const sums = [
    { type: 39, total: 800_000 },
    { type: 48, total: 90_000 },
    { type: 61, total: 10_000 },
  ];
  await feed(business, { pages: withSums(may, MONTH, sums) });
  const run = await lastRun(business.writer);
  const news = await newsOf(business.writer, run?.id ?? "", world.at);
  expect(news?.summed).toEqual([
    { side: "venta", month: "2031-05", total: 700_000 },
    { side: "venta", month: MONTH, total: 880_000 },
  ]);
  expect(await entriesOf(business.writer)).toHaveLength(1);
});
