import { addMonths, firstDayOf, lastDayOf, type CivilDate, type Currency, type Money, type Month } from "#kernel";
import type { Viewer } from "#tenants";
import { categoryOrOther } from "./account.ts";
import { openDebts, type Debt } from "./debts/debt.ts";
import { counterpartyKey } from "./row.ts";
import { flowSums, type FlowSum } from "./store.ts";
import { exact, exactTotal } from "./sum.ts";

const MEAN_MONTHS = 3;

export type CategoryTotal = { category: string; kind: "income" | "expense"; currency: Currency; amount_minor: number };

/** `mean_minor`: a month's mean over the three before, rounded to the minor unit. */
export type CategoryComparison = Omit<CategoryTotal, "currency"> & { mean_minor: number };

/** Income and expense of a period. A credit sale is income before it is cash; settling it later is not income again. */
export type Earnings = { income: Money; expense: Money; result: Money };

export type Summary = Earnings & {
  period: Month;
  /** What the owner took out: no expense. */
  withdrawals: Money;
  /** IVA inside the income (debit) and inside the expense (credit). */
  tax: { debit_minor: number; credit_minor: number };
  by_category: CategoryComparison[];
  mean: Earnings & { months: Month[]; months_with_entries: number };
  debts: { por_cobrar: Money; por_pagar: Money };
  /** What was earned and spent in currencies that are not the tenant's; never added to the rest. */
  other_currencies: Earnings[];
};

/** A month of the books in the tenant's currency, against the mean of the three months before. */
export async function summary(viewer: Viewer, month: Month): Promise<Summary> {
  const months = Array.from({ length: MEAN_MONTHS }, (_, i) => addMonths(month, i - MEAN_MONTHS));
  const from = firstDayOf(months[0] ?? month);
  const flows = await flowSums(viewer, { from, to: lastDayOf(month), category: null, counterparty_key: null });
  return summaryOf({ month, months, flows, debts: await openDebts(viewer), currency: viewer.tenant.currency });
}

type Figures = { month: Month; months: Month[]; flows: FlowSum[]; debts: Debt[]; currency: Currency };

function summaryOf({ month, months, flows, debts, currency }: Figures): Summary {
  const own = flows.filter((flow) => flow.currency === currency);
  const now = own.filter((flow) => flow.month === month);
  const before = own.filter((flow) => flow.month !== month);
  const foreign = flows.filter((flow) => flow.month === month && flow.currency !== currency);
  const others = [...new Set(foreign.map((flow) => flow.currency))];
  const owing = (direction: Debt["direction"]): Money => ({
    amount_minor: exactTotal(
      debts.filter((d) => d.direction === direction && d.currency === currency).map((d) => String(d.amount_minor)),
    ),
    currency,
  });
  return {
    period: month,
    ...resultOf(now, currency),
    withdrawals: { amount_minor: exactTotal(now.map((flow) => flow.withdrawals)), currency },
    tax: {
      debit_minor: exactTotal(now.map((flow) => flow.tax_debit)),
      credit_minor: exactTotal(now.map((flow) => flow.tax_credit)),
    },
    by_category: compared(categoriesOf(now), categoriesOf(before)),
    mean: { ...meanOf(resultOf(before, currency)), months, months_with_entries: monthsIn(before) },
    debts: { por_cobrar: owing("por_cobrar"), por_pagar: owing("por_pagar") },
    other_currencies: others.map((code) =>
      resultOf(
        foreign.filter((flow) => flow.currency === code),
        code,
      ),
    ),
  };
}

/** Inclusive days; the category and the counterparty only where they are named. */
export type Period = { from: CivilDate; to: CivilDate; category?: string; counterparty?: string };

export type Totals = {
  currency: Currency;
  income_minor: number;
  expense_minor: number;
  withdrawals_minor: number;
  /** Entries that stand. */
  entries: number;
};

/** What was earned and spent in a period, per currency; the tenant's own stands first and is always there. */
export async function totals(viewer: Viewer, period: Period): Promise<Totals[]> {
  const flows = await flowsIn(viewer, period);
  const currencies = [...new Set([viewer.tenant.currency, ...flows.map((flow) => flow.currency)])];
  return currencies.map((currency) => {
    const own = flows.filter((flow) => flow.currency === currency);
    return {
      currency,
      income_minor: exactTotal(own.map((flow) => flow.income)),
      expense_minor: exactTotal(own.map((flow) => flow.expense)),
      withdrawals_minor: exactTotal(own.map((flow) => flow.withdrawals)),
      entries: own.reduce((sum, flow) => sum + flow.entries, 0),
    };
  });
}

/** What was earned and spent under each category, the largest first. */
export async function categoryTotals(viewer: Viewer, period: Period): Promise<CategoryTotal[]> {
  return categoriesOf(await flowsIn(viewer, period));
}

async function flowsIn(viewer: Viewer, period: Period): Promise<FlowSum[]> {
  const { from, to, category, counterparty } = period;
  const counterparty_key = counterparty === undefined ? null : await counterpartyKey(viewer, counterparty);
  return flowSums(viewer, { from, to, category: category ?? null, counterparty_key });
}

function resultOf(flows: readonly FlowSum[], currency: Currency): Earnings {
  const income = exactTotal(flows.map((flow) => flow.income));
  const expense = exactTotal(flows.map((flow) => flow.expense));
  const money = (amount_minor: number): Money => ({ amount_minor, currency });
  return { income: money(income), expense: money(expense), result: money(income - expense) };
}

function meanOf(total: Earnings): Earnings {
  return { income: monthly(total.income), expense: monthly(total.expense), result: monthly(total.result) };
}

function monthly(money: Money): Money {
  return { ...money, amount_minor: Math.round(money.amount_minor / MEAN_MONTHS) };
}

function monthsIn(flows: readonly FlowSum[]): number {
  return new Set(flows.filter((flow) => flow.entries > 0).map((flow) => flow.month)).size;
}

function categoriesOf(flows: readonly FlowSum[]): CategoryTotal[] {
  const found = new Map<string, CategoryTotal>();
  for (const flow of flows) {
    for (const kind of ["income", "expense"] as const) {
      if (flow[kind] === "0") continue;
      const category = categoryOrOther(flow.category, kind);
      const key = `${kind}|${category}|${flow.currency}`;
      const before = found.get(key)?.amount_minor ?? 0;
      found.set(key, { category, kind, currency: flow.currency, amount_minor: before + exact(flow[kind]) });
    }
  }
  return [...found.values()]
    .filter((one) => one.amount_minor !== 0)
    .toSorted((a, b) => b.amount_minor - a.amount_minor);
}

/** Every category of either side of the comparison: one that fell to nothing is news too. */
function compared(now: readonly CategoryTotal[], before: readonly CategoryTotal[]): CategoryComparison[] {
  const isSame = (a: CategoryTotal) => (b: CategoryTotal) => a.category === b.category && a.kind === b.kind;
  const gone = before.filter((one) => !now.some(isSame(one))).map((one) => ({ ...one, amount_minor: 0 }));
  return [...now, ...gone].map(({ category, kind, amount_minor, ...rest }) => {
    const total = before.find(isSame({ category, kind, amount_minor, ...rest }))?.amount_minor ?? 0;
    return { category, kind, amount_minor, mean_minor: Math.round(total / MEAN_MONTHS) };
  });
}
