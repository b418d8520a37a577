import { err, ok, type Result } from "#kernel";
import { EVIDENCE_CHARS_MAX, type PageProblem } from "./errors.ts";
import { monthNamed, NO_VALUE, trimmed, withoutAsides } from "./html.ts";

/** A day of a month and the number beside it, as written. */
export type Cell = { month: number; day: number; text: string };

/**
 * The filled cells of a page's month tables. Each month has a table (newest month first), under its name in a heading
 * or in a `<div id="mes_enero">`; a row has pairs of day and value: 1, 11, 21; 2, 12, 22; … The table of the whole
 * year (`mes_all`), the monthly means, and what stands at the foot of the page are in no month and not read.
 */
export function readMonths(html: string): Result<Cell[], PageProblem> {
  const walk: Walk = { month: null, inTable: false, heading: null, row: null, cell: null, cells: [] };
  let at = 0;
  const text = withoutAsides(html);
  for (const tag of text.matchAll(TAG)) {
    hear(walk, text.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const problem = step(walk, { name: (tag[2] ?? "").toLowerCase(), ends: tag[1] === "/", rest: tag[3] ?? "" });
    if (problem !== null) return err(problem);
  }
  return walk.inTable ? err({ reason: "truncated", evidence: "table" }) : ok(walk.cells);
}

/** `[^<>]` and not `[^>]`: a page of nothing but `<` is walked once. */
const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi;

type Walk = {
  month: number | null;
  inTable: boolean;
  /** What is written so far, inside a heading, a row, a cell. */
  heading: string | null;
  row: string[] | null;
  cell: string | null;
  cells: Cell[];
};

type Tag = { name: string; ends: boolean; rest: string };

function hear(walk: Walk, words: string): void {
  if (walk.heading !== null) walk.heading += words;
  if (walk.cell !== null) walk.cell += words;
}

function step(walk: Walk, tag: Tag): PageProblem | null {
  switch (tag.name) {
    case "div":
      walk.month = tag.ends ? walk.month : monthOfDivision(walk.month, tag.rest);
      return null;
    case "h2":
    case "h3":
      return headed(walk, tag);
    case "table":
      if (tag.ends) walk.month = null;
      walk.inTable = !tag.ends;
      return null;
    case "tr":
      return turnRow(walk, tag);
    case "td":
    case "th":
      return turnCell(walk, tag);
    default:
      return null;
  }
}

/** A division of a month begins it, that of the year ends it, any other changes nothing. */
function monthOfDivision(month: number | null, attributes: string): number | null {
  const name = /\bid\s*=\s*["']?mes_([a-z]+)/i.exec(attributes)?.[1];
  return name === undefined ? month : monthNamed(name);
}

function headed(walk: Walk, { ends }: Tag): null {
  if (!ends) {
    walk.heading = "";
    return null;
  }
  // «Enero», «Enero 2026».
  walk.month = monthNamed(/[a-z]+/i.exec(walk.heading ?? "")?.[0] ?? "") ?? walk.month;
  walk.heading = null;
  return null;
}

function turnRow(walk: Walk, { ends }: Tag): PageProblem | null {
  if (!ends) {
    walk.row = [];
    return null;
  }
  const { row, month } = walk;
  walk.row = null;
  walk.cell = null;
  return row === null || month === null || !walk.inTable ? null : readRow(walk.cells, month, row);
}

function turnCell(walk: Walk, { ends }: Tag): null {
  if (!ends) walk.cell = "";
  else if (walk.cell !== null) {
    walk.row?.push(trimmed(walk.cell));
    walk.cell = null;
  }
  return null;
}

/** Takes the pairs of a row. One cell alone is the table's title; words beside words are its header or its means. */
function readRow(cells: Cell[], month: number, row: readonly string[]): PageProblem | null {
  if (row.length < 2 || !row.some((text) => /\d/.test(text))) return null;
  if (row.length % 2 !== 0) return { reason: "row", evidence: row.join(" ").slice(0, EVIDENCE_CHARS_MAX) };
  for (let nth = 0; nth < row.length; nth += 2) {
    const [day = "", text = ""] = row.slice(nth, nth + 2);
    if (NO_VALUE.test(text) || NO_DAY.test(day)) continue;
    if (!/^\d{1,2}$/.test(day)) return { reason: "day", evidence: `${day} ${text}`.slice(0, EVIDENCE_CHARS_MAX) };
    cells.push({ month, day: Number(day), text });
  }
  return null;
}

/** «Promedio», a mean. */
const NO_DAY = /^\p{L}+$/u;
