import { leftSum } from "./sums.ts";

const WEIGHTS = [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * A Uruguayan RUT (12 digits: two that count from 01 to 22, six, three, check digit), or null when its check digit is
 * wrong. Rule: the negative sum modulo 11; what would need a 10 is never given out (DGI; as python-stdnum `uy.rut`).
 */
export function readRutUy(text: string): string | null {
  const digits = text
    .toUpperCase()
    .replace(/^UY/, "")
    .replace(/[\s.-]/g, "");
  if (!/^(0[1-9]|1\d|2[0-2])\d{10}$/.test(digits)) return null;
  return (11 - (leftSum(digits, WEIGHTS) % 11)) % 11 === Number(digits[11]) ? digits : null;
}
