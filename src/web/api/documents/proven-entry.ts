import { conceptOfPaper, deductibleTax, isProvenPurchase, type Extraction } from "#documents";
import type { CivilDate } from "#kernel";
import { refusalOf, type NewEntry } from "#ledger";

export type Paper = {
  document_id: string;
  extraction: Extraction;
  /** The tenant's own tax id: a paper that it issued itself is no purchase. */
  own_tax_id: string | null;
  today: CivilDate;
};

/**
 * The purchase that a paper proves, or null where somebody must be asked. Only a stamp that verifies proves issuer, folio,
 * date and total (contract §8).
 */
export function provenEntry({ document_id, extraction, own_tax_id, today }: Paper): NewEntry | null {
  const { fields } = extraction;
  if (!isProvenPurchase(extraction, own_tax_id) || fields.total_minor === null) return null;
  const entry: NewEntry = {
    type: "egreso",
    direction: null,
    amount_minor: fields.total_minor,
    ...deductibleTax(extraction),
    currency: fields.currency,
    date: fields.date ?? today,
    due_date: null,
    concept: conceptOfPaper(extraction),
    category: fields.category,
    counterparty: fields.merchant,
    source: "api",
    source_ref: `api:document:${document_id}`,
    document_id,
  };
  return refusalOf(entry) === null ? entry : null;
}
