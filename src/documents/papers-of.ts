import type { Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { answered } from "./answers.ts";
import type { DocumentKind } from "./extraction.ts";
import { issuerOf } from "./paper-id.ts";
import { findDocument } from "./store.ts";

/** The paper of an entry, by what tells it from any other. */
export type PaperOfEntry = {
  id: string;
  kind: DocumentKind;
  sii_type: number | undefined;
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
  const { kind, sii_type, fields } = answered(document.extraction, document.answers);
  const { merchant_tax_id, receiver_tax_id: buyer, number } = fields;
  const issuer_tax_id = issuerOf({ sii_type, fields });
  // Whoever did not issue it received it.
  const receiver_tax_id = issuer_tax_id === merchant_tax_id ? buyer : merchant_tax_id;
  return { id, kind, sii_type, issuer_tax_id, receiver_tax_id, number };
}
