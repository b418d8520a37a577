// How much an engine believes the very words that say an amount.

import { amountsIn } from "./amounts.ts";
import type { Country } from "./country.ts";

/** `beliefs`: one for each word of each line, 0–1. */
export type Believed = { lines: readonly string[]; beliefs: readonly (readonly number[])[] };

/** Belief in an amount, where it is read best; 0 where it is nowhere printed. */
export function beliefInAmount({ lines, beliefs }: Believed, minor: number, country: Country): number {
  return Math.max(
    0,
    ...lines.flatMap((line, at) =>
      amountsIn(line, country)
        .filter((amount) => Math.abs(amount.minor) === minor)
        .map(({ start, end }) =>
          Math.min(1, ...wordsBetween(line, start, end).map((word) => beliefs[at]?.[word] ?? 0)),
        ),
    ),
  );
}

/** The places of the words of a line that stand between two of its characters. */
function wordsBetween(line: string, start: number, end: number): number[] {
  let from = 0;
  return line.split(" ").flatMap((word, place) => {
    const [first, last] = [from, from + word.length];
    from = last + 1;
    return first < end && last > start && word !== "" ? [place] : [];
  });
}
