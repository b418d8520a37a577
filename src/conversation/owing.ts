import { nameKey } from "#kernel";
import { isSettlement, openDebtEntries, type Entry, type OpenDebt } from "#ledger";
import type { Viewer } from "#tenants";
import type { OpenAgain, Owing } from "./effect.ts";

// What is still open with the other party once a payment was booked, or taken back.

/** Of a payment that was booked; null for what is none. */
export async function owingAfter(viewer: Viewer, entry: Entry): Promise<Owing | null> {
  return isSettlement(entry) ? owingOf(await openDebtEntries(viewer), entry) : null;
}

/** Payments that were taken back leave their debts open: each party that owes again, once. */
export async function owingAgain(viewer: Viewer, undone: readonly Entry[]): Promise<OpenAgain[]> {
  const payments = undone.filter(isSettlement);
  if (payments.length === 0) return [];
  const debts = await openDebtEntries(viewer);
  return firstOfEach(payments).flatMap((payment) => {
    const owing = owingOf(debts, payment);
    return owing && owing.money.amount_minor > 0 ? [{ ...owing, who: payment.counterparty }] : [];
  });
}

/** The debts of the payment's party; where it has none, the one that the payment settled. */
function owingOf(debts: readonly OpenDebt[], payment: Entry): Owing | null {
  const { direction, currency, counterparty, settles_id } = payment;
  if (direction === null) return null;
  const key = counterparty === null ? null : nameKey(counterparty);
  const open = debts.filter(
    (debt) =>
      debt.direction === direction &&
      debt.currency === currency &&
      (key === null ? debt.entry_id === settles_id : debt.counterparty !== null && nameKey(debt.counterparty) === key),
  );
  const amount_minor = open.reduce((sum, debt) => sum + debt.amount_minor, 0);
  return { direction, money: { amount_minor, currency } };
}

function firstOfEach(payments: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const payment of payments) {
    const { direction, currency, counterparty, settles_id } = payment;
    const key = JSON.stringify([direction, currency, counterparty === null ? settles_id : nameKey(counterparty)]);
    if (!first.has(key)) first.set(key, payment);
  }
  return [...first.values()];
}
