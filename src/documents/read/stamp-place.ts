// Where on a picture a stamp may be, and how it is tilted, told by its strokes alone.

import { type Picture, shrinkTo } from "./picture.ts";

export type Place = { left: number; top: number; right: number; bottom: number };

/** A place with room for tilt around it; `core` is the block alone. */
export type Candidate = Place & { core: Place };

/** Cells along the longer side: a stamp that can be read at all is ten of them wide. */
const CELLS = 110;
const CELL_PIXELS_MIN = 8;
const PLACES_MAX = 2;

/**
 * The places of a picture that may hold a stamp, the likeliest first: blocks where black and white alternate densely
 * without white lines between. In the picture's own pixels, with a margin.
 */
export function densestBlocks(picture: Picture): Candidate[] {
  const cell = cellFor(picture);
  return inkedBlocks(picture)
    .slice(0, PLACES_MAX)
    .map(({ left, top, right, bottom }) => {
      const margin = 0.06 * (right - left + bottom - top) + 1;
      const core = { left: left * cell, top: top * cell, right: right * cell, bottom: bottom * cell };
      return {
        left: core.left - margin * cell,
        top: core.top - margin * cell,
        right: core.right + margin * cell,
        bottom: core.bottom + margin * cell,
        core,
      };
    });
}

/** More than this of a page is never print; what is scattered so densely only keeps an OCR engine busy. */
const PRINT_SHARE_MAX = 0.6;

/** True for noise, cloth or leaves: dense strokes over most of the picture, without paper between. */
export function lacksPaper(picture: Picture): boolean {
  const cell = cellFor(picture);
  const cells = Math.floor(picture.width / cell) * Math.floor(picture.height / cell);
  return inkedBlocks(picture).some((block) => block.cells > PRINT_SHARE_MAX * cells);
}

/** Every photo is asked for them three times: for codes, for paper, for what is no letter. */
const known = new WeakMap<Picture, readonly Block[]>();

/** Blocks dark enough for a stamp, by their number of cells. */
function inkedBlocks(picture: Picture): readonly Block[] {
  const before = known.get(picture);
  if (before) return before;
  const blocks = blocksOf(strokeGrid(picture, cellFor(picture))).filter(
    ({ ink, cells }) => ink / cells > INK_SHARE_MIN,
  );
  known.set(picture, blocks);
  return blocks;
}

function cellFor(picture: Picture): number {
  return Math.max(CELL_PIXELS_MIN, Math.round(Math.max(picture.width, picture.height) / CELLS));
}

/** Half of a stamp is black, however blurred; of printed text a fifth is. */
const INK_SHARE_MIN = 0.33;

type Grid = {
  columns: number;
  rows: number;
  strokes: Float32Array;
  /** The share of each cell that is ink. */
  ink: Float32Array;
};

/** Mean brightness step per cell, averaged over its neighbours: text has white between its lines, a stamp has none. */
function strokeGrid(picture: Picture, cell: number): Grid {
  const columns = Math.floor(picture.width / cell);
  const rows = Math.floor(picture.height / cell);
  const raw = new Float32Array(columns * rows);
  const ink = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const seen = cellOf(picture, { left: column * cell, top: row * cell, cell });
      raw[row * columns + column] = seen.strokes;
      ink[row * columns + column] = seen.ink;
    }
  }
  return { columns, rows, strokes: averaged(raw, columns, rows), ink };
}

/** Strokes are the mean step between neighbours; ink is measured between the cell's own white and black. */
function cellOf(
  { width, gray }: Picture,
  { left, top, cell }: { left: number; top: number; cell: number },
): { strokes: number; ink: number } {
  let steps = 0;
  let sum = 0;
  let black = 255;
  let white = 0;
  for (let y = top; y < top + cell; y++) {
    let before = gray[y * width + left] ?? 0;
    for (let x = 0; x < cell; x++) {
      const level = gray[y * width + left + x] ?? 0;
      steps += Math.abs(level - before);
      sum += level;
      before = level;
      if (level < black) black = level;
      if (level > white) white = level;
    }
  }
  const range = white - black;
  return { strokes: steps / (cell * cell), ink: range === 0 ? 0 : (white - sum / (cell * cell)) / range };
}

const NEIGHBOURS = 2;

function averaged(raw: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(raw.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let y = Math.max(0, row - NEIGHBOURS); y <= Math.min(rows - 1, row + NEIGHBOURS); y++) {
        for (let x = Math.max(0, column - NEIGHBOURS); x <= Math.min(columns - 1, column + NEIGHBOURS); x++) {
          sum += raw[y * columns + x] ?? 0;
        }
      }
      out[row * columns + column] = sum / (2 * NEIGHBOURS + 1) ** 2;
    }
  }
  return out;
}

type Block = Place & { cells: number; ink: number };

const STROKES_SHARE = 0.45;
const CELLS_MIN = 12;

/** Connected groups of dense cells, by their number of cells. */
function blocksOf(grid: Grid): Block[] {
  const threshold = STROKES_SHARE * percentile(grid.strokes, 0.995);
  const open = Uint8Array.from(grid.strokes, (strokes) => (strokes > threshold ? 1 : 0));
  const blocks: Block[] = [];
  for (let start = open.indexOf(1); start !== -1; start = open.indexOf(1, start)) {
    const block = blockFrom(grid, open, start);
    if (block.cells >= CELLS_MIN) blocks.push(block);
  }
  return blocks.toSorted((a, b) => b.cells - a.cells);
}

/** Walks over the dense cells around one, and closes them. */
function blockFrom({ columns, rows, ink }: Grid, open: Uint8Array, start: number): Block {
  const block: Block = { left: columns, top: rows, right: 0, bottom: 0, cells: 0, ink: 0 };
  const waiting = [start];
  open[start] = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const column = at % columns;
    const row = (at - column) / columns;
    block.cells += 1;
    block.ink += ink[at] ?? 0;
    block.left = Math.min(block.left, column);
    block.right = Math.max(block.right, column + 1);
    block.top = Math.min(block.top, row);
    block.bottom = Math.max(block.bottom, row + 1);
    for (const next of [at - columns, at + columns, column > 0 ? at - 1 : -1, column < columns - 1 ? at + 1 : -1]) {
      if (open[next] !== 1) continue;
      open[next] = 0;
      waiting.push(next);
    }
  }
  return block;
}

function percentile(values: Float32Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const SURVEY_PIXELS = 400_000;
const TILT_MAX_DEGREES = 20;
const BINS_PER_DEGREE = 2;

/**
 * The tilt of a code in degrees, clockwise positive: the direction in which most of its edges run, in steps of half
 * a degree between ±20°. The long edges of a PDF417 stand upright on its baseline.
 */
export function tiltOf(picture: Picture): number {
  const view = shrinkTo(picture, SURVEY_PIXELS);
  const bins = new Float64Array(2 * TILT_MAX_DEGREES * BINS_PER_DEGREE + 1);
  const { width, height, gray } = view;
  const sideways = [1, width] as const;
  const downwards = [width, 1] as const;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const dx = sobel(gray, at, sideways);
      const dy = sobel(gray, at, downwards);
      if (Math.abs(dx) + Math.abs(dy) < 160) continue;
      let degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
      degrees -= 90 * Math.round(degrees / 90);
      if (Math.abs(degrees) <= TILT_MAX_DEGREES) {
        const bin = Math.round((degrees + TILT_MAX_DEGREES) * BINS_PER_DEGREE);
        bins[bin] = (bins[bin] ?? 0) + Math.hypot(dx, dy);
      }
    }
  }
  return peakOf(bins) / BINS_PER_DEGREE - TILT_MAX_DEGREES;
}

/** The step of brightness in one direction, smoothed across it. */
function sobel(gray: Uint8Array, at: number, [along, across]: readonly [number, number]): number {
  const ahead = (gray[at + along - across] ?? 0) + 2 * (gray[at + along] ?? 0) + (gray[at + along + across] ?? 0);
  const behind = (gray[at - along - across] ?? 0) + 2 * (gray[at - along] ?? 0) + (gray[at - along + across] ?? 0);
  return ahead - behind;
}

/** The bin around which, weighted towards its middle, most lies. */
function peakOf(bins: Float64Array): number {
  let best = (bins.length - 1) / 2;
  let most = 0;
  for (let i = 0; i < bins.length; i++) {
    let sum = 0;
    for (let near = -2; near <= 2; near++) sum += (3 - Math.abs(near)) * (bins[i + near] ?? 0);
    if (sum > most) {
      most = sum;
      best = i;
    }
  }
  return best;
}

/** True where bars run across instead of upright: along a code's rows it changes much more often than across them. */
export function liesOnItsSide({ width, height, gray }: Picture): boolean {
  let [along, across] = [0, 0];
  for (let y = 1; y < height; y += 2) {
    for (let x = 1; x < width; x += 2) {
      const here = gray[y * width + x] ?? 0;
      along += Math.abs(here - (gray[y * width + x - 1] ?? 0));
      across += Math.abs(here - (gray[(y - 1) * width + x] ?? 0));
    }
  }
  return across > along;
}
