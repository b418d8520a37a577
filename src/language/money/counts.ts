import { TRAIT } from "../words/lexicon.ts";
import { keyAt, moneyWordAt, type Message } from "../words/message.ts";
import { meaningOf, phraseAt } from "../words/phrases.ts";
import { isA, tokenAt } from "../words/tokens.ts";
import type { Count } from "./prices.ts";
import type { Span } from "./spans.ts";

// Numbers that count things, and no money: «3 poleras», «2 kilos», «vendí 6 a 9.990».

/** From here on a bare number before a thing is seldom how many there were. */
export const COUNTED_BELOW = 100;
const THOUSAND = 1_000;

/**
 * A number that counts things: «3 poleras», «2 kilos», «6 cuotas».
 * @param others another amount of the message says that it is money
 */
export function isCount(message: Message, span: Span, others: boolean): boolean {
  if (span.marked || span.readings.length > 0) return false;
  // «4 en total, 13.600»
  const few = others && !span.grouped && span.coefficient < COUNTED_BELOW;
  if (few && keyAt(message, span.to) === "en" && message.tongue.total.has(keyAt(message, span.to + 1))) return true;
  if (isThem(message, span) || (isMeasured(message, span.to) && isCountable(message, span))) return true;
  if (span.grouped && !span.spoken) return false;
  if (!isThingBehind(message, span.to)) return false;
  return countsThings(message, span, others);
}

/** «vendí 6 a 9.990»: how many, and the price of one. */
export function isSoldAt(message: Message, span: Span, next: Span | undefined): boolean {
  if (span.marked || span.grouped || !next || next.from !== span.to + 1 || span.coefficient >= THOUSAND) return false;
  const isPrice = next.grouped || next.marked;
  return isPrice && /^[a@]$/.test(keyAt(message, span.to)) && verbBefore(message, span.from) === "trades";
}

/**
 * «10 kilos de masa y 2 de queso»: as many more of what was counted right before, no amount between; or a price of their
 * own behind them: «… y 2 de polen a 8 lucas cada uno».
 */
export function isMore(
  message: Message,
  span: Span,
  { counts, kept, next }: { counts: readonly Count[]; kept: readonly Span[]; next: Span | undefined },
): boolean {
  if (span.marked || span.grouped || span.coefficient >= COUNTED_BELOW || counts.length === 0) return false;
  const ofThing = message.tongue.dates.of.has(keyAt(message, span.to)) && isThingBehind(message, span.to + 1);
  if (!ofThing && !SORTS.has(keyAt(message, span.to))) return false;
  if (!isA(tokenAt(message.tokens, span.from - 1), TRAIT.separator) && keyAt(message, span.from - 1) !== ",")
    return false;
  const between = kept.some((one) => one.from > (counts.at(-1)?.at ?? 0) && one.to <= span.from);
  if (!between) return true;
  if (!next || !(next.marked || next.grouped) || !message.tongue.at_price.has(keyAt(message, next.from - 1)))
    return false;
  const inner = message.tokens.slice(span.to, next.from);
  return inner.every((token) => token.kind === "word" && !isA(token, TRAIT.separator));
}

/** «9 polos talla S y 4 talla M». */
const SORTS: ReadonlySet<string> = new Set("talla tallas tamano".split(" "));

/** «las dos», «los tres»: they, not an amount. */
function isThem(message: Message, span: Span): boolean {
  return span.spoken && THEM.has(keyAt(message, span.from - 1)) && span.coefficient < COUNTED_BELOW;
}

/** «120.000 clases de surf»: with thousands marked it is money, unless a size is behind it. */
function isPriced(message: Message, at: number): boolean {
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(tokenAt(message.tokens, at).text);
}

const SIZES: ReadonlySet<string> = new Set(
  "kg kgs kilo kilos kl kls g gr grs gramo gramos lt lts litro litros l ml cc metro metros mt mts m2 m3 cm km kms kilometro kilometros unidad unidades uds personas puntos millas".split(
    " ",
  ),
);

/** «2 kilos», «30°», «14 m3», «3 x …». */
function isMeasured(message: Message, at: number): boolean {
  const next = tokenAt(message.tokens, at);
  if (message.tongue.measures.has(next.key)) return !isPriced(message, at - 1) || SIZES.has(next.key);
  const behind = tokenAt(message.tokens, at + 1);
  if (/^[°ºª]$/.test(next.text) || (next.key === "m" && behind.glued && /^[23]$/.test(behind.text))) return true;
  // «3 x 2.500» counts, «35000 x la soldadura» is money.
  return isTimes(next.text) && (behind.kind === "number" || moneyWordAt(message, at + 1) !== undefined);
}

/** «ropa 30000 niños»: nobody counts so many, unless by weight or length. */
function isCountable(message: Message, span: Span): boolean {
  return span.coefficient < COUNT_MAX || SIZES.has(keyAt(message, span.to));
}

const COUNT_MAX = 5_000;

function isThingBehind(message: Message, at: number): boolean {
  return tokenAt(message.tokens, at).kind === "word" && message.uses[at] === "free" && !isSmall(message, at);
}

const THEM: ReadonlySet<string> = new Set(["las", "los", "os", "as", "entre", "ambos"]);

/** A bare number right before a noun: what stands around it decides whether it is money or a count. */
function countsThings(message: Message, span: Span, others: boolean): boolean {
  const noun = keyAt(message, span.to);
  const plural = noun.length > 3 && noun.endsWith("s");
  const verb = verbBefore(message, span.from);
  if (verb === "trades") return plural || others || span.coefficient < COUNTED_BELOW;
  if (verb === "spends")
    return plural && others ? span.coefficient < THOUSAND : (plural || others) && span.coefficient < COUNTED_BELOW;
  return others ? plural || span.coefficient < 10 : plural && span.coefficient < THOUSAND;
}

/** «compré 3 …» counts things, «gasté 300 …» counts money. */
function verbBefore(message: Message, at: number): "trades" | "spends" | null {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const token = tokenAt(message.tokens, before);
    const cue = meaningOf(message.tongue.cues, token);
    if (cue) return cue.name === "buy" || cue.name === "sell" ? "trades" : "spends";
  }
  return null;
}

function isTimes(text: string): boolean {
  return text === "x" || text === "X" || text === "×" || text === "*";
}

/** A word that is no thing: prepositions, articles, verbs, money. */
function isSmall(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (isA(token, TRAIT.filler) || isA(token, TRAIT.separator)) return true;
  if (phraseAt(message.tongue.on_credit, message.tokens, { from: at, to: at + 2 })) return true;
  if (moneyWordAt(message, at) || phraseAt(message.tongue.cues, message.tokens, { from: at, to: at + 2 })) return true;
  return phraseAt(message.tongue.tax, message.tokens, { from: at, to: at + 3 }) !== null;
}
