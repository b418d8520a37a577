import { isVerbAt } from "../dealings/cue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, mayHave, type Message } from "../words/message.ts";
import { allPhrases, mayOpen, phraseAt } from "../words/phrases.ts";
import { isA, tokenAt } from "../words/tokens.ts";
import { isName } from "./names.ts";
import type { Span } from "./spans.ts";

const THOUSAND = 1_000;

/** Where a bare amount may stand beside a marked one: as an item of its own, and no number of a street. */
export function isSlot(message: Message, span: Span, spans: readonly Span[]): boolean {
  if (isName(message, span) || !isItem(message, span, spans)) return false;
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
  const { found, at, strange, told } = partedFrom(message, span.from, before?.to ?? 0);
  if (found === "verb") return before !== undefined || span.from - at <= VERB_REACH_TOKENS;
  // «dentista 45 lucas, me tapó la muela 36»: a sentence of its own, and no item.
  if (found === "mark") return strange === 0 || (!told && isNamed(message, spans));
  if (!isContent(message, span.from - 1)) return false;
  if (before === undefined) return strange <= 1;
  // «almuerzo 21.600 en la picá de Franklin 680» goes on about the lunch.
  return isNamed(message, spans) && !isAt(message, before.to, TRAIT.filler);
}

/** What parts a number from the amount before it, the words between that we do not know, and whether they tell of us. */
function partedFrom(
  message: Message,
  from: number,
  floor: number,
): { found: "verb" | "mark" | null; at: number; strange: number; told: boolean } {
  let strange = 0;
  let told = false;
  for (let at = from - 1; at >= floor; at--) {
    told ||= PRONOUNS.has(keyAt(message, at));
    // «200.000 más iva por los 4»
    if (phraseAt(message.tongue.tax, message.tokens, { from: at, to: from })) continue;
    if (isVerbAt(message, at)) return { found: "verb", at, strange, told };
    if (parts(message, at)) return { found: "mark", at, strange, told };
    if (isContent(message, at) && !isKnown(message, at)) strange++;
  }
  return { found: null, at: floor, strange, told };
}

const PRONOUNS: ReadonlySet<string> = new Set("me se le nos les".split(" "));

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
