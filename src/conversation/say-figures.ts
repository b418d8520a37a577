import { monthOf, tame, type Money, type Month } from "#kernel";
import type { Entry } from "#ledger";
import type { Words } from "#locales";
import type { NamedAmount, Outcome, Part } from "./effect.ts";
import { sayKnown } from "./say-asked.ts";
import { showDay, showEntry, showMoney, type Eyes } from "./show.ts";

// Balances, sums and lists in words.

const ENTRIES_SHOWN_MAX = 15;
const CATEGORIES_SHOWN_MAX = 8;
/** More rows than a phone shows at once are told as one sum. */
const DEBTS_SHOWN_MAX = 20;

type RefPart = Extract<Part, { ref: number }>;
type Figures = Extract<Outcome, { kind: "balance" | "summary" | "total" | "entries" | "debts" | "paper" | "papers" }>;

/** What the ledger answered to a question about it. */
export function sayFigures(part: RefPart, outcome: Figures, eyes: Eyes): string {
  const { words } = eyes;
  switch (outcome.kind) {
    case "balance": {
      const accounts = outcome.accounts.map(({ name, money }) => ({
        name: words.accounts[name] ?? name,
        amount: showMoney(money, eyes),
      }));
      return words.balance(showAll(outcome.cash, eyes), accounts);
    }
    case "summary":
      return words.summary({
        month: showMonth(outcome.month, words),
        income: showMoney(outcome.income, eyes),
        expense: showMoney(outcome.expense, eyes),
        result: showMoney(outcome.result, eyes),
        categories: outcome.categories.slice(0, CATEGORIES_SHOWN_MAX).map(({ name, money }) => ({
          name: words.categories[name] ?? name,
          amount: showMoney(money, eyes),
        })),
      });
    case "total":
      return part.part === "total" ? sayTotal(part, outcome.money, eyes) : "";
    case "entries":
      return part.part === "entries" ? sayEntries(outcome.entries, part, eyes) : "";
    case "paper":
    case "papers":
      return sayKnown(part, outcome, eyes);
    case "debts":
      return part.part === "debts" ? sayDebts(outcome.debts, part, eyes) : "";
  }
}

type DebtsPart = Pick<Extract<Part, { part: "debts" }>, "direction" | "due">;

function sayDebts(told: readonly NamedAmount[], { direction, due: byDay }: DebtsPart, eyes: Eyes): string {
  const debts = byDay ? told.toSorted((a, b) => ((a.due ?? NEVER) < (b.due ?? NEVER) ? -1 : 1)) : told;
  const rows = debts.slice(0, DEBTS_SHOWN_MAX);
  const rest = debts.slice(rows.length).map(({ money }) => money);
  return eyes.words.debts(
    direction,
    rows.map(({ name, money, due }) => ({
      who: byDay && due !== undefined ? `${showDay(due)} · ${tame(name)}` : tame(name),
      amount: showMoney(money, eyes),
    })),
    rest.length === 0 ? null : { count: rest.length, amount: showAll(summed(rest), eyes) },
  );
}

const NEVER = "9999-12-31";

/** One sum for each currency, in the order in which they come. */
function summed(amounts: readonly Money[]): Money[] {
  return [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    amount_minor: all.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
  }));
}

function sayTotal(part: Extract<Part, { part: "total" }>, money: Money, eyes: Eyes): string {
  const { words } = eyes;
  const { metric, category, counterparty } = part.query;
  const of = [category ? (words.categories[category] ?? category) : null, counterparty].filter((each) => each !== null);
  const isTax = metric === "tax_debit" || metric === "tax_credit";
  const kind = isTax ? `${words.tax_name(eyes.membership.country)} ${words.kinds[metric]}` : words.kinds[metric];
  const what = of.length > 0 ? `${kind} · ${of.join(" · ")}` : kind;
  return words.total_of(what, showPeriod(part.period, eyes), showMoney(money, eyes));
}

type Listed = Pick<Extract<Part, { part: "entries" }>, "period" | "category">;

function sayEntries(entries: readonly Entry[], { period, category }: Listed, eyes: Eyes): string {
  const { words } = eyes;
  const when = showPeriod(period, eyes);
  const of = category == null ? when : `${words.categories[category] ?? category} · ${when}`;
  if (entries.length === 0) return words.no_entries(of);
  const rows = entries.slice(0, ENTRIES_SHOWN_MAX).map((entry) => {
    const shown = showEntry(entry, eyes);
    const sign = shown.lowers ? "" : entry.type === "egreso" ? "−" : entry.type === "ingreso" ? "+" : "";
    return `• ${shown.date}: ${sign}${shown.amount} ${shown.concept ?? shown.category ?? ""}`.trimEnd();
  });
  return words.entries(of, rows);
}

export function showAll(amounts: readonly Money[], eyes: Eyes): string {
  return amounts.map((money) => showMoney(money, eyes)).join(" · ");
}

function showMonth(month: Month, words: Words): string {
  return `${words.months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

function showPeriod(period: string | null, eyes: Eyes): string {
  const known = eyes.words.periods[(period ?? "this_month") as keyof Words["periods"]];
  if (known) return known;
  const [from, to] = (period ?? "").split("/");
  if (from && to) return from === to ? showDay(from) : `${showDay(from)} – ${showDay(to)}`;
  return /^\d{4}-\d{2}$/.test(period ?? "")
    ? showMonth(period ?? "", eyes.words)
    : showMonth(monthOf(eyes.today), eyes.words);
}
