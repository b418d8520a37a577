// Codes that a PDF draws bar by bar instead of showing a picture of them: many invoicing programs do.

import type { Picture } from "./picture.ts";

/** What a page paints, in order, as far as it matters here. */
export type Stroke =
  | { paint: "save" | "restore" | "other" }
  | { paint: "transform"; matrix: readonly number[] }
  | { paint: "color"; light: number }
  /** A filled path: 0 moves, 1 draws to a point, 2 and 3 curve, 4 closes. */
  | { paint: "fill"; path: ArrayLike<number> };

/** The smallest stamp has some thousand bars; a table or a logo has tens of boxes. */
const BARS_MIN = 250;
const WIDTH_PIXELS = 1_400;
const PIXELS_MAX = 2_000_000;
const QUIET_PIXELS = 24;

/** The pictures of what is drawn with at least `BARS_MIN` boxes in a row, without text between. */
export function drawnCodes(strokes: Iterable<Stroke>): Picture[] {
  return runsOfBars(strokes)
    .filter((bars) => bars.length >= BARS_MIN)
    .map(painted)
    .filter((picture) => picture !== null);
}

type Bar = { left: number; bottom: number; right: number; top: number; light: number };
type Pen = { matrix: readonly number[]; light: number };

function runsOfBars(strokes: Iterable<Stroke>): Bar[][] {
  const runs: Bar[][] = [[]];
  const saved: Pen[] = [];
  let pen: Pen = { matrix: [1, 0, 0, 1, 0, 0], light: 0 };
  for (const stroke of strokes) {
    if (stroke.paint === "save") saved.push(pen);
    if (stroke.paint === "restore") pen = saved.pop() ?? pen;
    if (stroke.paint === "transform") pen = { ...pen, matrix: times(pen.matrix, stroke.matrix) };
    if (stroke.paint === "color") pen = { ...pen, light: stroke.light };
    if (stroke.paint === "fill") runs.at(-1)?.push(...barsOf(stroke.path, pen));
    if (stroke.paint === "other" && (runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs;
}

const [MOVE, LINE, CURVE, QUADRATIC] = [0, 1, 2, 3];
/** How many numbers follow each sign of a path. */
const OPERANDS: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 };

/** Each part of the path as the box around it: bars are boxes, whatever else is drawn among them does no harm. */
function barsOf(path: ArrayLike<number>, { matrix, light }: Pen): Bar[] {
  const bars: Bar[] = [];
  let at = 0;
  while (at < path.length) {
    const sign = path[at] ?? 0;
    const count = OPERANDS[sign] ?? 0;
    if (sign === MOVE) bars.push({ left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity, light });
    const bar = bars.at(-1);
    if (bar === undefined) return bars;
    for (let i = at + 1; i < at + count; i += 2) widen(bar, pointOf(matrix, path[i] ?? 0, path[i + 1] ?? 0));
    at += 1 + count;
  }
  return bars;
}

function widen(bar: Bar, [x, y]: readonly [number, number]): void {
  bar.left = Math.min(bar.left, x);
  bar.right = Math.max(bar.right, x);
  bar.bottom = Math.min(bar.bottom, y);
  bar.top = Math.max(bar.top, y);
}

function pointOf(matrix: readonly number[], x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

function times(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner;
  const [x, y] = pointOf(outer, e, f);
  const [p = 1, q = 0, r = 0, s = 1] = outer;
  return [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, x, y];
}

/** The bars as a picture with a quiet margin; null where they have no extent. */
function painted(bars: Bar[]): Picture | null {
  const dark = bars.filter((bar) => bar.light < 128);
  const edge = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity, light: 0 };
  for (const bar of dark) {
    widen(edge, [bar.left, bar.bottom]);
    widen(edge, [bar.right, bar.top]);
  }
  const scale = WIDTH_PIXELS / Math.max(edge.right - edge.left, edge.top - edge.bottom);
  const width = Math.ceil((edge.right - edge.left) * scale) + 2 * QUIET_PIXELS;
  const height = Math.ceil((edge.top - edge.bottom) * scale) + 2 * QUIET_PIXELS;
  if (!(width * height <= PIXELS_MAX)) return null;
  const gray = new Uint8Array(width * height).fill(255);
  for (const bar of bars) {
    const from = Math.max(0, QUIET_PIXELS + Math.round((bar.left - edge.left) * scale));
    const to = Math.min(width, QUIET_PIXELS + Math.round((bar.right - edge.left) * scale));
    const bottom = Math.min(height, QUIET_PIXELS + Math.round((edge.top - bar.bottom) * scale));
    for (let y = Math.max(0, QUIET_PIXELS + Math.round((edge.top - bar.top) * scale)); y < bottom; y++) {
      if (to > from) gray.fill(bar.light, y * width + from, y * width + to);
    }
  }
  return { width, height, gray };
}
