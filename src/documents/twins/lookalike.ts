import type { CivilDate } from "#kernel";

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
};

/** Looks alone are no proof, receipts of a shop are alike: total and day must agree, as far as both were read. */
export function isLookalike(a: Look, b: Look): boolean {
  if (a.fingerprint === null || b.fingerprint === null) return false;
  if (bitsApart(a.fingerprint, b.fingerprint) > LOOKALIKE_BITS_MAX) return false;
  const total = agree(a.total_minor, b.total_minor);
  const date = agree(a.date, b.date);
  return total !== false && date !== false && (total === true || date === true);
}

/** Null where one of them was not read. */
function agree<T>(a: T | null, b: T | null): boolean | null {
  return a === null || b === null ? null : a === b;
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
