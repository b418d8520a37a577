import {
  CASH,
  expenseAccount,
  incomeAccount,
  liquidAccount,
  LOANS,
  PAYABLE,
  RECEIVABLE,
  TAX_CREDIT,
  TAX_DEBIT,
  WITHDRAWAL_CATEGORY,
  WITHDRAWALS,
} from "./account.ts";
import type { NewEntry, Posting, Transfer } from "./entry.ts";

const TRANSFER_DEFAULT: Transfer = { from: "caja", to: "banco" };

/** Debit and credit of an event; `tax` is the account that takes the tax part, on the side of what was earned or spent. */
type Sides = { debit: string; credit: string; tax: { side: "debit" | "credit"; account: string } | null };

/**
 * The double entry behind an event: one row, or two where net and tax are known apart. Every row has one debit, one
 * credit and a positive amount, and the rows add up to the amount of the entry.
 */
export function postingsOf(entry: NewEntry): Posting[] {
  const sides = sidesOf(entry);
  const { amount_minor, currency } = entry;
  const whole = { debit: sides.debit, credit: sides.credit, amount_minor, currency };
  const tax = taxPart(entry);
  if (sides.tax === null || tax === 0) return [whole];
  return [
    { ...whole, amount_minor: amount_minor - tax },
    { ...whole, [sides.tax.side]: sides.tax.account, amount_minor: tax },
  ];
}

/** The same rows the other way round. */
export function mirrored(postings: readonly Posting[]): Posting[] {
  return postings.map(({ debit, credit, ...rest }) => ({ debit: credit, credit: debit, ...rest }));
}

function taxPart(entry: NewEntry): number {
  return entry.net_minor === null ? 0 : (entry.tax_minor ?? 0);
}

function sidesOf(entry: NewEntry): Sides {
  if (entry.type === "transferencia") return transferred(entry.transfer ?? TRANSFER_DEFAULT);
  if (entry.type === "deuda") return entry.loan ? lent(entry) : owed(entry);
  if (entry.direction !== null) return entry.returned ? returned(entry) : settled(entry);
  if (entry.refund) return refunded(entry);
  return entry.type === "ingreso" ? earned(CASH, entry.category) : spent(CASH, entry.category);
}

/** What was bought and comes back, or what was sold and is given back: the same rows the other way round. */
function refunded({ type, category }: NewEntry): Sides {
  return turned(type === "ingreso" ? spent(CASH, category) : earned(CASH, category));
}

function transferred({ from, to }: Transfer): Sides {
  return { debit: liquidAccount(to), credit: liquidAccount(from), tax: null };
}

/** A sale or a purchase on credit: earned or spent now, paid later. */
function owed(entry: NewEntry): Sides {
  return entry.direction === "por_cobrar" ? earned(RECEIVABLE, entry.category) : spent(PAYABLE, entry.category);
}

function lent(entry: NewEntry): Sides {
  return entry.direction === "por_cobrar"
    ? { debit: RECEIVABLE, credit: CASH, tax: null }
    : { debit: CASH, credit: LOANS, tax: null };
}

/** «Me abonó» and «le aboné»: cash moves, nothing is earned or spent. */
function settled(entry: NewEntry): Sides {
  if (entry.type === "ingreso") return { debit: CASH, credit: RECEIVABLE, tax: null };
  return { debit: entry.loan ? LOANS : PAYABLE, credit: CASH, tax: null };
}

/** The purchase or the sale on credit, so far, the other way round. */
function returned(entry: NewEntry): Sides {
  return turned(owed(entry));
}

function turned({ debit, credit, tax }: Sides): Sides {
  return { debit: credit, credit: debit, tax: tax && { ...tax, side: tax.side === "debit" ? "credit" : "debit" } };
}

function earned(into: string, category: string | null): Sides {
  return { debit: into, credit: incomeAccount(category), tax: { side: "credit", account: TAX_DEBIT } };
}

function spent(from: string, category: string | null): Sides {
  if (category === WITHDRAWAL_CATEGORY) return { debit: WITHDRAWALS, credit: from, tax: null };
  return { debit: expenseAccount(category), credit: from, tax: { side: "debit", account: TAX_CREDIT } };
}
