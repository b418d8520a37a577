import type { Clock, Entropy } from "#kernel";
import { logEvent } from "#telemetry";
import type { Writer } from "#tenants";
import type { Extraction, Marks, Unread, Unreadable } from "../extraction.ts";
import { type DocumentOutcome, type DocumentTrouble, type FileOutcome, troubleOf } from "../outcome.ts";
import { attachPaper, entryOfPaperId } from "../attach.ts";
import { paperIdOf } from "../paper-id.ts";
import {
  documentBySource,
  findDocument,
  type KeptDocument,
  type Receipt,
  receiveDocument,
  saveReading,
} from "../store.ts";
import { ALTERED_COPY, discardAltered } from "../twins/altered.ts";
import { type Earlier, earlierOf, sameLooks, samePaper } from "../twins/store.ts";

export type FilingPorts = { clock: Pick<Clock, "now">; entropy: Entropy };

export type Reading = { extraction: Extraction; marks: Marks };

/** `others`: what else is in the same file; an envelope of electronic documents holds many. */
export type FileReading = Reading & { others?: Reading[]; unread?: Unread };

/** A chat shows each, and each costs writes: whoever sends more sends the list of the tax service. */
export const FILE_DOCUMENTS_MAX = 40;

type FileFinding = { document_id: string; receipt: Omit<Receipt, "id" | "now">; read: FileReading };

/**
 * Files all that a file holds, each as a document of its own; what could not be read waits for a person to look at it. The
 * first goes last: where it stands, a try before this one came to the end.
 */
export async function fileReadings(
  writer: Writer,
  { document_id, receipt, read }: FileFinding,
  ports: FilingPorts,
): Promise<FileOutcome> {
  const { others = [], unread = [], ...first } = read;
  const { source } = receipt;
  const parts = [...others, ...unread];
  if (parts.length === 0) return fileReading(writer, { document_id, source, ...first }, ports);
  if (parts.length >= FILE_DOCUMENTS_MAX) {
    return refuse(writer, { document_id, code: "too_large", documents: parts.length + 1 }, ports);
  }
  const outcomes: DocumentOutcome[] = [];
  for (const [i, reading] of parts.entries()) {
    const part = { ...receipt, source_ref: partRef(receipt.source_ref, i), sha256: null, id: ports.entropy.id() };
    const filed = await receiveDocument(writer, { ...part, now: ports.clock.now() });
    const isNew = filed.state === "received";
    outcomes.push(
      isNew
        ? await filePart(writer, { document_id: filed.id, source, reading }, ports)
        : await outcomeOf(writer, filed),
    );
  }
  const before = await fileReading(writer, { document_id, source, ...first }, ports);
  return { outcome: "several", documents: [before, ...outcomes] };
}

async function filePart(
  writer: Writer,
  { document_id, source, reading }: { document_id: string; source: Receipt["source"]; reading: Reading | string },
  ports: FilingPorts,
): Promise<DocumentOutcome> {
  if (typeof reading !== "string") return fileReading(writer, { document_id, source, ...reading }, ports);
  logEvent("document.part_unread", { document: document_id, detail: reading });
  return review(writer, { document_id, trouble: "unreadable" }, ports);
}

/** The file itself bears the reference of its message; what else is in it is counted from there. */
function partRef(source_ref: string, i: number): string {
  return `${source_ref}:part-${i + 1}`;
}

/** What came of a file that was filed before. */
export async function outcomesOf(writer: Writer, first: KeptDocument, source_ref: string): Promise<FileOutcome> {
  const outcomes = [await outcomeOf(writer, first)];
  for (let i = 0; i < FILE_DOCUMENTS_MAX; i++) {
    const part = await documentBySource(writer, partRef(source_ref, i));
    if (!part) break;
    outcomes.push(await outcomeOf(writer, part));
  }
  const [only, ...others] = outcomes;
  return only && others.length === 0 ? only : { outcome: "several", documents: outcomes };
}

type Finding = Reading & { document_id: string; source: Receipt["source"] };

/**
 * What was read waits for «sí», unless it came before; where it only looks so, that is asked. What the tax service has
 * listed before stands in the books, and gets its paper.
 */
async function fileReading(writer: Writer, finding: Finding, ports: FilingPorts): Promise<DocumentOutcome> {
  const { document_id, extraction, marks } = finding;
  const copy = await discardAltered(writer, finding, ports.clock.now());
  if (copy) return copy;
  const twin = await samePaper(writer, document_id, finding);
  if (twin) return duplicate(writer, { document_id, twin }, ports);
  const lookalike = await sameLooks(writer, document_id, finding);
  await saveReading(writer, {
    document_id,
    extraction,
    marks,
    now: ports.clock.now(),
    twin_id: lookalike?.id ?? null,
    ...(lookalike ? MAYBE_SENT : { state: "needs_confirmation", reason: null }),
  });
  const { read_from: from, authenticity } = extraction;
  logEvent("document.read", { document: document_id, from, verdict: authenticity.verdict });
  const listed = lookalike ? null : await attachListed(writer, finding, ports);
  if (listed) return { outcome: "listed", document_id, extraction, entry_id: listed };
  return { outcome: "read", document_id, extraction, ...(lookalike && { maybe: lookalike }) };
}

/** The entry that it is of; null where none was listed, or one of another sum. */
async function attachListed(
  writer: Writer,
  { document_id, extraction, source }: Finding,
  { clock, entropy }: FilingPorts,
): Promise<string | null> {
  const entry = await entryOfPaperId(writer, paperIdOf(extraction));
  if (entry?.document_id !== null || entry.amount_minor !== extraction.fields.total_minor) return null;
  const filed = await attachPaper(writer, {
    document_id,
    entry,
    answers: [],
    source,
    source_ref: `${source}:${document_id}:listed`,
    ids: { reversal: entropy.id(), replacement: entropy.id() },
    now: clock.now(),
  });
  return "entry" in filed ? filed.entry.id : null;
}

const MAYBE_SENT = { state: "needs_answer", reason: "maybe_sent_before" } as const;

/** A picture nobody could read is kept for a person to look at; what is no document, or shows none, does not wait. */
export async function refuse(
  writer: Writer,
  {
    document_id,
    code,
    blank,
    pages,
    documents,
  }: { document_id: string } & Pick<Unreadable, "code" | "blank" | "pages" | "documents">,
  ports: Pick<FilingPorts, "clock">,
): Promise<Extract<DocumentOutcome, { outcome: "trouble" }>> {
  if (code === "unreadable" && !blank) return review(writer, { document_id, trouble: code }, ports);
  const now = ports.clock.now();
  const trouble = troubleOf({ code, pages, documents });
  await saveReading(writer, { ...UNREAD, document_id, state: "refused", reason: trouble, now });
  return { outcome: "trouble", document_id, trouble, ...(blank && { blank }) };
}

export async function review(
  writer: Writer,
  { document_id, trouble }: { document_id: string; trouble: DocumentTrouble },
  ports: Pick<FilingPorts, "clock">,
): Promise<Extract<DocumentOutcome, { outcome: "trouble" }>> {
  const now = ports.clock.now();
  await saveReading(writer, { ...UNREAD, document_id, state: "review", reason: trouble, now });
  return { outcome: "trouble", document_id, trouble };
}

const UNREAD = { extraction: null, marks: null, twin_id: null } as const;

export async function duplicate(
  writer: Writer,
  { document_id, twin }: { document_id: string; twin: Earlier },
  ports: Pick<FilingPorts, "clock">,
): Promise<DocumentOutcome> {
  const now = ports.clock.now();
  await saveReading(writer, { ...UNREAD, document_id, state: "discarded", reason: "duplicate", twin_id: twin.id, now });
  return { outcome: "duplicate", document_id, earlier: twin };
}

export async function outcomeOf(writer: Writer, document: KeptDocument): Promise<DocumentOutcome> {
  const { id: document_id, state, extraction, reason, twin_id, entry_id } = document;
  const twin = twin_id === null ? null : await findDocument(writer, twin_id);
  const earlier = twin ? earlierOf(twin) : undefined;
  if (reason === "duplicate") return { outcome: "duplicate", document_id, earlier };
  if (reason === ALTERED_COPY) return { outcome: "duplicate", document_id, earlier, altered: true };
  if (extraction && state === "linked" && entry_id) return { outcome: "listed", document_id, extraction, entry_id };
  if (extraction) return { outcome: "read", document_id, extraction, maybe: earlier };
  const trouble = (reason ?? "unreadable") as DocumentTrouble;
  const isBlank = state === "refused" && trouble === "unreadable";
  return { outcome: "trouble", document_id, trouble, ...(isBlank && { blank: true }) };
}
