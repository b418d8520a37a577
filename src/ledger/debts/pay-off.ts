import type { OpenDebt } from "./debt.ts";

/** How much of a payment falls on a debt. */
export type Share = { debt: OpenDebt; amount_minor: number };

/** `rest_minor`: what was paid beyond all of these debts. */
export type Payment = { shares: Share[]; rest_minor: number };

/** Pays the debts in the order given. Pure. */
export function payOff(amountMinor: number, debts: readonly OpenDebt[]): Payment {
  const shares: Share[] = [];
  let rest_minor = amountMinor;
  for (const debt of debts) {
    if (rest_minor === 0) break;
    const amount_minor = Math.min(rest_minor, debt.amount_minor);
    shares.push({ debt, amount_minor });
    rest_minor -= amount_minor;
  }
  return { shares, rest_minor };
}

/** The debts once a payment was made: what it paid is gone or less. */
export function afterPayment(debts: readonly OpenDebt[], { shares }: Pick<Payment, "shares">): OpenDebt[] {
  const paid = new Map(shares.map(({ debt, amount_minor }) => [debt.entry_id, amount_minor]));
  return debts
    .map((debt) => ({ ...debt, amount_minor: debt.amount_minor - (paid.get(debt.entry_id) ?? 0) }))
    .filter((debt) => debt.amount_minor > 0);
}
