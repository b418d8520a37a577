import type { Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { answered } from "./answers.ts";
import type { DocumentKind } from "./extraction.ts";
import { findDocument } from "./store.ts";

/** The paper of an entry, by what tells it from any other. */
export type PaperOfEntry = {
  id: string;
  kind: DocumentKind;
  issuer_tax_id: string | null;
  receiver_tax_id: string | null;
  number: string | null;
};

/** Opened side by side; each is a query and two ciphertexts. */
const OPENED_AT_ONCE = 50;

/** The papers of these entries, as people have answered them. */
export async function papersOfEntries(viewer: Viewer, entries: readonly Entry[]): Promise<PaperOfEntry[]> {
  const ids = [...new Set(entries.flatMap(({ document_id }) => document_id ?? []))];
  const papers: PaperOfEntry[] = [];
  for (let i = 0; i < ids.length; i += OPENED_AT_ONCE) {
    const page = await Promise.all(ids.slice(i, i + OPENED_AT_ONCE).map((id) => paperOf(viewer, id)));
    papers.push(...page.filter((paper) => paper !== null));
  }
  return papers;
}

async function paperOf(viewer: Viewer, id: string): Promise<PaperOfEntry | null> {
  const document = await findDocument(viewer, id);
  if (!document?.extraction) return null;
  const { kind, fields } = answered(document.extraction, document.answers);
  const { merchant_tax_id: issuer_tax_id, receiver_tax_id, number } = fields;
  return { id, kind, issuer_tax_id, receiver_tax_id, number };
}
