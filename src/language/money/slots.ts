import { isVerbAt } from "../dealings/cue.ts";
import { isThing } from "../dealings/name.ts";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, mayHave, type Message } from "../words/message.ts";
import { allPhrases, mayOpen, phraseAt } from "../words/phrases.ts";
import { isA, isYearText, tokenAt } from "../words/tokens.ts";
import { isStreet, STREETS } from "./document-numbers.ts";
import type { Span } from "./spans.ts";

const THOUSAND = 1_000;

/** Where a bare amount may stand beside a marked one: as an item of its own, and no number of a street. */
export function isSlot(message: Message, span: Span, spans: readonly Span[]): boolean {
  if (isAddress(message, span) || isPlate(message, span) || isYearSaid(message, span) || isSizeOf(message, span.from))
    return false;
  if (!isItem(message, span, spans)) return false;
  // «9 tortas a 60 pesos cada una, salí con 15»: how many there were.
  const led = isPriceAt(message, span.from) || isVerbAt(message, span.from - 1) || isContent(message, span.from - 1);
  if (saysEach(message) && !led) return false;
  if (span.coefficient >= THOUSAND && !span.grouped) {
    const before = tokenAt(message.tokens, span.from - 1);
    return !before.capital;
  }
  return true;
}

/**
 * A mark, an «y» or a verb parts it from the amount before («… y 20 de luz», «… gasté 20»), with nothing between but small
 * words, names and things that people buy; other words only in a list of things before their amounts («pan 5 lucas, copias
 * 20»). «20.000 de bencina 93» and «84.000, surtidor 3» have one amount.
 */
function isItem(message: Message, span: Span, spans: readonly Span[]): boolean {
  if (phraseAt(message.tongue.on_credit, message.tokens, { from: span.to, to: message.tokens.length })) return true;
  const before = spans.findLast((one) => one.to <= span.from);
  let strange = 0;
  for (let at = span.from - 1; at >= (before?.to ?? 0); at--) {
    // «200.000 más iva por los 4»
    if (phraseAt(message.tongue.tax, message.tokens, { from: at, to: span.from })) continue;
    if (isVerbAt(message, at)) return before !== undefined || span.from - at <= VERB_REACH_TOKENS;
    if (parts(message, at)) return strange === 0 || isNamed(message, spans);
    if (isContent(message, at) && !isKnown(message, at)) strange++;
  }
  const behindThing = isContent(message, span.from - 1);
  return behindThing && (before === undefined ? strange <= 1 : isNamed(message, spans));
}

/** «compré una licuadora de 65 y …»: how far from its verb the first amount stands without a mark. */
const VERB_REACH_TOKENS = 4;

/** A name, or what people buy and sell. */
function isKnown(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  const { expense_categories, income_categories } = message.tongue;
  if ((token.capital && !message.shouted) || isA(token, TRAIT.given) || isA(token, TRAIT.title)) return true;
  return mayOpen(expense_categories, token) || mayOpen(income_categories, token) || mayOpen(message.tongue.cues, token);
}

/** A mark between two items, or an «y». */
function parts(message: Message, at: number): boolean {
  const { kind, text, key } = tokenAt(message.tokens, at);
  return message.tongue.separators.has(key) || (kind === "mark" && text !== "$" && text !== "#");
}

/** The first amount stands behind what it paid for. */
function isNamed(message: Message, spans: readonly Span[]): boolean {
  return isContent(message, (spans[0]?.from ?? 0) - 1);
}

/** A word for a thing: no small one, and no verb of ours. */
function isContent(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (token.kind !== "word" || message.uses[at] !== "free" || isA(token, TRAIT.filler)) return false;
  const range = { from: Math.max(0, at - CUE_REACH_TOKENS), to: at + 1 };
  return !allPhrases(message.tongue.cues, message.tokens, range).some((cue) => cue.to > at);
}

/** «me transfirieron»: a verb of several words ends here at most so far from its first. */
const CUE_REACH_TOKENS = 4;

/** «60 pesos cada una», «3.900 la docena»; «180 a Cristóbal por la semana» is no price of one. */
function saysEach(message: Message): boolean {
  const { tokens, tongue } = message;
  if (!mayHave(message, tongue.each)) return false;
  return allPhrases(tongue.each, tokens, { from: 0, to: tokens.length }).some(({ from }) => {
    const before = tokenAt(tokens, from - 1);
    return EACH.test(keyAt(message, from)) || before.kind === "number" || before.money !== undefined;
  });
}

const EACH = /^(?:cada|c|cu|each|every)/;

/** «a 25», «en 15». */
function isPriceAt({ tokens, tongue }: Message, at: number): boolean {
  const { key } = tokenAt(tokens, at - 1);
  return tongue.at_price.has(key) || tongue.names.at.has(key);
}

/** «AB 123 CD», «WGX 412»: capitals that are no word of ours, and few digits. */
function isPlate(message: Message, span: Span): boolean {
  const { text, key, kind } = tokenAt(message.tokens, span.from - 1);
  if (message.shouted || span.spoken || span.grouped || span.to > span.from + 1) return false;
  if (kind !== "word" || !/^[A-Z]{2,4}$/.test(text) || !/^\d{1,4}$/.test(tokenAt(message.tokens, span.from).text))
    return false;
  return !isKnownWord(message, span.from - 1) && !Object.hasOwn(message.pack.merchants, key);
}

/** A word of the language: «IVA», «LUZ», «GAS». */
function isKnownWord(message: Message, at: number): boolean {
  return isA(tokenAt(message.tokens, at), TRAIT.known) || isThing(message, { from: at, to: at + 1 });
}

/** «el bidón de 20»: how large it is. */
function isSizeOf({ tokens, tongue }: Message, at: number): boolean {
  if (!tongue.dates.of.has(tokenAt(tokens, at - 1).key)) return false;
  return phraseAt(tongue.each, tokens, { from: Math.max(0, at - 3), to: at - 1 })?.to === at - 1;
}

/** «que le presté en 2025» */
function isYearSaid(message: Message, span: Span): boolean {
  if (!isYearText(tokenAt(message.tokens, span.from).text)) return false;
  return /^(?:en|el|del|desde|hasta|ano|in|since|em)$/.test(keyAt(message, span.from - 1));
}

/** «Los Copihues 482», «calle Mayor 12», «talla cuarenta y cuatro». */
function isAddress(message: Message, span: Span): boolean {
  const [first, second] = [tokenAt(message.tokens, span.from - 2), tokenAt(message.tokens, span.from - 1)];
  if (message.tongue.document_words.has(second.key) || message.tongue.numbered.has(second.key)) return true;
  if (span.spoken || span.grouped) return false;
  if (isStreet(message, span.from)) return true;
  if (!second.capital || message.shouted) return false;
  return STREETS.has(first.key) || (first.capital && message.tongue.names.articles.has(first.key));
}
