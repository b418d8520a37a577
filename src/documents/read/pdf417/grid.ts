// The rows and columns of a PDF417 between its corners, seen through whatever plane the paper lay in.

import type { Picture } from "../picture.ts";
import { type Guards, levelAt, type Point } from "./guards.ts";
import { SAMPLES, shownBars, START, WORD_MODULES } from "./patterns.ts";

/** From modules (0 to `modules`) and rows (0 to 1) to pixels. */
export type Plane = (across: number, down: number) => Point;

export type Grid = {
  modules: number;
  /** Words of a row, those that frame it included. */
  words: number;
  /** The likeliest numbers of rows, the likeliest first. */
  rows: number[];
  plane: Plane;
  /** Standard deviation in modules. */
  blur: number;
  /** By how many modules each word begins later than it should, in bands from top to bottom. */
  shifts: Float32Array[];
};

const WORDS_MIN = 5;
const WORDS_MAX = 34;

/** @returns null where no number of columns fits */
export function gridOf(picture: Picture, guards: Guards): Grid | null {
  const { topLeft, topRight, module } = guards;
  const about = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / module;
  let best = { words: 0, worth: 0 };
  for (let words = WORDS_MIN; words <= WORDS_MAX; words++) {
    const modules = words * WORD_MODULES + 1;
    if (Math.abs(Math.log(modules / about)) > 0.16) continue;
    const worth = boundaries(picture, planeOf(guards, modules), words);
    if (worth > best.worth) best = { words, worth };
  }
  if (best.words === 0) return null;
  const modules = best.words * WORD_MODULES + 1;
  const plane = planeOf(guards, modules);
  return {
    modules,
    words: best.words,
    plane,
    rows: rowsOf(picture, { plane, modules, guards }),
    blur: blurOf(picture, plane),
    shifts: shiftsOf(picture, plane, best.words),
  };
}

/** The projection that takes the unit square to four corners (Heckbert 1989). */
function planeOf({ topLeft: a, topRight: b, bottomLeft: d, bottomRight: c }: Guards, modules: number): Plane {
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const det = dx1 * dy2 - dx2 * dy1 || 1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  const [ax, bx] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [ay, by] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return (across, down) => {
    const u = across / modules;
    const depth = g * u + h * down + 1;
    return { x: (ax * u + bx * down + a.x) / depth, y: (ay * u + by * down + a.y) / depth };
  };
}

function level(picture: Picture, plane: Plane, [across, down]: readonly [number, number]): number {
  const { x, y } = plane(across, down);
  return levelAt(picture, x, y);
}

const LOOKS = 24;

/** How far it darkens where words should begin, on average: each begins with a bar behind a space. */
function boundaries(picture: Picture, plane: Plane, words: number): number {
  let sum = 0;
  for (let look = 0; look < LOOKS; look++) {
    const down = (look + 0.5) / LOOKS;
    for (let word = 2; word < words - 1; word++) {
      const across = word * WORD_MODULES;
      sum += level(picture, plane, [across - 0.5, down]) - level(picture, plane, [across + 0.5, down]);
    }
  }
  return sum / (LOOKS * (words - 3));
}

const BANDS = 4;
const SHIFT_STEP = 0.125;
const SHIFT_STEPS = 6;

/** What a bent paper or a rough corner leaves, measured where words begin. */
function shiftsOf(picture: Picture, plane: Plane, words: number): Float32Array[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const raw = Float32Array.from({ length: words + 1 }, (_each, word) => {
      if (word === 0 || word >= words) return 0;
      return shiftAt(picture, plane, { across: word * WORD_MODULES, band });
    });
    return raw.map((_each, word) => median(raw.slice(Math.max(0, word - 2), word + 3)));
  });
}

function shiftAt(picture: Picture, plane: Plane, { across, band }: { across: number; band: number }): number {
  let [best, most] = [0, 0];
  for (let step = -SHIFT_STEPS; step <= SHIFT_STEPS; step++) {
    const at = across + step * SHIFT_STEP;
    let fall = 0;
    for (let look = 0; look < LOOKS; look++) {
      const down = (band + (look + 0.5) / LOOKS) / BANDS;
      fall += level(picture, plane, [at - 0.5, down]) - level(picture, plane, [at + 0.5, down]);
    }
    if (fall > most) [best, most] = [step * SHIFT_STEP, fall];
  }
  return best;
}

function median(values: Float32Array): number {
  const sorted = values.toSorted();
  return sorted[sorted.length >> 1] ?? 0;
}

/** A row is at least one module high and seldom more than ten. */
const ROW_MODULES_MIN = 1;
const ROW_MODULES_MAX = 10;
const ROWS_MIN = 3;
const ROWS_MAX = 90;
const ROWS_TRIED = 2;
/** A code holds 928 words of content and correction. */
const CONTENT_MAX = 928;

type Extent = { plane: Plane; modules: number; guards: Guards };

/** The numbers of rows whose borders lie where the picture changes from line to line. */
function rowsOf(picture: Picture, { plane, modules, guards }: Extent): number[] {
  const { topLeft, bottomLeft } = guards;
  const pixels = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
  const most = Math.min(
    ROWS_MAX,
    pixels / (ROW_MODULES_MIN * guards.module),
    (CONTENT_MAX * WORD_MODULES) / (modules - 69),
  );
  const changes = changesOf(picture, plane, { modules, lines: Math.round(2 * pixels) });
  const worths: { rows: number; worth: number }[] = [];
  for (let rows = Math.max(ROWS_MIN, Math.floor(pixels / (ROW_MODULES_MAX * guards.module))); rows <= most; rows++) {
    let worth = 0;
    changes.forEach((change, i) => {
      worth += change * Math.cos((2 * Math.PI * rows * (i + 1)) / (changes.length + 1));
    });
    worths.push({ rows, worth });
  }
  return worths
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, ROWS_TRIED)
    .map(({ rows }) => rows);
}

/** How much changes between one line and the next, each less the mean. */
function changesOf(picture: Picture, plane: Plane, { modules, lines }: { modules: number; lines: number }): number[] {
  const changes: number[] = [];
  let before: number[] = [];
  for (let line = 0; line < lines; line++) {
    const here: number[] = [];
    for (let across = WORD_MODULES + 0.5; across < modules - WORD_MODULES; across++) {
      here.push(level(picture, plane, [across, (line + 0.5) / lines]));
    }
    if (line > 0) changes.push(here.reduce((sum, each, i) => sum + Math.abs(each - (before[i] ?? 0)), 0));
    before = here;
  }
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  return changes.map((change) => change - mean);
}

const BLURS = [0.25, 0.32, 0.4, 0.48, 0.56, 0.65, 0.75, 0.85, 1];

/** The blur through which the pattern that begins every row looks as it does. */
function blurOf(picture: Picture, plane: Plane): number {
  const seen = new Float32Array(WORD_MODULES * SAMPLES);
  for (let i = 0; i < seen.length; i++) {
    for (let look = 0; look < LOOKS; look++) {
      seen[i] = (seen[i] ?? 0) + level(picture, plane, [(i + 0.5) / SAMPLES, (look + 0.5) / LOOKS]);
    }
  }
  let [best, least] = [0.5, Infinity];
  for (const blur of BLURS) {
    const rest = restOf(seen, shownBars(START, 0, blur));
    if (rest < least) [best, least] = [blur, rest];
  }
  return best;
}

/** What is left of a profile when a model is fitted to it by gain and offset. */
function restOf(seen: Float32Array, model: Float32Array): number {
  const count = seen.length;
  let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [model[i] ?? 0, seen[i] ?? 0];
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  const gain = (sxy - (sx * sy) / count) / (sxx - (sx * sx) / count || 1);
  return syy - (sy * sy) / count - gain * (sxy - (sx * sy) / count);
}
