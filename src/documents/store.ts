import { and, desc, eq, inArray, lt, ne, type SQL } from "drizzle-orm";
import { draft, statementOf } from "#database";
import { assert } from "#kernel";
import { commit, type Viewer, type Writer } from "#tenants";
import type { Extraction } from "./extraction.ts";
import { documents, type DocumentRow, type DocumentState } from "./tables.ts";

/** A document as the API shows it. */
export type StoredDocument = {
  id: string;
  state: DocumentState;
  reason: string | null;
  mime_type: string | null;
  bytes: number | null;
  sha256: string | null;
  filename: string | null;
  extraction: Extraction | null;
  entry_id: string | null;
  /** The entry that the document was matched to: today the one booked from it. */
  match: { entry_id: string } | null;
  created_at: string;
  updated_at: string;
};

/** With the place of its file, which the API does not show. */
export type KeptDocument = StoredDocument & { r2_key: string | null };

export type Receipt = {
  id: string;
  contact_id: string | null;
  conversation: string | null;
  source: "whatsapp" | "api" | "web";
  /** The natural key: the same message brings the same document. */
  source_ref: string;
  sha256: string;
  mime_type: string | null;
  bytes: number;
  r2_key: string | null;
  filename: string | null;
  now: number;
};

/** Files what arrived. The same message twice is the same document. */
export async function receiveDocument(writer: Writer, receipt: Receipt): Promise<StoredDocument> {
  const { id, source_ref, filename, now, ...facts } = receipt;
  const at = new Date(now).toISOString();
  const row = {
    ...facts,
    tenant_id: writer.tenant.id,
    id,
    source_key: await sourceKey(writer, source_ref),
    filename_sealed:
      filename === null ? null : await writer.seal({ table: "documents", column: "filename", row: id }, filename),
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
  now: number;
};

/** Files what was read, or why nothing was. */
export async function saveReading(writer: Writer, reading: Reading): Promise<void> {
  const { document_id, state, reason, extraction, now } = reading;
  const change = {
    state,
    reason,
    updated_at: new Date(now).toISOString(),
    paper_key: extraction ? await paperKey(writer, extraction) : null,
    extraction_sealed: extraction ? await sealExtraction(writer, document_id, extraction) : null,
  };
  await update(writer, { document_id, change, now });
}

export type Settlement = {
  document_id: string;
  state: "booked" | "discarded" | "review";
  entry_id: string | null;
  now: number;
};

/** What a person, or a proof, decided of a document. */
export async function settleDocument(writer: Writer, { document_id, state, entry_id, now }: Settlement): Promise<void> {
  const change = { state, updated_at: new Date(now).toISOString(), ...(entry_id === null ? {} : { entry_id }) };
  await update(writer, { document_id, change, now });
}

export async function findDocument(viewer: Viewer, id: string): Promise<KeptDocument | null> {
  const [row] = await viewer.ledger
    .select()
    .from(documents)
    .where(own(viewer, eq(documents.id, id)))
    .limit(1);
  return row ? { ...(await shown(viewer, row)), r2_key: row.r2_key } : null;
}

export async function documentBySource(viewer: Viewer, sourceRef: string): Promise<KeptDocument | null> {
  const key = await sourceKey(viewer, sourceRef);
  const [row] = await viewer.ledger
    .select()
    .from(documents)
    .where(own(viewer, eq(documents.source_key, key)))
    .limit(1);
  return row ? { ...(await shown(viewer, row)), r2_key: row.r2_key } : null;
}

/** An earlier document that counts: the same bytes, or the same folio of the same issuer. */
export async function findTwin(
  viewer: Viewer,
  id: string,
  sameAs: { sha256: string } | { extraction: Extraction },
): Promise<string | null> {
  const key = "sha256" in sameAs ? null : await paperKey(viewer, sameAs.extraction);
  if (!("sha256" in sameAs) && key === null) return null;
  const same = "sha256" in sameAs ? eq(documents.sha256, sameAs.sha256) : eq(documents.paper_key, key ?? "");
  const counts = inArray(documents.state, ["needs_confirmation", "booked"]);
  const [row] = await viewer.ledger
    .select({ id: documents.id })
    .from(documents)
    .where(own(viewer, and(same, counts, ne(documents.id, id))))
    .limit(1);
  return row?.id ?? null;
}

export type Page = { documents: StoredDocument[]; next_cursor: string | null };

/** Newest first; ids are ULIDs, so they sort by time. @param cursor the last id of the page before */
export async function listDocuments(
  viewer: Viewer,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<Page> {
  const where = own(viewer, cursor === null ? undefined : lt(documents.id, cursor));
  const rows = await viewer.ledger
    .select()
    .from(documents)
    .where(where)
    .orderBy(desc(documents.id))
    .limit(limit + 1);
  const page = await Promise.all(rows.slice(0, limit).map((row) => shown(viewer, row)));
  return { documents: page, next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

type Update = { document_id: string; change: Partial<DocumentRow>; now: number };

async function update(writer: Writer, { document_id, change, now }: Update): Promise<void> {
  const where = own(writer, eq(documents.id, document_id));
  const statement = statementOf(draft.update(documents).set(change).where(where));
  await commit(writer, { action: "document.update", targets: [document_id], at: now }, [statement]);
}

function own(viewer: Viewer, condition: SQL | undefined): SQL | undefined {
  return and(eq(documents.tenant_id, viewer.tenant.id), condition);
}

async function sourceKey(viewer: Viewer, sourceRef: string): Promise<string> {
  return viewer.keyOf("document-source", sourceRef);
}

/** Issuer, kind and folio name a paper exactly; without all three there is no such name. */
async function paperKey(viewer: Viewer, { kind, fields }: Extraction): Promise<string | null> {
  if (!fields.merchant_tax_id || !fields.number || kind === "unknown") return null;
  return viewer.keyOf("paper", `${fields.merchant_tax_id}|${kind}|${fields.series ?? ""}|${fields.number}`);
}

async function sealExtraction(writer: Writer, id: string, extraction: Extraction): Promise<string> {
  return writer.seal({ table: "documents", column: "extraction", row: id }, JSON.stringify(extraction));
}

async function shown(viewer: Viewer, row: DocumentRow): Promise<StoredDocument> {
  const { id, state, reason, mime_type, bytes, sha256, entry_id, created_at, updated_at } = row;
  const open = async (column: string, sealed: string | null): Promise<string | null> =>
    sealed === null ? null : viewer.unseal({ table: "documents", column, row: id }, sealed);
  const extraction = await open("extraction", row.extraction_sealed);
  return {
    id,
    state,
    reason,
    mime_type,
    bytes,
    sha256,
    entry_id,
    created_at,
    updated_at,
    filename: await open("filename", row.filename_sealed),
    extraction: extraction === null ? null : (JSON.parse(extraction) as Extraction),
    match: entry_id === null ? null : { entry_id },
  };
}
