// Civil dates as 'YYYY-MM-DD' strings and the arithmetic on them; no time zone but where one is named.

import { DAY_MS } from "./clock.ts";

/** A local calendar date, 'YYYY-MM-DD'. */
export type CivilDate = string;
/** A calendar month, 'YYYY-MM'. */
export type Month = string;

/** The local date of an instant. @param now epoch ms @param timeZone IANA name, such as America/Santiago */
export function dateIn(now: number, timeZone: string): CivilDate {
  return formatterOf(timeZone).format(now);
}

/** True for a 'YYYY-MM-DD' that is a day of the calendar. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromDayNumber(time / DAY_MS) === text;
}

/** The date of a year, month (1–12) and day, or null where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCivilDate(text) ? text : null;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return days === 0 ? date : fromDayNumber(dayNumber(date) + days);
}

/** How many days `to` is after `from`; below zero where it is before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`;
}

export function firstDayOf(month: Month): CivilDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CivilDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, "YYYY-MM-DD".length);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times its use; the time zones of the world are few. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formatters.set(timeZone, made);
  return made;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
