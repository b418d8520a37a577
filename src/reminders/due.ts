// When each thing of a business falls due. Pure: whoever asks again, at any time, is told the same or what is left of it.

import { addDays, addMonths, dateIn, firstDayOf, HOUR_MS, monthOf } from "#kernel";
import { hourIn, instantAt } from "./local-time.ts";
import { fractionOf } from "./spread.ts";

/**
 * `sync`: the tax service's list, every six hours. `validate`: the month that ended against that list, on the first day of
 * the next. `remind`: once a day, whatever must be said on it.
 */
export type Kind = "sync" | "validate" | "remind";

/** What is known of whose turn it is. */
export type Whom = {
  tenant_id: string;
  /** IANA. */
  time_zone: string;
  /** Of the last time that it was begun; null where it never was. */
  last_tick: string | null;
  /** Over how much of six hours the syncs of all businesses are spread, ms. */
  spread_ms: number;
};

/**
 * One turn of a kind. `tick` names it, and is begun once: of a sync the hour (UTC) in which its six begin, `2026-11-18T18`;
 * of a validation the month that is validated; of reminders the day. `due_at` is epoch ms and never in the past.
 */
export type Due = { tick: string; due_at: number };

/** Windows begin at 00, 06, 12 and 18 UTC, as the line `0 *\/6 * * *` of the crons. */
export const SYNC_EVERY_MS = 6 * HOUR_MS;

/**
 * The rest of the six hours is left to those whom something held up, an hour's wait among it. 10,000 businesses make some 28
 * calls each of one host: 280,000 in 17,100 s, 16.4 a second of its 19. What an hour's outage delays is made up for in time.
 */
export const SYNC_SPREAD_MS = 4.75 * HOUR_MS;

/** People are written to between these hours of theirs; nine is when a shop has opened. */
const DAY_BEGINS_HOUR = 9;
const DAY_ENDS_HOUR = 20;
/** Never all at nine. */
const MORNING_SPREAD_MS = HOUR_MS;

/** The turn that a moment belongs to. @param now epoch ms */
export function tickAt(kind: Kind, { time_zone }: Pick<Whom, "time_zone">, now: number): string {
  switch (kind) {
    case "sync":
      return windowTick(windowOf(now));
    case "validate":
      return addMonths(monthOf(dateIn(now, time_zone)), -1);
    case "remind":
      return dateIn(now, time_zone);
  }
}

/**
 * The next turn that is not begun. One that was missed is made up for in what is left of its time, once however many were
 * missed, and again at a place of its own, for whoever missed it was not alone.
 */
export function nextDue(kind: Kind, whom: Whom, now: number): Due {
  const tick = tickAt(kind, whom, now);
  // Begun later than now means that the clock was set back: this turn counts as done, and the next one comes.
  const isOpen = whom.last_tick === null || whom.last_tick < tick;
  return (isOpen ? dueWithin(kind, whom, now) : null) ?? dueAfter(kind, whom, now);
}

/** The turn behind the one that runs, whether that was begun or not. */
export function dueAfter(kind: Kind, whom: Whom, now: number): Due {
  const { time_zone } = whom;
  switch (kind) {
    case "sync": {
      const next = windowOf(now) + SYNC_EVERY_MS;
      return { tick: windowTick(next), due_at: next + offsetOf(whom, whom.spread_ms) };
    }
    case "validate": {
      const month = monthOf(dateIn(now, time_zone));
      return { tick: month, due_at: morningOf(firstDayOf(addMonths(month, 1)), whom) };
    }
    case "remind": {
      const day = addDays(dateIn(now, time_zone), 1);
      return { tick: day, due_at: morningOf(day, whom) };
    }
  }
}

/** What is left of the turn that runs; null where it is too late for it. */
function dueWithin(kind: Kind, whom: Whom, now: number): Due | null {
  const tick = tickAt(kind, whom, now);
  if (kind === "sync") {
    const window = windowOf(now);
    const own = window + offsetOf(whom, whom.spread_ms);
    if (own >= now) return { tick, due_at: own };
    const left = window + SYNC_EVERY_MS - now;
    // Squeezed into less than half, everybody's would meet the limit of the host: the next turn is near then.
    if (left < whom.spread_ms / 2) return null;
    return { tick, due_at: now + offsetOf(whom, Math.min(left, whom.spread_ms)) };
  }
  const day = kind === "validate" ? firstDayOf(addMonths(tick, 1)) : tick;
  const own = morningOf(day, whom);
  const due_at = own >= now ? own : daytimeFrom(now, whom);
  return tickAt(kind, whom, due_at) === tick ? { tick, due_at } : null;
}

function windowOf(now: number): number {
  return Math.floor(now / SYNC_EVERY_MS) * SYNC_EVERY_MS;
}

function windowTick(window: number): string {
  return new Date(window).toISOString().slice(0, "YYYY-MM-DDTHH".length);
}

function offsetOf({ tenant_id }: Whom, spread_ms: number): number {
  return Math.floor(fractionOf(`place|${tenant_id}`) * spread_ms);
}

function morningOf(date: string, whom: Whom): number {
  return instantAt(date, DAY_BEGINS_HOUR, whom.time_zone) + offsetOf(whom, MORNING_SPREAD_MS);
}

/** Within the hour where it is day, else in the next morning. */
function daytimeFrom(now: number, whom: Whom): number {
  const hour = hourIn(now, whom.time_zone);
  const today = dateIn(now, whom.time_zone);
  if (hour < DAY_BEGINS_HOUR) return morningOf(today, whom);
  // What falls within the hour must not fall behind the last of them.
  return hour + 1 < DAY_ENDS_HOUR ? now + offsetOf(whom, MORNING_SPREAD_MS) : morningOf(addDays(today, 1), whom);
}
