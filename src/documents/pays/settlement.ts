import type { NewEntry, Payment, Share } from "#ledger";

type Settlement = Pick<
  NewEntry,
  "type" | "direction" | "amount_minor" | "category" | "counterparty" | "net_minor" | "tax_minor"
> & { due_date: null; settles_id: string; loan?: boolean };

/**
 * What a share of a slip's money is in the books: money that settles what was owed, neither earned nor spent.
 * @param party whom the slip names, where the debt names nobody
 */
export function settlementOf({ debt, amount_minor }: Share, party: string | null): Settlement {
  const { direction, entry_id: settles_id, loan } = debt;
  return {
    type: direction === "por_cobrar" ? "ingreso" : "egreso",
    direction,
    amount_minor,
    net_minor: null,
    tax_minor: null,
    due_date: null,
    category: null,
    counterparty: debt.counterparty ?? party,
    settles_id,
    ...(loan && { loan }),
  };
}

/**
 * The entries of a slip's money, whose amounts are together that of `whole`, the entry that it would be if it paid nothing:
 * one for each debt, and what was paid beyond them, which is a sale or an expense.
 */
export function entriesPaid(
  whole: NewEntry,
  { shares, rest_minor }: Payment,
  settled: (share: Share) => Partial<NewEntry>,
): NewEntry[] {
  const paid = shares.map((share) => ({ ...whole, ...settled(share) }));
  const rest = { ...whole, amount_minor: rest_minor, net_minor: null, tax_minor: null };
  return rest_minor > 0 ? [...paid, rest] : paid;
}
