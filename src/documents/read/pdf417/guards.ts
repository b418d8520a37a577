// Finds the two patterns between which every row of a PDF417 lies, on a picture that stands nearly upright.

import { type Picture, sampleAt } from "../picture.ts";
import { likeness, SAMPLES } from "./patterns.ts";
import {
  glanceOver,
  type Guard,
  type Hit,
  type Hits,
  hitsOf,
  LEFT,
  LIKE_MIN,
  MODULES_MIN,
  RIGHT,
  type Scanline,
  scalesFor,
  scanlinesOf,
} from "./scanlines.ts";

export type Point = { x: number; y: number };

/** The outer corners of a code, and the pixels of one module as far as the patterns tell. */
export type Guards = {
  topLeft: Point;
  topRight: Point;
  bottomLeft: Point;
  bottomRight: Point;
  module: number;
};

/** What a few lines of a picture show; `like`: how much any place of them looks like one of both patterns, to 1. */
export type Glance = { lines: readonly Scanline[]; hits: Hits; like: number };

export function glanceAtLines(picture: Picture): Glance {
  const lines = scanlinesOf(picture);
  const hits = hitsOf(glanceOver(lines), scalesFor(picture.width));
  return { lines, hits, like: Math.max(0, ...[...hits.left, ...hits.right].map(({ like }) => like)) };
}

/** The corners of the code, or null where its patterns are not seen. */
export function guardsOf(picture: Picture, { lines, hits: seen }: Glance): Guards | null {
  const glance = edgeOf(seen.left, GLANCE_HITS_MIN);
  if (glance === null) return null;
  const hits = hitsOf(
    lines,
    scalesFor(picture.width).filter((module) => near(module, glance.module)),
  );
  const left = edgeOf(hits.left, HITS_MIN);
  if (left === null) return null;
  const right = edgeOf(
    hits.right.filter((hit) => near(hit.module, left.module) && hit.x - xAt(left, hit.y) > MODULES_MIN * left.module),
    HITS_MIN,
  );
  if (right === null) return null;
  const module = Math.sqrt(left.module * right.module);
  const [topLeft, bottomLeft] = endsOf(picture, sharpened(picture, { ...left, module }, LEFT), LEFT);
  const [topRight, bottomRight] = endsOf(picture, sharpened(picture, { ...right, module }, RIGHT), RIGHT);
  return { topLeft, topRight, bottomLeft, bottomRight, module };
}

/** A line x = at + slope · y that leans by little, on which patterns lie. */
type Edge = { at: number; slope: number; module: number; top: number; bottom: number };

const SLOPE_MAX = 0.12;
const HITS_MIN = 4;
const GLANCE_HITS_MIN = 2;

function near(module: number, other: number): boolean {
  return Math.abs(Math.log(module / other)) < 0.14;
}

function xAt({ at, slope }: Pick<Edge, "at" | "slope">, y: number): number {
  return at + slope * y;
}

/** The line on which most of the likeness lies; null where too few lie on any. */
function edgeOf(hits: readonly Hit[], linesMin: number): Edge | null {
  let most = 0;
  let best: Hit[] = [];
  for (const first of hits) {
    for (const second of hits) {
      if (second.y <= first.y || !near(first.module, second.module)) continue;
      const slope = (second.x - first.x) / (second.y - first.y);
      if (Math.abs(slope) > SLOPE_MAX) continue;
      const on = hits.filter(
        (hit) => near(hit.module, first.module) && Math.abs(hit.x - first.x - slope * (hit.y - first.y)) < first.module,
      );
      const worth = on.reduce((sum, { like }) => sum + like, 0);
      if (worth > most) [most, best] = [worth, on];
    }
  }
  if (new Set(best.map(({ y }) => y)).size < linesMin) return null;
  const weighted = best.toSorted((a, b) => a.module - b.module);
  return {
    ...lineThrough(best),
    module: weighted[weighted.length >> 1]?.module ?? 1,
    top: Math.min(...best.map(({ y }) => y)),
    bottom: Math.max(...best.map(({ y }) => y)),
  };
}

function lineThrough(points: readonly Point[]): { at: number; slope: number } {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  let [across, along] = [0, 0];
  for (const { x, y } of points) {
    across += (x - meanX) * (y - meanY);
    along += (y - meanY) ** 2;
  }
  const slope = along === 0 ? 0 : across / along;
  return { at: meanX - slope * meanY, slope };
}

/** The same line, by its pattern on many lines at a sixth of a module. */
function sharpened(picture: Picture, edge: Edge, guard: Guard): Edge {
  const points: (Point & { like: number })[] = [];
  const step = Math.max(1, (edge.bottom - edge.top) / 60);
  for (let y = edge.top; y <= edge.bottom; y += step) {
    const found = shiftAt(picture, { x: xAt(edge, y), y, module: edge.module }, guard);
    if (found !== null) points.push({ ...found, y });
  }
  if (points.length < HITS_MIN) return edge;
  const rough = lineThrough(points);
  const off = points.map((point) => Math.abs(point.x - xAt(rough, point.y))).toSorted((a, b) => a - b);
  const usual = Math.max(0.15 * edge.module, 2 * (off[off.length >> 1] ?? 0));
  const kept = points.filter((point) => Math.abs(point.x - xAt(rough, point.y)) <= usual);
  return { ...edge, ...(kept.length < HITS_MIN ? rough : lineThrough(kept)) };
}

const SHIFT_STEPS = 9;
const SHIFT_STEP = 1 / 6;

function shiftAt(
  picture: Picture,
  { x, y, module }: Point & { module: number },
  { shape, outer }: Guard,
): { x: number; like: number } | null {
  const likes: number[] = [];
  const levels = new Float32Array(shape.length);
  for (let shift = -SHIFT_STEPS; shift <= SHIFT_STEPS; shift++) {
    const from = x + (shift * SHIFT_STEP - outer) * module;
    for (let i = 0; i < levels.length; i++) levels[i] = levelAt(picture, from + ((i + 0.5) / SAMPLES) * module, y);
    likes.push(likeness(levels, 0, shape));
  }
  const like = Math.max(...likes);
  const at = likes.indexOf(like);
  if (like < LIKE_MIN || at === 0 || at === likes.length - 1) return null;
  const [before, after] = [likes[at - 1] ?? 0, likes[at + 1] ?? 0];
  const between = (before - after) / (2 * (before - 2 * like + after) || 1);
  return { x: x + (at - SHIFT_STEPS + between) * SHIFT_STEP * module, like };
}

/** The brightness at a place where a pixel's middle is at its half. */
export function levelAt(picture: Picture, x: number, y: number): number {
  return sampleAt(picture, x - 0.5, y - 0.5);
}

/** Where the bar that stands from top to bottom begins and ends, on the code's outer edge. */
function endsOf(picture: Picture, edge: Edge, { bar }: Guard): [Point, Point] {
  const { module } = edge;
  const level = (y: number): number => {
    let sum = 0;
    for (const off of [-1.5, -0.75, 0, 0.75, 1.5]) sum += levelAt(picture, xAt(edge, y) + (bar + off) * module, y);
    return sum / 5;
  };
  const quiet = (y: number): number => levelAt(picture, xAt(edge, y) - Math.sign(bar) * 1.6 * module, y);
  const end = (start: number, step: number): number => {
    let white = quiet(start);
    let black = level(start);
    for (let y = start; y > 0 && y < picture.height; y += step) {
      const here = level(y);
      const middle = (black + white) / 2;
      if (here > middle) {
        const before = level(y - step);
        return y - step * ((here - middle) / Math.max(1, here - before));
      }
      black += 0.05 * (here - black);
      white += 0.05 * (quiet(y) - white);
    }
    return step < 0 ? 0 : picture.height;
  };
  const top = end(edge.top + 2, -0.5);
  const bottom = end(edge.bottom - 2, 0.5);
  return [
    { x: xAt(edge, top), y: top },
    { x: xAt(edge, bottom), y: bottom },
  ];
}
