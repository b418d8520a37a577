import type { Extraction } from "#documents";
import { capital, tame, type CivilDate } from "#kernel";
import { refusalOf, type NewEntry } from "#ledger";

/** Credit notes and dispatch guides move money otherwise than a purchase does. */
const PURCHASES: ReadonlySet<string> = new Set(["boleta", "factura", "factura_exenta"]);

const MERCHANT_CHARS_MAX = 40;

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
  const { authenticity, fields, kind } = extraction;
  if (authenticity.verdict !== "authentic" || !PURCHASES.has(kind) || fields.total_minor === null) return null;
  if (own_tax_id !== null && fields.merchant_tax_id === own_tax_id) return null;
  const entry: NewEntry = {
    type: "egreso",
    direction: null,
    amount_minor: fields.total_minor,
    ...taxOf(extraction),
    currency: fields.currency,
    date: fields.date ?? today,
    due_date: null,
    concept: conceptOf(extraction),
    category: fields.category,
    counterparty: fields.merchant,
    source: "api",
    source_ref: `api:document:${document_id}`,
    document_id,
  };
  return refusalOf(entry) === null ? entry : null;
}

/** Only an invoice's tax may be deducted, and only where its parts make the whole. */
function taxOf({ kind, fields }: Extraction): { net_minor: number | null; tax_minor: number | null } {
  const { net_minor, tax_minor, total_minor } = fields;
  if (kind !== "factura" || net_minor === null || tax_minor === null) return { net_minor: null, tax_minor: null };
  return net_minor + tax_minor === total_minor ? { net_minor, tax_minor } : { net_minor: null, tax_minor: null };
}

function conceptOf({ kind, fields }: Extraction): string {
  const number = fields.number === null ? "" : ` ${fields.number}`;
  const merchant = fields.merchant === null ? "" : `, ${tame(fields.merchant, MERCHANT_CHARS_MAX)}`;
  return `${capital(kind.replace("_", " "))}${number}${merchant}`;
}
