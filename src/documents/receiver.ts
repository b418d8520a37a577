import { fold, tame } from "#kernel";
import type { Extraction } from "./extraction.ts";
import { LINE_CHARS_MAX } from "./limits.ts";

/** To whom a paper is made out, as it prints them; null where it does not. A boleta or a slip is made out to nobody. */
export function receiverNamed({ kind, text }: Pick<Extraction, "kind" | "text">): string | null {
  if (!NAMING.has(kind)) return null;
  const lines = text.split("\n", LINES_MAX).map((line) => line.slice(0, LINE_CHARS_MAX).trim());
  for (const [at, line] of lines.entries()) {
    const label = LABEL.exec(fold(line));
    if (!label || fold(line).length !== line.length) continue;
    const beside = nameIn(line.slice(label[0].length));
    const name = beside ?? (label[0].length === line.length ? nameIn(lines[at + 1] ?? "") : null);
    if (name !== null) return name;
  }
  return null;
}

const NAMING: ReadonlySet<string> = new Set(["factura", "factura_exenta", "nota_credito", "nota_debito"]);
const LINES_MAX = 60;
const NAME_CHARS_MAX = 60;

const LABEL =
  /^\W*(?:(?:nombre|razon social)(?: del?)? (?:cliente|receptor|adquirente|comprador)\s*[:.]?|(?:cliente|receptor|adquirente|comprador)\s*:|senor(?:\(es\)|es\b|a\b|\b)\s*[:.]?|sr(?:es|\(es\))\.?\s*[:.]?)\s*/;

/** What stands beside it in the same box. */
const NEXT = /\s{3,}|\t|\b(?:r\.? ?u\.? ?t\b|rut\b|giro\b|fecha\b|direcc|comuna\b|ciudad\b|folio\b|fono\b|vence)/;

function nameIn(text: string): string | null {
  const at = fold(text).search(NEXT);
  const name = tame((at === -1 ? text : text.slice(0, at)).replace(/^[\s:.-]+|[\s:,;-]+$/g, ""), NAME_CHARS_MAX);
  return /\p{L}{3}/u.test(name) && !/[:$]|\d{3}/.test(name) ? name : null;
}
