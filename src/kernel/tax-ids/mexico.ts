import { isCivilDate } from "../period.ts";

/** Whoever has none: the general public, and foreigners (Anexo 20). */
const NOBODY = new Set(["XAXX010101000", "XEXX010101000"]);

/**
 * A Mexican RFC: three letters of a company or four of a person, a day, three of a key. Null where the day is none or
 * the RFC is everybody's. Its last character is a check digit, which is not asked for: the SAT gave out RFCs that fail
 * it, 1.5 % of those in use.
 */
export function readRfc(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "");
  const [, year, month, day] = /^[A-ZÑ&]{3,4}(\d\d)(\d\d)(\d\d)[A-Z0-9]{2}[0-9A]$/.exec(plain) ?? [];
  if (year === undefined || NOBODY.has(plain)) return null;
  // A leap day of 2000 and one of 1900 are told apart by nothing: the former is taken.
  return isCivilDate(`20${year}-${month}-${day}`) ? plain : null;
}
