import { fold } from "#kernel";
import type { Extraction } from "./extraction.ts";
import { LINE_CHARS_MAX } from "./limits.ts";

// Two papers in one picture, or one on each page of a PDF, are read as one, and the other would be lost without a word.

/** True where two heads with numbers of their own and two different totals were read: seldom one paper has both. */
export function seemsTwoPapers({ text }: Extraction): boolean {
  const printed = text.split("\n").map((line) => fold(line.slice(0, LINE_CHARS_MAX)));
  // The number may stand below the title.
  const lines = printed.map((line, at) => (TITLE.test(line) ? `${line} ${printed[at + 1] ?? ""}` : line));
  return distinct(lines, HEAD) > 1 && distinct(lines, TOTAL) > 1;
}

/** `BOLETA ELECTRONICA N° 10482`: how OCR reads the ring of N° is anybody's guess. */
const HEAD =
  /^\W*(?:boleta|factura|ticket|tique)(?: de venta)?(?: electronica)? {0,2}(?:n\S{0,3}|folio|nro|num\w*)[ :.]{0,3}(\d{2,12})\b/;
const TITLE = /^\W*(?:boleta|factura)(?: de venta)?(?: electronica)?\W*$/;
const TOTAL = /^\W*total(?: a pagar)?[ :$]{0,4}(\d[\d.,]{2,14})\W*$/;

function distinct(lines: readonly string[], said: RegExp): number {
  const numbers = lines.flatMap((line) => said.exec(line)?.[1]?.replace(/\D/g, "") ?? []);
  return new Set(numbers).size;
}
