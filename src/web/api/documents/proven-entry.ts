import {
  bookedUnder,
  conceptOfPaper,
  debtLowered,
  debtsOfParty,
  deductibleTax,
  entriesPaid,
  isForOther,
  isProvenPurchase,
  loweringOf,
  movementOf,
  settlementOf,
  termAnswered,
  termOf,
  wayOf,
  type Extraction,
  type FieldAnswer,
} from "#documents";
import type { CivilDate } from "#kernel";
import { payOff, refusalOf, type NewEntry, type OpenDebt } from "#ledger";
import type { Alias } from "#match";

export type Paper = {
  document_id: string;
  extraction: Extraction;
  /** What people have said of it, beside the fields that the extraction has already. */
  answers?: readonly FieldAnswer[];
  /** The tenant's own tax id: a paper that it issued itself is no purchase. */
  own_tax_id: string | null;
  today: CivilDate;
  /** What is open, of which a credit note may take back, and which a slip of money may pay. */
  debts?: readonly OpenDebt[];
  /** The tax ids of those who owe or are owed, by the entries of their debts. */
  tax_ids?: Readonly<Record<string, string>>;
  /** What was taught of names. */
  aliases?: readonly Alias[];
};

/**
 * The purchase that a paper proves, or null where somebody must be asked. Only a stamp that verifies proves issuer, folio,
 * date and total (contract §8).
 */
export function provenEntry(paper: Paper): NewEntry | null {
  const entry = isProven(paper) ? entryOfPaper(paper) : null;
  return entry && refusalOf(entry) === null ? entry : null;
}

/** An invoice to somebody else proves their purchase. */
function isProven({ extraction, own_tax_id }: Paper): boolean {
  return isProvenPurchase(extraction, own_tax_id) && !isForOther(extraction, own_tax_id);
}

/** The entry that a paper is booked as, once somebody has confirmed it; null where its total is not known. */
export function entryOfPaper(paper: Paper): NewEntry | null {
  const { document_id, extraction, answers = [], own_tax_id, today, debts = [] } = paper;
  const { fields } = extraction;
  if (fields.total_minor === null) return null;
  const type = wayOf(extraction, own_tax_id);
  const { category, seller } = bookedUnder(extraction, { type, own_tax_id });
  const date = fields.date ?? today;
  const { debtor, ...movement } = movementOf(extraction, { type, date, credit: termOf(extraction, answers) });
  const debt = termAnswered(answers) === null ? null : debtLowered(extraction, { type, debts });
  return {
    ...movement,
    amount_minor: fields.total_minor,
    ...deductibleTax(extraction, own_tax_id),
    currency: fields.currency,
    date,
    concept: conceptOfPaper(extraction),
    category,
    counterparty: seller ?? debtor,
    ...(debt && loweringOf(extraction, debt)),
    source: "api",
    source_ref: `api:document:${document_id}`,
    document_id,
  };
}

/**
 * A paper as it is booked: its own entry first. Money that its party owed, or was owed, settles that, oldest first; what is
 * beyond it is a sale or an expense. None where its total is not known.
 */
export function entriesOfPaper(paper: Paper): NewEntry[] {
  const whole = entryOfPaper(paper);
  if (!whole || (whole.type !== "ingreso" && whole.type !== "egreso")) return whole ? [whole] : [];
  const { extraction, debts = [], aliases = [], tax_ids = {}, own_tax_id } = paper;
  const owed = debtsOfParty(extraction, { type: whole.type, debts, aliases, tax_ids, own_tax_id });
  const payment = payOff(whole.amount_minor, owed);
  if (payment.shares.length === 0) return [whole];
  return entriesPaid(whole, payment, (share) => settlementOf(share, whole.counterparty)).map((entry, place) =>
    place === 0 ? entry : { ...entry, document_id: null, source_ref: `${whole.source_ref}:paid.${place}` },
  );
}
