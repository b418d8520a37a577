import { isVerbAt } from "../dealings/cue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { entryOf, keyAt, moneyWordAt, type Message } from "../words/message.ts";
import { isA, tokenAt } from "../words/tokens.ts";
import { isGrouped, readDigits } from "./digits.ts";
import { readSmallNumber } from "./number-words.ts";
import { plus, times, ZERO, type Quantity } from "./quantity.ts";

/** A number with its scales: «45 mil 670», «dos palos y medio», «doce quinientos». Units of whatever is counted. */
export type Expression = {
  from: number;
  to: number;
  /** What it may stand for, the likeliest first. */
  values: Quantity[];
  /** The words leave open which of `values` is meant. */
  open: boolean;
  /** The scale word's factor, which later bare numbers inherit; 1 without one. */
  scale: number;
  /** The number before the scale. */
  coefficient: number;
  /** In words, at least in part. */
  spoken: boolean;
  /** A currency that a slang word carries by itself. */
  currency: string | null;
};

type Segment = { to: number; values: Quantity[]; scale: number; coefficient: number; spoken: boolean; open: boolean };

/** The scale of «50 centavos». */
const CENTS = 0.01;
const ELLIPSIS_HEAD_MAX = 199;
/** Three digits each: a million millions. */
const GROUPS_MAX = 5;

/** The longest number expression that starts at `at`: all of «45 mil 670»; null where none does. */
export function readExpression(message: Message, at: number): Expression | null {
  const whole = moneyWordAt(message, at);
  if (whole?.kind === "whole") return wholeWord(at, whole.units);
  const first = readSegment(message, at);
  if (!first) return null;
  const spoken = elided(message, at, first);
  if (spoken) return spoken;
  return extend(message, expressed(at, first));
}

function expressed(from: number, { to, values, open, scale, coefficient, spoken }: Segment): Expression {
  return { from, to, values, open, scale, coefficient, spoken, currency: null };
}

function wholeWord(at: number, units: number): Expression {
  const values = [{ n: units, pow: 0 }];
  return { from: at, to: at + 1, values, open: false, scale: 1, coefficient: units, spoken: true, currency: null };
}

/** «doce quinientos»: speech leaves «mil» out before hundreds; before other numbers it is only a guess. */
function elided(message: Message, at: number, first: Segment): Expression | null {
  const head = valueOf(first);
  if (!message.pack.drops_thousand || first.scale !== 1 || !isBetween(head, 2, ELLIPSIS_HEAD_MAX) || head.n === 100)
    return null;
  const tail = readSegment(message, first.to);
  const rest = tail?.values[0];
  if (!tail || !rest || tail.scale !== 1 || !isBetween(rest, 100, 999)) return null;
  if (!first.spoken && !tail.spoken) return null;
  const value = { n: head.n * 1_000 + rest.n, pow: 0 };
  const open = rest.n % 100 !== 0;
  return {
    from: at,
    to: tail.to,
    values: [value],
    open,
    scale: 1_000,
    coefficient: head.n,
    spoken: true,
    currency: null,
  };
}

function isBetween(value: Quantity, least: number, most: number): boolean {
  return value.pow === 0 && value.n >= least && value.n <= most;
}

/** Adds the smaller parts that follow: «45 mil 670», «un millón doscientos mil», «tres lucas quinientos». */
function extend(message: Message, start: Expression): Expression {
  let whole = start;
  let scale = start.scale;
  while (scale >= 1_000) {
    const key = keyAt(message, whole.to);
    const and = key === message.tongue.numbers.and || ADDING.has(key) ? 1 : 0;
    const next = readSegment(message, whole.to + and);
    if (!next || !fits(message, next, { scale, joined: and === 1 && !ADDING.has(key) })) break;
    whole = withTail(whole, next, scale);
    scale = next.scale;
  }
  return whole;
}

/** «5 lucas con 500», «20 soles con 50»: what is added to a round amount. */
export const ADDING: ReadonlySet<string> = new Set(["con", "com"]);

function fits(message: Message, next: Segment, after: { scale: number; joined: boolean }): boolean {
  const { scale, joined } = after;
  const value = valueOf(next);
  if (next.values.length > 1 || value.pow > 0 || value.n >= scale || next.scale >= scale) return false;
  // «dos palos y 300 lucas» and «2 lucas y 3 gambas» are one amount, «5 lucas y 500» are two; «dois mil e quinhentos» is one.
  if (joined) return next.scale > 1 || (next.spoken && message.tongue.numbers.and !== "y");
  if (next.scale > 1) return true;
  if (message.tongue.measures.has(keyAt(message, next.to))) return false;
  return next.spoken || value.n >= 100;
}

function withTail(whole: Expression, next: Segment, scale: number): Expression {
  const tail = valueOf(next);
  const sum = whole.values.map((value) => plus(value, tail));
  // «un palo doscientos» is 1.200.000; «un millón ciento cincuenta» leaves it open.
  const large = scale === 1_000_000 && next.scale === 1 && tail.n >= 100;
  const inThousands = large ? whole.values.map((value) => plus(value, times(tail, 1_000))) : [];
  const unclear = large && tail.n % 100 !== 0 && next.spoken;
  return {
    ...whole,
    to: next.to,
    values: [...inThousands, ...(large && !unclear ? [] : sum)],
    open: whole.open || next.open || unclear,
    spoken: whole.spoken || next.spoken,
  };
}

/** One number and the scales right behind it. */
function readSegment(message: Message, at: number): Segment | null {
  if (message.uses[at] !== "free") return null;
  const number = readNumber(message, at);
  return number && withHalf(message, withScales(message, number));
}

function readNumber(message: Message, at: number): Segment | null {
  const token = tokenAt(message.tokens, at);
  if (token.kind === "number") return readWritten(message, at);
  const glued = gluedThousands(message, at);
  if (glued !== null)
    return { ...segment(at + 1, [{ n: glued * 1_000, pow: 0 }], true), scale: 1_000, coefficient: glued };
  const small = readSmallNumber(message.tongue.numbers, message.tokens, at);
  if (small) {
    // «uno» and «una» alone are articles, «dos» is a number.
    const alone = small.to === at + 1;
    const article = alone && (isA(token, TRAIT.one) || (token.key === "once" && isTea(message, at)));
    if (!article || isScale(message, small.to)) return segment(small.to, [{ n: small.value, pow: 0 }], true);
    return null;
  }
  if (isA(token, TRAIT.one) && isScale(message, at + 1)) return segment(at + 1, [one()], true);
  if (isA(token, TRAIT.half) && isScale(message, at + 1)) {
    return segment(at + 1, [{ n: 5, pow: 1 }], true);
  }
  return isScale(message, at) && standsAlone(message, at) ? segment(at, [one()], true) : null;
}

/** «para la once», «cosas para once», «almuerzo 7.500, once 4.200»: the meal. */
function isTea(message: Message, at: number): boolean {
  return TEA.has(keyAt(message, at - 1)) || isGrouped(tokenAt(message.tokens, at + 1).text);
}

const TEA: ReadonlySet<string> = new Set("la para pa pal de tomar tome una".split(" "));

/** A scale without a number before it is one of it: «mil quinientos», «luca y media», but not the «k» of a name. */
function standsAlone(message: Message, at: number): boolean {
  const { half, and } = message.tongue.numbers;
  const key = keyAt(message, at);
  if (key === "mil") return !isOfThings(message, at + 1);
  // «luca quinientos», «palo doscientos»
  const tail = readSmallNumber(message.tongue.numbers, message.tokens, at + 1);
  if (tail && tail.value >= 100 && moneyWordAt(message, at)?.kind === "scale") return true;
  // «a luca el kilo», «a gamba»: slang of one, behind a price word.
  const slang = moneyWordAt(message, at)?.kind === "scale" && !COUNTED_SCALES.has(key);
  const priced = message.tongue.at_price.has(keyAt(message, at - 1)) || isVerbAt(message, at - 1);
  if (slang && priced && tokenAt(message.tokens, at).text === key) return true;
  return keyAt(message, at + 1) === and && half.has(keyAt(message, at + 2));
}

/** Scales that never stand alone: «k», «millones», and names in the plural. */
const COUNTED_SCALES: ReadonlySet<string> = new Set("k lucas lks lk mm millones palos gambas quinas m".split(" "));

/** «torta de mil hojas»: a thousand of something, where no price leads to it. */
function isOfThings(message: Message, at: number): boolean {
  const { key, kind } = tokenAt(message.tokens, at);
  if (kind !== "word" || key.length < 4 || !key.endsWith("s") || moneyWordAt(message, at)) return false;
  const before = keyAt(message, at - 2);
  return (
    !message.tongue.at_price.has(before) &&
    !message.tongue.fillers.has(key) &&
    readSmallNumber(message.tongue.numbers, message.tokens, at) === null
  );
}

/** «cuarentamil», «docemil»: written in one word. */
function gluedThousands(message: Message, at: number): number | null {
  const { key } = tokenAt(message.tokens, at);
  if (key.length < 6 || !key.endsWith("mil")) return null;
  return entryOf(message.tongue.numbers.values, key.slice(0, -"mil".length)) ?? null;
}

function readWritten(message: Message, at: number): Segment | null {
  const token = tokenAt(message.tokens, at);
  let raw = token.text;
  let to = at + 1;
  // «70 000»: groups of exactly three digits behind a head of one to three.
  if (raw.length <= 3 && !raw.includes(".") && !raw.includes(",")) {
    while (to - at < GROUPS_MAX && isGroup(message, to)) raw += tokenAt(message.tokens, to++).text;
  }
  const values = readDigits(raw, message.pack.format);
  return values.length === 0 ? null : segment(to, values, false);
}

function isGroup(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  return token.kind === "number" && !token.glued && message.uses[at] === "free" && token.digits === 3;
}

/** «45 mil», «3 mil millones», «2 melones», «50 centavos»: the number with the words behind it that multiply it. */
function withScales(message: Message, number: Segment): Segment {
  let { values, scale, open } = number;
  let to = behindPoint(message, number.to);
  let word = moneyWordAt(message, to);
  while (word?.kind === "scale" && message.uses[to] === "free") {
    const by = word.times;
    // «1,500 lucas» may be one and a half or fifteen hundred of them.
    if (scale === 1) open ||= isSmallerFirst(values);
    values = values.map((value) => times(value, by));
    scale *= by;
    to++;
    word = moneyWordAt(message, to);
  }
  if (word?.kind === "unclear") return unclearly(number, { to, base: values[0] ?? ZERO, times: word.times });
  if (word?.kind === "cents" && message.uses[to] === "free") return inCents(number, to);
  return scale === 1 ? number : { ...number, to, values: open ? values : values.slice(0, 1), scale, open };
}

/** «180.mil» */
function behindPoint(message: Message, at: number): number {
  const [point, behind] = [tokenAt(message.tokens, at), tokenAt(message.tokens, at + 1)];
  return point.text === "." && point.glued && behind.glued && behind.money?.kind === "scale" ? at + 1 : at;
}

function isSmallerFirst([first, second]: readonly Quantity[]): boolean {
  return first !== undefined && second !== undefined && sizeOf(first) < sizeOf(second);
}

/** «2 melones»: a word of several values leaves open how much. */
function unclearly(number: Segment, word: { to: number; base: Quantity; times: readonly number[] }): Segment {
  const values = word.times.flatMap((by) => readable(word.base, by));
  return { ...number, to: word.to + 1, values, scale: 1_000, open: true };
}

function inCents(number: Segment, at: number): Segment {
  return { ...number, to: at + 1, values: number.values.map(({ n, pow }) => ({ n, pow: pow + 2 })), scale: CENTS };
}

function readable(base: Quantity, by: number): Quantity[] {
  return by === 0.5 ? [times({ n: base.n * 5, pow: base.pow + 1 }, 1)] : [times(base, by)];
}

/** «4 y media» of thousands; more are said in full. */
const HALVES_MAX = 99;

/** «y medio», «y media» adds half of the last scale. */
function withHalf(message: Message, number: Segment): Segment {
  const { half, and } = message.tongue.numbers;
  if (keyAt(message, number.to) !== and || !half.has(keyAt(message, number.to + 1))) return number;
  if (message.tongue.measures.has(keyAt(message, number.to + 2)) || isScale(message, number.to + 2)) return number;
  const last = moneyWordAt(message, number.to - 1);
  // «18 lucas en pescado y 4 y media en cilantro»: the scale is still to be lent.
  if (last === undefined && message.pack.bare_asked_below > 0 && isBetween(valueOf(number), 1, HALVES_MAX)) {
    return {
      ...number,
      to: number.to + 2,
      values: [plus(valueOf(number), { n: 5, pow: 1 })],
      coefficient: number.coefficient + 0.5,
    };
  }
  if (last?.kind !== "scale" && !(last?.kind === "unit" && last.currency === message.pack.currency)) return number;
  const by = last.kind === "scale" ? last.times : 1;
  const added = by === 1 ? { n: 5, pow: 1 } : { n: by / 2, pow: 0 };
  return { ...number, to: number.to + 2, values: number.values.map((value) => plus(value, added)), spoken: true };
}

function isScale(message: Message, at: number): boolean {
  const kind = moneyWordAt(message, at)?.kind;
  return kind === "scale" || kind === "unclear";
}

function valueOf(of: Pick<Segment, "values">): Quantity {
  return of.values[0] ?? ZERO;
}

function sizeOf(quantity: Quantity): number {
  return quantity.n / 10 ** quantity.pow;
}

function segment(to: number, values: Quantity[], spoken: boolean): Segment {
  const head = values[0] ?? ZERO;
  return { to, values, scale: 1, coefficient: sizeOf(head), spoken, open: false };
}

function one(): Quantity {
  return { n: 1, pow: 0 };
}
