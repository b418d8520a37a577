import fc from "fast-check";
import { expect, test } from "vitest";
import { dueAfter, nextDue, SYNC_EVERY_MS, SYNC_SPREAD_MS, tickAt, type Kind } from "#reminders";
import { dateIn, HOUR_MS, MINUTE_MS } from "#src/kernel/index.ts";
import { hourIn } from "#src/reminders/local-time.ts";
import { fractionOf } from "#src/reminders/spread.ts";

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();

/** Falls a bit behind the first quarter of every spread. */
const ROSA = "01JCZX9E40ROSA000000000024";
const place = fractionOf(`place|${ROSA}`);

const rosa = (last_tick: string | null = null, time_zone = "America/Santiago") => ({
  tenant_id: ROSA,
  time_zone,
  last_tick,
  spread_ms: SYNC_SPREAD_MS,
});

const OWN_MS = Math.floor(place * SYNC_SPREAD_MS);
const MORNING_MS = Math.floor(place * HOUR_MS);

test("a look at the tax service falls at the same place of every six hours", () => {
  expect(place).toBeGreaterThan(0.2);
  expect(place).toBeLessThan(0.4);
  for (const [now, window] of [
    ["2026-11-18T00:00:00Z", "2026-11-18T00"],
    ["2026-11-18T06:00:00Z", "2026-11-18T06"],
    ["2026-11-18T18:00:00Z", "2026-11-18T18"],
  ] as const) {
    expect(nextDue("sync", rosa(), at(now))).toEqual({ tick: window, due_at: at(now) + OWN_MS });
  }
});

test.each<[fact: string, now: string, last: string | null, tick: string, due_at: number]>([
  ["before its place", "2026-11-18T12:10:00Z", "2026-11-18T06", "2026-11-18T12", at("2026-11-18T12:00Z") + OWN_MS],
  ["begun already", "2026-11-18T12:10:00Z", "2026-11-18T12", "2026-11-18T18", at("2026-11-18T18:00Z") + OWN_MS],
  [
    "its place missed, the rest of the window is enough for all",
    "2026-11-18T15:00:00Z",
    "2026-11-18T06",
    "2026-11-18T12",
    at("2026-11-18T15:00Z") + Math.floor(place * 3 * HOUR_MS),
  ],
  ["missed, and too late", "2026-11-18T17:00:00Z", "2026-11-18T06", "2026-11-18T18", at("2026-11-18T18:00Z") + OWN_MS],
  [
    "five missed are one",
    "2026-11-19T20:00:00Z",
    "2026-11-18T06",
    "2026-11-19T18",
    at("2026-11-19T20:00Z") + Math.floor(place * 4 * HOUR_MS),
  ],
  [
    "begun by a clock that ran a day ahead",
    "2026-11-18T12:10:00Z",
    "2026-11-19T12",
    "2026-11-18T18",
    at("2026-11-18T18:00Z") + OWN_MS,
  ],
])("a look: %s", (...[, now, last, tick, due_at]) => {
  expect(nextDue("sync", rosa(last), at(now))).toEqual({ tick, due_at });
});

test.each<[fact: string, kind: Kind, now: string, last: string | null, tick: string, due: string]>([
  ["on the first, at nine of summer", "validate", "2026-12-01T03:30:00Z", "2026-10", "2026-11", "2026-12-01T12:00Z"],
  ["on the first, at nine of winter", "validate", "2026-07-01T04:30:00Z", "2026-05", "2026-06", "2026-07-01T13:00Z"],
  ["the month still runs in Santiago", "validate", "2026-12-01T02:30:00Z", "2026-10", "2026-11", "2026-12-01T12:00Z"],
  ["missed for ten days", "validate", "2026-12-11T15:00:00Z", "2026-08", "2026-11", "2026-12-11T15:00Z"],
  ["done", "validate", "2026-12-11T15:00:00Z", "2026-11", "2026-12", "2027-01-01T12:00Z"],
  ["missed, and the last night", "validate", "2027-01-01T02:00:00Z", "2026-10", "2026-12", "2027-01-01T12:00Z"],
  ["in the morning", "remind", "2026-11-18T08:00:00Z", "2026-11-17", "2026-11-18", "2026-11-18T12:00Z"],
  ["missed in the morning", "remind", "2026-11-18T20:00:00Z", "2026-11-16", "2026-11-18", "2026-11-18T20:00Z"],
  ["not in the evening", "remind", "2026-11-18T22:30:00Z", "2026-11-16", "2026-11-19", "2026-11-19T12:00Z"],
  ["the clocks go back that night", "remind", "2026-04-05T02:00:00Z", "2026-04-04", "2026-04-05", "2026-04-05T13:00Z"],
  ["the clocks go on that night", "remind", "2026-09-06T02:00:00Z", "2026-09-05", "2026-09-06", "2026-09-06T12:00Z"],
])("%s: %s", (...[, kind, now, last, tick, due]) => {
  expect(nextDue(kind, rosa(last), at(now))).toEqual({ tick, due_at: at(due) + MORNING_MS });
});

test("it is nine in the morning where the business is", () => {
  const due = (zone: string) =>
    iso(nextDue("remind", rosa("2026-11-17", zone), at("2026-11-18T05:00Z")).due_at - MORNING_MS);
  expect(due("America/Santiago")).toBe("2026-11-18T12:00:00.000Z");
  expect(due("Pacific/Easter")).toBe("2026-11-18T14:00:00.000Z");
  expect(due("America/Lima")).toBe("2026-11-18T14:00:00.000Z");
});

const KINDS = ["sync", "validate", "remind"] as const;
const whenever = fc.integer({ min: at("2024-01-01T00:00Z"), max: at("2031-01-01T00:00Z") });
const anybody = fc.record({
  tenant_id: fc.string({ minLength: 1, maxLength: 30 }),
  time_zone: fc.constantFrom("America/Santiago", "Pacific/Easter", "America/Punta_Arenas", "America/Lima"),
  spread_ms: fc.constantFrom(SYNC_SPREAD_MS, 5_000),
});

test("what is due is never in the past, is of its own turn, and of one that is not begun", () => {
  const turn = fc.tuple(fc.constantFrom(...KINDS), anybody, whenever, fc.option(whenever));
  fc.assert(
    fc.property(turn, ([kind, who, now, before]) => {
      const last_tick = before === null ? null : tickAt(kind, who, Math.min(before, now));
      const due = nextDue(kind, { ...who, last_tick }, now);
      expect(due.due_at).toBeGreaterThanOrEqual(now);
      expect(tickAt(kind, who, due.due_at)).toBe(due.tick);
      expect(due.tick > (last_tick ?? "")).toBe(true);
    }),
  );
});

test("planned again before it is due, at its own place, it is the same", () => {
  fc.assert(
    fc.property(anybody, whenever, fc.integer({ min: 0, max: 1_000 }), (who, now, permille) => {
      const due = dueAfter("sync", { ...who, last_tick: null }, now);
      const from = Math.floor(now / SYNC_EVERY_MS) * SYNC_EVERY_MS + SYNC_EVERY_MS;
      const again = Math.min(due.due_at, from + ((due.due_at - from) * permille) / 1_000);
      expect(nextDue("sync", { ...who, last_tick: null }, Math.max(from, again))).toEqual(due);
    }),
  );
});

test("people are written to between nine and eight", () => {
  const daily = fc.constantFrom("validate", "remind");
  fc.assert(
    fc.property(daily, anybody, whenever, (kind, who, now) => {
      const { due_at } = nextDue(kind, { ...who, last_tick: null }, now);
      expect(hourIn(due_at, who.time_zone)).toBeGreaterThanOrEqual(9);
      expect(hourIn(due_at, who.time_zone)).toBeLessThan(20);
    }),
  );
});

test("walking from turn to turn, every day and every window is begun once, and none is left out", () => {
  for (const kind of ["sync", "remind"] as const) {
    let [now, last_tick] = [at("2026-03-25T11:00:00Z"), null as string | null];
    const begun: string[] = [];
    while (now < at("2026-04-15T00:00:00Z")) {
      const due = nextDue(kind, rosa(last_tick), now);
      now = due.due_at + MINUTE_MS;
      last_tick = due.tick;
      begun.push(due.tick);
    }
    expect(new Set(begun).size).toBe(begun.length);
    const days = new Set(begun.map((tick) => tick.slice(0, 10)));
    expect(days.size).toBe(22);
    expect(begun).toHaveLength(kind === "remind" ? 22 : 2 + 20 * 4 + 1);
    expect(dateIn(now, "America/Santiago") >= "2026-04-14").toBe(true);
  }
});
