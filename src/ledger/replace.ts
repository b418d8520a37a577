import { assert, nameKey } from "#kernel";
import { liquidAccount } from "./account.ts";
import type { Entry, EntryPatch, NewEntry, Transfer } from "./entry.ts";
import { isRefund, isReturn, isSettlement } from "./errors.ts";

type Request = Pick<NewEntry, "source" | "source_ref">;

/** A booked entry with a correction applied, ready to be booked in its place. What the patch leaves open stays. */
export function patched(entry: Entry, patch: EntryPatch, request: Request): NewEntry {
  assert(entry.type !== "reversa", "a reversal is not corrected");
  const told = toldIn(patch);
  const type = told.type ?? entry.type;
  const direction = told.direction === undefined ? directionAfter(entry, type) : told.direction;
  const { transfer = transferOf(entry), ...fields } = told;
  return {
    amount_minor: entry.amount_minor,
    currency: entry.currency,
    date: entry.date,
    due_date: entry.due_date,
    concept: entry.concept,
    counterparty: entry.counterparty,
    document_id: entry.document_id,
    category: sideOf(type, direction) === sideOf(entry.type, entry.direction) ? entry.category : null,
    ...settledBy(entry, { ...told, type, direction }),
    ...taxAfter(entry, told),
    ...fields,
    type,
    direction,
    source: request.source,
    source_ref: request.source_ref,
    ...(type === "transferencia" && transfer && { transfer }),
    ...(type === entry.type && direction === entry.direction && isReturn(entry) && { returned: true }),
    ...(type === entry.type && direction === entry.direction && isRefund(entry) && { refund: true }),
  };
}

/** A payment made to somebody else, or of another kind, is of no debt that was named before; the open debts tell anew. */
function settledBy(entry: Entry, after: EntryPatch & Pick<NewEntry, "type" | "direction">): SettledPart {
  const loan = entry.loan && after.type === entry.type;
  if (!isSettlement(after)) return { loan, settles_id: null };
  const { currency = entry.currency, counterparty = entry.counterparty } = after;
  const stays =
    after.type === entry.type &&
    after.direction === entry.direction &&
    currency === entry.currency &&
    nameKey(counterparty ?? "") === nameKey(entry.counterparty ?? "");
  return stays ? { loan, settles_id: entry.settles_id } : { settles_id: null };
}

type SettledPart = Pick<NewEntry, "loan" | "settles_id">;

/** A field that is there without a value changes nothing. */
function toldIn(patch: EntryPatch): EntryPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** A movement that turns out to be a debt is owed the way it would have been paid, and the other way round. */
function directionAfter(entry: Entry, type: NewEntry["type"]): NewEntry["direction"] {
  if (type === entry.type) return entry.direction;
  if (type !== "deuda") return null;
  return entry.type === "ingreso" ? "por_cobrar" : "por_pagar";
}

/** The accounts a transfer went between, read back from its posting. */
function transferOf(entry: Entry): Transfer | null {
  const [posting] = entry.postings;
  if (entry.type !== "transferencia" || !posting) return null;
  const prefix = liquidAccount("");
  return { from: posting.credit.slice(prefix.length), to: posting.debit.slice(prefix.length) };
}

/** Income and spending have no category in common, so a change of side leaves it open. */
function sideOf(type: Entry["type"], direction: Entry["direction"]): "in" | "out" | "none" {
  if (type === "ingreso" || (type === "deuda" && direction === "por_cobrar")) return "in";
  return type === "egreso" || type === "deuda" ? "out" : "none";
}

type TaxSplit = Pick<NewEntry, "net_minor" | "tax_minor">;

const NO_SPLIT: TaxSplit = { net_minor: null, tax_minor: null };

function taxAfter(entry: Entry, told: EntryPatch): TaxSplit {
  if (told.net_minor !== undefined || told.tax_minor !== undefined) return NO_SPLIT;
  const { net_minor, tax_minor } = entry;
  const amount = told.amount_minor ?? entry.amount_minor;
  if (amount === entry.amount_minor) return { net_minor, tax_minor };
  return net_minor === null || tax_minor === null
    ? NO_SPLIT
    : shared(entry.amount_minor, { net_minor, tax_minor }, amount);
}

/** The same shares of another amount, to the minor unit; what was net and tax alone stays so. */
function shared(before: number, split: { net_minor: number; tax_minor: number }, amount: number): TaxSplit {
  const net_minor = Math.round((split.net_minor / before) * amount);
  const isWhole = split.net_minor + split.tax_minor === before;
  const tax_minor = isWhole ? amount - net_minor : Math.round((split.tax_minor / before) * amount);
  return { net_minor, tax_minor: Math.min(tax_minor, amount - net_minor) };
}
