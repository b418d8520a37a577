import { addDays, dateIn, type CivilDate } from "#kernel";
import { isSettlement, type Entry, type EntryPatch } from "#ledger";
import { ROUNDING_SHARE_MAX } from "#match";
import type { FieldAnswer } from "../answers.ts";
import { SURE_MIN } from "../doubts.ts";
import type { Extraction } from "../extraction.ts";
import { conceptOfPaper, deductibleTax, termOf } from "../proof.ts";
import { dueOn } from "../read/term.ts";

export type Adding = {
  document_id: string;
  extraction: Extraction;
  answers: readonly FieldAnswer[];
  /** The seller as the books know them. */
  merchant: string | null;
  /** The business's own. */
  own_tax_id: string | null;
  /** Where the business is. */
  time_zone: string;
  /** The day that the person has said it was of: no paper moves it. */
  day?: CivilDate | undefined;
};

/**
 * What a paper adds to the entry that it is of: its name, who sold, the tax that may be deducted, when it is due. What the
 * person told stands; only a sum that was told rounded becomes the one that was printed, and a tip stays in it, and where
 * nobody told another day than that of the telling, the printed one may count.
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
    date: adding.day ?? dayOf(entry, adding),
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

/** Who writes down a purchase a week late has paid it on the day of its boleta; of an older one that is anybody's guess. */
const MOVED_DAYS_MAX = 7;

/** Papers that are handed over for money: their day is that of the payment. */
const PAID_AT_ONCE: ReadonlySet<Extraction["kind"]> = new Set(["boleta", "comprobante", "recibo"]);

/** An invoice is paid on any day, often without a word on it; what is owed for it is owed since the day that it prints. */
function dayOf(entry: Entry, { extraction, answers, time_zone }: Adding): CivilDate {
  const { kind, fields, confidence } = extraction;
  const { date } = fields;
  const isUntold = entry.date === dateIn(Date.parse(entry.recorded_at), time_zone);
  if (!isUntold || isSettlement(entry) || entry.loan) return entry.date;
  if (date === null || date >= entry.date || confidence.date < SURE_MIN) return entry.date;
  if (entry.type === "deuda") return date;
  const isPaidThen = PAID_AT_ONCE.has(kind) && termOf(extraction, answers) === null;
  return isPaidThen && date >= addDays(entry.date, -MOVED_DAYS_MAX) ? date : entry.date;
}

function dueOf({ date }: Entry, { extraction, answers }: Adding): CivilDate | null {
  const credit = termOf(extraction, answers);
  return credit && dueOn(credit, extraction.fields.date ?? date);
}

/** What an entry was before it had this paper. */
export function withoutPaper(before: Entry): EntryPatch {
  const { document_id, amount_minor, net_minor, tax_minor, currency, ...words } = before;
  const { date, counterparty, concept, category, due_date } = words;
  const sums = { amount_minor, net_minor, tax_minor, currency };
  return { document_id, ...sums, date, counterparty, concept, category, due_date };
}

function isOpen(category: string | null): boolean {
  return category === null || category === "otros_gastos" || category === "otros_ingresos";
}

/** «45 lucas» of $45.670; with a tip it is more by a tenth, and stays. */
function isRounder(booked: number, total: number): boolean {
  return booked !== total && Math.abs(booked - total) <= total * ROUNDING_SHARE_MAX;
}
