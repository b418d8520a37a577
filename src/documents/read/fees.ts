// A «boleta de honorarios»: of the gross fee the payer withholds a part for the tax office, and pays the rest.

import { fold } from "#kernel";
import { LINE_CHARS_MAX } from "../limits.ts";
import { amountsIn } from "./amounts.ts";
import { countryOf } from "./country.ts";

/** In minor units; `gross_minor` less `retained_minor` is `paid_minor`. */
export type Fees = { gross_minor: number; retained_minor: number; paid_minor: number };

const TITLE = /\bboleta\b.{0,30}\bhonorarios\b/;
const GROSS =
  /\b(?:total|monto|valor)? ?(?:de )?honorarios?\b(?! electronica)|\b(?:monto|valor|total) bruto\b|^\W*bruto\b/;
const RETAINED = /\breten(?:cion|ido|ida)|\bimpto\.? ?ret\b/;
const PAID =
  /^\W*(?:total|liquido|(?:monto|total|valor) liquido|(?:total|liquido|monto) a (?:pagar|recibir))\b(?! (?:de )?(?:honorarios?|bruto))/;

/** Withheld since 2020: from 10.75 % on, 17 % from 2028 on (Ley 21.133, art. 1). */
const SHARE_MIN = 0.1;
const SHARE_MAX = 0.175;

/** Null where a paper is none, or its figures do not fit each other. @param printed its lines */
export function feesIn(printed: readonly string[]): Fees | null {
  const lines = printed.map((line) => fold(line.slice(0, LINE_CHARS_MAX)));
  if (!lines.some((line) => TITLE.test(line))) return null;
  const gross_minor = amountBeside(lines, (line) => GROSS.test(line) && !TITLE.test(line) && !RETAINED.test(line));
  const retained_minor = amountBeside(lines, (line) => RETAINED.test(line));
  if (gross_minor === null || retained_minor === null) return null;
  const share = retained_minor / gross_minor;
  if (share < SHARE_MIN || share > SHARE_MAX) return null;
  const paid_minor = gross_minor - retained_minor;
  const printedPaid = amountBeside(lines, (line) => PAID.test(line));
  return printedPaid === null || printedPaid === paid_minor ? { gross_minor, retained_minor, paid_minor } : null;
}

/** The last amount of the last line of that kind, or of the line below it. */
function amountBeside(lines: readonly string[], isMeant: (line: string) => boolean): number | null {
  const chile = countryOf("CL");
  const at = lines.findLastIndex(isMeant);
  if (at === -1) return null;
  for (const line of lines.slice(at, at + 2)) {
    const amount = amountsIn(line, chile).at(-1);
    if (amount) return amount.minor;
  }
  return null;
}
