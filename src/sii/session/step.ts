import { assert, MINUTE_MS, SECOND_MS } from "#kernel";
import { logEvent, logProblem } from "#telemetry";
import { commit } from "#tenants";
import { RUT_PURPOSE } from "../connection/connection.ts";
import { findConnection, turnConnection } from "../connection/store.ts";
import { KEEP_BATCH_MAX, keepDocuments } from "../keep/keep.ts";
import { findRun, turnRun } from "../run/store.ts";
import { settleMonths } from "../settle/settle.ts";
import { saveTotals } from "../store.ts";
import {
  documentsIn,
  factorIn,
  listId,
  nextPage,
  pageId,
  totalsIn,
  trailing,
  uncounted,
  type Answers,
} from "../sync/plan.ts";
import { answersOf, keepAnswer } from "./answers.ts";
import { askPage } from "./ask-page.ts";
import type { Desk } from "./desk.ts";
import { advanceFile } from "./file-job.ts";
import { end, hinder } from "./hinder.ts";
import { leave, leaveAgain, leaveAs, sessionOf } from "./let-in.ts";
import { paced } from "./pace.ts";
import { deleteJob, deleteLists, nextJob, updateJob, type Job } from "./store.ts";
import { FAULTS_TO_GIVE_UP } from "./stumble.ts";
import { writerOf, type Work } from "./work.ts";

// A sync, one thing at a time. Each step is done again where it was cut off, and changes nothing the second time.

/** More often than this the SII lists otherwise than it counts, and it is no matter of the moment. */
const RECOUNTS_MAX = 2;
const RECOUNT_AFTER_MS = MINUTE_MS;

/** Does the next thing that is due. */
export async function step(desk: Desk): Promise<void> {
  desk.at_work = null;
  const now = desk.ports.clock.now();
  await leaveAgain(desk);
  const job = nextJob(desk.sql, now);
  // Nobody has any use for the session of somebody who only tried.
  if (!job) return leave(desk);
  if (job.due_at > now) return;
  desk.at_work = job;
  await advance(desk, job);
}

async function advance(desk: Desk, job: Job): Promise<void> {
  const writer = await writerOf(desk, job.tenant_id);
  if (!writer) return drop(desk, job);
  const isGivenUp = job.faults >= FAULTS_TO_GIVE_UP && job.phase !== "telling";
  if (job.cause === "file") return isGivenUp ? end({ desk, job, writer }, "unknown") : advanceFile(desk, job, writer);
  const own = await findConnection(writer);
  const isSame = own && (job.rut_key === null || job.rut_key === (await writer.keyOf(RUT_PURPOSE, own.rut)));
  if (!isSame) {
    await turnRun(writer, { id: job.run_id, state: "failed", reason: "disconnected", now: desk.ports.clock.now() });
    return drop(desk, job);
  }
  const work = { desk, job, writer, own };
  if (isGivenUp) return end(work, "unknown");
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

/** Nobody is left who could be told. */
async function drop(desk: Desk, job: Job): Promise<void> {
  await leaveAs(desk, job.tenant_id);
  deleteJob(desk.sql, job);
  desk.read = null;
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
  // An address that we did not understand is nothing that its owner could mend.
  if (!connection) return end(work, "unknown");
  const session = await sessionOf(desk, { viewer: writer, given_at: own.consent_at }, connection);
  if (!session.ok) return hinder(work, session.error);
  const answer = await askPage(desk, { job, page, rut: own.rut }, { connection, session: session.value, entropy });
  if (!answer.ok) return hinder(work, answer.error);
  const now = clock.now();
  if (answer.value === null) return updateJob(desk.sql, job, { due_at: now + EXPORT_POLL_MS });
  const kept = { run_id: job.run_id, page: pageId(page), answer: answer.value };
  await keepAnswer(desk, kept, () => updateJob(desk.sql, job, { waits: 0, logins: 0, faults: 0, due_at: now }));
}

/** The SII needs some five seconds for a month. */
const EXPORT_POLL_MS = 5 * SECOND_MS;

/** All is read: what it lists must be what it counts, or nothing of it is believed. */
async function count(work: Work, answers: Answers): Promise<void> {
  const { desk, job } = work;
  const wrong = uncounted(trailing(job.month), answers).map(listId);
  if (wrong.length === 0) return updateJob(desk.sql, job, { phase: "keeping", kept: 0 });
  logProblem("sii.uncounted", { run: job.run_id, lists: wrong.join(" ") });
  if (job.recounts >= RECOUNTS_MAX) return end(work, "counts_differ");
  const due_at = desk.ports.clock.now() + RECOUNT_AFTER_MS;
  desk.storage.transactionSync(() => {
    deleteLists(desk.sql, job.run_id, wrong);
    updateJob(desk.sql, job, { recounts: job.recounts + 1, due_at });
  });
  desk.read = null;
}

async function keep({ desk, job, writer, own }: Work): Promise<void> {
  const { clock, entropy } = desk.ports;
  const answers = await answersOf(desk, job.run_id);
  const months = trailing(job.month);
  const documents = documentsIn(months, answers).slice(job.kept, job.kept + KEEP_BATCH_MAX);
  const now = clock.now();
  if (documents.length > 0) {
    const { run_id } = job;
    const run = await findRun(writer, run_id);
    assert(run, "a sync at hand has its run");
    const kept = { documents, run_id, source: "portal", begun_at: run.started_at, rut: own.rut } as const;
    await keepDocuments(writer, { ...kept, now, entropy });
    return updateJob(desk.sql, job, { kept: job.kept + documents.length, faults: 0 });
  }
  const asked_at = new Date(now).toISOString();
  const rows = await Promise.all(
    months.map((month) => {
      const [totals, factor] = [totalsIn(month, answers), factorIn(month, answers)];
      return saveTotals(writer, month, { totals, factor, asked_at });
    }),
  );
  await commit(writer, { action: "sii.keep", targets: months, at: now }, rows);
  updateJob(desk.sql, job, { phase: "settling", faults: 0 });
}

async function settle({ desk, job, writer, own }: Work): Promise<void> {
  const { clock, entropy, papersOf } = desk.ports;
  const months = trailing(job.month);
  const settled = await settleMonths(writer, { months, rut: own.rut }, { now: clock.now(), entropy, papersOf });
  if (settled.is_too_large) return end({ desk, job, writer }, "too_large");
  if (settled.more) return updateJob(desk.sql, job, { faults: 0 });
  const now = clock.now();
  const synced_at = new Date(now).toISOString();
  // One that was stopped meanwhile is not opened again by what was read before.
  const state = own.state === "stopped" ? own.state : "active";
  const reason = own.state === "stopped" ? own.reason : null;
  await turnConnection(writer, { state, reason, synced_at, given_at: own.consent_at }, now);
  await turnRun(writer, { id: job.run_id, state: "done", now });
  logEvent("sii.synced", { run: job.run_id });
  updateJob(desk.sql, job, { phase: "telling", faults: 0 });
}

/**
 * Its business is told, once; then nothing is left of it here. Its session at the SII is closed before: whoever tells it
 * may be away for hours, and it is one of ten.
 */
async function tell({ desk, job, own }: Work): Promise<void> {
  const { tenant_id, run_id } = job;
  await leaveAs(desk, tenant_id);
  if (own.conversation !== null) await desk.ports.report({ tenant_id, run_id, conversation: own.conversation });
  await drop(desk, job);
}
