// Which printed lines run into the edge of what was photographed: a figure there may lack a digit, or show half of one.

import type { Box } from "./picture.ts";

/**
 * What a page shows of its photo: as large as it was before it was turned upright, and by how much it was turned
 * (degrees, clockwise). Pixels of the page.
 */
export type Shown = { width: number; height: number; degrees: number };

/** Letters of one word stand closer than this to each other, in heights of a letter; a printed margin is wider. */
const MARGIN_LETTERS = 0.3;

/** The places of the lines that touch an edge. @param letter height of a capital, pixels of the page */
export function cutLines(boxes: readonly Box[], shown: Shown, letter: number): number[] {
  return [...boxes.keys()].filter((at) => {
    const box = boxes[at];
    return box !== undefined && cornersOf(box).some((corner) => marginAt(corner, shown) < MARGIN_LETTERS * letter);
  });
}

type Point = { x: number; y: number };

function cornersOf({ left, top, right, bottom }: Box): Point[] {
  return [left, right].flatMap((x) => [top, bottom].map((y) => ({ x, y })));
}

/** How far inside the photo a point of the page lies; negative outside. */
function marginAt({ x, y }: Point, { width, height, degrees }: Shown): number {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The page has room for all of the turned photo, whose middle is its own.
  const across = x - (Math.abs(cos) * width + Math.abs(sin) * height) / 2;
  const down = y - (Math.abs(sin) * width + Math.abs(cos) * height) / 2;
  return Math.min(width / 2 - Math.abs(across * cos + down * sin), height / 2 - Math.abs(down * cos - across * sin));
}
