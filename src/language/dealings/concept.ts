import { tame } from "#kernel";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, type Message } from "../words/message.ts";
import { isA, tokenAt, written } from "../words/tokens.ts";
import { expenseCategory, incomeCategory } from "./category.ts";

export type Concept = { text: string; from: number; to: number };

const CONCEPT_CHARS_MAX = 60;

/**
 * What the money was for: the words of the clause that nothing else has taken, trimmed of small ones.
 * «gasté 5 lucas en el pan» → pan. @param said the verb of the clause
 */
export function conceptOf(message: Message, clause: Run & { span?: Run }, said: Run | null): Concept | null {
  const runs = runsOf(message, clause.from, clause.to);
  const chosen = runs.length > 1 ? chosenOf(message, runs, { clause, said }) : runs[0];
  if (!chosen) return null;
  const text = tame(written(message, chosen), CONCEPT_CHARS_MAX);
  return text === "" ? null : { text: withoutCapital(message, chosen.from, text), from: chosen.from, to: chosen.to };
}

/** What people buy and sell comes before all else, the nearest of it first. */
function chosenOf(message: Message, runs: readonly Run[], { clause, said }: Around): Run | undefined {
  const named = runs.flatMap((run) => {
    const thing = expenseCategory(message, run.from, run.to) ?? incomeCategory(message, run.from, run.to);
    return thing ? [{ ...run, purpose: isPurpose(message, thing.from) }] : [];
  });
  const things = named.filter((run) => !run.purpose);
  const known = (things.length > 0 ? things : named).toSorted(
    (a, b) => distance(a, clause.span) - distance(b, clause.span),
  )[0];
  // «llamé al taller y pagué 5 lucas la rueda»: what is said behind the verb comes before what leads to it.
  const behind = said && runs.find((run) => run.from >= said.to);
  return known ?? behind ?? runs[0];
}

type Around = { clause: Run & { span?: Run }; said: Run | null };

/** «la máquina, 180 lucas, pal taller»: what it is for comes behind what it is. */
function isPurpose(message: Message, at: number): boolean {
  const before = isA(tokenAt(message.tokens, at - 1), TRAIT.article) ? at - 2 : at - 1;
  return PURPOSE.has(keyAt(message, before));
}

/** «para el taller», «pal local»: what something is for. */
export const PURPOSE: ReadonlySet<string> = new Set("para pa pal pra".split(" "));

/** Tokens between what is named and the amount; what stands behind the amount is a little nearer. */
function distance(run: Run, span: Run | undefined): number {
  if (!span) return run.from;
  return run.from >= span.to ? run.from - span.to : span.from - run.to + 0.5;
}

type Run = { from: number; to: number };

function runsOf(message: Message, from: number, to: number): Run[] {
  const runs: Run[] = [];
  for (let at = from; at < to;) {
    let end = at;
    while (end < to && isContent(message, end)) end++;
    const run = trimmed(message, at, end);
    if (run) runs.push(run);
    at = Math.max(end, at + 1);
  }
  return runs;
}

/** Words, the counts before them («3 poleras») and the numbers of documents («factura 1234»). */
function isContent(message: Message, at: number): boolean {
  const use = message.uses[at];
  const kind = tokenAt(message.tokens, at).kind;
  if (use === "quantity" || use === "number") return kind !== "mark" || tokenAt(message.tokens, at).text === "/";
  if (use !== "free") return false;
  return kind === "word" || (kind === "mark" && /^[&%°-]$/.test(tokenAt(message.tokens, at).text));
}

function trimmed(message: Message, from: number, to: number): Run | null {
  let [start, end] = [from, to];
  while (start < end && isEmpty(message, start)) start++;
  while (end > start && (isEmpty(message, end - 1) || isSaid(message, end - 1))) end--;
  if (start >= end || !hasWord(message, start, end) || isWay(message, start)) return null;
  if (isTime(message, start, end) || isPaper(message, start, end) || isTag(message, start)) return null;
  return { from: start, to: end };
}

/** «el notebook que valía 300», «me quedan 15»: the verb of a figure told beside the deal. */
function isSaid(message: Message, at: number): boolean {
  const { key } = tokenAt(message.tokens, at);
  return SAYS.test(key) || (key === "que" && SAYS.test(keyAt(message, at + 1)));
}

const SAYS = /^(?:decia|marcaba|costaban?|valian?|salian?|quedan?|quedaban?|tenian?|sobran?|sobraron)$/;

/** «la etiqueta decía 30»: where the figure stood. */
function isTag(message: Message, at: number): boolean {
  return /^(?:etiqueta|precio|letrero|cartel)$/.test(keyAt(message, at)) && SAYS.test(keyAt(message, at + 1));
}

/** «2 horas»: how long it took. */
function isTime(message: Message, from: number, to: number): boolean {
  return to === from + 2 && message.uses[from] === "quantity" && TIMES.test(tokenAt(message.tokens, to - 1).key);
}

/** «salí a las 3 y volví a las 5»: what else somebody did. */
function isWay(message: Message, from: number): boolean {
  return WAYS.test(tokenAt(message.tokens, from).low);
}

const WAYS = /^(?:salí|volví|subí|corrí|partí|seguí|fui|anduve)$/;

/** «boleta 30221», «boleta B001»: which paper, not what for. */
function isPaper(message: Message, from: number, to: number): boolean {
  if (!PAPERS.has(keyAt(message, from)) || to === from + 1 || tokenAt(message.tokens, from - 1).kind !== "mark")
    return false;
  for (let at = from + 1; at < to; at++) {
    if (message.uses[at] !== "number" && tokenAt(message.tokens, at).text.length > SERIES_CHARS_MAX) return false;
  }
  return true;
}

const PAPERS: ReadonlySet<string> = new Set(
  "boleta factura guia orden ticket comprobante folio operacion nota remito receipt invoice".split(" "),
);
const SERIES_CHARS_MAX = 2;

const TIMES = /^(?:horas?|minutos?|hrs?|min|dias?|semanas?|meses|hours?|minutes?)$/;

function isEmpty(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (message.uses[at] === "quantity") return false;
  return token.kind === "mark" || isA(token, TRAIT.filler);
}

function hasWord(message: Message, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(message.tokens, at);
    const { fillers } = message.tongue;
    if (token.kind !== "word" || token.key.length < 2 || isA(token, TRAIT.nobody)) continue;
    if (!fillers.has(token.key)) return true;
  }
  return false;
}

/** The capital of a sentence's first word is no part of the concept: «Pan 5 lucas» → pan. */
export function withoutCapital(message: Message, at: number, text: string): string {
  const token = tokenAt(message.tokens, at);
  const second = token.text.charAt(1);
  if (message.shouted) return text.toLowerCase();
  return token.capital && second === second.toLowerCase() ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
