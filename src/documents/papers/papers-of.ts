import type { Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { answered } from "../answers.ts";
import type { DocumentKind } from "../extraction.ts";
import { issuerOf } from "../paper-id.ts";
import type { KeptDocument } from "../store.ts";
import { documentsById } from "./store.ts";

/** The paper of an entry, by what tells it from any other. */
export type PaperOfEntry = {
  id: string;
  kind: DocumentKind;
  sii_type: number | undefined;
  issuer_tax_id: string | null;
  receiver_tax_id: string | null;
  number: string | null;
};

/** The papers of these entries, as people have answered them: of a shop that photographs its receipts thousands. */
export async function papersOfEntries(viewer: Viewer, entries: readonly Entry[]): Promise<PaperOfEntry[]> {
  const ids = [...new Set(entries.flatMap(({ document_id }) => document_id ?? []))];
  return (await documentsById(viewer, ids)).flatMap(paperIn);
}

function paperIn({ id, extraction, answers }: KeptDocument): PaperOfEntry[] {
  if (!extraction) return [];
  const { kind, sii_type, fields } = answered(extraction, answers);
  const { merchant_tax_id, receiver_tax_id: buyer, number } = fields;
  const issuer_tax_id = issuerOf({ sii_type, fields });
  // Whoever did not issue it received it.
  const receiver_tax_id = issuer_tax_id === merchant_tax_id ? buyer : merchant_tax_id;
  return [{ id, kind, sii_type, issuer_tax_id, receiver_tax_id, number }];
}
