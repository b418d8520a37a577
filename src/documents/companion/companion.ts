import { daysBetween, type CivilDate, type Currency } from "#kernel";
import type { Entry } from "#ledger";
import { likeness } from "#match";
import type { DocumentKind, Extraction } from "../extraction.ts";
import { isMoneySlip } from "../money-way.ts";
import { deductibleTax } from "../proof.ts";

// Two papers of one purchase: what was sold (a boleta, an invoice), and the slip of the money that paid it.

/** A paper of money, as it is held against another. */
export type Half = {
  kind: DocumentKind;
  is_slip: boolean;
  type: string;
  amount_minor: number | null;
  currency: Currency;
  date: CivilDate | null;
  merchant: string | null;
  merchant_tax_id: string | null;
  number: string | null;
};

/** An entry that has its paper, and what that one is. */
export type Papered = { entry: Entry; paper: Half };

export function halfOf(extraction: Extraction, type: string): Half {
  const { kind, fields } = extraction;
  const { total_minor: amount_minor, currency, date, merchant, merchant_tax_id, number } = fields;
  return {
    kind,
    is_slip: isMoneySlip(extraction),
    type,
    amount_minor,
    currency,
    date,
    merchant,
    merchant_tax_id,
    number,
  };
}

/** An invoice is paid within some days, a purchase at a till at once. */
const PAID_DAYS_MAX = 7;

/**
 * Whether both may be of one purchase: the one tells what was sold and the other that it was paid, by the same sum, and they
 * are of one party within days; or else of one day, for a voucher names its terminal's bank, or nobody. It is for somebody
 * to be asked, never to be taken for granted.
 */
export function mayBeOnePurchase(a: Half, b: Half): boolean {
  if (a.is_slip === b.is_slip || !SOLD.has(a.is_slip ? b.kind : a.kind)) return false;
  if (a.type !== b.type || a.currency !== b.currency) return false;
  if (a.amount_minor === null || a.amount_minor !== b.amount_minor) return false;
  const days = a.date === null || b.date === null ? null : Math.abs(daysBetween(a.date, b.date));
  return isOneParty(a, b) ? (days ?? 0) <= PAID_DAYS_MAX : days === 0;
}

const SOLD: ReadonlySet<DocumentKind> = new Set(["boleta", "factura", "factura_exenta", "recibo"]);

function isOneParty(a: Half, b: Half): boolean {
  if (a.merchant_tax_id !== null && a.merchant_tax_id === b.merchant_tax_id) return true;
  return a.merchant !== null && b.merchant !== null && likeness(a.merchant, b.merchant, []) !== "other";
}

/** The entry of the purchase that a paper may be the other half of; the newest, and none that was declined. */
export function companionOf(half: Half, papered: readonly Papered[], declined: readonly string[]): Papered | null {
  return papered.find(({ entry, paper }) => !declined.includes(entry.id) && mayBeOnePurchase(half, paper)) ?? null;
}

/**
 * What becomes of the second half of a purchase, once somebody has said that it is one. An invoice brings tax that may be
 * deducted, so it takes the place of the slip that stands in the books; any other is kept beside what stands.
 */
export function placeOfHalf(
  { type, tax_minor }: Entry,
  extraction: Extraction,
  ownTaxId: string | null,
): "takes_its_place" | "stays_beside" {
  const bringsTax = type === "egreso" && tax_minor === null && deductibleTax(extraction, ownTaxId).tax_minor !== null;
  return bringsTax ? "takes_its_place" : "stays_beside";
}
