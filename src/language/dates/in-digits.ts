import { addMonths, civilDate, monthOf, yearOf } from "#kernel";
import { readSmallNumber } from "../money/number-words.ts";
import { keyAt, type Message } from "../words/message.ts";
import { hasDigits, tokenAt } from "../words/tokens.ts";
import { dayIn, either, fixed, nearest, type DateSpan } from "./span.ts";

/** `el 3/11`: a date in digits, the article before it or not. */
export function numericSpan(message: Message, at: number): DateSpan | null {
  const start = message.tongue.dates.the.has(keyAt(message, at)) ? at + 1 : at;
  const span = isoSpan(message, start) ?? slashSpan(message, start);
  return span && { ...span, from: at };
}

/** `2026-11-03`. */
function isoSpan(message: Message, at: number): DateSpan | null {
  const parts = partsAt(message, at);
  if (!parts || parts.length < 3 || parts[0]?.length !== 4) return null;
  const date = civilDate(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  return date === null ? null : fixed({ from: at, to: at + 5 }, date, Math.sign(date < message.today ? -1 : 1));
}

/** `3/11`, `03-11-2026`, `3/11/26`: day before month, always. */
function slashSpan(message: Message, at: number): DateSpan | null {
  const parts = partsAt(message, at) ?? pointedParts(message, at);
  if (!parts || saysMoneyAt(message, at + parts.tokens)) return null;
  // «1/2 kilo»
  if (message.tongue.measures.has(keyAt(message, at + parts.tokens))) return null;
  const [day = "", month = "", year] = parts;
  if (day.length > 2 || month.length > 2) return null;
  if (year !== undefined) {
    const date = civilDate(fullYear(message, year), Number(month), Number(day));
    return date === null ? null : fixed({ from: at, to: at + parts.tokens }, date, date < message.today ? -1 : 1);
  }
  return yearless(message, { from: at, to: at + parts.tokens, day: Number(day), month: Number(month) });
}

/** «74» is 1974, «26» is 2026: no book is kept ten years ahead. */
function fullYear(message: Message, year: string): number {
  if (year.length !== 2) return Number(year);
  const near = 2000 + Number(year);
  return near > yearOf(message.today) + YEARS_AHEAD_MAX ? near - 100 : near;
}

const YEARS_AHEAD_MAX = 10;

type Parts = string[] & { tokens: number };

function partsAt(message: Message, at: number): Parts | null {
  const first = tokenAt(message.tokens, at);
  const mark = tokenAt(message.tokens, at + 1);
  const second = tokenAt(message.tokens, at + 2);
  if (!hasDigits(first, 1, 4) || !hasDigits(second, 1, 2)) return null;
  if (!mark.glued || !second.glued || (mark.text !== "/" && mark.text !== "-")) return null;
  const again = tokenAt(message.tokens, at + 3);
  const third = tokenAt(message.tokens, at + 4);
  if (again.text === mark.text && again.glued && third.glued && hasDigits(third, 2, 4)) {
    return Object.assign([first.text, second.text, third.text], { tokens: 5 });
  }
  // A hyphen between two bare numbers is a range as often as a date: what says money behind it is none.
  const named = message.tongue.dates.the.has(keyAt(message, at - 1)) || keyAt(message, at + 3) === "";
  return mark.text === "/" || named ? Object.assign([first.text, second.text], { tokens: 3 }) : null;
}

/** `03.11.2026` is one token. */
function pointedParts(message: Message, at: number): Parts | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokenAt(message.tokens, at).text);
  return match ? Object.assign(match.slice(1), { tokens: 1 }) : null;
}

/** «el 5», «día 5», «5 de noviembre», «el 5 de este mes». */
export function dayOfMonthSpan(message: Message, at: number): DateSpan | null {
  const { the, of } = message.tongue.dates;
  let number = at;
  while (the.has(keyAt(message, number)) && number < at + 3) number++;
  const day = dayAt(message, number);
  if (!day) return null;
  const hasOf = of.has(keyAt(message, day.to));
  const { month } = tokenAt(message.tokens, hasOf ? day.to + 1 : day.to).word;
  if (month !== 0) return withYear(message, { from: at, to: day.to + (hasOf ? 2 : 1), day: day.value, month });
  if (number === at || !isPlainDay(message, number - 1, day.to)) return null;
  return daySpan(message, at, day);
}

/** A day said only by its number, with «de este mes» or «del mes pasado» behind it or without. */
function daySpan(message: Message, from: number, day: { value: number; to: number }): DateSpan | null {
  const month = monthOf(message.today);
  const [first, second, third] = [keyAt(message, day.to), keyAt(message, day.to + 1), keyAt(message, day.to + 2)];
  if (first === "de" && second === "este" && third === "mes") {
    const date = dayIn(month, day.value);
    return date === null ? null : fixed({ from, to: day.to + 3 }, date, date < message.today ? -1 : 1);
  }
  if (first === "del" && second === "mes" && message.tongue.dates.last.has(third)) {
    const date = dayIn(addMonths(month, -1), day.value);
    return date === null ? null : fixed({ from, to: day.to + 3 }, date, -1);
  }
  const past = nearest(message.today, day.value, -1);
  const future = nearest(message.today, day.value, 1);
  return past && future ? either({ from, to: day.to }, past, future) : null;
}

/** «noviembre 3», «nov 3». */
export function monthDaySpan(message: Message, at: number): DateSpan | null {
  const { month } = tokenAt(message.tokens, at).word;
  const day = month === 0 ? null : dayAt(message, at + 1);
  if (!day || saysMoneyAt(message, day.to)) return null;
  return withYear(message, { from: at, to: day.to, day: day.value, month });
}

/** A number that may be a day of a month: «5», «1ro», «quince»; null for 32, and for what a money word follows. */
export function dayAt(message: Message, at: number): { value: number; to: number } | null {
  const token = tokenAt(message.tokens, at);
  if (message.uses[at] !== "free") return null;
  if (token.key === "primero") return { value: 1, to: at + 1 };
  if (token.kind === "number") {
    if (!hasDigits(token, 1, 2)) return null;
    const value = Number(token.text);
    const ordinal =
      /^(?:°|º|ro|ero|st|nd|rd|th)$/.test(keyAt(message, at + 1)) && tokenAt(message.tokens, at + 1).glued ? 1 : 0;
    return value >= 1 && value <= 31 && !saysMoneyAt(message, at + 1) ? { value, to: at + 1 + ordinal } : null;
  }
  const small = readSmallNumber(message.tongue.numbers, message.tokens, at);
  return small && small.value <= 31 && !saysMoneyAt(message, small.to) ? small : null;
}

/** «el 5» is a day, «el 5%», «el 5 mil» and «la 5» are none; nor is «al 5» without a verb that asks for a day. */
function isPlainDay(message: Message, article: number, to: number): boolean {
  const key = keyAt(message, article);
  const next = tokenAt(message.tokens, to);
  if ((key === "al" && keyAt(message, article - 1) !== "fecha") || (next.text === "%" && next.glued)) return false;
  if (key === "del" && keyAt(message, article - 1) !== "dia" && keyAt(message, article - 1) !== "antes") return false;
  return !message.tongue.measures.has(next.key) || next.key === "dia";
}

/** «12 mil» is no day, nor «3/4 lucas»; the sign in «15/11 $120.000» belongs to what follows. */
function saysMoneyAt(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  const ahead = token.money?.kind === "unit" && !token.glued && tokenAt(message.tokens, at + 1).kind === "number";
  return token.money !== undefined && !(ahead && token.kind === "mark");
}

type MonthDay = { from: number; to: number; day: number; month: number };

function withYear(message: Message, place: MonthDay): DateSpan | null {
  const of = message.tongue.dates.of.has(keyAt(message, place.to)) ? 1 : 0;
  const year = tokenAt(message.tokens, place.to + of);
  if (/^20\d{2}$/.test(year.text) && !saysMoneyAt(message, place.to + of + 1)) {
    const date = civilDate(Number(year.text), place.month, place.day);
    return date === null
      ? null
      : fixed({ from: place.from, to: place.to + of + 1 }, date, date < message.today ? -1 : 1);
  }
  return yearless(message, place);
}

/** A day and month: today counts for both sides, for who names the month means this very day. */
function yearless(message: Message, place: MonthDay): DateSpan | null {
  const year = yearOf(message.today);
  const here = civilDate(year, place.month, place.day);
  if (!here) return null;
  const before = civilDate(year - 1, place.month, place.day);
  const after = civilDate(year + 1, place.month, place.day);
  const past = here <= message.today ? here : before;
  const future = here >= message.today ? here : after;
  return past && future ? either(place, past, future) : null;
}
