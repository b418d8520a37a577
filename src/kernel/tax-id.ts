// Tax identifiers: their check digits and the one way we write them.

import { readCnpj, readCpf } from "./tax-ids/brazil.ts";
import { readNit } from "./tax-ids/colombia.ts";
import { readRucEc } from "./tax-ids/ecuador.ts";
import { readRfc } from "./tax-ids/mexico.ts";
import { leftSum, weightedSum } from "./tax-ids/sums.ts";
import { readRutUy } from "./tax-ids/uruguay.ts";

const RUT = /^(\d{1,8})([0-9K])$/;

/**
 * A Chilean RUT as `76123456-K` (no dots, hyphen, capital K), or null when its check digit is wrong.
 * Accepts dots, spaces, a `CL` prefix and a lower-case k. Rule: modulo 11, weights 2…7 from the right.
 */
export function readRut(text: string): string | null {
  const match = RUT.exec(
    text
      .toUpperCase()
      .replace(/^CL/, "")
      .replace(/[.\s\-‐–]/g, ""),
  );
  if (!match) return null;
  const [, digits = "", check = ""] = match;
  const body = String(Number(digits));
  return body !== "0" && rutCheckDigit(body) === check ? `${body}-${check}` : null;
}

/** The check digit of a RUT's body: `0`–`9` or `K`. */
export function rutCheckDigit(body: string): string {
  const rest = 11 - (weightedSum(body, [2, 3, 4, 5, 6, 7]) % 11);
  if (rest === 11) return "0";
  return rest === 10 ? "K" : String(rest);
}

/** RUTs that stand for nobody (anonymous consumer, foreign receiver): valid digits, never a counterparty. */
export function isPlaceholderRut(rut: string): boolean {
  return /^(\d)\1{7}-[0-9K]$/.test(rut);
}

const RUC_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A Peruvian RUC (11 digits, prefix 10, 15, 16, 17 or 20), or null when its check digit is wrong. */
export function readRuc(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^(10|15|16|17|20)\d{9}$/.test(digits)) return null;
  return (11 - (leftSum(digits, RUC_WEIGHTS) % 11)) % 10 === Number(digits[10]) ? digits : null;
}

/** An Argentine CUIT (11 digits), or null when its check digit is wrong. */
export function readCuit(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^(20|23|24|27|30|33|34|50|51|55)\d{9}$/.test(digits)) return null;
  const rest = 11 - (leftSum(digits, RUC_WEIGHTS) % 11);
  const check = rest === 11 ? 0 : rest === 10 ? 9 : rest;
  return check === Number(digits[10]) ? digits : null;
}

const READERS: Readonly<Record<string, (text: string) => string | null>> = {
  CL: readRut,
  PE: readRuc,
  AR: readCuit,
  UY: readRutUy,
  CO: readNit,
  EC: readRucEc,
  BR: (text) => readCnpj(text) ?? readCpf(text),
  MX: readRfc,
};

/** A tax id of the country in its one written form, or null where the country's check refuses it. */
export function readTaxId(text: string, country: string): string | null {
  const read = READERS[country];
  if (read) return read(text);
  const plain = text.trim().toUpperCase();
  return /^[A-Z0-9&Ñ.\-/ ]{5,20}$/.test(plain) ? plain : null;
}
