// The edges of a paper that lies on something darker, and the paper seen straight from above.

import { groupsOf } from "./groups.ts";
import { levelled, levelsOf, type Picture, sampleAt, scale } from "./picture.ts";

export type Point = { x: number; y: number };
export type Quad = { topLeft: Point; topRight: Point; bottomLeft: Point; bottomRight: Point };

const SURVEY_SIDE = 360;
/** A paper covers at least so much of its picture, or it is no photo of it. */
const PAPER_SHARE_MIN = 0.2;
/** Beyond this the picture is all paper, and has no edge to be found. */
const PAPER_SHARE_MAX = 0.93;
/** Between the paper's level and that of what it lies on. */
const STEP_MIN = 45;

/** A second paper beside the first has at least so much of its size; less is a scrap, or light on the table. */
const BESIDE_SHARE_MIN = 0.35;

/**
 * The corners of the papers, the largest first and one beside it at most; none where the picture shows no edge of a
 * paper, or something that is no paper.
 */
export function quadsOf(picture: Picture): Quad[] {
  const factor = Math.min(1, SURVEY_SIDE / Math.max(picture.width, picture.height));
  const small = scale(picture, factor);
  const threshold = thresholdOf(small);
  if (threshold === null) return [];
  const [paper, beside] = largestBright(small, threshold);
  if (!paper) return [];
  const share = paper.length / small.gray.length;
  if (share < PAPER_SHARE_MIN || share > PAPER_SHARE_MAX) return [];
  const quad = cornersOf(paper, small);
  if (quad === null) return [];
  const isPaper = beside !== undefined && beside.length >= BESIDE_SHARE_MIN * paper.length;
  const other = isPaper ? cornersOf(beside, small) : null;
  return (other === null ? [quad] : [quad, other]).map((each) => enlarged(each, factor));
}

/** The same corners on the picture that was shrunk so. */
function enlarged(quad: Quad, factor: number): Quad {
  const back = ({ x, y }: Point): Point => ({ x: (x + 0.5) / factor, y: (y + 0.5) / factor });
  return {
    topLeft: back(quad.topLeft),
    topRight: back(quad.topRight),
    bottomLeft: back(quad.bottomLeft),
    bottomRight: back(quad.bottomRight),
  };
}

/** A paper fills its four corners but for its print. */
const FILLED_MIN = 0.62;

/** Otsu's threshold between what is dark and what is bright; null where the two hardly differ. */
function thresholdOf(picture: Picture): number | null {
  const counts = levelsOf(picture);
  const all = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [below, belowSum, best, most, step] = [0, 0, 0, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += counts[level] ?? 0;
    belowSum += (counts[level] ?? 0) * level;
    const above = picture.gray.length - below;
    if (below === 0 || above === 0) continue;
    const gap = (all - belowSum) / above - belowSum / below;
    const between = below * above * gap * gap;
    if (between > most) [most, best, step] = [between, level, gap];
  }
  return step < STEP_MIN ? null : best;
}

/** The two largest connected bright regions, as the places in them. */
function largestBright({ width, gray }: Picture, threshold: number): Int32Array[] {
  const isBright = Uint8Array.from({ length: 256 }, (_, level) => (level > threshold ? 1 : 0));
  let largest: Int32Array[] = [];
  for (const { cells } of groupsOf(levelled(gray, isBright), width, 4)) {
    if (cells.length > (largest[1]?.length ?? 0))
      largest = [...largest, cells].toSorted((a, b) => b.length - a.length).slice(0, 2);
  }
  return largest;
}

/** The corners of a region: its farthest points along the diagonals. Null where they do not make a paper, or it is not full. */
function cornersOf(region: Int32Array, { width }: Picture): Quad | null {
  // Along a diagonal x + y or x - y is the same: the least and the most of both are the corners.
  let [sumLeast, sumMost, gapLeast, gapMost] = [Infinity, -Infinity, Infinity, -Infinity];
  const at = { topLeft: 0, bottomRight: 0, bottomLeft: 0, topRight: 0 };
  for (const place of region.toSorted()) {
    const x = place % width;
    const y = (place - x) / width;
    if (x + y < sumLeast) [sumLeast, at.topLeft] = [x + y, place];
    if (x + y > sumMost) [sumMost, at.bottomRight] = [x + y, place];
    if (x - y < gapLeast) [gapLeast, at.bottomLeft] = [x - y, place];
    if (x - y > gapMost) [gapMost, at.topRight] = [x - y, place];
  }
  const pointAt = (place: number): Point => ({ x: place % width, y: Math.floor(place / width) });
  const quad = {
    topLeft: pointAt(at.topLeft),
    topRight: pointAt(at.topRight),
    bottomLeft: pointAt(at.bottomLeft),
    bottomRight: pointAt(at.bottomRight),
  };
  const sides = [
    distance(quad.topLeft, quad.topRight),
    distance(quad.bottomLeft, quad.bottomRight),
    distance(quad.topLeft, quad.bottomLeft),
    distance(quad.topRight, quad.bottomRight),
  ];
  const [upper = 0, lower = 0, left = 0, right = 0] = sides;
  const even = (a: number, b: number) => Math.min(a, b) / Math.max(a, b) > EVEN_MIN;
  if (!even(upper, lower) || !even(left, right)) return null;
  return areaOf(quad) * FILLED_MIN > region.length ? null : quad;
}

/** Opposite sides of a paper held at any sane angle. */
const EVEN_MIN = 0.7;

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function areaOf({ topLeft, topRight, bottomRight, bottomLeft }: Quad): number {
  const points = [topLeft, topRight, bottomRight, bottomLeft];
  const twice = points.reduce((sum, point, i) => {
    const next = points[(i + 1) % 4] ?? point;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** What lies between four corners, as a rectangle of the same size: a projective map, sampled between pixels. */
export function rectified(picture: Picture, quad: Quad): Picture {
  const { topLeft, topRight, bottomLeft, bottomRight } = quad;
  const width = Math.round(Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)));
  const height = Math.round(Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)));
  const map = projectionOf(quad);
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const v = y / height;
    for (let x = 0; x < width; x++) {
      const u = x / width;
      const depth = 1 / (map.g * u + map.h * v + 1);
      gray[y * width + x] = sampleAt(
        picture,
        (map.a * u + map.b * v + map.c) * depth,
        (map.d * u + map.e * v + map.f) * depth,
      );
    }
  }
  return { width, height, gray };
}

type Projection = { a: number; b: number; c: number; d: number; e: number; f: number; g: number; h: number };

/** The projective map of the unit square onto four corners (Heckbert, Fundamentals of Texture Mapping, 1989). */
function projectionOf({ topLeft: p0, topRight: p1, bottomRight: p2, bottomLeft: p3 }: Quad): Projection {
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x];
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = determinant === 0 ? 0 : (dx3 * dy2 - dx2 * dy3) / determinant;
  const h = determinant === 0 ? 0 : (dx1 * dy3 - dx3 * dy1) / determinant;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}
