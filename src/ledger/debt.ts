import type { CivilDate, Currency } from "#kernel";
import type { Viewer } from "#tenants";
import type { DebtDirection } from "./entry.ts";
import { openWord } from "./row.ts";
import { debtSums, liveDebts, type DebtSum, type StoredEntry } from "./store.ts";
import { exact } from "./sum.ts";

/** How far back debts are looked through for a name and a due date; sums cover all of the books. */
const DEBTS_READ_MAX = 1_000;

/** What is open between the tenant and one counterparty, in one currency. */
export type Debt = {
  direction: DebtDirection;
  /** As it was last written; null where no name was given. */
  counterparty: string | null;
  currency: Currency;
  amount_minor: number;
  /** The earliest date on which a part of it that is still open is due. */
  due_date: CivilDate | null;
  /** How many debts are not wholly settled. */
  entries: number;
};

/** Open debts, the largest first. @param direction only what is owed to us (`por_cobrar`) or by us (`por_pagar`) */
export async function openDebts(viewer: Viewer, direction?: DebtDirection): Promise<Debt[]> {
  const sums = (await debtSums(viewer)).filter((sum) => !sum.net.startsWith("-") && sum.net !== "0");
  const wanted = sums.filter((sum) => direction === undefined || sum.direction === direction);
  if (wanted.length === 0) return [];
  const live = await liveDebts(viewer, DEBTS_READ_MAX);
  const debts = await Promise.all(wanted.map((sum) => debtOf(viewer, sum, live)));
  return debts.toSorted((a, b) => b.amount_minor - a.amount_minor);
}

async function debtOf(viewer: Viewer, sum: DebtSum, live: readonly StoredEntry[]): Promise<Debt> {
  const amount = exact(sum.net);
  const own = live.filter(({ row }) => isOf(sum, row)).map(({ row }) => row);
  const open = stillOpen(own, amount);
  const dueDates = open.flatMap((row) => row.due_date ?? []);
  const [latest] = own;
  return {
    direction: sum.direction,
    counterparty: latest ? await openWord(viewer, latest, "counterparty") : null,
    currency: sum.currency,
    amount_minor: amount,
    due_date: dueDates.toSorted()[0] ?? null,
    entries: open.length,
  };
}

type Owed = Pick<StoredEntry["row"], "direction" | "counterparty_key" | "currency">;

function isOf(sum: DebtSum, row: Owed): boolean {
  return (
    row.direction === sum.direction && row.counterparty_key === sum.counterparty_key && row.currency === sum.currency
  );
}

type DatedAmount = { amount_minor: number; date: CivilDate; seq: number };

/** Payments settle the oldest first, so what is open is the newest debts up to the open amount. */
export function stillOpen<T extends DatedAmount>(debts: readonly T[], open: number): T[] {
  const newestFirst = debts.toSorted((a, b) => (a.date === b.date ? b.seq - a.seq : a.date < b.date ? 1 : -1));
  const kept: T[] = [];
  let rest = open;
  for (const debt of newestFirst) {
    if (rest <= 0) break;
    kept.push(debt);
    rest -= debt.amount_minor;
  }
  return kept;
}
