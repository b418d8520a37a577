import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR_MS } from "#src/kernel/index.ts";
import {
  agentsKey,
  asks,
  booksOf,
  isThorough,
  KEY,
  live,
  openWorld,
  passes,
  synced,
  taxOffice,
  type Books,
  type FaultAsked,
} from "./business.ts";
import { newShop } from "./shop.ts";
import { world } from "./world.ts";

// Every fault of the SII at every place of a sync, once and for good: nothing wrong is booked, no error is an empty month,
// no clave is tried again that was refused, and what comes after the fault has the same books as without it.

/** Pages of the shop's sync, by how many of their kind come before. */
const PLACES = {
  "first page": { on: "summary", skip: 0 },
  "middle page": { on: "detail", skip: 4 },
  "last page": { on: "detail", skip: 10 },
  "login page": { on: "page", skip: 0 },
  login: { on: "login", skip: 0 },
  "page of the RCV": { on: "page", skip: 1 },
  logout: { on: "logout", skip: 0 },
  // The two of a certificate.
  seed: { on: "seed", skip: 0 },
  token: { on: "token", skip: 0 },
} as const;

const ANYWHERE = [
  "latency",
  "slow",
  "hang",
  "reset",
  "eproto",
  "resteasy",
  "error_500",
  "http_503",
  "http_429",
  "maintenance",
  "rejected",
  "queue",
  "rate_limit",
];
const OF_PAGES = ["session_over", "code 2", "code 77", "code 98", "code 99", "null_data"];
const KINDS: Readonly<Record<keyof typeof PLACES, readonly string[]>> = {
  "first page": [...ANYWHERE, ...OF_PAGES],
  "middle page": [...ANYWHERE, ...OF_PAGES, "captcha"],
  "last page": [...ANYWHERE, ...OF_PAGES, "captcha"],
  "login page": ANYWHERE,
  login: [...ANYWHERE, "sessions_full", "wrong_key", "locked"],
  "page of the RCV": ANYWHERE,
  logout: ANYWHERE,
  seed: ANYWHERE,
  token: ANYWHERE,
};

/** Kinds after which somebody has to give another key; nothing is asked until then. */
const REFUSALS = new Set(["wrong_key", "locked"]);

type Case = { kind: string; place: keyof typeof PLACES; lasts: "once" | "for good" };

const ALL: readonly Case[] = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((place) =>
  KINDS[place].flatMap((kind): Case[] => [
    { kind, place, lasts: "once" },
    { kind, place, lasts: "for good" },
  ]),
);
/** In short each kind once, at places so far apart that each place comes up. */
const PLACES_APART = 7;
const CASES = isThorough
  ? ALL
  : [...Map.groupBy(ALL, ({ kind }) => kind).values()].map((of, nth) => of[(nth * PLACES_APART) % of.length]);

/** Kinds that are waited for, and leave no mark in the SII's log. */
const SLOW = new Set(["latency", "slow"]);

const tally = {
  cases: 0,
  requests_struck: 0,
  wrong_entries: 0,
  half_read: 0,
  logins_after_refusal: 0,
  logins_max: 0,
  sessions_open_max: 0,
  other_books_after: 0,
};
let clean: Books;

beforeAll(async () => {
  await openWorld();
  const business = await newShop();
  await synced(business);
  clean = await booksOf(business.writer);
});
afterAll(() => console.log("fault matrix", JSON.stringify(tally)));

test("a shop's three months: what counts is booked, what waits, was claimed or left out is kept", () => {
  expect(clean.entries).toHaveLength(9);
  expect(clean.documents).toHaveLength(12);
});

test.each(CASES.filter((one) => one !== undefined))("$kind at the $place, $lasts", async ({ kind, place, lasts }) => {
  const isCertificate = place === "seed" || place === "token";
  const business = await newShop({ credential: isCertificate ? await agentsKey() : KEY });
  const [name = "", code] = kind.split(" ");
  const fault: FaultAsked = { kind: name, ...PLACES[place], next: lasts === "once" ? 1 : null };
  // A slow SII is waited for, one that hangs is given up.
  if (SLOW.has(name)) fault.ms = 20;
  if (name === "hang") world.patience_ms = 100;
  await taxOffice.faults({ ...fault, ...(code !== undefined && { code: Number(code) }) });
  await synced(business);
  const during = await booksOf(business.writer);
  const first = await taxOffice.seen();

  world.patience_ms = 0;
  await taxOffice.faults();
  // The next look, when the SII has had its time.
  await passes(6 * HOUR_MS);
  world.closed.clear();
  const asked = await asks(business);
  await live(business);
  const { calls, sessions } = await taxOffice.seen();
  const refused = calls.findIndex((call) => call.fault !== null && REFUSALS.has(call.fault));
  const isRefused = refused !== -1;
  const found = {
    struck: first.calls.filter((call) => call.fault !== null).length + Number(SLOW.has(name)),
    wrong: during.entries.filter((entry) => !clean.entries.includes(entry)),
    // All that the SII lists is booked, or nothing is.
    isHalf: during.entries.length > 0 && during.entries.length < clean.entries.length,
    logins: first.calls.filter(isLogin).length,
    tried_again: isRefused ? calls.slice(refused + 1).filter(isLogin).length : 0,
    open: Math.max(first.sessions.length, sessions.length),
    books: await booksOf(business.writer),
  };
  tally.cases++;
  tally.requests_struck += found.struck;
  tally.wrong_entries += found.wrong.length;
  tally.half_read += Number(found.isHalf);
  tally.logins_after_refusal += found.tried_again;
  tally.logins_max = Math.max(tally.logins_max, found.logins);
  tally.sessions_open_max = Math.max(tally.sessions_open_max, found.open);
  const expected = isRefused ? { entries: [], documents: [] } : clean;
  tally.other_books_after += Number(JSON.stringify(found.books) !== JSON.stringify(expected));
  expect(found.struck).toBeGreaterThan(0);
  expect(found).toMatchObject({ wrong: [], isHalf: false, tried_again: 0, books: expected });
  expect(asked.outcome).toBe(isRefused ? "stopped" : "started");
  // One of the ten, where no logout is ever answered; or that of a certificate, which is none of them.
  expect(found.open).toBeLessThanOrEqual(1);
});

const isLogin = ({ method }: { method: string }): boolean => method === "CAutInicio";
