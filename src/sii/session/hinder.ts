import { faultFields, logEvent, logProblem } from "#telemetry";
import type { RunTrouble } from "../run/run.ts";
import { turnRun } from "../run/store.ts";
import { courseAfter } from "./course.ts";
import type { Trouble } from "./credential.ts";
import type { SyncDelay } from "./desk.ts";
import { HELD_MS_MAX, leaveAs } from "./let-in.ts";
import { keepAway } from "./pace.ts";
import { updateJob } from "./store.ts";
import { policyOf } from "./trouble.ts";
import { stop, type Work } from "./work.ts";

/** Something stands in the way: what may be done about it is a matter of what it is. */
export async function hinder(work: Work, trouble: Trouble): Promise<void> {
  const { desk, job, writer } = work;
  const { clock, entropy } = desk.ports;
  const now = clock.now();
  const course = courseAfter(trouble, job, entropy.jitter());
  if (course.does === "come_back") return rest(work, course.after_ms);
  logProblem("sii.hindered", { run: job.run_id, reason: trouble.reason, evidence: trouble.evidence });
  if (course.does === "ask_owner") {
    await stop(work, trouble.reason);
    return end(work, trouble.reason);
  }
  // It may be over for this page alone, and one that is forgotten without a word is one of the ten.
  if (policyOf(trouble.reason).mend === "login") await leaveAs(desk, job.tenant_id);
  if (course.does === "log_in") return updateJob(desk.sql, job, { logins: job.logins + 1 });
  if (course.close_ms > 0 && trouble.host) await keepAway(desk, trouble.host, course.close_ms);
  if (course.does === "give_up") return end(work, trouble.reason);
  // Before anything else may fail: what comes next comes later.
  updateJob(desk.sql, job, { waits: job.waits + 1 });
  await rest(work, course.after_ms);
  await turnRun(writer, { id: job.run_id, state: "waiting", reason: trouble.reason, now });
  await tellOfWait(work, { reason: trouble.reason, resumes_at: now + course.after_ms });
}

/** Who asked for it hears that it takes longer; of what the clock began nobody waits. */
async function tellOfWait({ desk, job, own }: Work, wait: Pick<SyncDelay, "reason" | "resumes_at">): Promise<void> {
  const { tenant_id, run_id, cause } = job;
  if (cause === "schedule" || own.conversation === null) return;
  try {
    await desk.ports.delay({ tenant_id, run_id, conversation: own.conversation, ...wait });
  } catch (fault) {
    logProblem("sii.wait_untold", { run: run_id, ...faultFields(fault) });
  }
}

async function rest({ desk, job }: Work, wait_ms: number): Promise<void> {
  updateJob(desk.sql, job, { due_at: desk.ports.clock.now() + wait_ms });
  if (wait_ms > HELD_MS_MAX) await leaveAs(desk, job.tenant_id);
}

/** Nothing more is asked; its business is told. */
export async function end(work: Omit<Work, "own">, reason: RunTrouble): Promise<void> {
  const { desk, job, writer } = work;
  const now = desk.ports.clock.now();
  await turnRun(writer, { id: job.run_id, state: "failed", reason, now });
  logEvent("sii.sync_failed", { run: job.run_id, reason });
  updateJob(desk.sql, job, { phase: "telling", faults: 0, due_at: now });
}
