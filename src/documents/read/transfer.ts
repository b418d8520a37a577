// What a bank's screen says of a transfer: an amount that no word stands beside, whose money went where, and what for.

import { fold, readTaxId } from "#kernel";
import { amountsIn } from "./amounts.ts";
import { saysCameIn } from "./came-in.ts";
import type { Country } from "./country.ts";
import { GIVER, TAKER } from "./ends.ts";

const TRANSFER = /\btransfer(?:encia|iste|id[oa]|imos)\b|\benviaste\b/;

/** A way of payment on these papers. */
const PAPER = /\bboleta\b|\bfactura\b|\bticket\b|\btique\b|\bguia de\b|\bnota de\b|\bcotizacion\b|\bpropina\b/;

export type Transfer = {
  /** The one that no word stands beside, in minor units. */
  amount: number | null;
  other: Counterparty | null;
  /** What the giver wrote beside it, the only words of such a paper that say what for. */
  comments: string[];
  /** All other lines: «factura 3345» in a comment makes no invoice of it. */
  printed: string[];
};

/** Who stands at the other end; `taxId` in its canonical form. */
export type Counterparty = { name: string | null; taxId: string | null };

/** Null where the lines are of another paper. */
export function transferOf(lines: readonly string[], country: Country): Transfer | null {
  const folded = lines.map((line) => fold(line).trim());
  const cameIn = saysCameIn(folded);
  if (!cameIn && !folded.some((line) => TRANSFER.test(line))) return null;
  const { comments, printed } = partedBy(lines, folded);
  if (printed.some((line) => PAPER.test(fold(line)))) return null;
  const ends = cameIn ? { own: GIVER, opposite: TAKER } : { own: TAKER, opposite: GIVER };
  return {
    amount: loneAmount(lines, country),
    other: counterpartyOf({ lines, folded }, ends, country),
    comments,
    printed,
  };
}

/**
 * The one amount with the sign of money that stands alone in its line, or behind the word of what was done with it; null
 * where there are several, or none.
 */
function loneAmount(lines: readonly string[], country: Country): number | null {
  const alone = lines.filter((line) => ALONE.test(fold(line)));
  const [only, ...others] = new Set(alone.flatMap((line) => amountsIn(line, country).map(({ minor }) => minor)));
  return only === undefined || others.length > 0 ? null : only;
}

/** What else stands in their blocks, with or without a word of its own beside it. */
const OTHER =
  /^(?:nombre|rut|r\.u\.t\.?|run|banco|cuenta|tipo|numero|n[°º*o]|correo|email|mail|monto|fecha|hora|comentario|mensaje|asunto|glosa|motivo|comprobante|codigo|id|operacion|transferencia|valor|total)\b/;

const ALONE =
  /^(?:[^a-z\d]*(?:(?:le |te )?(?:transferiste|transferimos|transfirio|transfirieron|enviaste|enviaron|pagaste|depositaste|depositaron|recibiste|yapeaste|yapearon)|(?:monto|importe|total)? ?(?:transferid[oa]|enviad[oa]|recibid[oa])))?[^a-z\d$]*(?:\$|s\/\.?|s(?= ?\d{1,3}[.,]\d{3})) ?\d[\d.,]*\W*$/;

type Printed = { lines: readonly string[]; folded: readonly string[] };
type Ends = { own: RegExp; opposite: RegExp };

/** Who got the money, or of money that came in who sent it; null where no end is named. */
function counterpartyOf({ lines, folded }: Printed, { own, opposite }: Ends, country: Country): Counterparty | null {
  const begin = folded.findIndex((line) => own.test(line));
  if (begin === -1) return null;
  const length = folded.slice(begin + 1).findIndex((line) => opposite.test(line));
  const block = lines.slice(begin, length === -1 ? undefined : begin + 1 + length);
  const name = nameIn(block, own);
  const taxId = taxIdIn(block, country);
  return name === null && taxId === null ? null : { name, taxId };
}

const BLOCK_LINES_MAX = 6;

function nameIn(block: readonly string[], label: RegExp): string | null {
  for (const line of block.slice(0, BLOCK_LINES_MAX)) {
    const text = withoutLabel(line, label);
    if (isName(text)) return text;
  }
  return null;
}

/** What stands behind the words that say what it is. Folding keeps the length of a line. */
function withoutLabel(line: string, label: RegExp): string {
  const said = label.exec(fold(line))?.[0] ?? /^nombre\b/.exec(fold(line))?.[0] ?? "";
  return line
    .slice(said.length)
    .replace(/^[\s:.\-–]+/, "")
    .trim();
}

/** Two words or more of letters alone: a bank, an account or a place would have a word or a number beside it. */
function isName(text: string): boolean {
  return !OTHER.test(fold(text)) && /^\p{L}[\p{L}.'&-]*(?: \p{L}[\p{L}.'&-]*){1,6}$/u.test(text);
}

function taxIdIn(block: readonly string[], { code }: Country): string | null {
  for (const line of block) {
    const [printed] = /\b\d{1,2}[.]?\d{3}[.]?\d{3}-?[\dkK]\b/.exec(line) ?? [];
    const taxId = printed === undefined ? null : readTaxId(printed, code);
    if (taxId !== null) return taxId;
  }
  return null;
}

const COMMENT = /^(?:comentario|mensaje|glosa|motivo|asunto|descripcion|concepto)s?\b/;

/** A comment stands beside its label, or under it. */
function partedBy(lines: readonly string[], folded: readonly string[]): Pick<Transfer, "comments" | "printed"> {
  const comments: string[] = [];
  const printed: string[] = [];
  let under = false;
  for (const [at, line] of lines.entries()) {
    const beside = COMMENT.test(folded[at] ?? "") ? withoutLabel(line.trim(), COMMENT) : null;
    if (under) comments.push(line);
    else if (beside === null) printed.push(line);
    else if (beside !== "") comments.push(beside);
    under = !under && beside === "";
  }
  return { comments, printed };
}
