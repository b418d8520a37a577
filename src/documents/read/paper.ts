// The paper in a photo: where it lies, how it is turned, and what the lamp did to it. Gives an upright, evenly lit page.

import type { Shown } from "./cut-lines.ts";
import { asidesOf } from "./frames.ts";
import { groupsOf } from "./groups.ts";
import { type Box, levelled, type Picture, scale, turn } from "./picture.ts";
import { type Quad, quadsOf, rectified } from "./paper-edges.ts";
import { rulesOf, unruled } from "./rules.ts";

/** A page as an OCR engine wants it. `letter` is the height of its capitals, in pixels of `picture`; `cut`: out of a larger one; `asides`: frames beside other print. */
export type Page = { picture: Picture; letter: number; cut: boolean; shown: Shown; asides: readonly Box[] };

/** Pixels of the copy on which the page is measured. */
const SURVEY_PIXELS = 600_000;

/** The papers of a picture, one or two, each upright within a degree, its ground white and its ink dark. */
export function pagesOf(picture: Picture): [Page, ...(() => Page)[]] {
  const [quad, ...others] = quadsOf(picture);
  if (!quad) return [wholePageOf(picture)];
  const cutOut = (paper: Quad): Page => ({ ...wholePageOf(rectified(picture, paper)), cut: true });
  return [cutOut(quad), ...others.map((other) => () => cutOut(other))];
}

/** The largest of them. */
export function pageOf(picture: Picture): Page {
  return pagesOf(picture)[0];
}

/** The same of all that the picture shows, where a shadow may have been taken for the edge of the paper. */
export function wholePageOf(picture: Picture): Page {
  const flat = evenlyLit(picture);
  const survey = inkOf(flat);
  const tilt = tiltOfLines(survey.ink);
  const degrees = Math.abs(tilt) < TILT_MIN_DEGREES ? 0 : -tilt;
  const upright = degrees === 0 ? flat : turn(flat, degrees);
  // Letters that lean a little are as tall as upright ones.
  const measured = Math.abs(tilt) < LEAN_MAX_DEGREES ? survey : inkOf(upright);
  const shown = { width: flat.width, height: flat.height, degrees };
  const letter = letterHeight(measured);
  const rules = rulesOf(upright, letter);
  return { picture: unruled(upright, rules), letter, cut: false, shown, asides: asidesOf(upright, rules, letter) };
}

/** Side of the squares in which the ground is measured: wider than a letter's stroke, narrower than a shadow. */
const GROUND_PIXELS = 24;
/** The ground is this bright share of a square's pixels. */
const GROUND_SHARE = 0.8;

/** Every pixel against the ground around it, then stretched so that the darkest ink is black. */
export function evenlyLit(picture: Picture): Picture {
  const { width, height, gray } = picture;
  const ground = groundOf(picture);
  if (isEven(ground)) return picture;
  const out = new Uint8Array(gray.length);
  const levels = new Uint32Array(256);
  const { left: lefts, share: shares } = placesOf(width, ground.columns);
  // One more, so that the last square has a neighbour.
  const line = new Float64Array(ground.columns + 1);
  for (let y = 0; y < height; y++) {
    groundAlong(ground, y, line);
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const left = lefts[x] ?? 0;
      const here = line[left] ?? 0;
      const light = here + ((line[left + 1] ?? 0) - here) * (shares[x] ?? 0);
      const level = ((gray[row + x] ?? 0) * 250) / (light < 24 ? 24 : light) + 0.5;
      const shown = level > 255 ? 255 : level | 0;
      out[row + x] = shown;
      levels[shown] = (levels[shown] ?? 0) + 1;
    }
  }
  return { width, height, gray: stretched(out, levels) };
}

/** A scanner's light is even and its paper white: nothing is gained by working on it. */
const GROUND_LEVEL_MIN = 215;
const GROUND_SPREAD_MAX = 24;

function isEven({ levels }: Ground): boolean {
  const sorted = levels.toSorted();
  const [low = 0, high = 0] = [sorted[Math.floor(sorted.length * 0.02)], sorted[Math.floor(sorted.length * 0.98)]];
  return low >= GROUND_LEVEL_MIN && high - low <= GROUND_SPREAD_MAX;
}

/** Of the pixels so many are surely ink; their level becomes black. */
const INK_SHARE = 0.01;
const INK_LEVEL_MAX = 190;

function stretched(gray: Uint8Array, levels: Uint32Array): Uint8Array {
  let dark = 0;
  for (let count = 0; dark < 255 && count < gray.length * INK_SHARE; dark++) count += levels[dark] ?? 0;
  const black = Math.min(dark, INK_LEVEL_MAX);
  const table = Uint8Array.from({ length: 256 }, (_, level) => (Math.max(0, level - black) * 255) / (255 - black));
  return levelled(gray, table);
}

type Ground = { columns: number; rows: number; levels: Float32Array };

function groundOf({ width, height, gray }: Picture): Ground {
  const columns = Math.max(1, Math.ceil(width / GROUND_PIXELS));
  const rows = Math.max(1, Math.ceil(height / GROUND_PIXELS));
  const levels = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let pixels = 0;
      const bottom = Math.min(height, (row + 1) * GROUND_PIXELS);
      const right = Math.min(width, (column + 1) * GROUND_PIXELS);
      for (let y = row * GROUND_PIXELS; y < bottom; y += 2) {
        for (let x = column * GROUND_PIXELS; x < right; x += 2) {
          const level = gray[y * width + x] ?? 0;
          counts[level] = (counts[level] ?? 0) + 1;
          pixels++;
        }
      }
      levels[row * columns + column] = percentile(counts, pixels * GROUND_SHARE);
    }
  }
  return { columns, rows, levels: blurred(widened(levels, columns, rows), columns, rows) };
}

function percentile(counts: Uint32Array, rank: number): number {
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    sum += counts[level] ?? 0;
    if (sum > rank) return level;
  }
  return 255;
}

/** A square full of ink takes the ground of its neighbours. */
function widened(levels: Float32Array, columns: number, rows: number): Float32Array {
  return overNeighbours(levels, { columns, rows }, (around) => Math.max(...around));
}

function blurred(levels: Float32Array, columns: number, rows: number): Float32Array {
  return overNeighbours(
    levels,
    { columns, rows },
    (around) => around.reduce((sum, level) => sum + level, 0) / around.length,
  );
}

function overNeighbours(
  levels: Float32Array,
  { columns, rows }: { columns: number; rows: number },
  join: (around: number[]) => number,
): Float32Array {
  const out = new Float32Array(levels.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          around.push(levels[y * columns + x] ?? 0);
        }
      }
      out[row * columns + column] = join(around);
    }
  }
  return out;
}

/** For every pixel of a line or column the square before its place between the middles of squares, and how far it is. */
function placesOf(pixels: number, squares: number): { left: Int32Array; share: Float64Array } {
  const places = { left: new Int32Array(pixels), share: new Float64Array(pixels) };
  for (let at = 0; at < pixels; at++) {
    const place = Math.min(squares - 1, Math.max(0, at / GROUND_PIXELS - 0.5));
    const left = Math.min(Math.max(0, squares - 2), Math.floor(place));
    places.left[at] = left;
    places.share[at] = place - left;
  }
  return places;
}

/** The ground along a line of pixels, at the middle of each square. */
function groundAlong({ columns, rows, levels }: Ground, y: number, line: Float64Array): void {
  const place = Math.min(rows - 1, Math.max(0, y / GROUND_PIXELS - 0.5));
  const top = Math.floor(place);
  const bottom = Math.min(rows - 1, top + 1);
  for (let column = 0; column < columns; column++) {
    const [above = 0, below = 0] = [levels[top * columns + column], levels[bottom * columns + column]];
    line[column] = above + (below - above) * (place - top);
  }
  line[columns] = line[columns - 1] ?? 0;
}

type Survey = { ink: { width: number; height: number; dark: Uint8Array }; factor: number };

const INK_BELOW = 140;
const IS_INK = Uint8Array.from({ length: 256 }, (_, level) => (level < INK_BELOW ? 1 : 0));

/** Which pixels of a smaller copy are ink. */
function inkOf(picture: Picture): Survey {
  const factor = Math.min(1, Math.sqrt(SURVEY_PIXELS / (picture.width * picture.height)));
  const small = factor < 1 ? scale(picture, factor) : picture;
  return {
    ink: { width: small.width, height: small.height, dark: levelled(small.gray, IS_INK) },
    factor,
  };
}

const TILT_MAX_DEGREES = 8;
/** Lines stand out within a degree of their slope: the best step is then halved. */
const TILT_STEP_DEGREES = 0.5;
/** The engine follows lines that slope less, and turning softens them. */
const TILT_MIN_DEGREES = 0.4;
const LEAN_MAX_DEGREES = 2;

/** The angle at which rows of ink and rows of paper differ most, in degrees, clockwise positive. */
function tiltOfLines({ width, height, dark }: Survey["ink"]): number {
  const points: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 2) if (dark[y * width + x] === 1) points.push(x, y);
  let [best, most] = [0, 0];
  const weigh = (degrees: number): void => {
    const contrast = rowContrast(points, Math.tan((degrees * Math.PI) / 180), { width, height });
    if (contrast > most) [best, most] = [degrees, contrast];
  };
  for (let degrees = -TILT_MAX_DEGREES; degrees <= TILT_MAX_DEGREES; degrees += TILT_STEP_DEGREES) weigh(degrees);
  for (const degrees of [best - TILT_STEP_DEGREES / 2, best + TILT_STEP_DEGREES / 2]) weigh(degrees);
  return best;
}

/** How unevenly the ink falls on rows that slope so. */
function rowContrast(
  points: readonly number[],
  slope: number,
  { width, height }: { width: number; height: number },
): number {
  const reach = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * reach);
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.round((points[i + 1] ?? 0) - slope * (points[i] ?? 0)) + reach;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let contrast = 0;
  for (let row = 1; row < rows.length; row++) contrast += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return contrast;
}

/** Letters are of this many pixels at least and at most on the copy that is measured. */
const LETTER_MIN = 5;
const LETTER_MAX = 90;
const LETTER_DEFAULT = 24;

/** The height of most groups of ink that stand alone: that of a capital or digit. In pixels of the page. */
function letterHeight({ ink, factor }: Survey): number {
  const heights = heightsOfGroups(ink);
  if (heights.length < 20) return LETTER_DEFAULT;
  heights.sort((a, b) => a - b);
  return (heights[Math.floor(heights.length * 0.6)] ?? LETTER_DEFAULT) / factor;
}

function heightsOfGroups({ width, dark }: Survey["ink"]): number[] {
  const heights: number[] = [];
  for (const { cells, box } of groupsOf(dark, width, 4)) {
    const [tall, wide] = [box.bottom - box.top, box.right - box.left];
    if (tall >= LETTER_MIN && tall <= LETTER_MAX && wide <= 2 * tall && cells.length >= 8) heights.push(tall);
  }
  return heights;
}
