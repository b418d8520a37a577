// Draws a PDF417 anew, sharp and straight, from a picture in which no edge is left to see: each word is the one of the
// possible ones that, behind the same blur, would look most like what is there. A decoder does the rest, for the words
// that are wrong are what its error correction is for.

import type { Picture } from "../picture.ts";
import { type Grid, gridOf } from "./grid.ts";
import { type Guards, levelAt } from "./guards.ts";
import { bitsOfRow, SAMPLES, shapeOf, START, stepsAt, STOP, WORD_MODULES, wordsOfRow } from "./patterns.ts";

/** Pictures of the code anew, the likeliest first, each drawn when it is asked for; none where no grid is found. */
export function* redrawn(picture: Picture, guards: Guards): Generator<Picture> {
  const grid = gridOf(picture, guards);
  if (grid === null) return;
  const models = [0, 1, 2].map((row) => modelsOf(row, grid.blur));
  for (const rows of grid.rows) yield drawn(readRows(picture, { grid, rows, models }));
}

/** What every word of a row looks like behind the blur: `shapes` holds `SHAPE` samples for each. */
type Models = {
  words: readonly (readonly number[])[];
  shapes: Float32Array;
  /** Words by their modules as bits, the leftmost highest, black as one. */
  byBits: ReadonlyMap<number, number>;
};

const SHAPE = WORD_MODULES * SAMPLES;

function modelsOf(row: number, blur: number): Models {
  const words = wordsOfRow(row);
  const steps = Array.from({ length: WORD_MODULES + 1 }, (_, edge) => stepsAt(edge, SHAPE, blur));
  const shapes = new Float32Array(words.length * SHAPE);
  words.forEach((widths, at) => {
    const shape = shapes.subarray(at * SHAPE, (at + 1) * SHAPE);
    let edge = 0;
    darken(shape, steps[edge], -1);
    widths.forEach((width, i) => darken(shape, steps[(edge += width)], i % 2 === 0 ? 1 : -1));
    shapeOf(shape);
  });
  return { words, shapes, byBits: bitsOfRow(row) };
}

function darken(shape: Float32Array, step: Float32Array | undefined, sign: number): void {
  for (let i = 0; i < shape.length; i++) shape[i] = (shape[i] ?? 0) + sign * (step?.[i] ?? 0);
}

type Reading = { grid: Grid; rows: number; models: readonly Models[] };

/** The widths of all bars and spaces, row by row. */
function readRows(picture: Picture, { grid, rows, models }: Reading): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const widths = [...START];
    const possible = models[row % models.length];
    if (possible === undefined) return widths;
    for (let word = 1; word < grid.words - 1; word++) {
      widths.push(...likeliest(shapeAt(picture, grid, { row, rows, word }), possible));
    }
    return [...widths, ...STOP];
  });
}

/** The middle of a row, where the rows above and below are least seen. */
const DOWNS = [0.3, 0.5, 0.7];

function shapeAt(
  picture: Picture,
  { plane, shifts }: Grid,
  { row, rows, word }: { row: number; rows: number; word: number },
): Float32Array {
  const shape = new Float32Array(SHAPE);
  const band = shifts[Math.floor((row / rows) * shifts.length)];
  const from = word * WORD_MODULES + (band?.[word] ?? 0);
  const width = WORD_MODULES + (band?.[word + 1] ?? 0) - (band?.[word] ?? 0);
  for (const down of DOWNS) {
    for (let i = 0; i < shape.length; i++) {
      const { x, y } = plane(from + ((i + 0.5) / shape.length) * width, (row + down) / rows);
      shape[i] = (shape[i] ?? 0) + levelAt(picture, x, y);
    }
  }
  return shapeOf(shape);
}

/** A word that looks like this and nothing else needs no other one beside it. */
const PLAIN = 0.94;

function likeliest(seen: Float32Array, { words, shapes, byBits }: Models): readonly number[] {
  const plain = byBits.get(bitsOf(seen));
  if (plain !== undefined && product(seen, shapes, plain * SHAPE) > PLAIN) return words[plain] ?? [];
  let [best, most] = [0, -Infinity];
  for (let at = 0; at < words.length; at++) {
    const like = product(seen, shapes, at * SHAPE);
    if (like > most) {
      best = at;
      most = like;
    }
  }
  return words[best] ?? [];
}

function product(seen: Float32Array, shapes: Float32Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < SHAPE; i++) sum += (seen[i] ?? 0) * (shapes[start + i] ?? 0);
  return sum;
}

/** The modules that are darker than the middle between the darkest and the lightest. */
function bitsOf(seen: Float32Array): number {
  let [black, white] = [Infinity, -Infinity];
  for (const level of seen) {
    if (level < black) black = level;
    if (level > white) white = level;
  }
  let bits = 0;
  for (let i = 0; i < SHAPE; i += SAMPLES) {
    bits = 2 * bits + ((seen[i] ?? 0) + (seen[i + 1] ?? 0) < black + white ? 1 : 0);
  }
  return bits;
}

const MODULE_PIXELS = 3;
const ROW_PIXELS = 9;
const QUIET_PIXELS = 18;

function drawn(rows: readonly (readonly number[])[]): Picture {
  const modules = rows[0]?.reduce((sum, width) => sum + width, 0) ?? 0;
  const width = modules * MODULE_PIXELS + 2 * QUIET_PIXELS;
  const height = rows.length * ROW_PIXELS + 2 * QUIET_PIXELS;
  const gray = new Uint8Array(width * height).fill(255);
  rows.forEach((widths, row) => {
    for (let dy = 0; dy < ROW_PIXELS; dy++) {
      let at = (QUIET_PIXELS + row * ROW_PIXELS + dy) * width + QUIET_PIXELS;
      widths.forEach((modulesWide, i) => {
        const next = at + modulesWide * MODULE_PIXELS;
        if (i % 2 === 0) gray.fill(0, at, next);
        at = next;
      });
    }
  });
  return { width, height, gray };
}
