import { MINUTE_MS } from "#kernel";
import { count, faultFields, logEvent, logProblem } from "#telemetry";
import { dueAfter, nextDue, tickAt } from "../due.ts";
import { retryMs, TRIES_MAX } from "../patience.ts";
import type { Carried, Desk } from "./desk.ts";
import { whomOf } from "./register.ts";
import { dropDue, dueBy, moveDue, type DueRow } from "./store.ts";

// What is due, begun. A kill anywhere leaves the row as it was, and it is begun again under the same key.

/** An invocation may ask the databases a thousand times; most turns do some eight times. */
export const BEGUN_PER_ALARM_MAX = 20;
/** A month of the largest shop that is looked through takes some 600 of them. */
const VALIDATED_PER_ALARM_MAX = 1;
/** Of the six connections that an invocation may hold open. */
export const BEGUN_AT_ONCE_MAX = 4;
/** Later than this everybody is late, for nobody was there: each gets a place anew. */
const LATE_MS = 15 * MINUTE_MS;
const PLACES_PER_STEP_MAX = 1_000;

export async function carryOutDue(desk: Desk): Promise<void> {
  giveNewPlaces(desk);
  const due = affordable(dueBy(desk.sql, desk.ports.clock.now(), BEGUN_PER_ALARM_MAX));
  for (let i = 0; i < due.length; i += BEGUN_AT_ONCE_MAX) {
    await Promise.all(due.slice(i, i + BEGUN_AT_ONCE_MAX).map((row) => begin(desk, row)));
  }
}

/** What of it one alarm can pay for; the others are still due, and the next alarm is at once. */
function affordable(due: readonly DueRow[]): DueRow[] {
  let validated = 0;
  return due.filter(({ kind }) => kind !== "validate" || ++validated <= VALIDATED_PER_ALARM_MAX);
}

/** After a night in which nothing ran, what was missed is not begun all at once. */
function giveNewPlaces(desk: Desk): void {
  const now = desk.ports.clock.now();
  for (;;) {
    const late = dueBy(desk.sql, now - LATE_MS, PLACES_PER_STEP_MAX);
    if (late.length === 0) return;
    desk.storage.transactionSync(() => late.forEach((row) => giveNewPlace(desk, row, now)));
    logEvent("schedule.late", { rows: late.length });
  }
}

function giveNewPlace(desk: Desk, row: DueRow, now: number): void {
  const { due_at } = nextDue(row.kind, whomOf(desk, row), now);
  moveDue(desk.sql, row, { due_at, last_tick: row.last_tick, tries: row.tries });
}

async function begin(desk: Desk, row: DueRow): Promise<void> {
  const { tenant_id, kind } = row;
  const tick = tickAt(kind, row, desk.ports.clock.now());
  try {
    const carried = await carryOut(desk, row, tick);
    count(`schedule_turns_total{kind="${kind}",outcome="${carried}"}`);
    if (carried === "gone") return dropDue(desk.sql, row);
    const { due_at } = dueAfter(kind, whomOf(desk, row), desk.ports.clock.now());
    moveDue(desk.sql, row, { due_at, last_tick: tick, tries: 0 });
  } catch (fault) {
    count(`schedule_turns_total{kind="${kind}",outcome="failed"}`);
    logProblem("schedule.failed", { tenant: tenant_id, kind, tick, tries: row.tries + 1, ...faultFields(fault) });
    postpone(desk, row);
  }
}

async function carryOut(desk: Desk, { tenant_id, kind, last_tick }: DueRow, tick: string): Promise<Carried> {
  const errand = desk.ports.errands[kind];
  return errand ? errand({ tenant_id, tick, last_tick, request: `schedule:${kind}:${tick}` }) : "gone";
}

/** The turn is given up when it failed too often; the next one is not. */
function postpone(desk: Desk, row: DueRow): void {
  const { clock, entropy } = desk.ports;
  const now = clock.now();
  const tries = row.tries + 1;
  if (tries < TRIES_MAX) {
    const due_at = now + retryMs(tries, entropy.jitter());
    return moveDue(desk.sql, row, { due_at, last_tick: row.last_tick, tries });
  }
  const { due_at } = dueAfter(row.kind, whomOf(desk, row), now);
  moveDue(desk.sql, row, { due_at, last_tick: row.last_tick, tries: 0 });
}
