// The RCV as the portal's «Descargar detalle» writes it: five layouts, told apart by their heads.

import { err, ok, type Result } from "#kernel";
import { type Layout, layoutOf, rowOf } from "./csv-layout.ts";
import { decoded } from "../session/decoded.ts";
import { documentOf, isFurtherTax, otherTaxOf, type RowFault } from "./csv-row.ts";
import { bookedOf, keyOf, type RcvDocument, type RcvSide, type RcvState } from "./document.ts";

/** A year of a large shop; each line has about two hundred bytes. */
export const RCV_LINES_MAX = 100_000;
export const RCV_BYTES_MAX = 40_000_000;

/** Why a line is no document; `line` counts from 1, the head included. */
export type RcvFault = {
  line: number;
  reason:
    | RowFault
    | "columns"
    | "orphan_tax"
    /** The same document stands above, and says the same, or something else. */
    | "repeated"
    | "contradicts";
  text: string;
};

export type RcvFile = { side: RcvSide; state: RcvState; documents: RcvDocument[]; faults: RcvFault[] };

export type RcvFileRefusal = { reason: "no_rcv" | "too_large" | "too_many_lines" | "missing_columns"; detail: string };

/**
 * Reads a file of bytes, in UTF-8 with or without its mark, as Windows writes it, or in both. Each line is a document or a
 * fault. @param named the list of purchases that the file's name tells, which goes before what its columns look like
 */
export function readRcvCsv(bytes: Uint8Array, named: RcvState | null = null): Result<RcvFile, RcvFileRefusal> {
  if (!mayBeRegister(bytes)) return err({ reason: "no_rcv", detail: `${bytes.length} bytes` });
  if (bytes.length > RCV_BYTES_MAX) return err({ reason: "too_large", detail: `${bytes.length} bytes` });
  const lines = decoded(bytes).split(/\r\n|\r|\n/);
  while (lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length - 1 > RCV_LINES_MAX) return err({ reason: "too_many_lines", detail: `${lines.length - 1} lines` });
  const layout = layoutOf(cellsOf(lines[0] ?? ""), named);
  return layout.ok ? ok(readLines(lines, layout.value)) : layout;
}

/** Pictures and papers pass by here as well: the first line of a register names its columns. */
function mayBeRegister(bytes: Uint8Array): boolean {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, HEAD_BYTES));
  return head.includes(";") && /folio|tipo doc/i.test(head.split(/[\r\n]/, 1)[0] ?? "");
}

const HEAD_BYTES = 4_096;

/** Cells between semicolons; a quoted one may hold some. A quote inside of a cell is one of its letters. Linear. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(";").map((cell) => cell.trim());
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    const quoted = quotedAt(line, at);
    const semicolon = line.indexOf(";", quoted?.end ?? at);
    const end = semicolon === -1 ? line.length : semicolon;
    cells.push((quoted?.text ?? line.slice(at, end)).trim());
    at = end + 1;
  }
  return cells;
}

/** The cell that is in quotes up to the semicolon behind it, or null; `end`: behind its last quote. */
function quotedAt(line: string, at: number): { text: string; end: number } | null {
  let open = at;
  while (line[open] === " " || line[open] === "\t") open++;
  if (line[open] !== '"') return null;
  let close = line.indexOf('"', open + 1);
  while (close !== -1 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  let end = close + 1;
  while (line[end] === " " || line[end] === "\t") end++;
  if (close === -1 || (end < line.length && line[end] !== ";")) return null;
  return { text: line.slice(open + 1, close).replaceAll('""', '"'), end };
}

function readLines(lines: readonly string[], layout: Layout): RcvFile {
  const { side, state } = layout;
  const file: RcvFile = { side, state, documents: [], faults: [] };
  const above: Above = { last: null, number: "", known: new Map() };
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === "") continue;
    const read = readLine(cellsOf(line), { layout, above });
    if (typeof read === "string") file.faults.push({ line: i + 1, reason: read, text: shown(line) });
    else if (read !== null) file.documents.push(read);
  }
  return file;
}

/** `last`, under its `number`, is the document above; `known`: what each said before its further taxes, by its key. */
type Above = { last: RcvDocument | null; number: string; known: Map<string, string> };

/** The document of a line, null where it is a further tax of the one above, or why it is neither. */
function readLine(
  cells: readonly string[],
  { layout, above }: { layout: Layout; above: Above },
): RcvDocument | RcvFault["reason"] | null {
  const { last, known } = above;
  const row = rowOf(cells, layout);
  if (row !== null && isFurtherTax(row, above)) {
    const tax = otherTaxOf(row);
    if (tax === null || last === null) return "orphan_tax";
    last.otherTaxes.push(tax);
    return null;
  }
  const read = row === null ? err("columns" as const) : documentOf(row, layout);
  // The further taxes of a line that is none belong to no other.
  above.last = read.ok ? read.value : null;
  above.number = row?.("number") ?? "";
  if (!read.ok) return read.error;
  const [key, says] = [keyOf(read.value), bookedOf(read.value)];
  const before = known.get(key);
  if (before !== undefined) return before === says ? "repeated" : "contradicts";
  known.set(key, says);
  return read.value;
}

function shown(text: string): string {
  return text.slice(0, SHOWN_CHARS_MAX);
}

const SHOWN_CHARS_MAX = 120;
