import { decimalsOf, type Currency } from "#kernel";
import { isGrouped } from "./digits.ts";
import { readExpression, type Expression } from "./expression.ts";
import { keyAt, moneyWordAt, type Message } from "./message.ts";
import { toMinor, type Quantity } from "./quantity.ts";
import { tokenAt } from "./tokens.ts";

/** A piece of the message that may be an amount. */
export type Span = {
  from: number;
  to: number;
  currency: Currency;
  /** Minor units; null while `readings` leaves it open, or where the currency has no such fraction. */
  amount_minor: number | null;
  /** What it may be, in minor units, when the words do not decide. */
  readings: number[];
  /** A word or sign says that it is money: «lucas», «$», «mil», «.-». */
  marked: boolean;
  /** Written with thousands separators. */
  grouped: boolean;
  /** The number as said, before its scale. */
  coefficient: number;
  /** The factor of its scale word, 1 without one. */
  scale: number;
  spoken: boolean;
};

type Sign = { currency: Currency; to: number };

/** The candidate amounts of the tokens still free, from left to right. */
export function moneySpans(message: Message): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < message.tokens.length;) {
    const span = message.uses[at] === "free" ? spanAt(message, at) : null;
    if (span) spans.push(span);
    at = span ? span.to : at + 1;
  }
  return spans;
}

/** The amount that starts at this token, or null. */
export function spanAt(message: Message, at: number): Span | null {
  const prefix = signAt(message, at);
  const expression = readExpression(message, prefix ? prefix.to : at);
  if (!expression) return null;
  const suffix = suffixOf(message, expression.to);
  const closed = closing(message, suffix ? suffix.to : expression.to);
  // «$100 USD» are dollars: the word behind is more precise than the sign before.
  const currency = suffix?.currency ?? prefix?.currency ?? message.pack.currency;
  const marked =
    prefix !== null || suffix !== null || closed.marked || expression.scale > 1 || isSlang(message, expression);
  return spanOf(message, expression, { from: at, to: closed.to, currency, marked });
}

function spanOf(
  message: Message,
  expression: Expression,
  place: { from: number; to: number; currency: Currency; marked: boolean },
): Span {
  const readings = minorReadings(expression.values, place.currency);
  const open = expression.open && readings.length > 0;
  const text = tokenAt(message.tokens, expression.from).text ?? "";
  return {
    ...place,
    amount_minor: open ? null : (readings[0] ?? null),
    readings: open ? readings : [],
    grouped: isGrouped(text) || (!expression.spoken && expression.to - expression.from > 1),
    coefficient: expression.coefficient,
    scale: expression.scale,
    spoken: expression.spoken,
  };
}

/** Readings that the currency can hold: «1,234» in Chile has only one, for a peso has no thousandths. */
function minorReadings(values: readonly Quantity[], currency: Currency): number[] {
  const decimals = decimalsOf(currency);
  const readings: number[] = [];
  for (const value of values) {
    const minor = toMinor(value, decimals);
    if (minor !== null && !readings.includes(minor)) readings.push(minor);
  }
  return readings;
}

function signAt(message: Message, at: number): Sign | null {
  const word = moneyWordAt(message, at);
  if (word?.kind !== "unit" || message.uses[at] !== "free") return null;
  const token = tokenAt(message.tokens, at);
  // Words name the unit behind the number («5 soles»), only signs and codes stand before it.
  const isSign = token.kind === "mark" || token.text.length <= 3 || token.key.endsWith("$");
  if (!isSign) return null;
  const second = moneyWordAt(message, at + 1);
  if (second?.kind === "unit" && tokenAt(message.tokens, at + 1).kind === "mark")
    return { currency: word.currency, to: at + 2 };
  const skip = keyAt(message, at + 1) === "." && tokenAt(message.tokens, at + 2).kind === "number" ? 1 : 0;
  return { currency: word.currency, to: at + 1 + skip };
}

function suffixOf(message: Message, at: number): Sign | null {
  const of = message.tongue.dates.of.has(keyAt(message, at)) ? 1 : 0;
  const word = moneyWordAt(message, at + of);
  if (word?.kind !== "unit" || message.uses[at + of] !== "free") return null;
  const token = tokenAt(message.tokens, at + of);
  // In «5 $20» the sign belongs to what follows.
  if (token.kind === "mark" && !token.glued) return null;
  const next = suffixOf(message, at + of + 1);
  return next ?? { currency: word.currency, to: at + of + 1 };
}

/** «70.000.-» and «70.000,-»: how amounts are closed by hand. */
function closing(message: Message, at: number): { to: number; marked: boolean } {
  const point = tokenAt(message.tokens, at);
  const dash = tokenAt(message.tokens, at + 1);
  const closes = point.glued && (point.text === "." || point.text === ",") && dash.glued && dash.text === "-";
  return closes ? { to: at + 2, marked: true } : { to: at, marked: false };
}

function isSlang(message: Message, expression: Expression): boolean {
  return moneyWordAt(message, expression.from)?.kind === "whole";
}
