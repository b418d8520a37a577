// The access key that Ecuador and Brazil print in digits beside their code, as OCR reads it. Its check digit lets one of
// eleven misreadings of several digits through; the issuer's own, asked for here, stops most of those. It proves nothing.

import { readChave } from "./brazil.ts";
import type { FiscalQr } from "./code.ts";
import { readAccessKey } from "./ecuador.ts";

const KEYS: Readonly<Record<string, { digits: number; read: (digits: string) => FiscalQr | null }>> = {
  EC: { digits: 49, read: readAccessKey },
  BR: { digits: 44, read: readChave },
};

/** Digits in groups of whatever length, broken over two lines at most; a few more may stand before or behind. */
const RUN = /\d(?:[ .-]?\n?\d){43,60}/g;

/**
 * The key among printed lines of that country, or null where none passes its check digits. Those few issuers of Ecuador
 * whose RUC fails its own are read from the code alone: there nothing is misread.
 */
export function printedKey(lines: readonly string[], country: string): FiscalQr | null {
  const key = KEYS[country];
  if (!key) return null;
  for (const [run] of lines.join("\n").matchAll(RUN)) {
    const digits = run.replace(/\D/g, "");
    for (let at = 0; at + key.digits <= digits.length; at++) {
      const code = key.read(digits.slice(at, at + key.digits));
      if (code !== null && code.fields.merchant_tax_id !== null) return code;
    }
  }
  return null;
}
