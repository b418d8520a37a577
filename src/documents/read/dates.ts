// Printed dates: day before month, as all of Latin America writes them; impossible ones are refused, never repaired.

import { addDays, civilDate, type CivilDate, fold } from "#kernel";

/** The date of issue among printed lines, or null. @param today bounds it: no document is of the future, few are old */
export function issueDate(lines: string[], today: CivilDate): CivilDate | null {
  const oldest = addDays(today, -DAYS_OLD_MAX);
  const latest = addDays(today, 1);
  let best: CivilDate | null = null;
  let bestScore = 0;
  lines.forEach((line, index) => {
    const score = scoreOf(fold(line), fold(lines[index - 1] ?? ""));
    if (score <= bestScore) return;
    const date = datesIn(line).find((candidate) => candidate >= oldest && candidate <= latest);
    if (date !== undefined) {
      best = date;
      bestScore = score;
    }
  });
  return best;
}

/** Whether another day is printed that differs from this one in a digit which engines mistake for the other. */
export function isContestedDate(lines: readonly string[], date: CivilDate): boolean {
  return lines.some((line) => datesIn(line).some((other) => isMisreadOf(other, date)));
}

function isMisreadOf(one: string, other: string): boolean {
  const different = Array.from(one, (digit, at) => digit + (other[at] ?? "")).filter(([a, b]) => a !== b);
  return different.length === 1 && LOOK_ALIKE.has(different[0] ?? "");
}

const LOOK_ALIKE: ReadonlySet<string> = new Set(
  ["08", "06", "09", "17", "38", "56", "68", "89", "58"].flatMap(([a = "", b = ""]) => [a + b, b + a]),
);

/** Few papers are booked so late: likelier a digit of the year was misread or lost. */
export function isLongAgo(date: CivilDate, today: CivilDate): boolean {
  return date < addDays(today, -DAYS_USUAL_MAX);
}

/** As long as the SII may ask for a paper: three years. */
const DAYS_USUAL_MAX = 3 * 366;

/** Older papers are read as well as new ones, but nobody keeps one so long: a year before that was misread. */
export const DAYS_OLD_MAX = 25 * 366;

/** Dates of something else: when it falls due, when the SII allowed the printing, until when one may exchange. */
const OTHER_DATES =
  /venc|expir|expiry|member|resoluc|\bres\.|valid[oa]|cambio|hasta|garantia|nacim|entrega|periodo|inicio act|cai\b|caea?\b/;
const ISSUE = /emision|emitid|fecha|\bdate\b|\bf\.? ?emi/;

function scoreOf(line: string, lineBefore: string): number {
  if (OTHER_DATES.test(line)) return 0;
  if (/emision|emitid/.test(line)) return 4;
  if (ISSUE.test(line)) return 3;
  if (ISSUE.test(lineBefore) && !OTHER_DATES.test(lineBefore)) return 2.5;
  // The time of day stands beside the day of the sale; `03-7 - 15` is a code of goods.
  if (/\b\d{1,2}:\d{2}\b/.test(line)) return 2;
  return /\d [-/.] ?\d|\d ?[-/.] \d/.test(line) ? 0.5 : 1;
}

const MONTHS = "ene|jan|feb|mar|abr|apr|may|jun|jul|ago|aug|set|sep|oct|nov|dic|dec";
const MONTH_NUMBERS: Readonly<Record<string, number>> = {
  ene: 1,
  jan: 1,
  feb: 2,
  mar: 3,
  abr: 4,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  ago: 8,
  aug: 8,
  set: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dic: 12,
  dec: 12,
};

const YEAR_FIRST = /(?<!\d)(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const DAY_FIRST = /(?<![\d.,])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(20\d{2}|\d{2})(?![\d])/g;
const MONTH_WORD = new RegExp(
  `(?<!\\d)(\\d{1,2})[\\s\\-/.]{0,2}(?:de\\s+)?(${MONTHS})[a-z]*[\\s\\-/.,]{0,3}(?:del?\\s+)?(20\\d{2}|\\d{2})(?!\\d)`,
  "g",
);

/** Every day of the calendar a line names, in the order of certainty of its form. */
export function datesIn(line: string): CivilDate[] {
  // A zero among letters is an O: «20-AG0-2026».
  const text = fold(line).replace(/(?<=[a-z]{2})0(?![0-9])/g, "o");
  return [
    ...Array.from(text.matchAll(YEAR_FIRST), ([, year, month, day]) => dateOf(year, Number(month), day)),
    ...Array.from(text.matchAll(MONTH_WORD), ([, day, month, year]) =>
      dateOf(year, MONTH_NUMBERS[month ?? ""] ?? 0, day),
    ),
    ...Array.from(text.matchAll(DAY_FIRST), ([, day, , month, year]) => dayFirst(year, Number(month), day)),
  ].filter((date) => date !== null);
}

function dateOf(year: string | undefined, month: number, day: string | undefined): CivilDate | null {
  const number = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return civilDate(number, month, Number(day));
}

/** `12/13/2016` can only be the 13th: some tills count months first. */
function dayFirst(year: string | undefined, month: number, day: string | undefined): CivilDate | null {
  return dateOf(year, month, day) ?? (month > 12 ? dateOf(year, Number(day), String(month)) : null);
}
