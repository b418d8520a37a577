import { decimalsOf, type Currency } from "#kernel";
import { keyAt, moneyWordAt, type Message } from "../words/message.ts";
import { hasDigits, tokenAt } from "../words/tokens.ts";
import { isGrouped } from "./digits.ts";
import { ADDING, readExpression, type Expression } from "./expression.ts";
import { readSmallNumber } from "./number-words.ts";
import { plus, toMinor, type Quantity } from "./quantity.ts";

/** A piece of the message that may be an amount: «$45.670», «dos lucas y media», a bare «20». */
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
  /** It stands among words that we do not know, beside an amount that its verb tells. */
  loose?: boolean;
  /** The words that tell it, where they are more than its own: a note and its change. */
  said?: { from: number; to: number };
  /** Net and tax that were said apart beside the total, minor units. */
  split?: { net_minor: number; tax_minor: number };
};

/** An amount that the words do not say: «pagué la luz». It takes no token, and is asked. */
export function unsaidAt(at: number, currency: Currency): Span {
  return {
    from: at,
    to: at,
    currency,
    amount_minor: null,
    readings: [],
    marked: false,
    grouped: false,
    coefficient: 0,
    scale: 1,
    spoken: false,
  };
}

/** Neither a word or sign of money beside it nor thousands marked: «20», which may be anything. */
export function isBare({ marked, grouped }: Span): boolean {
  return !marked && !grouped;
}

type Sign = { currency: Currency; to: number };

/** The candidate amounts of the tokens still free, from left to right: both of «pan 5 lucas y bencina 20». */
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
function spanAt(message: Message, at: number): Span | null {
  const prefix = signAt(message, at);
  const expression = readExpression(message, prefix ? prefix.to : at);
  if (!expression) return null;
  const suffix = suffixOf(message, expression.to);
  const unit = { at: suffix ? suffix.to : expression.to, named: suffix !== null };
  const parts = partsOf(message, expression, unit);
  if (parts) expression.values = expression.values.map((value) => plus(value, { n: parts.hundredths, pow: 2 }));
  const closed = closing(message, parts ? parts.to : unit.at);
  // «$100 USD» are dollars: the word behind is more precise than the sign before.
  const sign = suffix ?? prefix;
  const currency = sign ? sign.currency : message.pack.currency;
  const marked = sign !== null || parts !== null || closed.marked || isScaled(message, expression);
  return spanOf(message, expression, { from: at, to: closed.to, currency, marked });
}

/** «45 lucas», «milqui»: a word of money is part of the number itself. */
function isScaled(message: Message, { from, scale }: Expression): boolean {
  return scale !== 1 || moneyWordAt(message, from)?.kind === "whole";
}

type Part = { hundredths: number; to: number };

/** Where the unit of an amount ends, and whether one is named at all. */
type Unit = { at: number; named: boolean };

/**
 * What is said behind a unit: «3 soles y medio», «15 pesos 50», «20 soles con 50», «2 dólares y 30 centavos».
 * Null where nothing is added, or where the amount has a fraction already.
 */
function partsOf(message: Message, expression: Expression, unit: Unit): Part | null {
  if (expression.values.some((value) => value.pow > 0) || expression.scale !== 1) return null;
  return halfBehind(message, unit) ?? hundredthsBehind(message, unit);
}

/** «3 soles y medio». */
function halfBehind(message: Message, unit: Unit): Part | null {
  const { half, and } = message.tongue.numbers;
  if (!unit.named || keyAt(message, unit.at) !== and || !half.has(keyAt(message, unit.at + 1))) return null;
  return { hundredths: 50, to: unit.at + 2 };
}

/** «y 30 centavos», «con 50», and «50» alone right behind a named unit. */
function hundredthsBehind(message: Message, unit: Unit): Part | null {
  const joint = keyAt(message, unit.at);
  const joined = joint === message.tongue.numbers.and || ADDING.has(joint);
  const small = hundredthsAt(message, joined ? unit.at + 1 : unit.at);
  if (!small) return null;
  if (moneyWordAt(message, small.to)?.kind === "cents") return { hundredths: small.hundredths, to: small.to + 1 };
  if (decimalsOf(message.pack.currency) === 0 && !unit.named) return null;
  const bare = unit.named && !joined && tokenAt(message.tokens, unit.at).text.length === 2;
  return (ADDING.has(joint) || bare) && !countsSomething(message, small.to) ? small : null;
}

function hundredthsAt(message: Message, at: number): Part | null {
  if (message.uses[at] !== "free") return null;
  const token = tokenAt(message.tokens, at);
  if (hasDigits(token, 1, 2)) return { hundredths: Number(token.text), to: at + 1 };
  const small = readSmallNumber(message.tongue.numbers, message.tokens, at);
  return small && small.value < 100 ? { hundredths: small.value, to: small.to } : null;
}

/** A scale or a thing behind the number: it is an amount or a count of its own. */
function countsSomething(message: Message, at: number): boolean {
  return moneyWordAt(message, at) !== undefined || message.tongue.measures.has(keyAt(message, at));
}

function spanOf(
  message: Message,
  expression: Expression,
  place: { from: number; to: number; currency: Currency; marked: boolean },
): Span {
  const readings = minorReadings(expression.values, place.currency);
  const open = expression.open && readings.length > 0;
  const { text } = tokenAt(message.tokens, expression.from);
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
  if (token.kind === "mark" && !token.glued && tokenAt(message.tokens, at + of + 1).kind === "number") return null;
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
