import { afterAll, beforeAll, expect, test } from "vitest";
import { lastRun } from "#src/sii/index.ts";
import type { Books, Business } from "./business.ts";
import { asks, booksOf, inside, isThorough, live, newBusiness, openWorld, synced, taxOffice } from "./business.ts";
import { document, imported, isEmpty, livesAsFile } from "./pages.ts";
import { newShop } from "./shop.ts";
import { calm, world } from "./world.ts";

// The power goes before and after every call that a sync makes: of the SII, of the databases, of the gate, of whoever
// tells it. What was stored goes on, and comes to the same books.

/** In short so many of the calls, spread over the whole sync. */
const CALLS_LOOKED_AT = 9;
const MOMENTS = ["before", "after"] as const;

const tally = {
  calls: 0,
  kills: 0,
  deaths: 0,
  other_books: 0,
  told_otherwise: 0,
  logins_max: 0,
  left_behind: 0,
  sessions_open_max: 0,
};
let clean: Books;

beforeAll(async () => {
  await openWorld();
  const business = await newShop();
  calm();
  await synced(business);
  tally.calls = world.calls;
  clean = await booksOf(business.writer);
});
afterAll(() => console.log("kills", JSON.stringify(tally)));

test("whatever call it is killed at, a sync comes to the same books, is told, and leaves nothing behind", async () => {
  const every = isThorough ? 1 : Math.ceil(tally.calls / CALLS_LOOKED_AT);
  for (let at = 1; at <= tally.calls; at += every) for (const moment of MOMENTS) await killedAt(at, moment);
  expect(tally).toMatchObject({ other_books: 0, told_otherwise: 0, left_behind: 0 });
  expect(tally.deaths).toBe(tally.kills);
  // The session of a login whose end nobody heard, and the next one.
  expect(tally.logins_max).toBeLessThanOrEqual(2);
  expect(tally.sessions_open_max).toBeLessThanOrEqual(1);
});

const FILE = Array.from({ length: 45 }, (_, nth) => document({ folio: String(2_000 + nth), period: null }));

test("whatever call it is killed at, a file comes to the same books, is told once, and leaves nothing behind", async () => {
  await taxOffice.reset();
  const whole = await newBusiness({ credential: null });
  await imported(whole, FILE);
  await livesAsFile(whole);
  const { calls } = world;
  const books = await booksOf(whole.writer);
  expect(books.entries).toHaveLength(FILE.length);
  expect(calls).toBeGreaterThan(10);
  const every = isThorough ? 1 : Math.ceil(calls / CALLS_LOOKED_AT);
  for (let at = 1; at <= calls; at += every) {
    for (const moment of MOMENTS) expect(await fileKilledAt({ at, moment })).toEqual({ deaths: 1, books });
  }
});

async function fileKilledAt(kill: NonNullable<typeof world.kill>): Promise<{ deaths: number; books: Books }> {
  await taxOffice.reset();
  const business: Business = await newBusiness({ credential: null });
  await imported(business, FILE);
  world.kill = kill;
  const { deaths } = await livesAsFile(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect(new Set(world.reports).size).toBe(1);
  expect(await isEmpty(business)).toBe(true);
  return { deaths, books: await booksOf(business.writer) };
}

async function killedAt(at: number, moment: (typeof MOMENTS)[number]): Promise<void> {
  const business = await newShop();
  calm();
  world.kill = { at, moment };
  await asks(business);
  const { deaths } = await live(business);
  const run = await lastRun(business.writer);
  const books = await booksOf(business.writer);
  const { calls } = await taxOffice.seen();
  tally.kills++;
  tally.deaths += deaths;
  tally.other_books += Number(JSON.stringify(books) !== JSON.stringify(clean));
  tally.told_otherwise += Number(run?.state !== "done" || new Set(world.reports).size !== 1);
  tally.logins_max = Math.max(tally.logins_max, calls.filter(({ method }) => method === "CAutInicio").length);
  tally.left_behind += await inside(business.stub, async ({ desk }) => {
    const rows = ["jobs", "pages"].flatMap((table) => desk.sql.exec(`SELECT * FROM ${table}`).toArray());
    const sessions = "SELECT 1 FROM meta WHERE key = 'session' OR key LIKE 'left:%'";
    return rows.length + desk.sql.exec(sessions).toArray().length;
  });
  // Of a login whose answer nobody heard there is no session that we could close.
  tally.sessions_open_max = Math.max(tally.sessions_open_max, (await taxOffice.seen()).sessions.length);
}
