import { addDays, addMonths, firstDayOf, fold, lastDayOf, monthOf, weekdayOf, yearOf, type CivilDate } from "#kernel";
import type { Query, QueryPeriod } from "#language";
import type { DebtDirection } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

export type Span = { from: CivilDate; to: CivilDate };

/** The question before this one lends its figure to «¿y ayer?» for so long. */
const FOLLOWED_MS_MAX = 30 * 60_000;

/** A question about the books: asks the ledger, and the reply shows what it answers. */
export function hearQuery(mind: Mind, item: Heard, { query, text, today }: Questioned): void {
  const meant = query && followed(mind, item, { query, text });
  const ask = meant ? QUERIES[meant.metric] : undefined;
  if (!meant || !ask) return void mind.parts.push({ part: "cannot_tell" });
  mind.dialogue.queried = { query: meant, at: item.at };
  ask(mind, meant, today);
}

type Questioned = { query: Query | null; text: string; today: CivilDate };

/** «¿y ayer?», «y el mes pasado»: the figure asked for before, of another time. */
function followed({ dialogue }: Mind, item: Heard, { query, text }: { query: Query; text: string }): Query {
  const before = dialogue.queried;
  if (!before || item.at - before.at > FOLLOWED_MS_MAX || !ALSO.test(fold(text))) return query;
  return query.metric === "resumen" && query.period !== null ? { ...before.query, period: query.period } : query;
}

const ALSO = /^[¿\s]*(?:y|e|and)\s/;

type Ask = (mind: Mind, query: Query, today: CivilDate) => void;

const QUERIES: Readonly<Partial<Record<Query["metric"], Ask>>> = {
  saldo: (mind) => {
    const ref = mind.effects.push({ kind: "balance" }) - 1;
    mind.parts.push({ part: "balance", ref });
  },
  resumen: askSummary,
  resultado: askSummary,
  egresos_por_categoria: askSummary,
  ingresos: (mind, query, today) => askTotal(mind, query, { metric: "ingresos", today }),
  egresos: (mind, query, today) => askTotal(mind, query, { metric: "egresos", today }),
  listado: (mind, query, today) => {
    const ref =
      mind.effects.push({ kind: "entries", ...spanOf(query.period ?? "this_month", today), category: null }) - 1;
    mind.parts.push({ part: "entries", ref, period: query.period ?? "this_month", category: null });
  },
  por_cobrar: (mind, { counterparty }) => askDebts(mind, "por_cobrar", counterparty),
  por_pagar: (mind, { counterparty }) => askDebts(mind, "por_pagar", counterparty),
};

function askSummary(mind: Mind, query: Query, today: CivilDate): void {
  const month = monthOf(spanOf(query.period ?? "this_month", today).from);
  const ref = mind.effects.push({ kind: "summary", month }) - 1;
  mind.parts.push({ part: "summary", ref });
}

function askTotal(
  mind: Mind,
  query: Query,
  { metric, today }: { metric: "ingresos" | "egresos"; today: CivilDate },
): void {
  const period = query.period ?? "this_month";
  const total = { metric, ...spanOf(period, today), category: query.category, counterparty: query.counterparty };
  const ref = mind.effects.push({ kind: "total", query: total }) - 1;
  mind.parts.push({ part: "total", ref, query: total, period });
}

function askDebts(mind: Mind, direction: DebtDirection, counterparty: string | null): void {
  const ref = mind.effects.push({ kind: "debts", direction, counterparty }) - 1;
  mind.parts.push({ part: "debts", ref, direction });
}

/** The days of a period of contract §5; weeks begin on Monday. */
export function spanOf(period: NonNullable<QueryPeriod>, today: CivilDate): Span {
  const monday = addDays(today, 1 - weekdayOf(today));
  switch (period) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case "this_week":
      return { from: monday, to: addDays(monday, 6) };
    case "last_week":
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case "this_year":
      return { from: `${yearOf(today)}-01-01`, to: `${yearOf(today)}-12-31` };
    case "last_month":
      return monthSpan(addMonths(monthOf(today), -1));
    default:
      return monthSpan(/^\d{4}-\d{2}$/.test(period) ? period : monthOf(today));
  }
}

function monthSpan(month: string): Span {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}
