import { readTaxId } from "#kernel";
import type { Fields } from "./extraction.ts";
import { countryOfMoney } from "./read/country.ts";
import { TAX_CODE_COUNTRIES } from "./read/tax-codes.ts";

/**
 * The country that a paper is of, by its money, or where many countries use that by its issuer's tax id; the sender's
 * where neither says otherwise.
 * @param home ISO 3166-1 alpha-2, as is what comes back
 */
export function issuedIn(
  { currency, merchant_tax_id }: Pick<Fields, "currency" | "merchant_tax_id">,
  home: string,
): string {
  const own = countryOfMoney(currency);
  if (own !== null) return own;
  if (merchant_tax_id === null || readTaxId(merchant_tax_id, home) !== null) return home;
  const [only, ...others] = [...TAX_CODE_COUNTRIES].filter((code) => readTaxId(merchant_tax_id, code) !== null);
  return only === undefined || others.length > 0 ? home : only;
}
