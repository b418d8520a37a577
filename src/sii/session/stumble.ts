import { HOUR_MS, SECOND_MS } from "#kernel";
import type { Desk } from "./desk.ts";
import { deleteJob, findJob, updateJob } from "./store.ts";

/** Doubled each time: the first is over before anybody notices, the eighth after twenty minutes in all. */
const FAULT_RETRY_MS = 5 * SECOND_MS;
/** So often in a row, and a sync is given up and says so. */
export const FAULTS_TO_GIVE_UP = 8;
/** And so often, where not even that can be said, it is dropped: the next one begins anew. */
const FAULTS_MAX = 16;

/** Something of ours broke: what was at work is tried again, later each time, and not for ever. */
export function stumble(desk: Desk): void {
  const { at_work } = desk;
  desk.read = null;
  // As it stands now: the step that broke may have put it off.
  const job = at_work && findJob(desk.sql, at_work.tenant_id);
  if (!job || job.run_id !== at_work.run_id) return;
  const faults = job.faults + 1;
  if (faults > FAULTS_MAX) return deleteJob(desk.sql, job);
  const wait = Math.min(FAULT_RETRY_MS * 2 ** (faults - 1), HOUR_MS);
  updateJob(desk.sql, job, { faults, due_at: Math.max(job.due_at, desk.ports.clock.now() + wait) });
}
