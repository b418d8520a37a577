// The RCV as the portal's «Descargar detalle» writes it: five layouts, told apart by their heads.

import { err, ok, type Result } from "#kernel";
import { type Layout, layoutOf, rowOf } from "./csv-layout.ts";
import { documentOf, isFurtherTax, otherTaxOf, type RowFault } from "./csv-row.ts";
import { keyOf, type RcvDocument, type RcvSide, type RcvState } from "./document.ts";

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

/** Reads a file of bytes, in UTF-8 with or without its mark or as Windows writes it. Each line is a document or a fault. */
export function readRcvCsv(bytes: Uint8Array): Result<RcvFile, RcvFileRefusal> {
  if (!mayBeRegister(bytes)) return err({ reason: "no_rcv", detail: `${bytes.length} bytes` });
  if (bytes.length > RCV_BYTES_MAX) return err({ reason: "too_large", detail: `${bytes.length} bytes` });
  const lines = decoded(bytes).split(/\r\n|\r|\n/);
  while (lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length - 1 > RCV_LINES_MAX) return err({ reason: "too_many_lines", detail: `${lines.length - 1} lines` });
  const layout = layoutOf(cellsOf(lines[0] ?? ""));
  return layout.ok ? ok(readLines(lines, layout.value)) : layout;
}

/** Pictures and papers pass by here as well: the first line of a register names its columns. */
function mayBeRegister(bytes: Uint8Array): boolean {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, HEAD_BYTES));
  return head.includes(";") && /folio|tipo doc/i.test(head.split(/[\r\n]/, 1)[0] ?? "");
}

const HEAD_BYTES = 4_096;

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Cells between semicolons; a quoted one may hold some. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(";").map((cell) => cell.trim());
  return Array.from(line.matchAll(/(?:^|;)\s*(?:"((?:[^"]|"")*)"|([^;]*))/g), ([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')).trim(),
  );
}

function readLines(lines: readonly string[], layout: Layout): RcvFile {
  const { side, state } = layout;
  const file: RcvFile = { side, state, documents: [], faults: [] };
  const above: Above = { last: null, known: new Map() };
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === "") continue;
    const read = readLine(cellsOf(line), { layout, above });
    if (typeof read === "string") file.faults.push({ line: i + 1, reason: read, text: shown(line) });
    else if (read !== null) file.documents.push(read);
  }
  return file;
}

/** `known`: what each document said before its further taxes, by its key. */
type Above = { last: RcvDocument | null; known: Map<string, string> };

/** The document of a line, null where it is a further tax of the one above, or why it is neither. */
function readLine(
  cells: readonly string[],
  { layout, above }: { layout: Layout; above: Above },
): RcvDocument | RcvFault["reason"] | null {
  const { last, known } = above;
  const row = rowOf(cells, layout);
  if (row !== null && isFurtherTax(row, last)) {
    const tax = otherTaxOf(row);
    if (tax === null || last === null) return "orphan_tax";
    last.otherTaxes.push(tax);
    return null;
  }
  const read = row === null ? err("columns" as const) : documentOf(row, layout);
  // The further taxes of a line that is none belong to no other.
  above.last = read.ok ? read.value : null;
  if (!read.ok) return read.error;
  const [key, says] = [keyOf(read.value), JSON.stringify(read.value)];
  const before = known.get(key);
  if (before !== undefined) return before === says ? "repeated" : "contradicts";
  known.set(key, says);
  return read.value;
}

function shown(text: string): string {
  return text.slice(0, SHOWN_CHARS_MAX);
}

const SHOWN_CHARS_MAX = 120;
