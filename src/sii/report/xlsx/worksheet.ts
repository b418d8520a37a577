// One sheet of the report: its tables below each other, with numbers and days that a program can reckon with.

import { DAY_MS, type CivilDate } from "#kernel";
import { UTM_SCALE } from "../../taxes/utm.ts";
import type { Cell, Row, Sheet, Table } from "../cell.ts";
import { lookNumber, type Look } from "./styles.ts";
import { escaped, XML_HEAD } from "./xml.ts";

/** What a sheet can hold at most; the rest is left out below a line that says so. */
const ROWS_MAX = 1_000_000;

export function worksheet({ tables }: Sheet, more: (count: number) => string): string {
  const widths = widthsOf(tables);
  const rows = tables
    .flatMap((table) => rowsOf(table, more))
    .map((cells, nth) => rowXml(cells, { number: nth + 1, widths }));
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width + 2}" customWidth="1"/>`,
  );
  const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return `${XML_HEAD}<worksheet xmlns="${space}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols>${columns.join("")}</cols>\
<sheetData>${rows.join("")}</sheetData>${PRINTED}</worksheet>`;
}

/** A column is as wide as the widest of its tables wants it, in characters. */
function widthsOf(tables: readonly Table[]): number[] {
  const count = Math.max(...tables.map(({ columns }) => columns.length));
  return Array.from({ length: count }, (_, at) => Math.max(...tables.map(({ columns }) => columns[at]?.width ?? 0)));
}

/** Not every program makes a row as high as its text: it is told, in points. */
function rowXml(cells: readonly Looked[], { number, widths }: { number: number; widths: readonly number[] }): string {
  const lines = cells.map(({ cell, look }, at) =>
    typeof cell === "string" && look !== "title" ? Math.ceil(cell.length / (LETTERS_PER_DIGIT * (widths[at] ?? 1))) : 1,
  );
  const count = Math.max(1, ...lines);
  const height = count === 1 ? "" : ` ht="${count * LINE_POINTS}" customHeight="1"`;
  const each = cells.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`));
  return `<row r="${number}"${height}>${each.join("")}</row>`;
}

const LINE_POINTS = 15;
/** Widths are counted in digits, and letters are narrower. */
const LETTERS_PER_DIGIT = 1.2;

/** A4 on its side, as wide as the paper and as long as it takes. */
const PRINTED = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

type Looked = { cell: Cell; look: Look };

function rowsOf({ title, columns, rows }: Table, more: (count: number) => string): Looked[][] {
  const kept = rows.slice(0, ROWS_MAX);
  const left = rows.length - kept.length;
  return [
    [{ cell: title, look: "title" }],
    columns.map(({ head }) => ({ cell: head, look: "head" })),
    ...kept.map(lookedRow),
    ...(left > 0 ? [[{ cell: more(left), look: "text" as const }]] : []),
    [],
  ];
}

function lookedRow({ cells, is_total }: Row): Looked[] {
  return cells.map((cell) => ({ cell, look: is_total ? totalLook(cell) : lookOf(cell) }));
}

function lookOf(cell: Cell): Look {
  if (cell === null) return "plain";
  if (typeof cell === "string") return looksLikeFormula(cell) ? "quoted" : "text";
  if ("pesos" in cell) return "pesos";
  if ("count" in cell) return "count";
  if ("percent" in cell) return "percent";
  return "utm" in cell ? "utm" : "day";
}

function totalLook(cell: Cell): Look {
  if (cell !== null && typeof cell !== "string") return "day" in cell ? "total_day" : "total_pesos";
  return cell !== null && looksLikeFormula(cell) ? "quoted" : "total_text";
}

/**
 * Text is written as text and never as a formula; but a program that a person edits it in, or that saves it as CSV, may take
 * it for one. It then bears the mark that it is text.
 */
function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

function cellXml({ cell, look }: Looked, place: string): string {
  const style = `s="${lookNumber(look)}"`;
  if (cell === null || cell === "") return look === "head" ? `<c r="${place}" ${style}/>` : "";
  if (typeof cell === "string")
    return `<c r="${place}" ${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${place}" ${style}><v>${numberOf(cell)}</v></c>`;
}

function numberOf(cell: Exclude<Cell, null | string>): number {
  if ("pesos" in cell) return cell.pesos;
  if ("count" in cell) return cell.count;
  // A hundredth is the unit of a format in percent.
  if ("percent" in cell) return Number((cell.percent / 100).toFixed(6));
  return "utm" in cell ? cell.utm / UTM_SCALE : dayNumber(cell.day);
}

/** Days since 30 December 1899, as spreadsheets count them. */
function dayNumber(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS + EPOCH_DAYS;
}

const EPOCH_DAYS = 25_569;

/** 0 is A. No table has more than 26 columns. */
function columnName(at: number): string {
  return String.fromCodePoint("A".charCodeAt(0) + at);
}
