// The report on paper: the same tables as in the workbook, one below the other, with what must be known first on top.

import { tame } from "#kernel";
import { TAX_REPORT as WORDS } from "#locales";
import type { Cell, Column, Row, Table } from "../cell.ts";
import type { TaxReport } from "../report.ts";
import { sheetsOf } from "../sheets.ts";
import { writtenCell } from "../written.ts";
import { pdfFile } from "./file.ts";
import { textWidth } from "./font.ts";
import {
  bandAt,
  LINE_WIDTH,
  lineAt,
  makeRoom,
  newPaper,
  pagesOf,
  PAPER,
  textAt,
  wrapped,
  type Ink,
  type Paper,
} from "./paper.ts";

/** What a person leafs through; all the rest is in the workbook. */
const ROWS_MAX = 1_000;

/** The same report gives the same bytes: `%PDF-1.7`, A4, with the accents of Spanish. */
export function reportPdf(report: TaxReport): Uint8Array {
  const title = WORDS.title(report.month);
  const paper = newPaper();
  const { business } = report;
  const rut = WORDS.rut(business.rut);
  const name = business.name === null ? rut : `${tame(business.name, NAME_CHARS_MAX)} · ${rut}`;
  write(paper, title, TITLE);
  write(paper, name, NAME);
  write(paper, WORDS.draft, SMALL);
  for (const { tables } of sheetsOf(report)) for (const table of tables) drawTable(paper, table);
  const pages = pagesOf(paper);
  const { width, height } = PAPER;
  const marked = pages.map((page, nth) => [...page, ...foot(`${title} · ${name}`, WORDS.page(nth + 1, pages.length))]);
  return pdfFile(
    { title: `${title} · ${name}`, language: "es-CL" },
    marked.map((page) => ({ width, height, content: page.join("\n") })),
  );
}

const NAME_CHARS_MAX = 70;

const TITLE: Ink = { face: "bold", size: 16, gray: 0 };
const NAME: Ink = { face: "regular", size: 10, gray: 0 };
const SMALL: Ink = { face: "regular", size: 7.5, gray: 0.4 };
const TABLE: Ink = { face: "bold", size: 10.5, gray: 0 };
const HEAD: Ink = { face: "bold", size: 7, gray: 0.15 };
const TEXT: Ink = { face: "regular", size: 7, gray: 0 };
const TOTAL: Ink = { face: "bold", size: 7, gray: 0 };

function write(paper: Paper, text: string, ink: Ink): void {
  paper.y -= ink.size * LEADING;
  const [line = ""] = wrapped(text, LINE_WIDTH, { ink, lines_max: 1 });
  paper.page.push(textAt(line, { x: PAPER.margin, y: paper.y }, ink));
}

/** From line to line, in sizes of the font; and around the lines of a row, in points. */
const LEADING = 1.35;
const PADDING = 2.5;
const GAP = 16;
/** Between the title of a table and its head. */
const TITLE_GAP = 5;

function foot(left: string, right: string): string[] {
  const y = PAPER.foot - 18;
  const x = PAPER.width - PAPER.margin - textWidth(right, SMALL.face, SMALL.size);
  const [short = ""] = wrapped(left, LINE_WIDTH - 90, { ink: SMALL, lines_max: 1 });
  return [lineAt(y + 12, 0.8), textAt(short, { x: PAPER.margin, y }, SMALL), textAt(right, { x, y }, SMALL)];
}

function drawTable(paper: Paper, table: Table): void {
  const { columns, rows, title } = table;
  const places = placesOf(columns, rows);
  const head = laid({ cells: columns.map((column) => column.head), is_total: false }, places, HEAD);
  const shown = rows.slice(0, ROWS_MAX).map((row) => laid(row, places, row.is_total ? TOTAL : TEXT));
  // A title alone at the foot of a page belongs to nothing.
  makeRoom(paper, GAP + TABLE.size * LEADING + head.height + (shown[0]?.height ?? TEXT.size * LEADING));
  if (paper.page.length > 0) paper.y -= GAP;
  write(paper, title, TABLE);
  paper.y -= TITLE_GAP;
  if (rows.length === 0) {
    write(paper, WORDS.nothing, SMALL);
    return;
  }
  drawRow(paper, head);
  for (const line of shown) {
    if (makeRoom(paper, line.height)) drawRow(paper, head);
    drawRow(paper, line);
  }
  if (rows.length > ROWS_MAX) write(paper, WORDS.more(rows.length - ROWS_MAX), SMALL);
}

/** `right`: a column of numbers. */
type Place = { x: number; width: number; right: boolean };

/** The line is shared in proportion to the columns' widths. */
function placesOf(columns: readonly Column[], rows: readonly Row[]): Place[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  let x = PAPER.margin;
  return columns.map((column, at) => {
    const width = (column.width / all) * LINE_WIDTH;
    const place = { x, width, right: isOfNumbers(rows, at) };
    x += width;
    return place;
  });
}

function isOfNumbers(rows: readonly Row[], at: number): boolean {
  const cells = rows.map(({ cells: each }) => each[at] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell !== "string" && !("day" in cell));
}

type Laid = { cells: readonly { lines: readonly string[]; place: Place }[]; ink: Ink; height: number };

const LINES_MAX = 3;
/** Between the text of a cell and the next column, in points. */
const CELL_GAP = 3;

function laid({ cells }: Row, places: readonly Place[], ink: Ink): Laid {
  const each = places.map((place, at) => ({ place, lines: linesOf(cells[at] ?? null, place, ink) }));
  const count = Math.max(...each.map(({ lines }) => lines.length));
  return { cells: each, ink, height: count * ink.size * LEADING + 2 * PADDING };
}

/** A number is never broken: it would be another. */
function linesOf(cell: Cell, { width }: Place, ink: Ink): string[] {
  const text = writtenCell(cell);
  if (cell !== null && typeof cell !== "string") return [text];
  return wrapped(text, width - 2 * CELL_GAP, { ink, lines_max: LINES_MAX });
}

function drawRow(paper: Paper, { cells, ink, height }: Laid): void {
  const top = paper.y;
  paper.y -= height;
  if (ink === HEAD) paper.page.push(bandAt({ x: PAPER.margin, y: paper.y, width: LINE_WIDTH, height }));
  for (const { lines, place } of cells) {
    for (const [nth, line] of lines.entries()) {
      if (line === "") continue;
      const y = top - PADDING - (nth + 1) * ink.size * LEADING + ink.size * (LEADING - 1);
      const indent = place.right ? place.width - CELL_GAP - textWidth(line, ink.face, ink.size) : CELL_GAP;
      paper.page.push(textAt(line, { x: place.x + indent, y }, ink));
    }
  }
  paper.page.push(lineAt(paper.y, ink === TOTAL ? 0.5 : 0.88));
}
