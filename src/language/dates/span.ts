import { addDays, addMonths, civilDate, lastDayOf, monthOf, type CivilDate, type Month } from "#kernel";
import type { Range } from "../words/tokens.ts";

/** A day that the words name. `when` says which side of today it is on, where the words themselves decide that. */
export type DateSpan = {
  from: number;
  to: number;
  when: "past" | "future" | "open";
  /** The day, on either side of today; equal where the words leave no choice. */
  past: CivilDate;
  future: CivilDate;
};

/** The nearest such day of a month strictly before (−1) or after (1) today; months without it are passed over. */
export function nearest(today: CivilDate, day: number, side: -1 | 1): CivilDate | null {
  for (let months = 0; months <= 2; months++) {
    const date = dayIn(addMonths(monthOf(today), months * side), day);
    if (date && (side < 0 ? date < today : date > today)) return date;
  }
  return null;
}

/** The 5th of a month: `dayIn("2026-11", 5)` is 2026-11-05; null where the month has no such day. */
export function dayIn(month: Month, day: number): CivilDate | null {
  return civilDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
}

/** The same day in another month, else its last day: the 31st in `2026-11` is 2026-11-30. */
export function sameDayIn(month: Month, date: CivilDate): CivilDate {
  return dayIn(month, Number(date.slice(8))) ?? lastDayOf(month);
}

/** «en 2 semanas», «hace 3 meses»: so many days, weeks or months from a date; a negative count goes back. */
export function moved(date: CivilDate, count: number, unit: "day" | "week" | "month"): CivilDate {
  if (unit === "month") return sameDayIn(addMonths(monthOf(date), count), date);
  return addDays(date, unit === "week" ? 7 * count : count);
}

/** «ayer», «en 3 días»: one day. @param side of today: negative is past, positive still to come, 0 today */
export function fixed({ from, to }: Range, date: CivilDate, side: number): DateSpan {
  return { from, to, when: side < 0 ? "past" : side > 0 ? "future" : "open", past: date, future: date };
}

/** «el lunes», «el 5»: the day before today or the one behind it, as the verb will tell. */
export function either({ from, to }: Range, past: CivilDate, future: CivilDate): DateSpan {
  return { from, to, when: "open", past, future };
}
