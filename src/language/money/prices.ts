import { minorPerUnit } from "#kernel";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, mayHave, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { tokenAt, type Range } from "../words/tokens.ts";
import { isFraction } from "./shapes.ts";
import type { Span } from "./spans.ts";

/** How many of something the message names, and where. */
export type Count = { at: number; value: number };

const REACH_TOKENS = 12;

/**
 * Prices of one times how many there are: «3 poleras a 10 lucas cada una» is 30.000. «a 10 lucas» without «cada una»
 * is asked; an each-price without a count is no amount at all.
 */
export function priced(message: Message, spans: readonly Span[], counts: readonly Count[]): Span[] {
  if (counts.length === 0 && !hasEach(message)) return [...spans];
  const countAt = new Map(
    [...dozensSaid(message), ...fractionsSaid(message), ...counts].map((count) => [count.at, count.value]),
  );
  const worth = spans.map((span, index) => {
    const each = eachOf(message, span);
    const ofDozens = each !== null && message.tokens.slice(each.from, each.to).some((token) => DOZEN.test(token.key));
    const around = { countAt, before: spans[index - 1], after: spans[index + 1], dozens: !ofDozens };
    const count = countFor(message, span, around);
    return each === null ? unpriced(message, span, count) : pricedEach(message, span, { each, count });
  });
  // «25 lucas de bencina, el litro a 1.289»: the price of one beside what was paid.
  const paid = worth.filter((span) => span.amount_minor !== null || span.readings.length > 0);
  return paid.length > 0 ? paid : worth;
}

/** «3 poleras a 10 lucas cada una»; without a count the price of one is no amount. */
function pricedEach(message: Message, span: Span, { each, count }: { each: Range; count: number | null }): Span {
  take(message, each, "aside");
  if (count === null) return { ...span, amount_minor: null, readings: [] };
  // «2 docenas a 4 lucas c/u»: each dozen, or each egg?
  if (isDearByTheDozen(message, span, count)) {
    return { ...eachOrAll(span, count), readings: pricesOf(span, [count / 12, count]) };
  }
  return multiplied(span, count, each.from === span.to ? each.to : span.to);
}

function isDearByTheDozen(message: Message, span: Span, count: number): boolean {
  const dear = (span.amount_minor ?? 0) >= DEAR_UNITS * minorPerUnit(span.currency);
  return dear && message.pack.bare_asked_below > 0 && count >= 24 && countsDozens(message, span);
}

/** A price beside a count, without «cada una». */
function unpriced(message: Message, span: Span, count: number | null): Span {
  if (count === null || count === 1 || count <= 0) return span;
  const before = tokenAt(message.tokens, span.from - 1);
  // «2x1500»: at the market that is what the two cost.
  if (isProduct(message, span))
    return isPriceTag(message, span) ? eachOrAll(span, count) : multiplied(span, count, span.to);
  if (before.key === "de" && message.uses[span.from - 3] === "quantity") return eachOrAll(span, count);
  // «3 poleras a 10 lucas»: at the market that may be the price of three.
  // «tres tortas x 96 mil» is what they cost together, «10 almuerzos x 3500» may be either.
  if (before.key === "x") return span.marked ? span : eachOrAll(span, count);
  return before.key === "a" || before.text === "@" ? eachOrAll(span, count) : span;
}

/** «media docena», «una docena»: counts without a number of their own. */
function dozensSaid(message: Message): Count[] {
  return message.tokens.flatMap((token, at) => {
    if (!DOZEN.test(token.key)) return [];
    const { half, one } = message.tongue.numbers;
    const before = keyAt(message, at - 1);
    // The word «docena» behind it is multiplied again by `inDozens`.
    if (half.has(before)) return [{ at: at - 1, value: 0.5 }];
    return one.has(before) ? [{ at: at - 1, value: 1 }] : [];
  });
}

/** «1/2 kilo»: parts of what is counted. */
function fractionsSaid(message: Message): Count[] {
  return message.tokens.flatMap((_token, at) =>
    isFraction(message, at) ? [{ at, value: Number(keyAt(message, at)) / Number(keyAt(message, at + 2)) }] : [],
  );
}

const DOZEN = /^(?:docena|duzia|dozen)/;

/** Where «cada una» stands that makes a price the price of one, behind it or before; null without it. */
function eachOf(message: Message, span: Span): Range | null {
  const end = message.tokens.length;
  const skip = tokenAt(message.tokens, span.to).text === "," || tokenAt(message.tokens, span.to).text === "(" ? 1 : 0;
  // «6 mil + iva cada una»
  const tax = phraseAt(message.tongue.tax, message.tokens, { from: span.to, to: end });
  for (const at of tax ? [span.to + skip, tax.to] : [span.to + skip]) {
    const behind = phraseAt(message.tongue.each, message.tokens, { from: at, to: end });
    if (behind && !(at > span.to && isOfAnother(message, behind.to)))
      return { from: at === span.to + skip ? span.to : at, to: behind.to };
  }
  const forEach = eachThing(message, span.to);
  if (forEach !== null) return { from: span.to, to: forEach };
  for (let at = Math.max(0, span.from - 4); at < span.from - 1; at++) {
    const before = phraseAt(message.tongue.each, message.tokens, { from: at, to: span.from });
    const joins = message.tongue.at_price.has(keyAt(message, span.from - 1)) && keyAt(message, at) === "cada";
    // «cada una a 7.500», «cada ramo a 7.500»
    if (joins && before && before.to >= span.from - 2) {
      take(message, { from: at, to: span.from - 1 }, "aside");
      return { from: span.to, to: span.to };
    }
  }
  return null;
}

/** «25 lucas, el litro estaba a 1.289»: what stands behind the comma belongs to the next price. */
function isOfAnother(message: Message, at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    if (tokenAt(message.tokens, next).kind === "number" || message.uses[next] === "money") return true;
    if (tokenAt(message.tokens, next).kind === "mark") return false;
  }
  return false;
}

/** «por cada flete», «a cada uno». */
function eachThing(message: Message, at: number): number | null {
  const joins = message.tongue.at_price.has(keyAt(message, at)) || message.tongue.dates.of.has(keyAt(message, at));
  const joint = joins ? at + 1 : at;
  if (keyAt(message, joint) !== "cada" || tokenAt(message.tokens, joint + 1).kind !== "word") return null;
  return joint + 2;
}

/** The count nearest before the price, else the nearest behind it, never past another amount. */
function countFor(
  message: Message,
  span: Span,
  around: { countAt: ReadonlyMap<number, number>; before: Span | undefined; after: Span | undefined; dozens: boolean },
): number | null {
  const { countAt } = around;
  const dozens = around.dozens ? inDozens : asCounted;
  const floor = Math.max(around.before?.to ?? 0, span.from - REACH_TOKENS);
  for (let at = span.from - 1; at >= floor; at--)
    if (countAt.has(at) && !isSize(message, { at, floor, countAt })) return dozens(message, at, countAt);
  const end = Math.min(around.after?.from ?? message.tokens.length, span.to + REACH_TOKENS);
  for (let at = span.to; at < end; at++) if (countAt.has(at)) return dozens(message, at, countAt);
  return null;
}

/** «4 cilindros de 15 kilos», «una bolsa de 25 kilos»: how large each of those counted is. */
function isSize(
  message: Message,
  { at, floor, countAt }: { at: number; floor: number; countAt: ReadonlyMap<number, number> },
): boolean {
  if (!message.tongue.dates.of.has(keyAt(message, at - 1))) return false;
  for (let before = at - 2; before >= floor; before--) {
    if (countAt.has(before) || isAt(message, before, TRAIT.one)) return true;
  }
  return false;
}

/** «2 docenas a 3.900 la docena»: two prices. */
function asCounted(_message: Message, at: number, countAt: ReadonlyMap<number, number>): number | null {
  return countAt.get(at) ?? null;
}

function inDozens(message: Message, at: number, countAt: ReadonlyMap<number, number>): number | null {
  const value = countAt.get(at) ?? 0;
  return DOZEN.test(keyAt(message, at + 1)) ? value * 12 : value;
}

/** Whether «cada una» stands anywhere at all. */
function hasEach(message: Message): boolean {
  return mayHave(message, message.tongue.each);
}

/** «3 x 2.500»: nothing but the sign between count and price. */
function isProduct(message: Message, span: Span): boolean {
  const sign = tokenAt(message.tokens, span.from - 1);
  return (sign.key === "x" || sign.text === "*" || sign.text === "×") && message.uses[span.from - 2] === "quantity";
}

/** «2x1500» written as one, where prices are read off a board. */
function isPriceTag({ pack, tokens }: Message, span: Span): boolean {
  return (
    pack.bare_asked_below > 0 &&
    !span.marked &&
    tokenAt(tokens, span.from).glued &&
    tokenAt(tokens, span.from - 1).glued
  );
}

function multiplied(span: Span, count: number, to: number): Span {
  return {
    ...span,
    to,
    amount_minor: span.amount_minor === null ? null : exact(span.amount_minor * count),
    readings: span.readings.map((reading) => reading * count),
  };
}

/** From here a thing that is sold by the dozen is dear, where money is counted in thousands. */
const DEAR_UNITS = 3_000;

/** «2 docenas»: dozens said by a number before the price. */
function countsDozens(message: Message, span: Span): boolean {
  return message.tokens
    .slice(0, span.from)
    .some((token, at) => DOZEN.test(token.key) && message.uses[at - 1] === "quantity");
}

function pricesOf(span: Span, counts: readonly number[]): number[] {
  const amount = span.amount_minor;
  return amount === null ? span.readings : counts.map((count) => count * amount);
}

function eachOrAll(span: Span, count: number): Span {
  const said = span.amount_minor === null ? span.readings : [span.amount_minor];
  return { ...span, amount_minor: null, readings: said.flatMap((amount) => [amount * count, amount]) };
}

/** «2,5 kilos a 8.000»: the product of decimals, to the minor unit. */
function exact(amountMinor: number): number | null {
  const whole = Math.round(amountMinor);
  return whole > 0 && Number.isSafeInteger(whole) && Math.abs(whole - amountMinor) < ROUNDING ? whole : null;
}

const ROUNDING = 0.5;
