import { assert, monthOf, dateIn, SECOND_MS } from "#kernel";
import { logEvent, logProblem } from "#telemetry";
import { authorize, commit, type Writer } from "#tenants";
import { findConnection, turnConnection } from "../connection/store.ts";
import type { Connection } from "../connection/connection.ts";
import { KEEP_BATCH_MAX, keepDocuments } from "../keep/keep.ts";
import type { RcvTotal } from "../rcv/month.ts";
import type { RunTrouble } from "../run/run.ts";
import { turnRun } from "../run/store.ts";
import { settleMonths } from "../settle/settle.ts";
import { saveTotals } from "../store.ts";
import { documentsIn, nextPage, pageId, trailing, uncounted, type Answers } from "../sync/plan.ts";
import { answersOf, keepAnswer } from "./answers.ts";
import { askPage } from "./ask-page.ts";
import { courseAfter } from "./course.ts";
import type { Trouble } from "./credential.ts";
import type { Desk } from "./desk.ts";
import { advanceFile } from "./file-job.ts";
import { forgetSession, leave, sessionOf } from "./let-in.ts";
import { paced } from "./pace.ts";
import { deleteJob, deletePages, nextJob, updateJob, type Job } from "./store.ts";
import { policyOf } from "./trouble.ts";

// A sync, one thing at a time. Each step is done again where it was cut off, and changes nothing the second time.

/** A document may come between a summary and its list; more often than this somebody's count is wrong. */
const RECOUNTS_MAX = 2;
const REPORT_AGAIN_MS = 30 * SECOND_MS;
const TIME_ZONE = "America/Santiago";

/** The month that runs where the SII is. */
export function monthNow(now: number): string {
  return monthOf(dateIn(now, TIME_ZONE));
}

/** Does the next thing, and says when another is due, epoch ms; null where nothing is left. */
export async function step(desk: Desk): Promise<number | null> {
  const job = nextJob(desk.sql);
  if (!job) return null;
  if (job.due_at > desk.ports.clock.now()) return job.due_at;
  await advance(desk, job);
  return nextJob(desk.sql)?.due_at ?? null;
}

type Work = { desk: Desk; job: Job; writer: Writer; own: Connection };

async function advance(desk: Desk, job: Job): Promise<void> {
  const writer = await writerOf(desk, job.tenant_id);
  if (writer && job.cause === "file") return advanceFile(desk, job, writer);
  const own = writer && (await findConnection(writer));
  if (!writer || !own) return deleteJob(desk.sql, job);
  const work = { desk, job, writer, own };
  switch (job.phase) {
    case "reading":
      return read(work);
    case "keeping":
      return keep(work);
    case "settling":
      return settle(work);
    case "telling":
      return tell(work);
  }
}

/** Null where the business is no more. */
export async function writerOf(desk: Desk, tenant_id: string): Promise<Writer | null> {
  const actor = { kind: "system", id: "sii" } as const;
  const allowed = await authorize(await desk.ports.archive(), {
    tenant_id,
    actor,
    standing: "system",
    action: "sii.keep",
  });
  return allowed.ok ? allowed.value : null;
}

async function read(work: Work): Promise<void> {
  const { desk, job, writer, own } = work;
  const { clock, entropy } = desk.ports;
  if (own.state === "stopped") return end(work, own.reason ?? "disconnected");
  const months = trailing(job.month);
  const answers = await answersOf(desk, job.run_id);
  const page = nextPage(months, answers);
  if (!page) return count(work, answers);
  const connection = paced(desk);
  if (!connection) return fail(work, { reason: "unknown", evidence: "no address of the SII" });
  const session = await sessionOf(desk, writer, connection);
  if (!session.ok) return hinder(work, session.error);
  const answer = await askPage(desk, { job, page, rut: own.rut }, { connection, session: session.value, entropy });
  if (!answer.ok) return hinder(work, answer.error);
  const now = clock.now();
  if (answer.value === null) return updateJob(desk.sql, job, { due_at: now + EXPORT_POLL_MS });
  const kept = { run_id: job.run_id, page: pageId(page), answer: answer.value };
  await keepAnswer(desk, kept, () => updateJob(desk.sql, job, { waits: 0, logins: 0, due_at: now }));
}

/** The SII needs some five seconds for a month. */
const EXPORT_POLL_MS = 5 * SECOND_MS;

/** All is read: what it lists must be what it counts, or nothing of it is believed. */
async function count(work: Work, answers: Answers): Promise<void> {
  const { desk, job } = work;
  const wrong = uncounted(trailing(job.month), answers);
  if (wrong.length === 0) return updateJob(desk.sql, job, { phase: "keeping", kept: 0 });
  logProblem("sii.uncounted", { run: job.run_id, pages: wrong.map(pageId).join(" ") });
  if (job.recounts >= RECOUNTS_MAX) return end(work, "counts_differ");
  desk.storage.transactionSync(() => {
    deletePages(desk.sql, job.run_id, wrong.map(pageId));
    updateJob(desk.sql, job, { recounts: job.recounts + 1 });
  });
  desk.read = null;
}

/** Something stands in the way: what may be done about it is a matter of what it is. */
async function hinder(work: Work, trouble: Trouble): Promise<void> {
  const { desk, job, writer } = work;
  const { clock, entropy } = desk.ports;
  const now = clock.now();
  const course = courseAfter(trouble, job, entropy.jitter());
  if (course.does === "come_back") return updateJob(desk.sql, job, { due_at: now + course.after_ms });
  logProblem("sii.hindered", { run: job.run_id, reason: trouble.reason, evidence: trouble.evidence });
  if (course.does === "ask_owner") return fail(work, trouble);
  if (policyOf(trouble.reason).mend === "login") forgetSession(desk);
  if (course.does === "log_in") return updateJob(desk.sql, job, { logins: job.logins + 1 });
  if (course.close_ms > 0 && trouble.host) await desk.ports.gate.close(trouble.host, course.close_ms);
  if (course.does === "give_up") return end(work, trouble.reason);
  // A session that nobody uses meanwhile is one of the ten that its owner has.
  await leave(desk, paced(desk));
  await turnRun(writer, { id: job.run_id, state: "waiting", reason: trouble.reason, now });
  updateJob(desk.sql, job, { waits: job.waits + 1, logins: 0, due_at: now + course.after_ms });
}

/** Only its owner can mend it: until then nothing is asked of the SII, least of all a login. */
async function fail(work: Work, { reason }: Trouble): Promise<void> {
  const { desk, writer } = work;
  await turnConnection(writer, { state: "stopped", reason }, desk.ports.clock.now());
  await end(work, reason);
}

async function end(work: Work, reason: RunTrouble): Promise<void> {
  const { desk, job, writer } = work;
  await turnRun(writer, { id: job.run_id, state: "failed", reason, now: desk.ports.clock.now() });
  logEvent("sii.sync_failed", { run: job.run_id, reason });
  updateJob(desk.sql, job, { phase: "telling" });
}

async function keep({ desk, job, writer, own }: Work): Promise<void> {
  const { clock, entropy } = desk.ports;
  const answers = await answersOf(desk, job.run_id);
  const documents = documentsIn(answers).slice(job.kept, job.kept + KEEP_BATCH_MAX);
  const now = clock.now();
  if (documents.length > 0) {
    await keepDocuments(writer, { documents, run_id: job.run_id, source: "portal", rut: own.rut, now, entropy });
    return updateJob(desk.sql, job, { kept: job.kept + documents.length });
  }
  const asked_at = new Date(now).toISOString();
  const months = trailing(job.month);
  const totals = months.map((month) => ({ month, totals: totalsOf(month, answers), asked_at }));
  const rows = await Promise.all(totals.map(({ month, ...of }) => saveTotals(writer, month, of)));
  await commit(writer, { action: "sii.keep", targets: months, at: now }, rows);
  updateJob(desk.sql, job, { phase: "settling" });
}

function totalsOf(month: string, answers: Answers): RcvTotal[] {
  return [...answers].flatMap(([page, answer]) => {
    const [of, side, state] = page.split("|");
    if (of !== month || !("lines" in answer)) return [];
    return answer.lines.map((line) => ({ ...line, side, state }) as RcvTotal);
  });
}

async function settle(work: Work): Promise<void> {
  const { desk, job, writer, own } = work;
  const { clock, entropy, papersOf } = desk.ports;
  const months = trailing(job.month);
  const settled = await settleMonths(writer, { months, rut: own.rut }, { now: clock.now(), entropy, papersOf });
  if (settled.more) return;
  const now = clock.now();
  await turnConnection(writer, { state: "active", reason: null, synced_at: new Date(now).toISOString() }, now);
  await turnRun(writer, { id: job.run_id, state: "done", now });
  logEvent("sii.synced", { run: job.run_id });
  updateJob(desk.sql, job, { phase: "telling" });
}

/** Its business is told, once; then nothing is left of it here. */
async function tell({ desk, job, own }: Work): Promise<void> {
  const { tenant_id, run_id } = job;
  if (own.conversation !== null) {
    try {
      await desk.ports.report({ tenant_id, run_id, conversation: own.conversation });
    } catch {
      return updateJob(desk.sql, job, { due_at: desk.ports.clock.now() + REPORT_AGAIN_MS });
    }
  }
  deleteJob(desk.sql, job);
  desk.read = null;
  assert(nextJob(desk.sql)?.run_id !== run_id, "a sync that ended is gone");
  if (!nextJob(desk.sql) && own.kind === "clave") await leave(desk, paced(desk));
}
