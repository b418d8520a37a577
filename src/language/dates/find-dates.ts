import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  weekdayOf,
  yearOf,
  type CivilDate,
  type Month,
} from "#kernel";
import { readSmallNumber } from "../money/number-words.ts";
import type { DateWord } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { entryOf, isAt, keyAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { hasDigits, tokenAt, type Range, type Token } from "../words/tokens.ts";
import { dayAt, dayOfMonthSpan, monthDaySpan, numericSpan } from "./in-digits.ts";
import { dayIn, either, fixed, moved, nearest, sameDayIn, type DateSpan } from "./span.ts";

/** More days than any message about money names. */
const DATES_MAX = 60;

/** Finds the dates and takes their tokens, so that «el 5» and «3/11» are no amounts. */
export function dateSpans(message: Message): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let at = 0; at < message.tokens.length && spans.length < DATES_MAX;) {
    const span = message.uses[at] === "free" ? dateAt(message, at) : null;
    if (span) {
      spans.push(span);
      take(message, span, "date");
    }
    at = span ? span.to : at + 1;
  }
  return spans;
}

function dateAt(message: Message, at: number): DateSpan | null {
  if (!mayStartDate(message, at)) return null;
  const word = phraseAt(message.tongue.dates.words, message.tokens, { from: at, to: message.tokens.length });
  if (word && (isTomorrowInDisguise(message, at) || isOfThatMonth(message, at, word.means))) return null;
  return (
    (word && wordSpan(message, word.means, { from: at, to: word.to })) ??
    agoSpan(message, at) ??
    withinSpan(message, at) ??
    weekdaySpan(message, at) ??
    numericSpan(message, at) ??
    dayOfMonthSpan(message, at) ??
    monthDaySpan(message, at)
  );
}

/** Most words begin no date: they cost one look. */
function mayStartDate(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (token.kind !== "word") return token.kind === "number";
  if (!isAt(message, at, TRAIT.date)) return false;
  if (!isAt(message, at, TRAIT.toDate)) return true;
  // «el», «de», «en» lead to a day only before a number or a word of days.
  return tokenAt(message.tokens, at + 1).kind === "number" || isAt(message, at + 1, TRAIT.date);
}

/** «en la mañana», «de la mañana»: a part of the day, not tomorrow. */
function isTomorrowInDisguise(message: Message, at: number): boolean {
  if (keyAt(message, at) !== "manana") return false;
  return /^(?:la|esta|las|una|por|toda)$/.test(keyAt(message, at - 1));
}

/** «el arriendo del mes pasado»: which rent, not when it was paid. */
function isOfThatMonth(message: Message, at: number, word: DateWord): boolean {
  return word.kind === "month" && word.offset < 0 && keyAt(message, at - 1) === "del";
}

function wordSpan(message: Message, word: DateWord, { from, to }: Range): DateSpan | null {
  const { today } = message;
  const month = monthOf(today);
  switch (word.kind) {
    case "day":
      return fixed({ from, to }, addDays(today, word.offset), Math.sign(word.offset));
    case "week":
      return fixed({ from, to }, addDays(today, 7 * word.offset), Math.sign(word.offset));
    case "month":
      return fixed({ from, to }, sameDayIn(addMonths(month, word.offset), today), Math.sign(word.offset));
    case "weekend":
      return weekendSpan(message, { from, to });
    case "holiday":
      return holidaySpan(message, word, { from, to });
    case "end_of_named":
      return endOfNamedMonth(message, { from, to });
    case "month_end": {
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

/** «el finde», «el fin de semana pasado»: its Saturday. */
function weekendSpan(message: Message, range: Range): DateSpan {
  const { today } = message;
  const saturday = addDays(today, 6 - weekdayOf(today));
  const behind = saturday < today ? saturday : addDays(saturday, -7);
  const span = either(range, behind, saturday > today ? saturday : addDays(saturday, 7));
  return message.tongue.dates.last.has(keyAt(message, range.to - 1)) ? { ...span, when: "past" } : span;
}

/** «para navidad», «en año nuevo»; «regalo de navidad» is no day. */
function holidaySpan(message: Message, holiday: { month: number; day: number }, range: Range): DateSpan | null {
  const { today } = message;
  if (!HOLIDAY_HEADS.has(keyAt(message, range.from)) && !HOLIDAY_HEADS.has(keyAt(message, range.from - 1))) return null;
  const [here, before, after] = [0, -1, 1].map((years) =>
    dayIn(addMonths(`${yearOf(today)}-${twoDigits(holiday.month)}`, 12 * years), holiday.day),
  );
  if (!here || !before || !after) return null;
  return either(range, here < today ? here : before, here > today ? here : after);
}

/** «a fines de noviembre». */
function endOfNamedMonth(message: Message, { from, to }: Range): DateSpan | null {
  const named = monthBehind(message, to);
  if (!named) return null;
  return { ...either({ from, to: named.to }, lastDayOf(named.past), lastDayOf(named.future)), when: "future" };
}

const HOLIDAY_HEADS: ReadonlySet<string> = new Set("para pa en hasta a el la antes desde no ate by on at".split(" "));

function twoDigits(month: number): string {
  return String(month).padStart(2, "0");
}

/** «a fines de noviembre»: the month named behind the words. */
function monthBehind(message: Message, at: number): { past: Month; future: Month; to: number } | null {
  const of = message.tongue.dates.of.has(keyAt(message, at)) ? 1 : 0;
  const { month: number } = tokenAt(message.tokens, at + of).word;
  if (number === 0 || keyAt(message, at + of).length < 4) return null;
  const year = yearOf(message.today);
  const here = `${year}-${twoDigits(number)}`;
  const ahead = here >= monthOf(message.today) ? here : addMonths(here, 12);
  return { past: here <= monthOf(message.today) ? here : addMonths(here, -12), future: ahead, to: at + of + 1 };
}

/** «hace 3 días», «3 days ago», «hace una semana». */
function agoSpan(message: Message, at: number): DateSpan | null {
  const { ago_before, ago_after } = message.tongue.dates;
  const before = ago_before.has(keyAt(message, at));
  const start = before && ABOUT.has(keyAt(message, at + 1)) ? at + 2 : before ? at + 1 : at;
  const span = timeSpanAt(message, start);
  if (!span) return null;
  const after = ago_after.has(keyAt(message, span.to));
  if (!before && !after) return null;
  return fixed({ from: at, to: after ? span.to + 1 : span.to }, moved(message.today, -span.count, span.unit), -1);
}

/** «hace como tres días». */
const ABOUT: ReadonlySet<string> = new Set("como unos unas casi about uns umas".split(" "));

/** «en 15 días», «dentro de una semana», «a 30 días». */
function withinSpan(message: Message, at: number): DateSpan | null {
  const { within, of } = message.tongue.dates;
  if (!within.has(keyAt(message, at))) return null;
  const start = of.has(keyAt(message, at + 1)) ? at + 2 : at + 1;
  const span = timeSpanAt(message, start);
  return span && fixed({ from: at, to: span.to }, moved(message.today, span.count, span.unit), 1);
}

function timeSpanAt(
  message: Message,
  at: number,
): { count: number; unit: "day" | "week" | "month"; to: number } | null {
  const token = tokenAt(message.tokens, at);
  const count = token.kind === "number" ? digitsAt(token, at) : spokenAt(message, at);
  if (!count) return null;
  const unit = entryOf(message.tongue.dates.spans, keyAt(message, count.to));
  return unit === undefined ? null : { count: count.value, unit, to: count.to + 1 };
}

type Counted = { value: number; to: number };

function digitsAt(token: Token, at: number): Counted | null {
  return hasDigits(token, 1, 3) ? { value: Number(token.text), to: at + 1 } : null;
}

/** «un par de», «una», «tres». */
function spokenAt(message: Message, at: number): Counted | null {
  if (keyAt(message, at + 1) === "par") return { value: 2, to: at + 3 };
  if (/^(?:un|una|uno|um|uma|a|an|one)$/.test(keyAt(message, at))) return { value: 1, to: at + 1 };
  return readSmallNumber(message.tongue.numbers, message.tokens, at);
}

/** «el lunes», «lunes pasado», «el próximo lunes», «lunes 16». */
function weekdaySpan(message: Message, at: number): DateSpan | null {
  if (!isAt(message, at, TRAIT.weekday)) return null;
  const { last, next, small } = message.tongue.dates;
  const start =
    small.has(keyAt(message, at)) || last.has(keyAt(message, at)) || next.has(keyAt(message, at)) ? at + 1 : at;
  const inner = next.has(keyAt(message, start)) || last.has(keyAt(message, start)) ? start + 1 : start;
  const { weekday } = tokenAt(message.tokens, inner).word;
  if (weekday === 0) return null;
  const within = weekOf(message, { from: at, weekday, at: inner + 1 });
  if (within) return within;
  const numbered =
    numericSpan(message, inner + 1) ?? dayOfMonthSpan(message, inner + 1) ?? sameWeekday(message, inner + 1, weekday);
  if (numbered) return { ...numbered, from: at };
  const behind = ((weekdayOf(message.today) - weekday + 6) % 7) + 1;
  const ahead = ((weekday - weekdayOf(message.today) + 6) % 7) + 1;
  const sides = either({ from: at, to: inner + 1 }, addDays(message.today, -behind), addDays(message.today, ahead));
  return turned(message, inner, { sides, before: addDays(message.today, -behind - 7) });
}

/** «el martes de la semana pasada», «el jueves de la próxima semana». */
function weekOf(message: Message, day: { from: number; weekday: number; at: number }): DateSpan | null {
  const { of, words } = message.tongue.dates;
  const start = of.has(keyAt(message, day.at)) ? day.at + 1 : day.at;
  const week = phraseAt(words, message.tokens, { from: start, to: message.tokens.length });
  if (week?.means.kind !== "week") return null;
  const monday = addDays(message.today, 1 - weekdayOf(message.today) + 7 * week.means.offset);
  const date = addDays(monday, day.weekday - 1);
  return fixed({ from: day.from, to: week.to }, date, date < message.today ? -1 : date > message.today ? 1 : 0);
}

/** «el próximo lunes», «lunes que viene», «lunes pasado», «lunes antepasado»: words that choose the side. */
function turned(message: Message, weekday: number, days: { sides: DateSpan; before: CivilDate }): DateSpan {
  const { last, next } = message.tongue.dates;
  const { sides } = days;
  const [before, behind, third] = [-1, 1, 2].map((step) => keyAt(message, weekday + step));
  if (/^(?:que|q)$/.test(behind ?? "") && /^(?:viene|vem)$/.test(third ?? "")) {
    return { ...sides, to: weekday + 3, when: "future" };
  }
  if (behind === "antepasado") return fixed({ from: sides.from, to: weekday + 2 }, days.before, -1);
  if (next.has(behind ?? "")) return { ...sides, to: weekday + 2, when: "future" };
  if (last.has(behind ?? "")) return { ...sides, to: weekday + 2, when: "past" };
  if (next.has(before ?? "")) return { ...sides, when: "future" };
  return last.has(before ?? "") ? { ...sides, when: "past" } : sides;
}

/** «lunes 16»: the nearest 16th that is a Monday. */
function sameWeekday(message: Message, at: number, weekday: number): DateSpan | null {
  const token = tokenAt(message.tokens, at);
  const day = token.kind === "number" ? dayAt(message, at) : null;
  if (!day) return null;
  const fits = (date: CivilDate | null) => date !== null && weekdayOf(date) === weekday;
  const [past, future] = [nearest(message.today, day.value, -1), nearest(message.today, day.value, 1)];
  if (past && fits(past)) return either({ from: at, to: day.to }, past, future && fits(future) ? future : past);
  if (future && fits(future)) return either({ from: at, to: day.to }, future, future);
  return null;
}
