// How a picture looks, in so few bits that two of them can be compared.

import { toHex } from "#kernel";
import type { Picture } from "./picture.ts";

const ROWS = 16;
const COLUMNS = 17;

/**
 * 256 bits of which of two neighbouring places is the brighter, on a grid of 17 × 16; 64 hexadecimal digits. A hint and
 * no proof: `twins/lookalike` says how far it tells papers apart.
 */
export function dhashOf(picture: Picture): string {
  const bits = new Uint8Array((ROWS * (COLUMNS - 1)) / 8);
  for (let row = 0; row < ROWS; row++) {
    const levels = Array.from({ length: COLUMNS }, (_, column) => meanOf(picture, row, column));
    for (let column = 0; column < COLUMNS - 1; column++) {
      const bit = row * (COLUMNS - 1) + column;
      if ((levels[column] ?? 0) > (levels[column + 1] ?? 0))
        bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
    }
  }
  return toHex(bits);
}

function meanOf({ width, height, gray }: Picture, row: number, column: number): number {
  const [top, bottom] = stretch(row, ROWS, height);
  const [left, right] = stretch(column, COLUMNS, width);
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) sum += gray[y * width + x] ?? 0;
  }
  return sum / ((bottom - top) * (right - left));
}

function stretch(place: number, places: number, length: number): [from: number, to: number] {
  const from = Math.min(length - 1, Math.floor((place * length) / places));
  return [from, Math.max(from + 1, Math.floor(((place + 1) * length) / places))];
}
