import { count, faultFields, logEvent, logProblem } from "#telemetry";
import { retryMs } from "../patience.ts";
import { bySchedulers } from "../spread.ts";
import type { Desk } from "./desk.ts";
import { dropSweep, findSweep, saveSweep, type SweepRow } from "./store.ts";

// A walk over all businesses, so that none is missing from the list whatever went wrong before. One page a step; a kill
// leaves it where it was, and a page that is handed out twice changes nothing.

/** One on its way goes on. */
export function beginSweep(desk: Desk): "begun" | "running" {
  if (findSweep(desk.sql)) return "running";
  saveSweep(desk.sql, { after: null, due_at: desk.ports.clock.now(), tries: 0 });
  return "begun";
}

/** Hands the next page of businesses to the scheduler of each. */
export async function sweepOn(desk: Desk): Promise<void> {
  const sweep = findSweep(desk.sql);
  if (!sweep || sweep.due_at > desk.ports.clock.now()) return;
  try {
    const { tenants, next } = await desk.ports.listed(sweep.after);
    await Promise.all([...bySchedulers(tenants)].map(([name, theirs]) => desk.ports.handTo(name, theirs)));
    count("schedule_swept_total", tenants.length);
    if (next === null) finish(desk);
    else saveSweep(desk.sql, { after: next, due_at: desk.ports.clock.now(), tries: 0 });
  } catch (fault) {
    logProblem("schedule.sweep_hindered", { tries: sweep.tries + 1, ...faultFields(fault) });
    waitAWhile(desk, sweep);
  }
}

function finish(desk: Desk): void {
  dropSweep(desk.sql);
  logEvent("schedule.swept");
}

/** It is never given up: the databases come back. */
function waitAWhile(desk: Desk, { after, tries }: SweepRow): void {
  const { clock, entropy } = desk.ports;
  saveSweep(desk.sql, { after, due_at: clock.now() + retryMs(tries + 1, entropy.jitter()), tries: tries + 1 });
}
