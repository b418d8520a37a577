import type { CivilDate } from "#kernel";
import { likeness } from "#match";

// Two pictures of one paper: alike to look at, and alike in what was read.

/**
 * Of 256 bits. On a dozen drawn receipts the same photo, sent smaller or compressed again, differed in 0 to 49, 23 times
 * of 24 within the limit; with 3 % cut off its edges in 41 and more, another shot by hand in 21 to 152. Other goods of the
 * same shop, taken alike, differed in as few as 21, the same goods of another day in none or one. So a near hash means
 * the same photo or a like paper, which total and day must tell apart, and a far one means nothing.
 */
export const LOOKALIKE_BITS_MAX = 40;

export type Look = {
  /** 64 hex digits. */
  fingerprint: string | null;
  total_minor: number | null;
  date: CivilDate | null;
  merchant: string | null;
  merchant_tax_id: string | null;
  number: string | null;
};

/**
 * Looks alone are no proof, receipts of a shop are alike and so are the screens of banks: nothing that was read of both may
 * differ, and the total must agree; where it was not read, the day and who sold it. What was read of neither agrees in nothing.
 */
export function isLookalike(a: Look, b: Look): boolean {
  if (a.fingerprint === null || b.fingerprint === null) return false;
  if (bitsApart(a.fingerprint, b.fingerprint) > LOOKALIKE_BITS_MAX) return false;
  const total = agree(a.total_minor, b.total_minor);
  const date = agree(a.date, b.date);
  const seller = sameSeller(a, b);
  if ([total, date, seller, sameNumber(a, b)].includes(false)) return false;
  return total === true || (date === true && seller === true);
}

/** Null where one of them was not read. */
function agree<T>(a: T | null, b: T | null): boolean | null {
  return a === null || b === null ? null : a === b;
}

/** A tax id has its check digit, so it goes before the name, of which OCR may lose letters. */
function sameSeller(a: Look, b: Look): boolean | null {
  const byId = agree(a.merchant_tax_id, b.merchant_tax_id);
  if (byId !== null || a.merchant === null || b.merchant === null) return byId;
  return likeness(a.merchant, b.merchant, []) !== "other";
}

/** Two numbers are two papers, near as they may be: the next invoice of a book has the next one. */
function sameNumber({ number: a }: Look, { number: b }: Look): boolean | null {
  return agree(bare(a), bare(b));
}

/** Without what is printed before it: `N° 003500` is 3500. */
function bare(number: string | null): string | null {
  return number?.replace(/^[^\p{L}1-9]+(?=.)/u, "") ?? null;
}

/** Bits that differ between two hashes of the same length in hex; infinite for any others. */
export function bitsApart(a: string, b: string): number {
  if (a.length !== b.length || !HEX.test(a) || !HEX.test(b)) return Infinity;
  let bits = 0;
  for (let i = 0; i < a.length; i++)
    bits += ONES[Number.parseInt(a[i] ?? "", 16) ^ Number.parseInt(b[i] ?? "", 16)] ?? 0;
  return bits;
}

const HEX = /^[0-9a-f]+$/i;

/** Ones in each number of four bits. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];
