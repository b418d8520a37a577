import { assert, type Entropy } from "#kernel";
import { paperKey } from "#ledger";
import type { Statement } from "#database";
import { commit, type Writer } from "#tenants";
import { keyOf, type RcvDocument } from "../rcv/document.ts";
import { changeDocument, insertChange, insertDocument, rowsByKey, sealFacts, type SiiDocumentRow } from "../store.ts";
import { changeOf, monthOfRcv } from "./change.ts";
import { paperIdOf } from "./paper-id.ts";

/** Two statements for each that has changed, and the audit line: under the 100 of a batch. */
export const KEEP_BATCH_MAX = 40;

/** A try is lost only to another run with the same document, which the next one then finds. */
const KEEP_TRIES_MAX = 3;

export type Keeping = {
  documents: readonly RcvDocument[];
  run_id: string;
  source: "portal" | "file";
  /**
   * When the sync began that read them, ISO 8601; null of a file. What was claimed or accepted behind it the pages may not
   * know, and the next sync does.
   */
  begun_at: string | null;
  /** The business's own. */
  rut: string;
  now: number;
  entropy: Entropy;
};

/** Writes down what the tax service knows of documents: each once, its later states as changes. Answers the rows, in their order. */
export async function keepDocuments(writer: Writer, keeping: Keeping): Promise<SiiDocumentRow[]> {
  const { documents } = keeping;
  assert(documents.length > 0 && documents.length <= KEEP_BATCH_MAX, "a page has 1 to 40 documents");
  const keys = await Promise.all(documents.map((document) => documentKey(writer, document)));
  assert(new Set(keys).size === keys.length, "each document stands once in a page");
  for (let tries = 0; tries < KEEP_TRIES_MAX; tries++) {
    const known = await rowsByKey(writer, keys);
    const statements: Statement[] = [];
    const targets: string[] = [];
    for (const [i, document] of documents.entries()) {
      const key = keys[i] ?? "";
      const before = known.get(key);
      const adds = before
        ? await changed(writer, before, { document, keeping })
        : await added(writer, key, { document, keeping });
      if (adds.statements.length > 0) targets.push(adds.id);
      statements.push(...adds.statements);
    }
    const at = { action: "sii.keep" as const, targets, at: keeping.now };
    if (statements.length === 0 || (await commit(writer, at, statements)).committed) {
      const rows = await rowsByKey(writer, keys);
      return keys.map((key) => {
        const row = rows.get(key);
        assert(row, "what was just kept is there");
        return row;
      });
    }
  }
  throw new Error("the documents of a page are contended");
}

async function documentKey(writer: Writer, document: RcvDocument): Promise<string> {
  return writer.keyOf("sii-document", keyOf(document));
}

type Seen = { document: RcvDocument; keeping: Keeping };
type Adding = { id: string; statements: Statement[] };

async function added(writer: Writer, document_key: string, { document, keeping }: Seen): Promise<Adding> {
  const id = keeping.entropy.id();
  const at = new Date(keeping.now).toISOString();
  const row: SiiDocumentRow = {
    tenant_id: writer.tenant.id,
    id,
    document_key,
    paper_key: await paperKey(writer, paperIdOf(document, keeping.rut)),
    side: document.side,
    type: document.type,
    state: document.state,
    month: monthOfRcv(document),
    facts_sealed: await sealFacts(writer, id, document),
    facts_key: await factsKey(writer, document),
    declined: "[]",
    run_id: keeping.run_id,
    first_seen_at: at,
    changed_at: at,
  };
  return { id, statements: [insertDocument(row)] };
}

async function changed(writer: Writer, before: SiiDocumentRow, { document, keeping }: Seen): Promise<Adding> {
  const { id, tenant_id } = before;
  const isOlder = keeping.begun_at !== null && before.changed_at > keeping.begun_at;
  const after = isOlder ? before : changeOf(before, document, keeping.source);
  const facts_key = await factsKey(writer, document);
  const isMoved = after.state !== before.state || after.month !== before.month;
  const isNew = facts_key !== before.facts_key && (keeping.source === "portal" || isMoved);
  if (!isMoved && !isNew) return { id, statements: [] };
  const at = new Date(keeping.now).toISOString();
  const facts_sealed = isNew ? await sealFacts(writer, id, document) : before.facts_sealed;
  const { state, month } = after;
  const change = { state, month, facts_sealed, facts_key: isNew ? facts_key : before.facts_key, changed_at: at };
  const told = {
    tenant_id,
    id: keeping.entropy.id(),
    document_id: id,
    run_id: keeping.run_id,
    from_state: before.state,
    to_state: after.state,
    from_month: before.month,
    to_month: after.month,
    at,
  };
  return { id, statements: [changeDocument(before, change), ...(isMoved ? [insertChange(told)] : [])] };
}

/** State and month stand beside it. */
async function factsKey(writer: Writer, { state: _state, period: _period, ...facts }: RcvDocument): Promise<string> {
  return writer.keyOf("sii-facts", JSON.stringify(facts));
}
