import { isCivilDate } from "#kernel";
import { CASH, WITHDRAWALS } from "./account.ts";
import type { Entry, NewEntry } from "./entry.ts";

/** Longest natural key, in UTF-16 units; a WhatsApp message id has some 60. */
const SOURCE_REF_CHARS_MAX = 500;

const SLUG = /^[a-z0-9_]{1,40}$/;
const CURRENCY = /^([A-Z]{3}|UF)$/;

export type EntryRefusal = {
  reason:
    | "amount"
    | "tax"
    | "currency"
    | "date"
    | "direction"
    | "category"
    | "source_ref"
    | "transfer"
    | "settles"
    | "returned"
    | "refund";
  field: keyof NewEntry;
};

/** Why an entry can't be booked as it stands, or null when it can. */
export function refusalOf(entry: NewEntry): EntryRefusal | null {
  for (const [field, reason, holds] of RULES) {
    if (!holds(entry)) return { reason, field };
  }
  return null;
}

type Rule = [field: keyof NewEntry, reason: EntryRefusal["reason"], holds: (entry: NewEntry) => boolean];

const RULES: readonly Rule[] = [
  ["amount_minor", "amount", (entry) => Number.isSafeInteger(entry.amount_minor) && entry.amount_minor > 0],
  ["net_minor", "tax", (entry) => isPart(entry.net_minor, entry.amount_minor)],
  [
    "tax_minor",
    "tax",
    (entry) => isPart(entry.tax_minor, entry.amount_minor) && entry.tax_minor !== entry.amount_minor,
  ],
  ["tax_minor", "tax", (entry) => (entry.net_minor ?? 0) + (entry.tax_minor ?? 0) <= entry.amount_minor],
  ["currency", "currency", (entry) => CURRENCY.test(entry.currency)],
  ["date", "date", (entry) => isCivilDate(entry.date)],
  ["due_date", "date", (entry) => entry.due_date === null || isCivilDate(entry.due_date)],
  ["direction", "direction", hasItsDirection],
  ["category", "category", (entry) => entry.category === null || SLUG.test(entry.category)],
  [
    "source_ref",
    "source_ref",
    (entry) => entry.source_ref.length > 0 && entry.source_ref.length <= SOURCE_REF_CHARS_MAX,
  ],
  ["transfer", "transfer", hasItsTransfer],
  ["settles_id", "settles", (entry) => (entry.settles_id ?? null) === null || isSettlement(entry)],
  ["refund", "refund", (entry) => !entry.refund || isPlain(entry)],
  ["returned", "returned", (entry) => !entry.returned || (isSettlement(entry) && !entry.loan)],
];

/** Money that pays a debt and was earned or spent when the debt was made. */
export function isSettlement({ type, direction }: Pick<Entry, "type" | "direction">): boolean {
  return (type === "ingreso" || type === "egreso") && direction !== null;
}

/** Money that was earned or spent at once, and of which nobody owed anything. */
function isPlain({ type, direction }: Pick<Entry, "type" | "direction">): boolean {
  return (type === "ingreso" || type === "egreso") && direction === null;
}

/** Income that takes back of what was spent, or spending that gives back of what was earned. */
export function isRefund(entry: Pick<Entry, "type" | "direction" | "postings">): boolean {
  const [posting] = entry.postings;
  if (!isPlain(entry) || !posting) return false;
  return entry.type === "ingreso" ? !posting.credit.startsWith("ingreso:") : !isSpent(posting.debit);
}

function isSpent(account: string): boolean {
  return account.startsWith("gasto:") || account === WITHDRAWALS;
}

/** A debt that was lowered by a credit note, and not paid. */
export function isReturn(entry: Pick<Entry, "type" | "direction" | "postings">): boolean {
  return (
    isSettlement(entry) &&
    entry.postings.length > 0 &&
    entry.postings.every(({ debit, credit }) => debit !== CASH && credit !== CASH)
  );
}

function isPart(part: number | null, whole: number): boolean {
  return part === null || (Number.isSafeInteger(part) && part >= 0 && part <= whole);
}

/** A debt says who owes; income settles only what others owe, spending only what we owe; a transfer owes nothing. */
function hasItsDirection({ type, direction }: NewEntry): boolean {
  if (type === "deuda") return direction !== null;
  if (type === "ingreso") return direction !== "por_pagar";
  if (type === "egreso") return direction !== "por_cobrar";
  return direction === null;
}

const NOT_LIQUID = ["por_cobrar", "iva_credito"];

function hasItsTransfer({ type, transfer }: NewEntry): boolean {
  if (transfer === undefined) return true;
  const names = [transfer.from, transfer.to];
  const known = names.every((name) => SLUG.test(name) && !NOT_LIQUID.includes(name));
  return type === "transferencia" && transfer.from !== transfer.to && known;
}
