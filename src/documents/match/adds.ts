import type { CivilDate } from "#kernel";
import type { Entry, EntryPatch } from "#ledger";
import type { FieldAnswer } from "../answers.ts";
import type { Extraction } from "../extraction.ts";
import { conceptOfPaper, deductibleTax, termOf } from "../proof.ts";
import { dueOn } from "../read/term.ts";
import { ROUNDING_SHARE_MAX } from "./signs.ts";

export type Adding = {
  document_id: string;
  extraction: Extraction;
  answers: readonly FieldAnswer[];
  /** The seller as the books know them. */
  merchant: string | null;
  /** The business's own. */
  own_tax_id: string | null;
};

/**
 * What a paper adds to the entry that it is of: its name, who sold, the tax that may be deducted, when it is due. What the person told
 * stands; only a sum that was told rounded becomes the one that was printed, and a tip stays in it.
 */
export function addsOfPaper(entry: Entry, adding: Adding): EntryPatch {
  const { document_id, extraction, merchant, own_tax_id } = adding;
  const { total_minor, category } = extraction.fields;
  const isRounded = total_minor !== null && isRounder(entry.amount_minor, total_minor);
  const amount_minor = isRounded ? total_minor : entry.amount_minor;
  const isWhole = amount_minor === total_minor;
  const tax = deductibleTax(extraction, own_tax_id);
  return {
    document_id,
    amount_minor,
    counterparty: entry.counterparty ?? merchant,
    concept: entry.concept ?? conceptOfPaper(extraction),
    category: isOpen(entry.category) ? (category ?? entry.category) : entry.category,
    ...(isWhole && isPurchase(entry) && tax.net_minor !== null && tax),
    ...(entry.type === "deuda" && { due_date: entry.due_date ?? dueOf(entry, adding) }),
  };
}

/** Paid, or owed for; a loan buys nothing. */
function isPurchase({ type, direction, loan }: Entry): boolean {
  return type === "egreso" || (type === "deuda" && direction === "por_pagar" && !loan);
}

function dueOf({ date }: Entry, { extraction, answers }: Adding): CivilDate | null {
  const credit = termOf(extraction, answers);
  return credit && dueOn(credit, extraction.fields.date ?? date);
}

/** What an entry was before it had a paper. */
export function withoutPaper(before: Entry): EntryPatch {
  const { amount_minor, net_minor, tax_minor, counterparty, concept, category, due_date } = before;
  return { document_id: null, amount_minor, net_minor, tax_minor, counterparty, concept, category, due_date };
}

function isOpen(category: string | null): boolean {
  return category === null || category === "otros_gastos" || category === "otros_ingresos";
}

/** «45 lucas» of $45.670; with a tip it is more by a tenth, and stays. */
function isRounder(booked: number, total: number): boolean {
  return booked !== total && Math.abs(booked - total) <= total * ROUNDING_SHARE_MAX;
}
