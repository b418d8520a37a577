// Days on which no Chilean office opens, by the laws that name them. A day set for one election alone is not among them.

import { addDays, type CivilDate, civilDate, weekdayOf, yearOf } from "#kernel";

/** Saturdays, Sundays and holidays are no working days (Código Tributario, art. 36). */
export function isWorkingDay(date: CivilDate): boolean {
  return weekdayOf(date) < SATURDAY && !isHoliday(date);
}

/** The day itself, or the first working day behind it. */
export function workingDayFrom(date: CivilDate): CivilDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

export function isHoliday(date: CivilDate): boolean {
  return holidaysOf(yearOf(date)).has(date);
}

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] = [1, 2, 3, 4, 5, 6, 7];

const known = new Map<number, ReadonlySet<CivilDate>>();

/** Of a year since 2022, when the last of these laws came (21.357). */
export function holidaysOf(year: number): ReadonlySet<CivilDate> {
  const found = known.get(year) ?? new Set(allOf(year));
  known.set(year, found);
  return found;
}

/** Ley 2.977, and those that moved or added days. */
function allOf(year: number): CivilDate[] {
  const on = (month: number, day: number): CivilDate => civilDate(year, month, day) ?? "";
  const easter = easterOf(year);
  return [
    on(1, 1),
    // Ley 20.983: behind a New Year on a Sunday.
    ...(weekdayOf(on(1, 1)) === SUNDAY ? [on(1, 2)] : []),
    addDays(easter, -2),
    addDays(easter, -1),
    on(5, 1),
    on(5, 21),
    on(6, solsticeOf(year)),
    toMonday(on(6, 29)),
    on(7, 16),
    on(8, 15),
    ...patriaOf(on(9, 18)),
    toMonday(on(10, 12)),
    evangelicalOf(on(10, 31)),
    on(11, 1),
    on(12, 8),
    on(12, 25),
  ];
}

/** Ley 19.668: what falls between Tuesday and Thursday goes back to its Monday, a Friday on to the next. */
function toMonday(date: CivilDate): CivilDate {
  const weekday = weekdayOf(date);
  if (weekday === FRIDAY) return addDays(date, 3);
  return weekday >= TUESDAY && weekday <= THURSDAY ? addDays(date, MONDAY - weekday) : date;
}

/** 18 and 19 September; leyes 20.215 and 20.983: the Monday or Friday that would stand alone beside them as well. */
function patriaOf(eighteenth: CivilDate): CivilDate[] {
  const weekday = weekdayOf(eighteenth);
  const days = [eighteenth, addDays(eighteenth, 1)];
  if (weekday === TUESDAY || weekday === SATURDAY) return [addDays(eighteenth, -1), ...days];
  return weekday === WEDNESDAY ? [...days, addDays(eighteenth, 2)] : days;
}

/** Ley 20.299: 31 October on a Tuesday goes back to Friday, on a Wednesday on to Friday. */
function evangelicalOf(date: CivilDate): CivilDate {
  const weekday = weekdayOf(date);
  if (weekday === TUESDAY) return addDays(date, -4);
  return weekday === WEDNESDAY ? addDays(date, 2) : date;
}

/**
 * Ley 21.357: the day of the winter solstice, as it falls in Santiago (UTC-4). Its instant lies 365.2417 days behind the one
 * of the year before; that of 2024 was on 20 June at 20:51 UTC.
 */
function solsticeOf(year: number): number {
  const leaps = Math.floor(year / 4) - 2_024 / 4;
  const hours = 20 * 24 + 20 + 51 / 60 - 4 + (year - 2_024) * 0.2417 * 24 - leaps * 24;
  return Math.floor(hours / 24);
}

/** Western Easter by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterOf(year: number): CivilDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return civilDate(year, Math.floor(sum / 31), (sum % 31) + 1) ?? "";
}
