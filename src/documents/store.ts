import { and, asc, desc, eq, inArray, isNull, lt, ne, notInArray, or, sql, type SQL } from "drizzle-orm";
import { draft, statementOf } from "#database";
import { assert } from "#kernel";
import { paperKey } from "#ledger";
import { commit, type Viewer, type Writer } from "#tenants";
import type { FieldAnswer } from "./answers.ts";
import type { Extraction, Marks } from "./extraction.ts";
import { paperIdOf } from "./paper-id.ts";
import { STATES, statesBefore, WAITING, type DocumentState } from "./states.ts";
import { documents, type DocumentRow } from "./tables.ts";

/** A document as the API shows it. */
export type StoredDocument = {
  id: string;
  state: DocumentState;
  reason: string | null;
  mime_type: string | null;
  bytes: number | null;
  sha256: string | null;
  filename: string | null;
  /** As it was read; what people said of it stands in `answers`. */
  extraction: Extraction | null;
  answers: FieldAnswer[];
  entry_id: string | null;
  /** The entry that it is of: booked from it, or told before it came and linked to it. */
  match: { entry_id: string; by: "booking" | "link" } | null;
  /** The earlier document that it is taken for. */
  twin_id: string | null;
  created_at: string;
  updated_at: string;
};

/** With what the API does not show: the place of its file, and the entries that it is not of. */
export type KeptDocument = StoredDocument & { r2_key: string | null; declined: string[] };

export type Receipt = {
  id: string;
  contact_id: string | null;
  conversation: string | null;
  source: "whatsapp" | "api" | "web";
  /** The natural key: the same message brings the same document. */
  source_ref: string;
  /** Null of what is in the same file as another: the file is that one's. */
  sha256: string | null;
  mime_type: string | null;
  bytes: number;
  r2_key: string | null;
  filename: string | null;
  now: number;
};

/** Files what arrived. The same message twice is the same document. */
export async function receiveDocument(writer: Writer, receipt: Receipt): Promise<KeptDocument> {
  const { id, source_ref, filename, now, ...facts } = receipt;
  const at = new Date(now).toISOString();
  const row = {
    ...facts,
    tenant_id: writer.tenant.id,
    id,
    source_key: await sourceKey(writer, source_ref),
    filename_sealed: filename === null ? null : await writer.seal(placeOf("filename", id), filename),
    state: "received" as const,
    created_at: at,
    updated_at: at,
  };
  const statement = statementOf(draft.insert(documents).values(row));
  await commit(writer, { action: "document.receive", targets: [id], at: now }, [statement]);
  const stored = await documentBySource(writer, source_ref);
  assert(stored, "a received document is there");
  return stored;
}

export type Reading = {
  document_id: string;
  state: DocumentState;
  reason: string | null;
  extraction: Extraction | null;
  marks: Marks | null;
  twin_id: string | null;
  now: number;
};

/** Files what was read, or why nothing was. A document that went further meanwhile stays as it is. */
export async function saveReading(writer: Writer, reading: Reading): Promise<void> {
  const { document_id, state, reason, extraction, marks, twin_id, now } = reading;
  const change = {
    state,
    reason,
    twin_id,
    paper_key: extraction ? await paperKeyOf(writer, extraction) : null,
    stamp_key: marks ? await stampKey(writer, marks) : null,
    fingerprint: marks?.fingerprint ?? null,
    extraction_sealed: extraction ? await seal(writer, { id: document_id, column: "extraction" }, extraction) : null,
  };
  await move(writer, { document_id, change, now, from: statesBefore(state) });
}

export type Settlement = {
  document_id: string;
  /** Absent: as it is. */
  state?: DocumentState;
  /** Only from one of these; absent: from any state from which it may go there. */
  from?: readonly DocumentState[];
  /** Absent: as it is. */
  entry_id?: string | null;
  reason?: string | null;
  /** What people said of its fields, added to what they said before. */
  answers?: readonly FieldAnswer[];
  /** Entries that it is not of, added to those declined before. */
  declined?: readonly string[];
  now: number;
};

/** `exists`: it was there already. `impossible`: from where it is, it can't go there; or the entry has another paper. */
export type Settled = "settled" | "exists" | "impossible" | "not_found";

/** What a person, or a proof, decided of a document. Decided twice it is decided once. */
export async function settleDocument(writer: Writer, settlement: Settlement): Promise<Settled> {
  const { document_id, entry_id, reason, now, from = STATES } = settlement;
  const before = await findDocument(writer, document_id);
  if (!before) return "not_found";
  const { state = before.state } = settlement;
  const { answers, declined, adds } = addedTo(before, settlement);
  const isThere = before.state === state && (entry_id === undefined || entry_id === before.entry_id);
  if (isThere && !adds) return "exists";
  const starts = (isThere ? [before.state] : statesBefore(state)).filter((each) => from.includes(each));
  if (starts.length === 0) return "impossible";
  const change = {
    state,
    declined: JSON.stringify(declined),
    answers_sealed: answers.length === 0 ? null : await seal(writer, { id: document_id, column: "answers" }, answers),
    ...(entry_id !== undefined && { entry_id }),
    ...(reason !== undefined && { reason }),
  };
  return (await move(writer, { document_id, change, now, from: starts })) ? "settled" : "impossible";
}

/** What was said of it before, and what is said now. */
function addedTo(before: KeptDocument, { answers = [], declined = [] }: Settlement) {
  const told = [...before.answers, ...answers.filter((each) => !isToldIn(before.answers, each))];
  const all = [...new Set([...before.declined, ...declined])];
  const adds = told.length > before.answers.length || all.length > before.declined.length;
  return { answers: told, declined: all, adds };
}

function isToldIn(answers: readonly FieldAnswer[], { field, said, at }: FieldAnswer): boolean {
  return answers.some((each) => each.field === field && each.said === said && each.at === at);
}

/** How many papers were sent, and how far they got; what is none, and what came twice, is not counted. */
export async function countDocuments(viewer: Viewer): Promise<Record<"booked" | "waiting" | "discarded", number>> {
  const sent = and(
    eq(documents.tenant_id, viewer.tenant.id),
    ne(documents.state, "refused"),
    or(isNull(documents.reason), notInArray(documents.reason, ["duplicate", "altered_copy"])),
  );
  const rows = await viewer.ledger
    .select({ state: documents.state, count: sql<number>`count(*)` })
    .from(documents)
    .where(sent)
    .groupBy(documents.state);
  const of = (...states: DocumentState[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return { booked: of("booked", "linked"), waiting: of("received", "read", ...WAITING), discarded: of("discarded") };
}

export async function findDocument(viewer: Viewer, id: string): Promise<KeptDocument | null> {
  return one(viewer, eq(documents.id, id));
}

export async function documentBySource(viewer: Viewer, sourceRef: string): Promise<KeptDocument | null> {
  return one(viewer, eq(documents.source_key, await sourceKey(viewer, sourceRef)));
}

export type Page = { documents: StoredDocument[]; next_cursor: string | null };

export type PageQuery = {
  /** Only these; all where it is null. */
  states: readonly DocumentState[] | null;
  limit: number;
  /** The last id of the page before. */
  cursor: string | null;
};

/** Newest first; ids are ULIDs, so they sort by time. */
export async function listDocuments(viewer: Viewer, { states, limit, cursor }: PageQuery): Promise<Page> {
  const where = and(
    states === null ? undefined : inArray(documents.state, [...states]),
    cursor === null ? undefined : lt(documents.id, cursor),
  );
  const rows = await select(viewer, where, limit + 1);
  const page = await Promise.all(rows.slice(0, limit).map((row) => kept(viewer, row)));
  return { documents: page.map(shown), next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** What waits for a person, oldest first; of more than `limit` the oldest, which have waited longest. */
export async function waitingDocuments(viewer: Viewer, limit: number): Promise<KeptDocument[]> {
  const rows = await rowsOf(viewer, inArray(documents.state, [...WAITING]), { limit, order: asc(documents.id) });
  return Promise.all(rows.map((row) => kept(viewer, row)));
}

/** What the API shows of a document. */
export function shown({ r2_key: _where, declined: _declined, ...document }: KeptDocument): StoredDocument {
  return document;
}

/** Rows for comparing, newest first: their sealed words stay shut. */
export async function select(viewer: Viewer, condition: SQL | undefined, limit: number): Promise<DocumentRow[]> {
  return rowsOf(viewer, condition, { limit, order: desc(documents.id) });
}

async function rowsOf(
  viewer: Viewer,
  condition: SQL | undefined,
  { limit, order }: { limit: number; order: SQL },
): Promise<DocumentRow[]> {
  return viewer.ledger
    .select()
    .from(documents)
    .where(and(eq(documents.tenant_id, viewer.tenant.id), condition))
    .orderBy(order)
    .limit(limit);
}

async function one(viewer: Viewer, condition: SQL): Promise<KeptDocument | null> {
  const [row] = await select(viewer, condition, 1);
  return row ? kept(viewer, row) : null;
}

type Move = {
  document_id: string;
  change: Partial<DocumentRow> & Pick<DocumentRow, "state">;
  now: number;
  /** Where it must stand. */
  from: readonly DocumentState[];
};

/** False where it stands somewhere else by now, or the entry has a paper already: then nothing is changed. */
async function move(writer: Writer, { document_id, change, now, from }: Move): Promise<boolean> {
  const updated_at = new Date(now).toISOString();
  const where = and(
    eq(documents.tenant_id, writer.tenant.id),
    eq(documents.id, document_id),
    inArray(documents.state, [...from]),
  );
  const statement = statementOf(
    draft
      .update(documents)
      .set({ ...change, updated_at })
      .where(where),
  );
  const { committed } = await commit(writer, { action: "document.update", targets: [document_id], at: now }, [
    statement,
  ]);
  if (!committed) return false;
  const [row] = await select(writer, eq(documents.id, document_id), 1);
  return row?.state === change.state && (change.entry_id === undefined || change.entry_id === row.entry_id);
}

async function sourceKey(viewer: Viewer, sourceRef: string): Promise<string> {
  return viewer.keyOf("document-source", sourceRef);
}

export async function paperKeyOf(viewer: Viewer, extraction: Extraction): Promise<string | null> {
  const paper = paperIdOf(extraction);
  return paper && paperKey(viewer, paper);
}

export async function stampKey(viewer: Viewer, { stamp_text }: Marks): Promise<string | null> {
  return stamp_text === null ? null : viewer.keyOf("stamp", stamp_text);
}

type Column = { id: string; column: "extraction" | "answers" };

async function seal(writer: Writer, { id, column }: Column, value: unknown): Promise<string> {
  return writer.seal(placeOf(column, id), JSON.stringify(value));
}

function placeOf(column: string, row: string): { table: string; column: string; row: string } {
  return { table: "documents", column, row };
}

export async function kept(viewer: Viewer, row: DocumentRow): Promise<KeptDocument> {
  const { id, state, reason, mime_type, bytes, sha256, entry_id, twin_id, r2_key, created_at, updated_at } = row;
  const open = async (column: string, sealed: string | null): Promise<string | null> =>
    sealed === null ? null : viewer.unseal(placeOf(column, id), sealed);
  const extraction = await open("extraction", row.extraction_sealed);
  const answers = await open("answers", row.answers_sealed);
  return {
    id,
    state,
    reason,
    mime_type,
    bytes,
    sha256,
    entry_id,
    twin_id,
    r2_key,
    created_at,
    updated_at,
    filename: await open("filename", row.filename_sealed),
    extraction: extraction === null ? null : (JSON.parse(extraction) as Extraction),
    answers: answers === null ? [] : (JSON.parse(answers) as FieldAnswer[]),
    declined: JSON.parse(row.declined) as string[],
    match: entry_id === null ? null : { entry_id, by: state === "linked" ? "link" : "booking" },
  };
}
