import { fold, addDays, addMonths, firstDayOf, lastDayOf, monthOf, weekdayOf, yearOf, type CivilDate } from "#kernel";
import type { ClassifyRequest, Query, QueryPeriod } from "#language";
import type { DebtDirection } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { newestPaper, showAgain, type OpenDocument } from "./draft.ts";
import { completed, followed } from "./follow-up.ts";
import { askTaxes } from "./taxes.ts";

export type Span = { from: CivilDate; to: CivilDate };

/** A question about the books: asks the ledger, and the reply shows what it answers. */
export function hearQuery(mind: Mind, item: Heard, { query, text, today }: Questioned): void {
  const paper = query && paperAsked(mind, item, { query, text });
  if (paper) return showAgain(mind, item, paper);
  const meant = query && followed(mind.dialogue, { query, text, at: item.at });
  if (!meant) return void mind.parts.push({ part: "cannot_tell" });
  askBooks(mind, item, { query: meant, today });
}

/** «¿cuánto es el IVA?», «¿cuándo vence?» under a card that tells it: it is told again. */
function paperAsked(mind: Mind, item: Heard, { query, text }: { query: Query; text: string }): OpenDocument | null {
  const open = newestPaper(mind, item);
  if (!open || query.period !== null || query.days) return null;
  const { credit, extraction } = open.draft;
  if (query.metric === "iva") return extraction.fields.tax_minor !== null && OF_ONE.test(fold(text)) ? open : null;
  return query.metric === "vencimientos" && credit && WHEN.test(fold(text)) ? open : null;
}

const OF_ONE =
  /\b(?:es|fue|era|son|tiene|trae)\b.*\b(?:iva|igv)\b|\b(?:iva|igv)\b.*\b(?:factura|boleta|documento|tiene|trae|es)\b/;
const WHEN = /\bcuando (?:se |la |lo )?(?:me )?(?:vence|pago|paga)\b/;

/** «¿y en pan?» after another question. False where the words go on with none. */
export function hearFollowUp(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const query = completed(mind.dialogue, request, item.at);
  if (query) askBooks(mind, item, { query, today: request.today });
  return query !== null;
}

function askBooks(mind: Mind, item: Heard, { query, today }: { query: Query; today: CivilDate }): void {
  const ask = QUERIES[query.metric];
  if (!ask) return void mind.parts.push({ part: "cannot_tell" });
  mind.dialogue.queried = { query, at: item.at };
  ask(mind, query, today);
}

type Questioned = { query: Query | null; text: string; today: CivilDate };

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
    const { span, name } = daysMeant(query, today);
    const ref = mind.effects.push({ kind: "entries", ...span, category: null }) - 1;
    mind.parts.push({ part: "entries", ref, period: name, category: null });
  },
  iva: askTax,
  vencimientos: askDue,
  por_cobrar: (mind, { counterparty }) => askDebts(mind, "por_cobrar", counterparty),
  por_pagar: (mind, { counterparty }) => askDebts(mind, "por_pagar", counterparty),
};

/** What is owed by its day, and in Chile what the tax service waits for: the next form, purchases to be accepted or claimed. */
function askDue(mind: Mind, query: Query, today: CivilDate): void {
  const { counterparty, period, days } = query;
  const ref = mind.effects.push({ kind: "debts", direction: "por_pagar", counterparty }) - 1;
  const debts = { part: "debts", ref, direction: "por_pagar", due: true } as const;
  if (counterparty !== null || mind.dialogue.membership?.country !== "CL") return void mind.parts.push(debts);
  const meant = period === null && !days ? null : daysMeant(query, today).span;
  const unless = mind.effects.push({ kind: "taxes_due", days: meant }) - 1;
  mind.parts.push({ ...debts, unless }, { part: "taxes_due", ref: unless });
}

/** A month has its summary; of other days both totals are told. */
function askSummary(mind: Mind, query: Query, today: CivilDate): void {
  if (query.days || OTHER_DAYS.has(query.period ?? "")) {
    askTotal(mind, query, { metric: "ingresos", today });
    return askTotal(mind, query, { metric: "egresos", today });
  }
  const month = monthOf(spanOf(query.period ?? "this_month", today).from);
  const ref = mind.effects.push({ kind: "summary", month }) - 1;
  mind.parts.push({ part: "summary", ref });
}

const OTHER_DAYS: ReadonlySet<string> = new Set(["today", "yesterday", "this_week", "last_week", "this_year"]);

/** The tax of a month, of what was sold and of what was bought; of other days nobody declares it. */
function askTax(mind: Mind, { period }: Query, today: CivilDate): void {
  const name = period !== null && !OTHER_DAYS.has(period) ? period : "this_month";
  askTaxes(mind, { asks: "vat", month: monthOf(spanOf(name, today).from), name });
}

function askTotal(
  mind: Mind,
  query: Query,
  { metric, today }: { metric: "ingresos" | "egresos"; today: CivilDate },
): void {
  const { span, name: period } = daysMeant(query, today);
  const total = { metric, ...span, category: query.category, counterparty: query.counterparty };
  const ref = mind.effects.push({ kind: "total", query: total }) - 1;
  mind.parts.push({ part: "total", ref, query: total, period });
}

function askDebts(mind: Mind, direction: DebtDirection, counterparty: string | null): void {
  const ref = mind.effects.push({ kind: "debts", direction, counterparty }) - 1;
  mind.parts.push({ part: "debts", ref, direction });
}

/** The days that are asked about, and their name as `say-figures` shows it: `yesterday`, `2026-11-01/2026-11-15`. */
function daysMeant({ days, period }: Query, today: CivilDate): { span: Span; name: string } {
  if (days) return { span: days, name: `${days.from}/${days.to}` };
  return { span: spanOf(period ?? "this_month", today), name: period ?? "this_month" };
}

/** The days of a period that a question names (`today`, `last_week`, `2026-11`); weeks begin on Monday. */
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
