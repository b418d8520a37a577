import { decimalsOf, fold, minorPerUnit } from "#kernel";
import { dateSpans } from "../dates/find-dates.ts";
import { expenseCategory, incomeCategory } from "../dealings/category.ts";
import { verbsIn } from "../dealings/cue.ts";
import { nameAt } from "../dealings/name.ts";
import { setAside } from "../money/not-money.ts";
import { readSmallNumber } from "../money/number-words.ts";
import { inScaleOf } from "../money/scale-of.ts";
import { moneySpans, type Span } from "../money/spans.ts";
import type { LastEntry } from "../reading.ts";
import type { Cue, Tongue } from "../tongues/tongue.ts";
import { afresh, keyAt, moneyWordAt, take, type Message } from "../words/message.ts";
import { allPhrases, phraseAt, type Found } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";
import { isQuestion } from "./query.ts";

const HEAD_MARKS = /^[,.!¡:*-]$/;

/** What announces a correction, and how. */
export type Head = {
  /** The first token behind it. */
  to: number;
  /** It is a correction whatever was said before: «corrige», «me equivoqué». */
  explicit: boolean;
  /** It begins with a no. */
  denies: boolean;
  /** «lo anoté mal»: something is wrong, perhaps without saying what is right. */
  mistake: boolean;
  /** «cambia», «corrígele». */
  asksChange: boolean;
  /** Nothing but an apology announced it. */
  sorry: boolean;
  /** «en realidad», «mejor dicho»: a verb behind it tells the same deal again. */
  restates: boolean;
};

const NO_HEAD: Head = {
  to: 0,
  explicit: false,
  denies: false,
  mistake: false,
  asksChange: false,
  sorry: false,
  restates: false,
};

/** The leading words that announce a correction: «no,», «perdón», «en realidad», «eran», «sí, pero». */
export function headOf(message: Message): Head | null {
  const { tokens, tongue } = message;
  const denies = tongue.negations.has(tokenAt(tokens, 0).key) || INTERJECTIONS.has(tokenAt(tokens, 0).key);
  const head: Head = { ...NO_HEAD, denies, sorry: true };
  let found = false;
  for (let step = advance(message, head); step !== null; step = advance(message, head)) found ||= step === "announced";
  found ||= DENIALS.has(tokenAt(tokens, 0).key) && head.to > 0 && isValue(message, head.to);
  return found ? head : null;
}

/** Moves the head past its next words; null where they are part of the message itself. */
function advance(message: Message, head: Head): "announced" | "passed" | null {
  const { tokens, tongue } = message;
  if (head.to >= tokens.length) return null;
  const token = tokenAt(tokens, head.to);
  const phrase = phraseAt(tongue.corrections, tokens, { from: head.to, to: tokens.length });
  if (phrase) {
    announce(head, phrase, token.key);
    return "announced";
  }
  if (CHANGES.test(token.key)) {
    announceChange(head);
    return "announced";
  }
  if (head.to <= 1 && tongue.negations.has(token.key) && HEAD_MARKS.test(keyAt(message, head.to + 1))) {
    Object.assign(head, { to: head.to + 2, denies: true });
    return "announced";
  }
  if (!HEAD_MARKS.test(token.text) && !INTERJECTIONS.has(token.key)) return null;
  head.to++;
  return "passed";
}

/** A no at the beginning, in any of our languages. */
export const DENIALS: ReadonlySet<string> = new Set("no nop nono noo nah nope nel nao".split(" "));

/** Nothing but an amount or a day is left: «no po, 45.900». */
function isValue(message: Message, from: number): boolean {
  const { fillers, copulas } = message.tongue;
  let numbers = 0;
  for (let at = from; at < message.tokens.length; at++) {
    const token = tokenAt(message.tokens, at);
    const number = token.kind === "number" || readSmallNumber(message.tongue.numbers, message.tokens, at) !== null;
    if (number) numbers++;
    else if (token.kind === "word" && !moneyWordAt(message, at) && !fillers.has(token.key) && !copulas.has(token.key)) {
      return false;
    }
  }
  return numbers > 0;
}

/** «corrígele», «cambiale»: any form of a verb that changes. */
function announceChange(head: Head): void {
  Object.assign(head, { to: head.to + 1, asksChange: true, explicit: true, sorry: false });
}

function announce(head: Head, phrase: Found<"change" | "mistake">, first: string): void {
  head.mistake ||= phrase.means === "mistake";
  head.asksChange ||= phrase.means === "change" && CHANGES.test(first);
  head.explicit ||= phrase.to - phrase.from > 1 || head.mistake || head.asksChange || SORRY.has(first);
  head.restates ||= RESTATES.has(first) || (phrase.to - phrase.from > 1 && first === "en");
  head.sorry &&= SORRY.has(first) && phrase.to - phrase.from === 1;
  head.to = phrase.to;
}

/** «la bencina eran 22»: what the last entry was for, called by its name, and its right value. */
export function aboutLast(message: Message, last: LastEntry | null): Head | null {
  if (!last?.category) return null;
  const { tokens } = message;
  const copula = tokens.findIndex((token) => COPULAS_PAST.has(token.key));
  if (copula < 1 || copula > ABOUT_TOKENS_MAX) return null;
  const named = (last.type === "ingreso" ? incomeCategory : expenseCategory)(message, 0, copula)?.category;
  const same =
    named === last.category || tokens.slice(0, copula).some((token) => token.key === fold(last.concept ?? ""));
  const told = verbsIn(message, { from: 0, to: copula }).length > 0;
  if (!same || told) return null;
  return { ...NO_HEAD, to: copula + 1, explicit: true };
}

const ABOUT_TOKENS_MAX = 6;
const COPULAS_PAST: ReadonlySet<string> = new Set("es son era eran fueron fue eram foi foram were was".split(" "));

export const CHANGES =
  /^(?:corr[ei]g|corrij|cambia(?:l|r|m)|cambia$|modific|edita|rectific|arregla(?:l|r|m)|arregla$|actualiz|fix$|change$|conserta|muda$)/;
const RESTATES: ReadonlySet<string> = new Set("mejor quise actually meant".split(" "));
const SORRY: ReadonlySet<string> = new Set("digo perdon perdona disculpa disculpe sorry desculpa".split(" "));
const INTERJECTIONS: ReadonlySet<string> = new Set(
  "no nop nono noo nah nope nel nao uy uf ups oops ah eh oye oe si sip ok pero mmm perdon sorry po pos pues ya chuta chucha pucha rayos disculpa disculpe y ojo espera espere mira manches mames inventes nada ver usted que nde che boludo weon oiga hermano bro amigo porfa porfavor gracias".split(
    " ",
  ),
);

/** More words than a correction takes. */
const CORRECTION_TOKENS_MAX = 25;

/**
 * A correction that no leading word announces: the old amount said beside a new one («50, no 54»), a mistake owned
 * anywhere in the message («…, lo anoté mal»), or nothing but a new value and a copula («42.50 era», «isso foi ontem»).
 */
export function announcedInside(message: Message, last: LastEntry | null): Head | null {
  if (!last || message.tokens.length > CORRECTION_TOKENS_MAX) return null;
  const inside: Head = { ...NO_HEAD, explicit: true, restates: true };
  if (keyAt(message, 0) === "*" && isValue(message, 1)) return inside;
  const read = readAside(message);
  const olds = read.spans.length > 1 ? read.spans.filter((span) => isOld(message, span, last)) : [];
  if (olds.some((span) => isContrasted(message, span))) return inside;
  const all = { from: 0, to: message.tokens.length };
  const verbs = verbsIn(message, all);
  const announced = announcements(message, verbs.length > 0);
  if (announced.length > 0) return { ...inside, mistake: announced.some((one) => one.means === "mistake") };
  if (read.spans.length === 0 && saysOwed(message, verbs)) return { ...inside, restates: false };
  return verbs.length === 0 && isNewValue(read, last) ? inside : null;
}

/** «…, lo anoté mal», «… en realidad …» anywhere; beside a verb that tells a deal only behind a no. */
function announcements(message: Message, told: boolean): Found<"change" | "mistake">[] {
  if (isQuestion(message) || (told && !DENIALS.has(keyAt(message, 0)))) return [];
  const all = { from: 0, to: message.tokens.length };
  return allPhrases(message.tongue.corrections, message.tokens, all).filter(
    (phrase) => phrase.means === "mistake" || CHANGES.test(keyAt(message, phrase.from)) || isRestating(message, phrase),
  );
}

/** «42.50 era», «isso foi ontem». */
function isNewValue({ message, values }: ReadAside, last: LastEntry): boolean {
  const copula = message.tokens.some((token) => COPULAS.has(token.key));
  return copula && values > 0 && isOnlyValues(message, last);
}

/** «quedó a crédito», «no me la han pagado»: the deal itself is still owed. */
function saysOwed(message: Message, verbs: readonly Found<Cue>[]): boolean {
  if (isQuestion(message) || verbs.some((verb) => verb.means.type !== "deuda")) return false;
  const all = { from: 0, to: message.tokens.length };
  if (allPhrases(message.tongue.on_credit, message.tokens, all).length > 0) return true;
  return verbs.some((verb) => message.tokens.slice(verb.from, verb.to).some((token) => IT.has(token.key)));
}

const IT: ReadonlySet<string> = new Set("lo la los las".split(" "));

/** «en realidad», «na verdade». */
function isRestating(message: Message, phrase: Found<unknown>): boolean {
  return phrase.to - phrase.from === 2 && /^(?:en|na)$/.test(keyAt(message, phrase.from));
}

/** «50, no 54», «no me debe 40 sino 45»; «pan 5 lucas y bencina 20» after an entry of 5.000 tells of two deals. */
function isContrasted({ tokens, tongue }: Message, old: Span): boolean {
  const before = tokens.slice(Math.max(0, old.from - CONTRAST_REACH_TOKENS), old.from);
  return before.some((token) => tongue.negations.has(token.key)) || tokens.some((token) => CONTRASTS.has(token.key));
}

const CONTRAST_REACH_TOKENS = 4;
const CONTRASTS: ReadonlySet<string> = new Set("sino instead rather".split(" "));

type ReadAside = { message: Message; spans: Span[]; values: number };

/** The message read on a copy: what is an amount or a day in it. */
function readAside(original: Message): ReadAside {
  const message = afresh(original);
  setAside(message);
  const dates = dateSpans(message);
  const spans = moneySpans(message);
  for (const span of spans) take(message, span, "money");
  return { message, spans, values: dates.length + spans.length + (names(message) ? 1 : 0) };
}

/** The figure is the amount of the last entry, in its scale: 45 of «50, no 45» after 45.000. */
export function isOld(message: Message, span: Span, last: LastEntry | null): boolean {
  if (!last?.amount_minor) return false;
  if (last.currency && !span.marked && decimalsOf(last.currency) > 0) {
    if (Math.round(span.coefficient * minorPerUnit(last.currency)) === last.amount_minor) return true;
  }
  if (span.amount_minor === null) return false;
  if (span.marked || span.grouped) return span.amount_minor === last.amount_minor;
  return inScaleOf(span.amount_minor, last.amount_minor, message.pack.bare_asked_below > 0) === last.amount_minor;
}

/** Somebody is named: «fue la señora Olga», «la clienta se llama Ximena». */
function names(message: Message): boolean {
  return message.tokens.some((token, at) => COPULAS.has(token.key) && nameBehind(message, at) !== null);
}

function nameBehind(message: Message, copula: number): { from: number; to: number } | null {
  const place = nameAt(message, copula + 1, message.tokens.length);
  if (!place) return null;
  const { titles, given } = message.tongue.names;
  const first = tokenAt(message.tokens, place.from);
  return first.capital || titles.has(first.key) || given.has(first.key) ? place : null;
}

const COPULAS: ReadonlySet<string> = new Set(
  "era eran fue fueron eram foi foram were was llama salio llamaba".split(" "),
);

const STRANGE_WORDS_MAX = 2;

/** What is left besides values are small words and the last entry's own names. */
function isOnlyValues(message: Message, last: LastEntry): boolean {
  const { tokens, tongue } = message;
  const own = new Set(fold(`${last.concept ?? ""} ${last.counterparty ?? ""}`).split(" "));
  takeAnnouncements(message);
  let strange = 0;
  return tokens.every((token, at) => {
    if (token.kind === "mark" || message.uses[at] !== "free") return true;
    if (own.has(token.key) || saysNothing(tongue, token.key) || isDealOf(message, at, last)) return true;
    const named = (last.type === "ingreso" ? incomeCategory : expenseCategory)(message, at, at + 1)?.category;
    if (named !== undefined) return named === last.category;
    // «qué pena con usted, eran 95 mil»: words we do not know, but no thing with its article.
    return !tongue.names.articles.has(keyAt(message, at - 1)) && ++strange <= STRANGE_WORDS_MAX;
  });
}

/** Takes «en realidad», «me equivoqué», and the name in «fue la señora Olga». */
function takeAnnouncements(message: Message): void {
  const { tokens, tongue } = message;
  for (const phrase of allPhrases(tongue.corrections, tokens, { from: 0, to: tokens.length }))
    take(message, phrase, "cue");
  for (const [at, token] of tokens.entries()) {
    const place = COPULAS.has(token.key) ? nameBehind(message, at) : null;
    if (place) take(message, place, "name");
  }
}

/** Small words, interjections, a no, nobody in particular. */
function saysNothing({ fillers, negations, separators, names: { nobody, articles } }: Tongue, key: string): boolean {
  return [COPULAS, INTERJECTIONS, fillers, negations, separators, nobody, articles].some((words) => words.has(key));
}

/** «la venta eran 45»: a noun for the kind of deal that the last entry is. */
function isDealOf(message: Message, at: number, last: LastEntry): boolean {
  const cue = phraseAt(message.tongue.cues, message.tokens, { from: at, to: at + 1 })?.means;
  return cue?.rank === 2 && cue.type === last.type;
}
