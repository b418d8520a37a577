// Print much larger than the rest, which an engine takes for a picture and passes over: the amount on a bank's screen.

import type { OcrWord } from "./engines.ts";
import { groupsOf } from "./groups.ts";
import { type Box, type Picture, scale, scaledBox } from "./picture.ts";

/** Letters are looked for on a copy of half the size. */
const COPY = 0.5;
const INK_BELOW = 128;
/** Heights of a letter of the page. */
const LARGE_FROM = 1.4;
const LARGE_TO = 6;
/** `S/ 35` has four signs; what has more than these is a bar code. */
const SIGNS_MIN = 3;
const SIGNS_MAX = 16;
/** Heights of a sign between two of a word or of two words. */
const GAP_MAX = 0.9;
const MARGIN = 0.35;
/** A page has a headline, an amount and a logo. */
const ROWS_MAX = 3;

/**
 * The rows of large print that none of the words that were read stands on, in the picture's own pixels.
 * @param letter height of a capital of the page, in pixels
 */
export function largePrintMissed(picture: Picture, read: readonly OcrWord[][], letter: number): Box[] {
  const words = read.flat().map(({ box }) => scaledBox(box, COPY));
  const signs = signsIn(scale(picture, COPY), letter * COPY).filter((sign) => !words.some((box) => covers(box, sign)));
  return rowsOf(signs)
    .filter((row) => row.length >= SIGNS_MIN && row.length <= SIGNS_MAX)
    .map(around)
    .toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))
    .slice(0, ROWS_MAX)
    .map((row) => scaledBox(row, 1 / COPY));
}

function signsIn({ width, gray }: Picture, letter: number): Box[] {
  const dark = gray.map((level) => (level < INK_BELOW ? 1 : 0));
  return Array.from(groupsOf(dark, width, 8), ({ box }) => box).filter(({ left, right, top, bottom }) => {
    const [wide, tall] = [right - left, bottom - top];
    return tall >= LARGE_FROM * letter && tall <= LARGE_TO * letter && wide <= 1.2 * tall && wide >= 0.1 * tall;
  });
}

function covers(word: Box, { left, right, top, bottom }: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= word.left && x <= word.right && y >= word.top && y <= word.bottom;
}

/** Signs of one height beside each other. */
function rowsOf(signs: readonly Box[]): Box[][] {
  const rows: Box[][] = [];
  for (const sign of signs.toSorted((a, b) => a.left - b.left)) {
    const row = rows.find((each) => goesOn(each.at(-1), sign));
    if (row) row.push(sign);
    else rows.push([sign]);
  }
  return rows;
}

function goesOn(before: Box | undefined, sign: Box): boolean {
  if (!before) return false;
  const tall = Math.min(before.bottom - before.top, sign.bottom - sign.top);
  const shared = Math.min(before.bottom, sign.bottom) - Math.max(before.top, sign.top);
  return shared > tall * 0.6 && sign.left - before.right < GAP_MAX * tall;
}

function around(row: readonly Box[]): Box {
  const [top, bottom] = [Math.min(...row.map((one) => one.top)), Math.max(...row.map((one) => one.bottom))];
  const margin = Math.round(MARGIN * (bottom - top));
  return {
    left: Math.min(...row.map((one) => one.left)) - margin,
    right: Math.max(...row.map((one) => one.right)) + margin,
    top: top - margin,
    bottom: bottom + margin,
  };
}
