import { fold } from "#kernel";
import type { Extraction } from "./extraction.ts";
import { LINE_CHARS_MAX } from "./limits.ts";

// Two papers in one picture, or one on each page of a PDF, are read as one, and the other would be lost without a word.

/** True where two heads with numbers of their own and two different totals were read: seldom one paper has both. */
export function seemsTwoPapers({ text }: Extraction): boolean {
  const lines = headed(text.split("\n"));
  return figuresOf(lines, HEAD).size > 1 && figuresOf(lines, TOTAL).size > 1;
}

/** How many pages there are before the first that has a head with another number and a total of its own. */
export function pagesOfFirstPaper(pages: readonly (readonly string[])[]): number {
  const [first = [], ...others] = pages;
  const own = figuresOf(headed(first), HEAD);
  const next = others.findIndex((page) => {
    const lines = headed(page);
    const isOther = ![...figuresOf(lines, HEAD)].every((number) => own.has(number));
    return own.size > 0 && isOther && figuresOf(lines, TOTAL).size > 0;
  });
  return next === -1 ? pages.length : next + 1;
}

/** Folded; the number may stand below the title. */
function headed(text: readonly string[]): string[] {
  const printed = text.map((line) => fold(line.slice(0, LINE_CHARS_MAX)));
  return printed.map((line, at) => (TITLE.test(line) ? `${line} ${printed[at + 1] ?? ""}` : line));
}

/** `BOLETA ELECTRONICA N° 10482`: how OCR reads the ring of N° is anybody's guess. What stands beside the box comes before it. */
const HEAD =
  /(?:^\W*(?:boleta|factura|ticket|tique)(?: de venta)?(?: electronica)?|^(?!.*\b(?:ref|anula|corrige|segun)).* (?:boleta|factura) electronica) {0,2}(?:n\S{0,3}|folio|nro|num\w*)[ :.]{0,3}(\d{2,12})\b/;
const TITLE = /(?:^\W*(?:boleta|factura)(?: de venta)?(?: electronica)?|\b(?:boleta|factura) electronica)\W*$/;
const TOTAL = /^\W*total(?: a pagar)?[ :$]{0,4}(\d[\d.,]{2,14})\W*$/;

function figuresOf(lines: readonly string[], said: RegExp): Set<string> {
  return new Set(lines.flatMap((line) => said.exec(line)?.[1]?.replace(/\D/g, "") ?? []));
}
