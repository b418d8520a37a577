import { decimalsOf, minorPerUnit, type Currency } from "#kernel";
import { expenseCategory, incomeCategory, namedCategory } from "./category.ts";
import { nameAt } from "./counterparty.ts";
import { dateSpans } from "./dates.ts";
import { keyAt, take, type Message } from "./message.ts";
import { moneySpans, type Span } from "./money.ts";
import { setAside } from "./not-money.ts";
import { allPhrases, phraseAt, type Found } from "./phrases.ts";
import type { LastEntry, Patch } from "./reading.ts";
import { tokenAt, written } from "./tokens.ts";

/** A correction of the last entry: what changes, and the amounts offered where the words leave two. */
export type Correction = {
  patch: Patch;
  readings: number[];
  currency: Currency;
  asks: "what_to_change" | "amount" | null;
};

const HEAD_MARKS = /^[,.!¡:-]$/;

/** Reads «no, eran 45», «fue ayer», «era para insumos»; null where the message corrects nothing. */
export function correctionOf(message: Message, last: LastEntry | null): Correction | null {
  const head = headOf(message);
  if (!head) return null;
  if (last === null && !head.explicit && !head.denies) return null;
  const currency = last?.currency ?? message.pack.currency;
  if (head.mistake && head.to >= lastWord(message))
    return { patch: {}, readings: [], currency, asks: "what_to_change" };
  const read = patchBehind(message, head.to, last);
  const empty = Object.keys(read.patch).length === 0 && read.readings.length === 0;
  if (!empty) return { ...read, currency, asks: null };
  return head.mistake || head.asksChange ? { patch: {}, readings: [], currency, asks: "what_to_change" } : null;
}

/**
 * A bare figure in the scale of the amount it replaces: 45 after 54.000 is 45.000. Of 45, 45.000 and 45.000.000 the one
 * nearest in size is meant; where bare figures are no thousands (soles), only a difference of ten times moves it.
 * @param literal minor units, as written @param like minor units of the amount replaced
 */
export function inScaleOf(literal: number, like: number, eager: boolean): number {
  const distance = (amount: number) => Math.abs(Math.log10(amount / like));
  const bias = eager ? 0 : 1;
  let best = literal;
  for (const factor of [1_000, 1_000_000]) {
    const scaled = literal * factor;
    if (Number.isSafeInteger(scaled) && distance(scaled) + bias < distance(best)) best = scaled;
  }
  return best;
}

type Head = { to: number; explicit: boolean; denies: boolean; mistake: boolean; asksChange: boolean };

/** The leading words that announce a correction: «no,», «perdón», «en realidad», «eran», «sí, pero». */
function headOf(message: Message): Head | null {
  const { tokens, tongue } = message;
  const denies = tongue.negations.has(tokenAt(tokens, 0).key) || INTERJECTIONS.has(tokenAt(tokens, 0).key);
  const head: Head = { to: 0, explicit: false, denies, mistake: false, asksChange: false };
  let found = false;
  while (head.to < tokens.length) {
    const token = tokenAt(tokens, head.to);
    const phrase = phraseAt(tongue.corrections, tokens, { from: head.to, to: tokens.length });
    const denial = head.to === 0 && tongue.negations.has(token.key) && HEAD_MARKS.test(keyAt(message, 1));
    if (phrase) announce(head, phrase, token.key);
    else if (denial) head.to = 2;
    else if (HEAD_MARKS.test(token.text) || INTERJECTIONS.has(token.key)) head.to++;
    else break;
    found ||= phrase !== null || denial;
  }
  return found ? head : null;
}

function announce(head: Head, phrase: Found<"change" | "mistake">, first: string): void {
  head.mistake ||= phrase.means === "mistake";
  head.asksChange ||= phrase.means === "change" && CHANGES.test(first);
  head.explicit ||= phrase.to - phrase.from > 1 || head.mistake || head.asksChange || SORRY.has(first);
  head.to = phrase.to;
}

const CHANGES = /^(?:corr[ei]|cambi|modific|edit|rectific|arregl|actualiz|fix|change)/;
const SORRY: ReadonlySet<string> = new Set(["digo", "perdon", "sorry"]);
const INTERJECTIONS: ReadonlySet<string> = new Set(
  "no nop uy ups oops ah eh oye si sip ok pero mmm perdon sorry no po".split(" "),
);

function lastWord(message: Message): number {
  let at = message.tokens.length;
  while (at > 0 && tokenAt(message.tokens, at - 1).kind === "mark") at--;
  return at;
}

type Changes = { patch: Patch; readings: number[] };

/** Works on a copy: where nothing is corrected, the message is read again as what else it may be. */
function patchBehind(original: Message, from: number, last: LastEntry | null): Changes {
  const message: Message = { ...original, uses: original.tokens.map(() => "free") };
  setAside(message);
  const dates = dateSpans(message);
  const spans = moneySpans(message).filter((span) => span.to > from);
  const patch: Patch = {};
  const readings: number[] = [];
  // Of «no eran 45 sino 54» and «de 45 a 54» the last is right.
  const span = spans.at(-1);
  if (span) {
    take(message, span, "money");
    const amount = amountOf(message, span, last);
    if (amount !== null) patch.amount_minor = amount;
    else readings.push(...(span.readings.length > 0 ? span.readings : literalReadings(message, span)));
  }
  const date = dates.filter((one) => one.to > from).at(-1);
  if (date) patch.date = date.when === "future" && last?.type === "deuda" ? date.future : date.past;
  const type = typeSaid(message, from);
  if (type) patch.type = type;
  const category = categorySaid(message, from, last);
  if (category && !type) patch.category = category.category;
  const name = category || type ? null : nameSaid(message, from);
  if (name) patch.counterparty = name;
  return { patch, readings };
}

function amountOf(message: Message, span: Span, last: LastEntry | null): number | null {
  const currency = last?.currency ?? message.pack.currency;
  if (span.amount_minor === null) return null;
  if (span.marked || span.grouped) return span.amount_minor;
  const literal = decimalsOf(span.currency) === decimalsOf(currency) ? span.amount_minor : null;
  if (literal === null) return null;
  if (last?.amount_minor) return inScaleOf(literal, last.amount_minor, message.pack.bare_asked_below > 0);
  return span.coefficient < message.pack.bare_asked_below ? null : literal;
}

function literalReadings(message: Message, span: Span): number[] {
  const literal = Math.round(span.coefficient * minorPerUnit(message.pack.currency));
  return literal > 0 ? [literal, literal * 1_000] : [];
}

/** «era ingreso», «es un gasto»: the noun, not a verb. */
function typeSaid(message: Message, from: number): "ingreso" | "egreso" | "deuda" | null {
  for (const cue of allPhrases(message.tongue.cues, message.tokens, {
    from: Math.max(0, from - 2),
    to: message.tokens.length,
  })) {
    if ((cue.to <= from - 1 && cue.means.rank !== 2) || isNegated(message, cue.from)) continue;
    if (cue.means.type !== "transferencia") return cue.means.type;
  }
  for (let at = from; at < message.tokens.length; at++)
    if (/^(?:deuda|debt|divida)$/.test(keyAt(message, at))) return "deuda";
  return null;
}

/** «fue ingreso, no gasto», «no fue un gasto, fue un ingreso». */
function isNegated(message: Message, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const token = tokenAt(message.tokens, before);
    if (token.kind === "mark") return false;
    if (message.tongue.negations.has(token.key)) return true;
    if (!message.tongue.copulas.has(token.key) && !message.tongue.names.articles.has(token.key)) return false;
  }
  return false;
}

function categorySaid(message: Message, from: number, last: LastEntry | null): { category: string } | null {
  const end = message.tokens.length;
  const named = namedCategory(message, from, end);
  if (named) return named;
  return last?.type === "ingreso" ? incomeCategory(message, from, end) : expenseCategory(message, from, end);
}

function nameSaid(message: Message, from: number): string | null {
  const { to, from: of, at: places } = message.tongue.names;
  for (let at = Math.max(0, from - 1); at < message.tokens.length; at++) {
    const key = keyAt(message, at);
    if (!to.has(key) && !of.has(key) && !places.has(key)) continue;
    const place = nameAt(message, at + 1, message.tokens.length);
    if (place) return written(message, place);
  }
  return null;
}
