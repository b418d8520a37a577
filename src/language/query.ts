import { addMonths, monthOf, yearOf } from "#kernel";
import { expenseCategory, incomeCategory } from "./category.ts";
import { nameAt } from "./counterparty.ts";
import { entryOf, keyAt, type Message } from "./message.ts";
import { allPhrases, type Found } from "./phrases.ts";
import type { Metric, Query, QueryPeriod } from "./reading.ts";
import { tokenAt, written } from "./tokens.ts";
import type { Cue, QueryWord } from "./tongues/tongue.ts";

type MetricFound = { metric: Metric; rank: number; from: number; to: number };

/** What a message asks of the books, or null when it names no figure they hold. */
export function queryOf(message: Message): Query | null {
  const found = allPhrases(message.tongue.queries, message.tokens, { from: 0, to: message.tokens.length });
  const metric = bestMetric(found);
  if (!metric) return null;
  return {
    metric: metric.metric,
    period: periodOf(message, found),
    category: categoryIn(message, metric),
    counterparty: partyIn(message, metric),
  };
}

/** The figure that a verb in a question asks for: «¿gasté 20 lucas en pan?». */
export function queryBy(message: Message, cue: Cue): Query {
  const found = allPhrases(message.tongue.queries, message.tokens, { from: 0, to: message.tokens.length });
  const debt = cue.direction ?? null;
  const metric: Metric = debt ?? (cue.type === "ingreso" ? "ingresos" : cue.type === "egreso" ? "egresos" : "listado");
  const category = categoryIn(message, { metric, rank: 0, from: 0, to: 0 });
  return { metric, period: periodOf(message, found), category, counterparty: null };
}

/** The message asks: a question mark, or a question word at its beginning. */
export function isQuestion(message: Message): boolean {
  const { tokens, tongue } = message;
  for (const token of tokens) if (token.text === "?" || token.text === "¿") return true;
  const first = tokens.findIndex((token) => token.kind === "word" && !SMALL.has(token.key));
  return first >= 0 && tongue.interrogatives.has(tokenAt(tokens, first).key);
}

const SMALL: ReadonlySet<string> = new Set("y oye hola lucas a de en buenas por".split(" "));

function bestMetric(found: readonly Found<QueryWord>[]): MetricFound | null {
  let best: MetricFound | null = null;
  for (const { means, from, to } of found) {
    if (means.asks === "metric" && (!best || means.rank > best.rank)) best = { ...means, from, to };
  }
  return best;
}

function periodOf(message: Message, found: readonly Found<QueryWord>[]): QueryPeriod {
  const named = namedMonth(message);
  if (named) return named;
  for (const { means } of found) {
    if (means.asks !== "period") continue;
    return means.period === "last_month" ? addMonths(monthOf(message.today), -1) : means.period;
  }
  return null;
}

/** «en octubre», «octubre 2025»: the latest such month that has begun. */
function namedMonth(message: Message): string | null {
  for (let at = 0; at < message.tokens.length; at++) {
    const key = keyAt(message, at);
    const number =
      key.length > 3 && Object.hasOwn(message.tongue.dates.months, key)
        ? entryOf(message.tongue.dates.months, key)
        : undefined;
    if (number === undefined) continue;
    const of = message.tongue.dates.of.has(keyAt(message, at + 1)) ? 1 : 0;
    const said = keyAt(message, at + 1 + of);
    const year = /^20\d{2}$/.test(said) ? Number(said) : yearOf(message.today);
    const month = `${year}-${String(number).padStart(2, "0")}`;
    return /^20\d{2}$/.test(said) || month <= monthOf(message.today) ? month : addMonths(month, -12);
  }
  return null;
}

const WITH_CATEGORY: ReadonlySet<Metric> = new Set(["egresos", "ingresos", "listado", "egresos_por_categoria"]);

function categoryIn(message: Message, metric: MetricFound): string | null {
  if (!WITH_CATEGORY.has(metric.metric)) return null;
  const look = metric.metric === "ingresos" ? incomeCategory : expenseCategory;
  const behind = look(message, metric.to, message.tokens.length) ?? look(message, 0, metric.from);
  return behind?.category ?? null;
}

function partyIn(message: Message, metric: MetricFound): string | null {
  const { to, from, at: places, articles } = message.tongue.names;
  for (let at = metric.to; at < message.tokens.length; at++) {
    const key = keyAt(message, at);
    const preposition = to.has(key) || from.has(key) || places.has(key);
    const start = preposition ? at + 1 : at;
    if (!preposition && at !== metric.to) continue;
    const place = nameAt(message, start, message.tokens.length);
    if (!place) continue;
    const first = tokenAt(message.tokens, place.from);
    const owing = metric.metric === "por_cobrar" || metric.metric === "por_pagar";
    const said =
      first.capital || message.tongue.names.titles.has(first.key) || (owing && (key === "a" || articles.has(key)));
    if (said && !isTime(message, place.from)) return written(message, place);
  }
  return null;
}

function isTime(message: Message, at: number): boolean {
  const key = keyAt(message, at);
  return Object.hasOwn(message.tongue.dates.months, key) || Object.hasOwn(message.tongue.dates.weekdays, key);
}
