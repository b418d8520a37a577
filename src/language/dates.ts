import {
  addDays, addMonths, civilDate, firstDayOf, lastDayOf, monthOf, weekdayOf, yearOf, type CivilDate, type Month,
} from "#kernel";
import { keyAt, moneyWordAt, take, type Message } from "./message.ts";
import { readSmallNumber } from "./number-words.ts";
import { phraseAt } from "./phrases.ts";
import type { DateWord } from "./tongues/tongue.ts";

/** A day that the words name. `when` says which side of today it is on, where the words themselves decide that. */
export type DateSpan = {
  from: number;
  to: number;
  when: "past" | "future" | "open";
  /** The day, on either side of today; equal where the words leave no choice. */
  past: CivilDate;
  future: CivilDate;
};

/** Finds the dates and takes their tokens, so that «el 5» and «3/11» are no amounts. */
export function dateSpans(message: Message): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let at = 0; at < message.tokens.length; ) {
    const span = message.uses[at] === "free" ? dateAt(message, at) : null;
    if (span) {
      spans.push(span);
      take(message, span.from, span.to, "date");
    }
    at = span ? span.to : at + 1;
  }
  return spans;
}

function dateAt(message: Message, at: number): DateSpan | null {
  const word = phraseAt(message.tongue.dates.words, message.tokens, at, message.tokens.length);
  if (word && isTomorrowInDisguise(message, at)) return null;
  return (
    (word && wordSpan(message, word.means, at, word.to)) ??
    agoSpan(message, at) ??
    withinSpan(message, at) ??
    weekdaySpan(message, at) ??
    numericSpan(message, at) ??
    dayOfMonthSpan(message, at) ??
    monthDaySpan(message, at)
  );
}

/** «en la mañana», «de la mañana»: a part of the day, not tomorrow. */
function isTomorrowInDisguise(message: Message, at: number): boolean {
  if (keyAt(message, at) !== "manana") return false;
  return /^(?:la|esta|las|una|por|toda)$/.test(keyAt(message, at - 1));
}

function wordSpan(message: Message, word: DateWord, from: number, to: number): DateSpan | null {
  const { today } = message;
  const month = monthOf(today);
  switch (word.kind) {
    case "day":
      return fixed(from, to, addDays(today, word.offset), Math.sign(word.offset));
    case "week":
      return fixed(from, to, addDays(today, 7 * word.offset), Math.sign(word.offset));
    case "month":
      return fixed(from, to, sameDayIn(addMonths(month, word.offset), today), Math.sign(word.offset));
    case "month_end": {
      const named = monthBehind(message, to);
      if (named) return { ...either(from, named.to, lastDayOf(named.past), lastDayOf(named.future)), when: "future" };
      const ahead = lastDayOf(month) > today ? lastDayOf(month) : lastDayOf(addMonths(month, 1));
      return { from, to, when: "future", past: lastDayOf(addMonths(month, -1)), future: ahead };
    }
    case "mid_month": {
      const ahead = `${month}-15` > today ? `${month}-15` : `${addMonths(month, 1)}-15`;
      const behind = `${month}-15` < today ? `${month}-15` : `${addMonths(month, -1)}-15`;
      return { from, to, when: "open", past: behind, future: ahead };
    }
    case "next_month_start":
      return { from, to, when: "future", past: firstDayOf(month), future: firstDayOf(addMonths(month, 1)) };
  }
}

/** «a fines de noviembre»: the month named behind the words. */
function monthBehind(message: Message, at: number): { past: Month; future: Month; to: number } | null {
  const of = message.tongue.dates.of.has(keyAt(message, at)) ? 1 : 0;
  const number = message.tongue.dates.months[keyAt(message, at + of)];
  if (number === undefined || keyAt(message, at + of).length < 4) return null;
  const year = yearOf(message.today);
  const here = `${year}-${String(number).padStart(2, "0")}`;
  const ahead = here >= monthOf(message.today) ? here : addMonths(here, 12);
  return { past: here <= monthOf(message.today) ? here : addMonths(here, -12), future: ahead, to: at + of + 1 };
}

/** «hace 3 días», «3 days ago», «hace una semana». */
function agoSpan(message: Message, at: number): DateSpan | null {
  const { ago_before, ago_after } = message.tongue.dates;
  const before = ago_before.has(keyAt(message, at));
  const span = timeSpanAt(message, before ? at + 1 : at);
  if (!span) return null;
  const after = ago_after.has(keyAt(message, span.to));
  if (!before && !after) return null;
  return fixed(at, after ? span.to + 1 : span.to, moved(message.today, -span.count, span.unit), -1);
}

/** «en 15 días», «dentro de una semana», «a 30 días». */
function withinSpan(message: Message, at: number): DateSpan | null {
  const { within, of } = message.tongue.dates;
  if (!within.has(keyAt(message, at))) return null;
  const start = of.has(keyAt(message, at + 1)) ? at + 2 : at + 1;
  const span = timeSpanAt(message, start);
  return span && fixed(at, span.to, moved(message.today, span.count, span.unit), 1);
}

function timeSpanAt(message: Message, at: number): { count: number; unit: "day" | "week" | "month"; to: number } | null {
  const token = message.tokens[at];
  if (!token) return null;
  const few = /^(?:un|una|uno|um|uma|a|an|one)$/.test(token.key) ? { value: 1, to: at + 1 } : null;
  const pair = keyAt(message, at + 1) === "par" ? { value: 2, to: at + 3 } : null;
  const digits = /^\d{1,3}$/.test(token.text) ? { value: Number(token.text), to: at + 1 } : null;
  const count = pair ?? digits ?? few ?? readSmallNumber(message.tongue.numbers, message.tokens, at);
  if (!count) return null;
  const unit = message.tongue.dates.spans[keyAt(message, count.to)];
  return unit === undefined ? null : { count: count.value, unit, to: count.to + 1 };
}

/** «el lunes», «lunes pasado», «el próximo lunes», «lunes 16». */
function weekdaySpan(message: Message, at: number): DateSpan | null {
  const { weekdays, last, next, small } = message.tongue.dates;
  const start = small.has(keyAt(message, at)) || last.has(keyAt(message, at)) || next.has(keyAt(message, at)) ? at + 1 : at;
  const inner = next.has(keyAt(message, start)) || last.has(keyAt(message, start)) ? start + 1 : start;
  const weekday = weekdays[keyAt(message, inner)];
  if (weekday === undefined) return null;
  const numbered = dayOfMonthSpan(message, inner + 1);
  if (numbered) return { ...numbered, from: at };
  const behind = ((weekdayOf(message.today) - weekday + 6) % 7) + 1;
  const ahead = ((weekday - weekdayOf(message.today) + 6) % 7) + 1;
  const sides = either(at, inner + 1, addDays(message.today, -behind), addDays(message.today, ahead));
  const saysNext = next.has(keyAt(message, inner - 1)) || next.has(keyAt(message, inner + 1));
  const comes = /^(?:que|q)$/.test(keyAt(message, inner + 1)) && /^(?:viene|vem)$/.test(keyAt(message, inner + 2));
  if (comes) return { ...sides, to: inner + 3, when: "future" };
  if (saysNext) return { ...sides, to: next.has(keyAt(message, inner + 1)) ? inner + 2 : inner + 1, when: "future" };
  if (last.has(keyAt(message, inner + 1))) return { ...sides, to: inner + 2, when: "past" };
  return last.has(keyAt(message, inner - 1)) ? { ...sides, when: "past" } : sides;
}

/** `el 3/11`: a date in digits, the article before it or not. */
function numericSpan(message: Message, at: number): DateSpan | null {
  const start = message.tongue.dates.the.has(keyAt(message, at)) ? at + 1 : at;
  const span = isoSpan(message, start) ?? slashSpan(message, start);
  return span && { ...span, from: at };
}

/** `2026-11-03`. */
function isoSpan(message: Message, at: number): DateSpan | null {
  const parts = partsAt(message, at);
  if (!parts || parts.length < 3 || parts[0]!.length !== 4) return null;
  const date = civilDate(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  return date === null ? null : fixed(at, at + 5, date, Math.sign(date < message.today ? -1 : 1));
}

/** `3/11`, `03-11-2026`, `3/11/26`: day before month, always. */
function slashSpan(message: Message, at: number): DateSpan | null {
  const parts = partsAt(message, at) ?? pointedParts(message, at);
  if (!parts || saysMoneyAt(message, at + parts.tokens)) return null;
  const [day = "", month = "", year] = parts;
  if (day.length > 2 || month.length > 2) return null;
  if (year !== undefined) {
    const date = civilDate(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
    return date === null ? null : fixed(at, at + parts.tokens, date, date < message.today ? -1 : 1);
  }
  return yearless(message, { from: at, to: at + parts.tokens, day: Number(day), month: Number(month) });
}

type Parts = string[] & { tokens: number };

function partsAt(message: Message, at: number): Parts | null {
  const [first, mark, second] = [message.tokens[at], message.tokens[at + 1], message.tokens[at + 2]];
  if (!first || !second || !/^\d{1,4}$/.test(first.text) || !/^\d{1,2}$/.test(second.text)) return null;
  if (!mark?.glued || !second.glued || (mark.text !== "/" && mark.text !== "-")) return null;
  const [again, third] = [message.tokens[at + 3], message.tokens[at + 4]];
  if (again?.text === mark.text && again.glued && third?.glued && /^\d{2,4}$/.test(third.text)) {
    return Object.assign([first.text, second.text, third.text], { tokens: 5 });
  }
  // A hyphen between two bare numbers is a range as often as a date.
  return mark.text === "/" ? Object.assign([first.text, second.text], { tokens: 3 }) : null;
}

/** `03.11.2026` is one token. */
function pointedParts(message: Message, at: number): Parts | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(message.tokens[at]?.text ?? "");
  return match ? Object.assign(match.slice(1), { tokens: 1 }) : null;
}

/** «el 5», «día 5», «5 de noviembre», «el 5 de este mes». */
function dayOfMonthSpan(message: Message, at: number): DateSpan | null {
  const { the, of, months } = message.tongue.dates;
  let number = at;
  while (the.has(keyAt(message, number)) && number < at + 3) number++;
  const day = dayAt(message, number);
  if (!day) return null;
  const hasOf = of.has(keyAt(message, day.to));
  const month = months[keyAt(message, hasOf ? day.to + 1 : day.to)];
  if (month !== undefined) return withYear(message, { from: at, to: day.to + (hasOf ? 2 : 1), day: day.value, month });
  if (number === at || !isPlainDay(message, number - 1, day.to)) return null;
  return daySpan(message, at, day);
}

/** A day said only by its number, with «de este mes» or «del mes pasado» behind it or without. */
function daySpan(message: Message, from: number, day: { value: number; to: number }): DateSpan | null {
  const month = monthOf(message.today);
  const [first, second, third] = [keyAt(message, day.to), keyAt(message, day.to + 1), keyAt(message, day.to + 2)];
  if (first === "de" && second === "este" && third === "mes") {
    const date = dayIn(month, day.value);
    return date === null ? null : fixed(from, day.to + 3, date, date < message.today ? -1 : 1);
  }
  if (first === "del" && second === "mes" && message.tongue.dates.last.has(third)) {
    const date = dayIn(addMonths(month, -1), day.value);
    return date === null ? null : fixed(from, day.to + 3, date, -1);
  }
  const past = nearest(message.today, day.value, -1);
  const future = nearest(message.today, day.value, 1);
  return past && future ? either(from, day.to, past, future) : null;
}

/** «noviembre 3», «nov 3». */
function monthDaySpan(message: Message, at: number): DateSpan | null {
  const month = message.tongue.dates.months[keyAt(message, at)];
  const day = month === undefined ? null : dayAt(message, at + 1);
  if (month === undefined || !day || saysMoneyAt(message, day.to)) return null;
  return withYear(message, { from: at, to: day.to, day: day.value, month });
}

function dayAt(message: Message, at: number): { value: number; to: number } | null {
  const token = message.tokens[at];
  if (!token || message.uses[at] !== "free") return null;
  if (/^(?:primero|1ero|1ro)$/.test(token.key)) return { value: 1, to: at + 1 };
  if (/^\d{1,2}$/.test(token.text)) {
    const value = Number(token.text);
    const ordinal = /^(?:°|º|ro|ero|st|nd|rd|th)$/.test(keyAt(message, at + 1)) && message.tokens[at + 1]!.glued ? 1 : 0;
    return value >= 1 && value <= 31 && !saysMoneyAt(message, at + 1) ? { value, to: at + 1 + ordinal } : null;
  }
  const small = readSmallNumber(message.tongue.numbers, message.tokens, at);
  return small && small.value <= 31 && !saysMoneyAt(message, small.to) ? small : null;
}

/** «el 5» is a day, «el 5%», «el 5 mil» and «la 5» are none; nor is «al 5» without a verb that asks for a day. */
function isPlainDay(message: Message, article: number, to: number): boolean {
  const key = keyAt(message, article);
  const next = message.tokens[to];
  if ((key === "al" && keyAt(message, article - 1) !== "fecha") || (next?.text === "%" && next.glued)) return false;
  if (key === "del" && keyAt(message, article - 1) !== "dia" && keyAt(message, article - 1) !== "antes") return false;
  return !message.tongue.measures.has(next?.key ?? "") || next?.key === "dia";
}

function saysMoneyAt(message: Message, at: number): boolean {
  return moneyWordAt(message, at) !== undefined;
}

type MonthDay = { from: number; to: number; day: number; month: number };

function withYear(message: Message, place: MonthDay): DateSpan | null {
  const of = message.tongue.dates.of.has(keyAt(message, place.to)) ? 1 : 0;
  const year = message.tokens[place.to + of];
  if (year && /^20\d{2}$/.test(year.text) && !saysMoneyAt(message, place.to + of + 1)) {
    const date = civilDate(Number(year.text), place.month, place.day);
    return date === null ? null : fixed(place.from, place.to + of + 1, date, date < message.today ? -1 : 1);
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
  return past && future ? either(place.from, place.to, past, future) : null;
}

/** The nearest such day of a month strictly before (−1) or after (1) today; months without it are passed over. */
function nearest(today: CivilDate, day: number, side: -1 | 1): CivilDate | null {
  for (let months = 0; months <= 2; months++) {
    const date = dayIn(addMonths(monthOf(today), months * side), day);
    if (date && (side < 0 ? date < today : date > today)) return date;
  }
  return null;
}

function dayIn(month: Month, day: number): CivilDate | null {
  return civilDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
}

function sameDayIn(month: Month, date: CivilDate): CivilDate {
  return dayIn(month, Number(date.slice(8))) ?? lastDayOf(month);
}

function moved(date: CivilDate, count: number, unit: "day" | "week" | "month"): CivilDate {
  if (unit === "month") return sameDayIn(addMonths(monthOf(date), count), date);
  return addDays(date, unit === "week" ? 7 * count : count);
}

function fixed(from: number, to: number, date: CivilDate, side: number): DateSpan {
  return { from, to, when: side < 0 ? "past" : side > 0 ? "future" : "open", past: date, future: date };
}

function either(from: number, to: number, past: CivilDate, future: CivilDate): DateSpan {
  return { from, to, when: "open", past, future };
}
