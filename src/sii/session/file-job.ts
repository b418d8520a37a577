import { logEvent } from "#telemetry";
import type { Writer } from "#tenants";
import type { FileFaults } from "../import/import.ts";
import { monthOfRcv } from "../keep/change.ts";
import { KEEP_BATCH_MAX, keepDocuments } from "../keep/keep.ts";
import type { RcvDocument } from "../rcv/document.ts";
import { turnRun } from "../run/store.ts";
import { settleMonths } from "../settle/settle.ts";
import { answersOf, keepAnswer } from "./answers.ts";
import { end } from "./hinder.ts";
import { sealJson, unsealJson, type Desk } from "./desk.ts";
import { deleteJob, insertFile, migrate, nextJob, readMeta, setMeta, updateJob, type Job } from "./store.ts";

// The register as a file: what a sync would read of the SII came with it, and goes the same way into the books. An object
// holds one file, and is empty when that is told.

export type RcvFileJob = FileOwner & { tenant_id: string; run_id: string; documents: readonly RcvDocument[] };

type FileOwner = { rut: string; conversation: string | null; faults: FileFaults };

const OWNER = "file";
const PAGE = "file";
/** A file has the months of its documents. */
const NO_MONTH = "";

/** Keeps a file whole; the same file again changes nothing. */
export async function keepFile(desk: Desk, { tenant_id, run_id, documents, ...owner }: RcvFileJob): Promise<void> {
  // An object that has ceased may be asked again in the same life.
  migrate(desk.sql);
  const now = desk.ports.clock.now();
  const sealed = await sealJson(desk, { table: "meta", row: OWNER }, owner);
  const answer = { documents: [...documents] };
  await keepAnswer(desk, { run_id, page: PAGE, answer }, () => {
    setMeta(desk.sql, OWNER, sealed);
    insertFile(desk.sql, { tenant_id, run_id, cause: "file", month: NO_MONTH, due_at: now });
  });
}

/** Such an object is of no use to anybody when its file is told. */
export function isOfFile(desk: Desk): boolean {
  return readMeta(desk.sql, OWNER) !== null;
}

/** A file that was told leaves nothing behind: no row, no key, no alarm. */
export async function cease(desk: Desk): Promise<void> {
  if (nextJob(desk.sql, desk.ports.clock.now())) return;
  await desk.storage.deleteAlarm();
  await desk.storage.deleteAll();
  desk.forgetKey();
}

/** The next thing to be done of a file. */
export async function advanceFile(desk: Desk, job: Job, writer: Writer): Promise<void> {
  const stored = readMeta(desk.sql, OWNER);
  if (stored === null) return deleteJob(desk.sql, job);
  const owner = await unsealJson<FileOwner>(desk, { table: "meta", row: OWNER }, stored);
  const held = (await answersOf(desk, job.run_id)).get(PAGE);
  const documents = held && "documents" in held ? held.documents : [];
  if (job.phase === "telling") return tell(desk, job, { owner, count: documents.length });
  const { clock, entropy, papersOf } = desk.ports;
  const now = clock.now();
  const { run_id } = job;
  const page = documents.slice(job.kept, job.kept + KEEP_BATCH_MAX);
  if (page.length > 0) {
    const kept = { documents: page, run_id, source: "file", begun_at: null, rut: owner.rut } as const;
    await keepDocuments(writer, { ...kept, now, entropy });
    return updateJob(desk.sql, job, { kept: job.kept + page.length, faults: 0 });
  }
  const months = [...new Set(documents.map(monthOfRcv))];
  const settled = await settleMonths(writer, { months, rut: owner.rut }, { now, entropy, papersOf });
  if (settled.is_too_large) return end({ desk, job, writer }, "too_large");
  if (settled.more) return updateJob(desk.sql, job, { faults: 0 });
  await turnRun(writer, { id: run_id, state: "done", now });
  logEvent("sii.imported", { run: run_id, documents: documents.length });
  updateJob(desk.sql, job, { phase: "telling", faults: 0 });
}

async function tell(desk: Desk, job: Job, { owner, count }: { owner: FileOwner; count: number }): Promise<void> {
  const { tenant_id, run_id } = job;
  const { conversation, faults } = owner;
  const file = { documents: count, faults };
  if (conversation !== null) await desk.ports.report({ tenant_id, run_id, conversation, file });
  deleteJob(desk.sql, job);
  desk.read = null;
}
