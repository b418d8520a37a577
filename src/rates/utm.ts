import { err, ok, type Month, type Result } from "#kernel";
import type { PageProblem } from "./errors.ts";
import { monthNamed, NO_VALUE, openPage, refuse, trimmed, withoutAsides } from "./html.ts";

/** A month and how many whole pesos its UTM is. */
export type MonthUtm = { month: Month; pesos: number };

/** The page that has this year's values: UTM, UTA and the price index, a row a month. */
export function utmPath(year: number): string {
  return `/valores_y_fechas/utm/utm${year}.htm`;
}

/**
 * The UTM of a year as the SII's page has them, oldest first. All or nothing, as with its other pages; beside each the page
 * has the UTA, which is twelve of them: a row read one column off is found by that.
 * @param expected `latest`: the last month that anybody can have published, which is the next one
 */
export function readUtmPage(
  bytes: Uint8Array,
  expected: { year: number; latest: Month },
): Result<MonthUtm[], PageProblem> {
  const html = openPage(bytes, expected.year);
  if (!html.ok) return html;
  const months = new Map<Month, number>();
  for (const row of rowsOf(withoutAsides(html.value))) {
    const read = readRow(row, expected);
    if (!read.ok) return read;
    if (read.value === null) continue;
    const { month, pesos } = read.value;
    if ((months.get(month) ?? pesos) !== pesos) return refuse("contradiction", month);
    months.set(month, pesos);
  }
  const ordered = [...months]
    .map(([month, pesos]) => ({ month, pesos }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  if (ordered.length === 0) return refuse("empty", "");
  const jump = ordered.find(({ pesos }, nth) => isJump(ordered[nth - 1]?.pesos ?? pesos, pesos));
  return jump === undefined ? ok(ordered) : refuse("jump", `${jump.month} ${jump.pesos}`);
}

/** Cells of each row; cut at its tags and not matched from one to the other, so that a page of nothing but `<tr>` is walked once. */
function rowsOf(html: string): string[][] {
  return html
    .split(/<tr\b/i)
    .slice(1)
    .map((row) =>
      (row.split(/<\/tr/i)[0] ?? "")
        .split(/<t[dh]\b/i)
        .slice(1)
        .map(textOf),
    );
}

function textOf(cell: string): string {
  const inside = cell.slice(cell.indexOf(">") + 1).split(/<\/t[dh]/i)[0] ?? "";
  return trimmed(inside.replace(/<[^<>]*>/g, " "));
}

/** Null of a row that is no month's, or whose month has no value yet. */
function readRow(
  [name = "", utm = "", uta = ""]: readonly string[],
  { year, latest }: { year: number; latest: Month },
): Result<MonthUtm | null, PageProblem> {
  const number = monthNamed(name);
  if (number === null || NO_VALUE.test(utm)) return ok(null);
  const month = `${year}-${String(number).padStart(2, "0")}`;
  const [pesos, yearly] = [wholeOf(utm), wholeOf(uta)];
  if (pesos === null || yearly === null) return refuse("number", `${name} ${utm} ${uta}`);
  if (month > latest) return refuse("future", `${month} ${utm}`);
  if (pesos < PESOS_MIN || pesos > PESOS_MAX) return refuse("range", `${month} ${utm}`);
  return yearly === pesos * MONTHS_OF_UTA
    ? ok({ month, pesos })
    : err({ reason: "contradiction", evidence: `${month} ${uta}` });
}

/** `67.429`, `809.148`: whole pesos, as Chile writes them. */
function wholeOf(text: string): number | null {
  return /^\d{1,3}(?:\.\d{3})*$|^\d{5,7}$/.test(text) ? Number(text.replaceAll(".", "")) : null;
}

/** The UTM of 2013 was 40,005 pesos. */
const PESOS_MIN = 35_000;
const PESOS_MAX = 300_000;
const MONTHS_OF_UTA = 12;

/** It follows the price index of a month, which has not moved by five percent in forty years. */
function isJump(before: number, after: number): boolean {
  return Math.abs(after - before) * 100 > before * JUMP_PERCENT_MAX;
}

const JUMP_PERCENT_MAX = 5;
