import { civilDate, daysBetween, ok, weekdayOf, type CivilDate, type Result } from "#kernel";
import type { PageProblem } from "./errors.ts";
import { openPage, refuse } from "./html.ts";
import { readMonths, type Cell } from "./months.ts";
import { readNumbers } from "./number.ts";
import type { DayValue } from "./rate.ts";
import { FRIDAY, type Source } from "./sources.ts";

/** `latest`: the last day that anybody can have published. */
type Expected = { source: Source; year: number; latest: CivilDate };

const DAYS_MAX = 366;
/** Of a day; over a gap, for each of its days. */
const JUMP_PERCENT_MAX = 10;

/**
 * The values of a year as the SII's page has them, oldest first. All or nothing: a page on which one thing is not as
 * it must be is not believed in the others, since a table read one column off gives values that look right.
 */
export function readPage(bytes: Uint8Array, expected: Expected): Result<DayValue[], PageProblem> {
  const html = openPage(bytes, expected.year);
  if (!html.ok) return html;
  const cells = readMonths(html.value);
  if (!cells.ok) return cells;
  if (cells.value.length > DAYS_MAX) return refuse("too_many", String(cells.value.length));
  const numbers = readNumbers(cells.value.map(({ text }) => text));
  if (!numbers.ok) return numbers;
  return daysOf(cells.value, numbers.value, expected);
}

function daysOf(
  cells: readonly Cell[],
  values: readonly number[],
  expected: Expected,
): Result<DayValue[], PageProblem> {
  const days = new Map<CivilDate, number>();
  for (const [nth, { month, day }] of cells.entries()) {
    const on = civilDate(expected.year, month, day);
    const value = values[nth];
    if (on === null || value === undefined) return refuse("day", `${month}/${day}`);
    const problem = problemOf({ on, value }, expected);
    if (problem !== null) return refuse(problem, `${on} ${value}`);
    if ((days.get(on) ?? value) !== value) return refuse("contradiction", on);
    days.set(on, value);
  }
  const ordered = [...days].map(([on, value]) => ({ on, value })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (ordered.length === 0) return refuse("empty", "");
  const jump = ordered.find((day, nth) => isJump(ordered[nth - 1], day));
  return jump ? refuse("jump", `${jump.on} ${jump.value}`) : ok(ordered);
}

function problemOf({ on, value }: DayValue, { source, latest }: Expected): PageProblem["reason"] | null {
  if (on > latest) return "future";
  if (value < source.value_min || value > source.value_max) return "range";
  return source.published === "banking_days" && weekdayOf(on) > FRIDAY ? "weekend" : null;
}

function isJump(before: DayValue | undefined, after: DayValue): boolean {
  if (before === undefined) return false;
  const percentMax = JUMP_PERCENT_MAX * daysBetween(before.on, after.on);
  return Math.abs(after.value - before.value) * 100 > before.value * percentMax;
}
