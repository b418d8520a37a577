import { leftSum } from "./sums.ts";

/**
 * An Ecuadorian RUC (13 digits), or null when its check digit is wrong. The third digit says whose it is: below 6 a
 * person's (identity card and establishment), 6 the state's, 9 a company's; a few persons have a 6 as well
 * (SRI; as python-stdnum `ec.ruc`). The number of all final consumers, thirteen nines, is nobody's.
 */
export function readRucEc(text: string): string | null {
  const digits = text
    .toUpperCase()
    .replace(/^EC/, "")
    .replace(/[\s.-]/g, "");
  if (!/^(0[1-9]|1\d|2[0-4]|30|50)\d{11}$/.test(digits)) return null;
  const third = Number(digits[2]);
  if (third === 9) return isCompany(digits) ? digits : null;
  if (third === 6) return isState(digits) || isPerson(digits) ? digits : null;
  return third < 6 && isPerson(digits) ? digits : null;
}

function isCompany(digits: string): boolean {
  return digits.slice(10) !== "000" && leftSum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

function isState(digits: string): boolean {
  return digits.slice(9) !== "0000" && leftSum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Luhn over the ten digits of the identity card. */
function isPerson(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 10), Number).reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.slice(10) !== "000" && sum % 10 === 0;
}
