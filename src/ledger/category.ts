import { addMonths, firstDayOf, lastDayOf, type Currency, type Month } from "#kernel";
import type { Viewer } from "#tenants";
import { expenseAccount, incomeAccount, WITHDRAWAL_CATEGORY, WITHDRAWALS } from "./account.ts";
import { accountMonths } from "./store.ts";
import { exact } from "./sum.ts";

const MONTHS_BEFORE = 3;

type Flow = { category: string; kind: "income" | "expense"; currency: Currency; month: Month };

/** What went through a category in a month, tax included; `entries` that stand. */
type MonthOfCategory = { month: Month; total_minor: number; entries: number };

export type CategoryContext = Flow &
  MonthOfCategory & {
    /** The three months before, oldest first. */
    before: MonthOfCategory[];
  };

/** How a category stands in a month and stood in the three before. */
export async function categoryContext(viewer: Viewer, flow: Flow): Promise<CategoryContext> {
  const { category, kind, currency, month } = flow;
  const months = Array.from({ length: MONTHS_BEFORE }, (_, i) => addMonths(month, i - MONTHS_BEFORE));
  const from = firstDayOf(months[0] ?? month);
  const account = accountOf(category, kind);
  const found = await accountMonths(viewer, { ...account, currency, from, to: lastDayOf(month) });
  const of = (wanted: Month): MonthOfCategory => {
    const one = found.find((each) => each.month === wanted);
    return { month: wanted, total_minor: exact(one?.amount ?? "0"), entries: one?.entries ?? 0 };
  };
  return { category, kind, currency, ...of(month), before: months.map(of) };
}

/** Where the books count it, so that an entry without a category stands among the others. */
function accountOf(category: string, kind: Flow["kind"]): { account: string; side: "debit" | "credit" } {
  if (kind === "income") return { account: incomeAccount(category), side: "credit" };
  return { account: category === WITHDRAWAL_CATEGORY ? WITHDRAWALS : expenseAccount(category), side: "debit" };
}
