import { assert, type CivilDate, type Currency } from "#kernel";
import type { Viewer } from "#tenants";
import type { DebtDirection } from "../entry.ts";
import { openWord } from "../row.ts";
import { exactTotal } from "../sum.ts";
import { openDebtRows, type OpenDebtRow } from "./store.ts";

/** How many open debts are told one by one; sums cover all of them. */
const OPEN_DEBTS_MAX = 1_000;

/** A debt of which something is open. */
export type OpenDebt = {
  entry_id: string;
  /** Its paper; null where it was told. */
  document_id: string | null;
  direction: DebtDirection;
  counterparty: string | null;
  concept: string | null;
  category: string | null;
  /** Its tax stands apart: an invoice to the business itself. */
  taxed: boolean;
  loan: boolean;
  /** Still open: above 0, at most `original_minor`. */
  amount_minor: number;
  original_minor: number;
  currency: Currency;
  date: CivilDate;
  due_date: CivilDate | null;
};

/**
 * Debts not wholly settled, oldest first. A payment that names its debt goes to that one; any other, and what was paid
 * beyond, to the oldest of the same counterparty, direction and currency.
 */
export async function openDebtEntries(viewer: Viewer): Promise<OpenDebt[]> {
  const rows = (await openDebtRows(viewer)).slice(0, OPEN_DEBTS_MAX);
  return Promise.all(rows.map((open) => openDebtOf(viewer, open)));
}

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
  const rows = (await openDebtRows(viewer)).filter(({ row }) => direction === undefined || row.direction === direction);
  const parties = Map.groupBy(rows, ({ row }) => `${row.direction}|${row.currency}|${row.counterparty_key ?? ""}`);
  const debts = await Promise.all([...parties.values()].map((open) => debtOf(viewer, open)));
  return debts.toSorted((a, b) => b.amount_minor - a.amount_minor);
}

async function debtOf(viewer: Viewer, open: readonly OpenDebtRow[]): Promise<Debt> {
  const newest = open.reduce((last, one) => (one.row.seq > last.row.seq ? one : last)).row;
  const dueDates = open.flatMap(({ row }) => row.due_date ?? []);
  return {
    direction: directionOf(newest),
    counterparty: await openWord(viewer, newest, "counterparty"),
    currency: newest.currency,
    amount_minor: exactTotal(open.map(({ open_minor }) => String(open_minor))),
    due_date: dueDates.toSorted()[0] ?? null,
    entries: open.length,
  };
}

async function openDebtOf(viewer: Viewer, { row, open_minor }: OpenDebtRow): Promise<OpenDebt> {
  return {
    entry_id: row.id,
    document_id: row.document_id,
    direction: directionOf(row),
    counterparty: await openWord(viewer, row, "counterparty"),
    concept: await openWord(viewer, row, "concept"),
    category: row.category,
    taxed: row.tax_minor !== null,
    loan: row.loan,
    amount_minor: open_minor,
    original_minor: row.amount_minor,
    currency: row.currency,
    date: row.date,
    due_date: row.due_date,
  };
}

function directionOf({ direction }: OpenDebtRow["row"]): DebtDirection {
  assert(direction !== null, "a debt says who owes");
  return direction;
}
