// The bars and spaces of PDF417 (ISO/IEC 15438 §5.3), and what is left of them behind a blur.

/** A word of the code is 17 modules wide: four bars and four spaces in turn, of one to six modules. */
export const WORD_MODULES = 17;
/** Every row begins and ends with these; they differ, so they tell which side is up. */
export const START: readonly number[] = [8, 1, 1, 1, 1, 1, 1, 3];
export const STOP: readonly number[] = [7, 1, 1, 3, 1, 1, 1, 2, 1];

/** Samples taken for each module. */
export const SAMPLES = 2;

/**
 * The brightness that such bars show through a blur, `SAMPLES` for each module: 0 is black, 1 white.
 * @param widths of bar, space, bar … in modules; white lies before them
 * @param margin modules of the white before and after that are shown too
 * @param blur standard deviation in modules
 */
export function shownBars(widths: readonly number[], margin: number, blur: number): Float32Array {
  const edges: number[] = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const modules = (edges.at(-1) ?? 0) + 2 * margin;
  return Float32Array.from({ length: modules * SAMPLES }, (_, i) => lightAt((i + 0.5) / SAMPLES - margin, edges, blur));
}

/** Where the light steps down and up in turn at these edges. */
function lightAt(x: number, edges: readonly number[], blur: number): number {
  let light = 1;
  for (let i = 0; i < edges.length; i++) {
    light += (i % 2 === 0 ? -1 : 1) * stepAt((x - (edges[i] ?? 0)) / blur);
  }
  return light;
}

/** One edge alone behind a blur, over `count` samples from the first module on: 0 before it, 1 behind. */
export function stepsAt(edge: number, count: number, blur: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => stepAt(((i + 0.5) / SAMPLES - edge) / blur));
}

/** The normal distribution up to there, to 0.001: a logistic curve with a cubic term. */
function stepAt(x: number): number {
  return 1 / (1 + Math.exp(-x * (1.5976 + 0.070_56 * x * x)));
}

/** Rows take turns in three sets of words; those of one set share this remainder of b1 − b2 + b3 − b4 by 9. */
const CLUSTERS = [0, 3, 6] as const;
const BARS_MAX = 6;

type Words = { widths: readonly (readonly number[])[]; bits: ReadonlyMap<number, number> };

let made: Words[] | null = null;

/** Made at the first stamp that needs them: three thousand of the ten thousand that 17 modules allow. */
function words(): Words[] {
  made ??= CLUSTERS.map((cluster) => {
    const widths = allWidths([], WORD_MODULES).filter((each) => clusterOf(each) === cluster);
    return { widths, bits: new Map(widths.map((each, at) => [bitsIn(each), at])) };
  });
  return made;
}

/** The widths of all words that a row may hold, by the row's number modulo three. */
export function wordsOfRow(row: number): readonly (readonly number[])[] {
  return words()[row % CLUSTERS.length]?.widths ?? [];
}

/** Which of them has these modules, as bits: the leftmost is the highest, black is one. */
export function bitsOfRow(row: number): ReadonlyMap<number, number> {
  return words()[row % CLUSTERS.length]?.bits ?? new Map();
}

function bitsIn(widths: readonly number[]): number {
  return widths.reduce((bits, width, i) => bits * 2 ** width + (i % 2 === 0 ? 2 ** width - 1 : 0), 0);
}

function clusterOf([b1 = 0, , b2 = 0, , b3 = 0, , b4 = 0]: readonly number[]): number {
  return (b1 - b2 + b3 - b4 + 9) % 9;
}

function allWidths(before: readonly number[], left: number): number[][] {
  const more = 8 - before.length;
  if (more === 0) return left === 0 ? [[...before]] : [];
  const most = Math.min(BARS_MAX, left - (more - 1));
  const found: number[][] = [];
  for (let width = 1; width <= most; width++) found.push(...allWidths([...before, width], left - width));
  return found;
}

/** Takes the mean away and makes the length one, in place: what is left is the shape alone. */
export function shapeOf(levels: Float32Array): Float32Array {
  let sum = 0;
  for (const level of levels) sum += level;
  const mean = sum / levels.length;
  let squares = 0;
  for (let i = 0; i < levels.length; i++) {
    const level = (levels[i] ?? 0) - mean;
    levels[i] = level;
    squares += level * level;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < levels.length; i++) levels[i] = (levels[i] ?? 0) / length;
  return levels;
}

/** How alike two shapes are, -1 to 1. @param from where the second begins in `levels`; its own shape is taken there */
export function likeness(levels: Float32Array, from: number, shape: Float32Array): number {
  let sum = 0;
  let squares = 0;
  let product = 0;
  const count = shape.length;
  for (let i = 0; i < count; i++) {
    const level = levels[from + i] ?? 0;
    sum += level;
    squares += level * level;
    product += level * (shape[i] ?? 0);
  }
  const spread = squares - (sum * sum) / count;
  return spread < 1 ? 0 : product / Math.sqrt(spread);
}
