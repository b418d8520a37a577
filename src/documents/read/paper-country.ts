// Which country a paper is of: who travels brings receipts home, and their figures are written as that country writes them.

import { decimalsOf, fold } from "#kernel";
import { countryOf } from "./country.ts";

/** What stands on the papers of a country and on no other's; the words are folded. */
const MARKS: Readonly<Record<string, readonly RegExp[]>> = {
  CL: [/\br\.? ?u\.? ?t\b\.?/, /\bs\.?i\.?i\b/, /timbre electronico/, /\bclp\b/],
  PE: [/\br\.? ?u\.? ?c\b\.?:? ?(10|15|16|17|20)\d{9}\b/, /\bs\/\.? ?\d/, /\bi\.?g\.?v\b/, /\bsunat\b/],
  AR: [/\bc\.? ?u\.? ?i\.? ?t\b/, /\b(afip|arca)\b/, /\bc\.?a\.?e\b/, /ingresos brutos/],
  MX: [/\br\.? ?f\.? ?c\b/, /\bcfdi\b/, /\bc\.p\. ?\d{5}\b/, /\bm\.?n\.?$/],
  CO: [/\bnit\b/, /\bdian\b/, /\bcufe\b/, /\bimpoconsumo\b/],
  BR: [/\bcnpj\b/, /\br\$/, /\bcpf\b/, /\bnfc-e\b/],
  EC: [/\br\.? ?u\.? ?c\b\.?:? ?\d{10}001\b/, /\bclave de acceso\b/, /\bsri\b/],
  MY: [/\brm ?\d/, /\bs[do]n\.? ?bh[dt]\b/, /\bgst\b/, /\bkuala lumpur\b|\bselangor\b|\bjohor\b/],
};

/** One mark may be a word of a name; two are no chance. */
const MARKS_MIN = 2;

/** Amounts with cents, and none in thousands: no paper of a currency without cents looks like this. */
const CENTS = /(?<![\d.,])\d{1,4}\.\d{2}(?![\d.,])/g;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/;
const CENTS_MIN = 3;

/**
 * The country of a paper by its own marks, or the sender's where these do not clearly say otherwise.
 * @param home ISO 3166-1 alpha-2, as is what comes back
 */
export function countryOfPaper(lines: readonly string[], home: string): string {
  const folded = lines.map((line) => fold(line));
  const seen = (country: string): number =>
    (MARKS[country] ?? []).filter((mark) => folded.some((line) => mark.test(line))).length;
  if (!(home in MARKS) || seen(home) > 0) return home;
  const hasCents = decimalsOf(countryOf(home).currency) === 0 && countsCents(folded);
  let [best, most] = [home, MARKS_MIN - 1];
  for (const country of Object.keys(MARKS)) {
    const { currency, format } = countryOf(country);
    const count = seen(country) + (hasCents && decimalsOf(currency) > 0 && format.decimal === "." ? 1 : 0);
    if (count > most) [best, most] = [country, count];
  }
  return best;
}

function countsCents(lines: readonly string[]): boolean {
  return !lines.some((line) => THOUSANDS.test(line)) && (lines.join("\n").match(CENTS)?.length ?? 0) >= CENTS_MIN;
}
