import { MINUTE_MS, fold } from "#kernel";
import { classify, type ClassifyRequest, type Metric, type Query } from "#language";
import type { Dialogue } from "../dialogue.ts";

// «¿y ayer?», «¿y en pan?» after a figure was asked for: the same figure, with what was said anew in its place.

/** A question lends its figure to what follows for so long. */
const FOLLOWED_MS_MAX = 30 * MINUTE_MS;

type Following = { query: Query; text: string; at: number };

/** What a question that begins with «y» asks for: what it does not name is as it was asked before. */
export function followed({ queried }: Dialogue, { query, text, at }: Following): Query {
  if (!isFresh(queried, at) || !ALSO.test(fold(text))) return query;
  const before = queried.query;
  if (query.metric === "resumen") return query.period === null ? query : { ...before, period: query.period };
  return { ...query, period: query.period ?? before.period, ...(query.period || query.days ? {} : daysOf(before)) };
}

/**
 * The question that «¿y en pan?» goes on with, though its words alone ask nothing: they are read behind the beginning
 * of the question before. Null where none was asked lately, or where they put nothing new in it.
 */
export function completed({ queried }: Dialogue, request: ClassifyRequest, at: number): Query | null {
  if (!isFresh(queried, at)) return null;
  const before = queried.query;
  for (const beginning of beginningsOf(request.text, before.metric)) {
    const text = `¿${beginning} ${request.text.replace(ALSO_WRITTEN, "").replaceAll(/[¿?]/g, "").trim()}?`;
    const { query } = classify({ ...request, text, last: null });
    if (query?.metric === before.metric && isAbout(query)) return merged(before, query);
  }
  return null;
}

function isAbout({ period, category, counterparty, days }: Query): boolean {
  return days !== undefined || period !== null || category !== null || counterparty !== null;
}

/** Another day is of the same thing; another thing, or another party, is of the same days. */
function merged(before: Query, { period, category, counterparty, days }: Query): Query {
  const about = category === null && counterparty === null ? before : { category, counterparty };
  return {
    metric: before.metric,
    period: period ?? before.period,
    category: about.category,
    counterparty: about.counterparty,
    ...(days ? { days } : period === null ? daysOf(before) : {}),
  };
}

function daysOf({ days }: Query): Pick<Query, "days"> {
  return days ? { days } : {};
}

function beginningsOf(text: string, metric: Metric): readonly string[] {
  const [, also = "", words = ""] = ALSO.exec(fold(text)) ?? [];
  return words.trim().split(/\s+/).length > WORDS_MAX ? [] : (BEGINNINGS[also]?.[metric] ?? []);
}

type Queried = NonNullable<Dialogue["queried"]>;

function isFresh(queried: Queried | undefined, at: number): queried is Queried {
  return queried !== undefined && at - queried.at <= FOLLOWED_MS_MAX;
}

/** Whoever writes more tells something of their own. */
const WORDS_MAX = 6;

const ALSO = /^[¿\s]*(y|e|and)\s+(.*)$/;
const ALSO_WRITTEN = /^[¿\s]*\p{L}+\s+/u;

/** By the word that goes on with it: the questions that a thing, a person or a day completes. */
const BEGINNINGS: Readonly<Record<string, Partial<Record<Metric, readonly string[]>>>> = {
  y: {
    egresos: ["cuánto gasté", "cuánto gasté en"],
    ingresos: ["cuánto vendí"],
    por_cobrar: ["cuánto me debe"],
    por_pagar: ["cuánto le debo", "cuánto le debo a"],
  },
  e: {
    egresos: ["quanto gastei", "quanto gastei com"],
    ingresos: ["quanto vendi"],
    por_cobrar: ["quanto me deve"],
    por_pagar: ["quanto devo", "quanto devo para"],
  },
  and: { egresos: ["how much did I spend", "how much did I spend on"], ingresos: ["how much did I sell"] },
};
