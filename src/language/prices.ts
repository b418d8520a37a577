import { keyAt, take, type Message } from "./message.ts";
import type { Span } from "./money.ts";
import { phraseAt } from "./phrases.ts";
import { tokenAt } from "./tokens.ts";

/** How many of something the message names, and where. */
export type Count = { at: number; value: number };

const REACH_TOKENS = 8;

/**
 * Prices of one times how many there are: «3 poleras a 10 lucas cada una» is 30.000. «a 10 lucas» without «cada una»
 * is asked; an each-price without a count is no amount at all.
 */
export function priced(message: Message, spans: readonly Span[], counts: readonly Count[]): Span[] {
  if (counts.length === 0 && !hasEach(message)) return [...spans];
  const countAt = new Map(counts.map((count) => [count.at, count.value]));
  return spans.map((span, index) => {
    const each = endOfEach(message, span);
    const count = countFor(message, span, { countAt, before: spans[index - 1], after: spans[index + 1] });
    if (each !== null) {
      take(message, { from: span.to, to: each }, "aside");
      return count === null ? { ...span, amount_minor: null, readings: [] } : multiplied(span, count, each);
    }
    if (count === null || count === 1) return span;
    const before = tokenAt(message.tokens, span.from - 1);
    if (!before) return span;
    if (isProduct(message, span)) return multiplied(span, count, span.to);
    if (before.key === "de" && message.uses[span.from - 3] === "quantity") return eachOrAll(span, count);
    return before.key === "a" || before.text === "@" || before.key === "x" ? eachOrAll(span, count) : span;
  });
}

/** Where the price ends that «cada una» makes the price of one, whether it stands behind or before; null without it. */
function endOfEach(message: Message, span: Span): number | null {
  const skip = tokenAt(message.tokens, span.to).text === "," || tokenAt(message.tokens, span.to).text === "(" ? 1 : 0;
  const behind = phraseAt(message.tongue.each, message.tokens, { from: span.to + skip, to: message.tokens.length });
  if (behind) return behind.to;
  for (let at = Math.max(0, span.from - 4); at < span.from - 1; at++) {
    const before = phraseAt(message.tongue.each, message.tokens, { from: at, to: span.from });
    const joins = message.tongue.at_price.has(keyAt(message, span.from - 1)) && keyAt(message, at) === "cada";
    if (joins && before && before.to === span.from - 1) {
      take(message, { from: at, to: before.to }, "aside");
      return span.to;
    }
  }
  return null;
}

/** The count nearest before the price, else the nearest behind it, never past another amount. */
function countFor(
  message: Message,
  span: Span,
  around: { countAt: ReadonlyMap<number, number>; before: Span | undefined; after: Span | undefined },
): number | null {
  const { countAt } = around;
  const floor = Math.max(around.before?.to ?? 0, span.from - REACH_TOKENS);
  for (let at = span.from - 1; at >= floor; at--) if (countAt.has(at)) return dozens(message, at, countAt);
  const end = Math.min(around.after?.from ?? message.tokens.length, span.to + REACH_TOKENS);
  for (let at = span.to; at < end; at++) if (countAt.has(at)) return dozens(message, at, countAt);
  return null;
}

function dozens(message: Message, at: number, countAt: ReadonlyMap<number, number>): number | null {
  const value = countAt.get(at) ?? 0;
  if (!Number.isInteger(value)) return null;
  return /^(?:docena|duzia|dozen)/.test(keyAt(message, at + 1)) ? value * 12 : value;
}

/** Whether «cada una» stands anywhere at all. */
function hasEach(message: Message): boolean {
  return message.tokens.some((token) => message.tongue.each.next.has(token.key));
}

/** «3 x 2.500»: nothing but the sign between count and price. */
function isProduct(message: Message, span: Span): boolean {
  const sign = tokenAt(message.tokens, span.from - 1);
  return (sign.key === "x" || sign.text === "*" || sign.text === "×") && message.uses[span.from - 2] === "quantity";
}

function multiplied(span: Span, count: number, to: number): Span {
  return {
    ...span,
    to,
    amount_minor: span.amount_minor === null ? null : exact(span.amount_minor * count),
    readings: span.readings.map((reading) => reading * count),
  };
}

function eachOrAll(span: Span, count: number): Span {
  const said = span.amount_minor === null ? span.readings : [span.amount_minor];
  return { ...span, amount_minor: null, readings: said.flatMap((amount) => [amount * count, amount]) };
}

function exact(amountMinor: number): number | null {
  return Number.isSafeInteger(amountMinor) ? amountMinor : null;
}
