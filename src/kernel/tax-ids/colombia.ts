import { weightedSum } from "./sums.ts";

const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/**
 * A Colombian NIT as `900123456-8`, or null when its check digit is wrong or was left out. Without a hyphen only ten
 * digits are one with its check digit: fewer may be one without it, or an identity card.
 * Rule: primes as weights from the right, modulo 11, 0 and 1 stand for themselves (DIAN, Orden Administrativa 4 of 1989).
 */
export function readNit(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/^CO/, "")
    .replace(/[\s.]|,(?=\d{3})/g, "");
  const match = /^(\d{6,15})[-–](\d)$/.exec(plain) ?? /^(\d{9})(\d)$/.exec(plain);
  const [, body = "", check] = match ?? [];
  return match && body[0] !== "0" && nitCheckDigit(body) === check ? `${body}-${check}` : null;
}

/** The check digit of a NIT's body. */
export function nitCheckDigit(body: string): string {
  const rest = weightedSum(body, WEIGHTS) % 11;
  return String(rest < 2 ? rest : 11 - rest);
}
