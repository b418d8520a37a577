import { addMonths, monthOf, yearOf } from "#kernel";
import { expenseCategory, incomeCategory } from "../dealings/category.ts";
import { isTelling, verbsIn } from "../dealings/cue.ts";
import { isPreposition, nameAt } from "../dealings/name.ts";
import type { Metric, Query, QueryPeriod } from "../reading.ts";
import type { Cue, QueryWord } from "../tongues/tongue.ts";
import { daysAsked } from "./days-asked.ts";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, mayHave, type Message } from "../words/message.ts";
import { allPhrases, type Found } from "../words/phrases.ts";
import { isA, tokenAt, written } from "../words/tokens.ts";

type MetricFound = { metric: Metric; rank: number; from: number; to: number };

/** What a message asks of the books («¿cuánto vendí en octubre?»), or null when it names no figure they hold. */
export function queryOf(message: Message): Query | null {
  if (!mayHave(message, message.tongue.queries) && !isQuestion(message)) return null;
  const found = allPhrases(message.tongue.queries, message.tokens, { from: 0, to: message.tokens.length });
  const metric = bestMetric(found) ?? impliedMetric(message, found);
  if (!metric || (OF_DEALS.has(metric.metric) && asksPrice(message))) return null;
  const period = periodOf(message, found);
  return {
    metric: metric.metric,
    period,
    category: categoryIn(message, metric),
    counterparty: partyIn(message, metric),
    ...daysOf(message, metric.metric, period),
  };
}

/** Days that the names of periods (`yesterday`, `2026-10`) do not tell already. */
function daysOf(message: Message, metric: Metric, period: QueryPeriod): Pick<Query, "days"> {
  const days = OF_DEALS.has(metric) ? daysAsked(message) : null;
  return days && (period === null || days.from < days.to) ? { days } : {};
}

/** Figures that a price asked of the world could be taken for. */
const OF_DEALS: ReadonlySet<Metric> = new Set(["egresos", "ingresos", "listado", "resumen"]);

/** The figure that a verb in a question asks for: «¿gasté 20 lucas en pan?». */
export function queryBy(message: Message, cue: Cue): Query {
  const found = allPhrases(message.tongue.queries, message.tokens, { from: 0, to: message.tokens.length });
  const debt = cue.direction ?? null;
  const metric: Metric =
    (cue.type === "deuda" ? debt : null) ??
    (cue.type === "ingreso" ? "ingresos" : cue.type === "egreso" ? "egresos" : "listado");
  const category = categoryIn(message, { metric, rank: 0, from: 0, to: 0 });
  const whole = { metric, rank: 0, from: 0, to: 0 };
  const period = periodOf(message, found);
  return { metric, period, category, counterparty: partyIn(message, whole), ...daysOf(message, metric, period) };
}

/** «¿cuánto vale el SOAT?»: what things cost stands in no books of ours. */
export function asksPrice(message: Message): boolean {
  const { tokens } = message;
  const much = tokens.findIndex((token) => HOW_MUCH.has(token.key));
  if (much < 0) return false;
  if (keyAt(message, much - 1) === "a" && isPriceOf(message, much + 1)) return true;
  const behind = tokens.slice(much + 1, much + 1 + PRICE_REACH_TOKENS);
  return behind.some((token, at) => COSTS.test(token.key) && keyAt(message, much + 3 + at) !== "pagar");
}

/** «¿a cuánto la mantención?», «a cuánto tiene la leña». */
function isPriceOf(message: Message, at: number): boolean {
  return message.tongue.names.articles.has(keyAt(message, at)) || /^(?:tien|vend|dej|est|and)/.test(keyAt(message, at));
}

const PRICE_REACH_TOKENS = 3;
const COSTS =
  /^(?:salen?|saldr[ai]an?|saldra|saldria|cuestan?|costara|costaria|costarian|valen?|valdra|valdria|estara|cobras?|cobran|cobrarian?|cobraria|custam?|custaria|anda)$/;

/** The message asks: a question mark, or a question word at its beginning («cuanto vendi», «dime el saldo»). */
export function isQuestion(message: Message): boolean {
  const { tokens, tongue } = message;
  for (const token of tokens) {
    if (token.text === "?" || token.text === "¿" || HOW_MUCH.has(token.key)) return true;
  }
  const first = tokens.findIndex((token) => token.kind === "word" && !SMALL.has(token.key));
  if (first >= 0 && LEADS.has(tokenAt(tokens, first).key)) return true;
  if (first >= 0 && tongue.total.has(tokenAt(tokens, first).key)) return true;
  if (first < 0 || !tongue.interrogatives.has(tokenAt(tokens, first).key)) return false;
  // «como 3 lucas»: about so much.
  if (tokenAt(tokens, first).key === "como" && tokenAt(tokens, first + 1).kind === "number") return false;
  // «como se nos acabó el gas compré otro balón»: because.
  const all = { from: first, to: tokens.length };
  const because = tokenAt(tokens, first).key === "como" && BECAUSE.has(keyAt(message, first + 1));
  return !because || !verbsIn(message, all).some((verb) => isTelling(verb.means));
}

const BECAUSE: ReadonlySet<string> = new Set("se no me nos le les la el los las ya".split(" "));

/** Words that ask wherever they stand: «y en remedios cuánto he gastado». */
export const HOW_MUCH: ReadonlySet<string> = new Set(
  "cuanto cuanta cuantos cuantas quienes quanto quanta quantos".split(" "),
);

/** A figure of the books called by its name is asked for, though a verb stands beside it: «cuentas por cobrar». */
export function saysFigure(message: Message): boolean {
  const best = bestMetric(allPhrases(message.tongue.queries, message.tokens, { from: 0, to: message.tokens.length }));
  return best !== null && (best.to - best.from > 1 || !OF_DEALS.has(best.metric));
}

const SMALL: ReadonlySet<string> = new Set(
  "y oye oe hola lucas a de en buenas por buenos dias tardes noches porfa favor me te le el la los las quiero quisiera necesito podrias puedes podes se".split(
    " ",
  ),
);
/** Verbs that ask to be told or shown something. */
const LEADS: ReadonlySet<string> = new Set(
  `dime dame decime decir dices muestrame mostrame mostrar muestra ver revisar saber pasame listame lista consultar informar
   informame averiguar tell show mostra mostre diga`
    .split(/\s+/)
    .filter(Boolean),
);

/** «¿y ayer?» asks how it went; «en taller cuánto va este mes» what was spent on it. */
function impliedMetric(message: Message, found: readonly Found<QueryWord>[]): MetricFound | null {
  if (!isQuestion(message)) return null;
  const nowhere = { rank: 0, from: 0, to: 0 };
  const sums = message.tokens.some((token) => HOW_MUCH.has(token.key) || message.tongue.total.has(token.key));
  if (sums && expenseCategory(message, 0, message.tokens.length)) {
    return { metric: "egresos", ...nowhere };
  }
  const left = message.tokens.some((token, at) => {
    const small = token.kind !== "word" || isA(token, TRAIT.filler);
    return !small && !found.some((period) => at >= period.from && at < period.to);
  });
  return found.length > 0 && !left ? { metric: "resumen", ...nowhere } : null;
}

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
    const { month: number } = tokenAt(message.tokens, at).word;
    if (number === 0 || key.length <= 3) continue;
    const of = message.tongue.dates.of.has(keyAt(message, at + 1)) ? 1 : 0;
    const said = keyAt(message, at + 1 + of);
    const lastYear = said === "ano" && message.tongue.dates.last.has(keyAt(message, at + 2 + of));
    if (lastYear) return `${yearOf(message.today) - 1}-${String(number).padStart(2, "0")}`;
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
  const end = message.tokens.length;
  const behind = look(message, metric.to, end) ?? look(message, 0, metric.from) ?? look(message, 0, end);
  return behind?.category ?? null;
}

function partyIn(message: Message, metric: MetricFound): string | null {
  const { articles } = message.tongue.names;
  for (let at = metric.to; at < message.tokens.length; at++) {
    const key = keyAt(message, at);
    const preposition = isPreposition(message, at);
    const start = preposition ? at + 1 : at;
    if (!preposition && at !== metric.to) continue;
    const place = nameAt(message, start, message.tokens.length);
    if (!place) continue;
    const first = tokenAt(message.tokens, place.from);
    const owing = metric.metric === "por_cobrar" || metric.metric === "por_pagar";
    const said =
      first.capital ||
      message.tongue.names.titles.has(first.key) ||
      (owing && (key === "a" || key === "al" || articles.has(key)));
    if (said && !isTime(message, place.from)) return written(message, place);
  }
  return standingIn(message);
}

/** A name that no preposition leads to: «la Yoli cuánto me debe», «cuánto me pagó Constructora Lira». */
function standingIn(message: Message): string | null {
  if (message.shouted) return null;
  for (const [at, token] of message.tokens.entries()) {
    const inside = token.capital && tokenAt(message.tokens, at - 1).kind === "word";
    if (!inside && !isA(token, TRAIT.title) && !isA(token, TRAIT.given)) continue;
    const place = nameAt(message, at, message.tokens.length);
    const sure = place && (inside || isA(token, TRAIT.given) || place.to - place.from > 1);
    if (sure && !isTime(message, place.from) && !isA(token, TRAIT.filler)) return written(message, place);
  }
  return null;
}

function isTime(message: Message, at: number): boolean {
  const key = keyAt(message, at);
  return Object.hasOwn(message.tongue.dates.months, key) || Object.hasOwn(message.tongue.dates.weekdays, key);
}
