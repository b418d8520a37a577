import { isVerbAt } from "../dealings/cue.ts";
import { isThing } from "../dealings/name.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isStrange, keyAt, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { hasDigits, isA, isYearText, tokenAt } from "../words/tokens.ts";
import { COUNTED_BELOW } from "./counts.ts";
import { isGrouped } from "./digits.ts";
import { isStreet, STREETS } from "./document-numbers.ts";
import type { Span } from "./spans.ts";

/**
 * Beside an amount that says what it is, a bare number that only names: which street, car, year, client or thing, and how
 * large it is.
 */
export function isName(message: Message, span: Span): boolean {
  return (
    isLong(message, span.from) ||
    isWhich(message, span.from) ||
    isHowMany(message, span) ||
    isThingsName(message, span) ||
    isAddress(message, span) ||
    isPlate(message, span) ||
    isYearSaid(message, span) ||
    isSizeOf(message, span.from)
  );
}

/** «la muela 36», «la cuadra 14»: which one of the things that we know no price of. */
function isWhich(message: Message, at: number): boolean {
  const { kind, capital, key } = tokenAt(message.tokens, at - 1);
  if (kind !== "word" || key.length < 3 || capital || !DEFINITE.has(keyAt(message, at - 2))) return false;
  return isStrange(message, at - 1);
}

/** «almuerzo 21 mil, eran 6»: a sentence of its own, of how many there were. */
function isHowMany(message: Message, span: Span): boolean {
  const end = tokenAt(message.tokens, span.to);
  const before = tokenAt(message.tokens, span.from - 2);
  const alone = end.kind === "mark" && (before.kind === "mark" || isA(before, TRAIT.separator));
  return alone && COUNTING.has(keyAt(message, span.from - 1)) && span.coefficient < COUNTED_BELOW;
}

const COUNTING: ReadonlySet<string> = new Set("eran son eramos somos fueron".split(" "));

/**
 * «boleta de honorarios 312», «2 brochas del 4», «tinta negra 664 para la impresora, 15.990»: part of what a thing is
 * called, where the amount stands alone behind its mark.
 */
function isThingsName(message: Message, span: Span): boolean {
  const { dates, document_words: papers } = message.tongue;
  const before = keyAt(message, span.from - 1);
  if (before === "del") return true;
  if (dates.of.has(keyAt(message, span.from - 2)) && papers.has(keyAt(message, span.from - 3))) return true;
  return isStrange(message, span.from - 1) && isNextAlone(message, span.to);
}

/** Whether the first amount behind this place is grouped and stands right behind a mark. */
function isNextAlone({ tokens }: Message, from: number): boolean {
  const next = tokens.findIndex((token, at) => at >= from && token.kind === "number");
  const sign = tokenAt(tokens, next - 1).money === undefined ? next - 1 : next - 2;
  return next > from && /^[,:]$/.test(tokenAt(tokens, sign).text) && isGrouped(tokenAt(tokens, next).text);
}

const DEFINITE: ReadonlySet<string> = new Set("el la los las del al".split(" "));

/** «(cliente 8812345)»: beside an amount that says so, nobody writes so many digits without a mark, unless a verb leads to it. */
function isLong(message: Message, at: number): boolean {
  const { digits, text } = tokenAt(message.tokens, at);
  return (digits >= LONG_DIGITS || (digits === LONG_DIGITS - 1 && !text.endsWith("0"))) && !isVerbAt(message, at - 1);
}

const LONG_DIGITS = 7;

/** «AB 123 CD», «WGX 412»: capitals that are no word of ours, and few digits. */
function isPlate(message: Message, span: Span): boolean {
  const { text, key, kind } = tokenAt(message.tokens, span.from - 1);
  if (message.shouted || span.spoken || span.grouped || span.to > span.from + 1) return false;
  if (kind !== "word" || !/^[A-Z]{2,4}$/.test(text) || !hasDigits(tokenAt(message.tokens, span.from), 1, 4))
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

/** «que le presté en 2025», «el furgón 2014»: round thousands are prices too. */
function isYearSaid(message: Message, span: Span): boolean {
  const { text } = tokenAt(message.tokens, span.from);
  if (!isYearText(text)) return false;
  const before = keyAt(message, span.from - 1);
  if (/^(?:en|el|del|desde|hasta|ano|in|since|em)$/.test(before)) return true;
  return VEHICLES.has(before) && !text.endsWith("000");
}

const VEHICLES: ReadonlySet<string> = new Set(
  "auto camioneta furgon camion moto taxi bus van jeep carro coche furgoneta tractor colectivo hilux modelo".split(" "),
);

/** «Los Copihues 482», «calle Mayor 12», «talla cuarenta y cuatro». */
function isAddress(message: Message, span: Span): boolean {
  const [first, second] = [tokenAt(message.tokens, span.from - 2), tokenAt(message.tokens, span.from - 1)];
  if (message.tongue.document_words.has(second.key) || message.tongue.numbered.has(second.key)) return true;
  if (span.spoken || span.grouped) return false;
  if (isStreet(message, span.from)) return true;
  if (!second.capital || message.shouted) return false;
  return STREETS.has(first.key) || (first.capital && message.tongue.names.articles.has(first.key));
}
