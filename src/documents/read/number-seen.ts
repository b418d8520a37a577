// The number of a paper, where its letters are hardly believed: looked at again, and what two looks make of it.

import type { Believed } from "./beliefs.ts";

/** Below this a number is looked at again: one of four that are believed less is another. */
const SURE = 0.75;
/** Believed less than this, a number that no other look says is a smear. */
const BELIEF_MIN = 0.5;

/** The lines that say the number, where none of them is believed; none where one is. */
export function linesToCount({ lines, beliefs }: Believed, number: string | null): number[] {
  if (number === null) return [];
  const saying = lines.flatMap((line, at) => (wordSaying(line, number) === -1 ? [] : [at]));
  return saying.some((at) => beliefIn(lines[at] ?? "", beliefs[at] ?? [], number) >= SURE) ? [] : saying;
}

/** What two looks at a number make of it; `again` is null where the second lost it. */
export function numberOfBoth(first: Believed, number: string | null, again: string | null): string | null {
  if (number === null) return again;
  const both = again === null ? null : withZeros(number, again);
  return both ?? (isSmear(first, number) ? null : number);
}

function isSmear({ lines, beliefs }: Believed, number: string): boolean {
  return lines.every((line, at) => beliefIn(line, beliefs[at] ?? [], number) < BELIEF_MIN);
}

/**
 * Two readings that differ only where one says 0 and the other 6, 8 or 9: printers put a dot or a stroke into a zero, and a
 * zero too many before a number says nothing. Null where they differ otherwise.
 */
function withZeros(one: string, other: string): string | null {
  const length = Math.max(one.length, other.length);
  const [a, b] = [one.padStart(length, "0"), other.padStart(length, "0")];
  const digits = a.split("").map((digit, at) => {
    const second = b.charAt(at);
    if (digit === second) return digit;
    return (digit === "0" && /[689]/.test(second)) || (second === "0" && /[689]/.test(digit)) ? "0" : null;
  });
  return digits.includes(null) || digits.every((digit) => digit === "0") ? null : String(Number(digits.join("")));
}

function beliefIn(line: string, beliefs: readonly number[], number: string): number {
  return beliefs[wordSaying(line, number)] ?? 0;
}

/** The place of the word that is the number, with or without dots and zeros before it; -1 where there is none. */
function wordSaying(line: string, number: string): number {
  return line.split(" ").findIndex((word) => {
    const [digits] = /[\d.]*\d\W*$/.exec(word) ?? [];
    return digits !== undefined && digits.replace(/\D/g, "").replace(/^0+/, "") === number;
  });
}
