// Looks along single lines of a picture for the patterns with which every row of a PDF417 begins and ends.

import type { Picture } from "../picture.ts";
import { SAMPLES, shapeOf, shownBars, START, STOP } from "./patterns.ts";

/** White that is asked for beside a pattern, in modules. */
const QUIET = 2;
const TEMPLATE_BLUR = 0.5;

/** A pattern as it looks behind a usual blur, and where it lies in its code. */
export type Guard = {
  shape: Float32Array;
  /** Modules from the left edge of what is matched to the code's outer edge. */
  outer: number;
  /** Modules from the outer edge to the middle of the bar that stands from top to bottom. */
  bar: number;
};

export const LEFT: Guard = {
  shape: shapeOf(shownBars(START, QUIET, TEMPLATE_BLUR).slice(0, (QUIET + 17) * SAMPLES)),
  outer: QUIET,
  bar: 4,
};
export const RIGHT: Guard = {
  shape: shapeOf(shownBars(STOP, QUIET, TEMPLATE_BLUR).slice(QUIET * SAMPLES)),
  outer: 18,
  bar: -14.5,
};

const SCANLINES = 21;
/** Every third of them is looked at first, at all sizes of a module. */
const GLANCE_STEP = 3;
/** A stamp has some 500 words in at most 90 rows, and a row has at most 34 words. */
export const MODULES_MIN = 160;
const MODULES_MAX = 580;
const MODULE_PIXELS_MIN = 0.9;
const CODE_SHARE_MIN = 0.5;
const SCALE_STEP = 1.09;

export type Scanline = { y: number; levels: Float32Array };

/** A code that is looked for fills at least a fifth of the height. */
export function scanlinesOf({ width, height, gray }: Picture): Scanline[] {
  const reach = height > 150 ? 1 : 0;
  return Array.from({ length: SCANLINES }, (_, i) => {
    const y = Math.round(((i + 0.5) * height) / SCANLINES);
    const levels = new Float32Array(width);
    for (let dy = -reach; dy <= reach; dy++) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let x = 0; x < width; x++) levels[x] = (levels[x] ?? 0) + (gray[row + x] ?? 0) / (2 * reach + 1);
    }
    return { y, levels };
  });
}

/** A place where a pattern may lie; `x` is the code's outer edge. */
export type Hit = { x: number; y: number; module: number; like: number };

export const LIKE_MIN = 0.72;
const HITS_PER_LINE = 3;

export type Hits = { left: Hit[]; right: Hit[] };

export function glanceOver(lines: readonly Scanline[]): Scanline[] {
  return lines.filter((_, i) => i % GLANCE_STEP === 1);
}

/** The sizes that a module may have on a picture of that width, in pixels. */
export function scalesFor(width: number): number[] {
  const least = Math.max(MODULE_PIXELS_MIN, (CODE_SHARE_MIN * width) / MODULES_MAX);
  const count = Math.ceil(Math.log(width / MODULES_MIN / least) / Math.log(SCALE_STEP));
  return Array.from({ length: Math.max(0, count) }, (_, i) => least * SCALE_STEP ** i);
}

export function hitsOf(lines: readonly Scanline[], scales: readonly number[]): Hits {
  const hits: Hits = { left: [], right: [] };
  for (const { y, levels } of lines) {
    const onLine: Hits = { left: [], right: [] };
    for (const module of scales) {
      const sampled = summed(resampled(levels, module / SAMPLES));
      const hitAt = ({ from, like }: Peak, { outer }: Guard): Hit => ({
        x: from * (module / SAMPLES) + outer * module,
        y,
        module,
        like,
      });
      onLine.left.push(...peaksOf(sampled, LEFT.shape).map((peak) => hitAt(peak, LEFT)));
      onLine.right.push(...peaksOf(sampled, RIGHT.shape).map((peak) => hitAt(peak, RIGHT)));
    }
    hits.left.push(...likest(onLine.left));
    hits.right.push(...likest(onLine.right));
  }
  return hits;
}

function likest(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((a, b) => b.like - a.like).slice(0, HITS_PER_LINE);
}

/** One sample for each `step` pixels, by averaging where that is more than one pixel. */
function resampled(levels: Float32Array, step: number): Float32Array {
  const out = new Float32Array(Math.floor(levels.length / step));
  for (let i = 0; i < out.length; i++) {
    const [from, to] = [i * step, (i + 1) * step];
    let sum = 0;
    for (let x = Math.floor(from); x < to; x++) {
      sum += (levels[x] ?? 0) * (Math.min(to, x + 1) - Math.max(from, x));
    }
    out[i] = sum / step;
  }
  return out;
}

/** Levels with the sums of all before each, and of their squares. */
type Summed = { levels: Float32Array; sums: Float64Array; squares: Float64Array };

function summed(levels: Float32Array): Summed {
  const sums = new Float64Array(levels.length + 1);
  const squares = new Float64Array(levels.length + 1);
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] ?? 0;
    sums[i + 1] = (sums[i] ?? 0) + level;
    squares[i + 1] = (squares[i] ?? 0) + level * level;
  }
  return { levels, sums, squares };
}

type Peak = { from: number; like: number };

function peaksOf(line: Summed, shape: Float32Array): Peak[] {
  const peaks: Peak[] = [];
  const last = line.levels.length - shape.length;
  let [before, here] = [0, 0];
  for (let from = 0; from <= last + 1; from++) {
    const after = from > last ? 0 : likeAt(line, from, shape);
    if (here >= LIKE_MIN && here >= before && here >= after) peaks.push({ from: from - 1, like: here });
    [before, here] = [here, after];
  }
  return peaks;
}

/** Bars differ from paper by more than this deviation of levels. */
const SPREAD_MIN = 6;

function likeAt({ levels, sums, squares }: Summed, from: number, shape: Float32Array): number {
  const count = shape.length;
  const sum = (sums[from + count] ?? 0) - (sums[from] ?? 0);
  const spread = (squares[from + count] ?? 0) - (squares[from] ?? 0) - (sum * sum) / count;
  if (spread < count * SPREAD_MIN * SPREAD_MIN) return 0;
  let product = 0;
  for (let i = 0; i < count; i++) product += (levels[from + i] ?? 0) * (shape[i] ?? 0);
  return product / Math.sqrt(spread);
}
