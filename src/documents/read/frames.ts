// Frames that stand beside other print, as the box with the RUT does on every Chilean invoice: columns of their own.

import { groupsOf } from "./groups.ts";
import { type Box, type Picture, scaledBox } from "./picture.ts";
import { STROKE_BELOW } from "./rules.ts";

/** Pixels of a page to one of the copy on which frames are found: small gaps at their corners are gone there. */
const COARSE = 4;
const FRAME_WIDE_LETTERS_MIN = 6;
const FRAME_TALL_LETTERS_MIN = 2.5;
/** What is wider holds the page itself, and stands beside nothing. */
const FRAME_SHARE_MAX = 0.6;
/** Of each of its four sides so much is there. */
const SIDE_SHARE_MIN = 0.6;
/** Each is one more look of the engine. */
const FRAMES_MAX = 4;
const CORNERS_TOO = 8;

/** The frames with something printed beside them, from above. Pixels of the page; the strokes are outside. */
export function asidesOf(picture: Picture, rules: Uint8Array, letter: number): Box[] {
  const coarse = coarsened(rules, picture);
  const frames: Box[] = [];
  for (const { box } of groupsOf(coarse.field, coarse.width, CORNERS_TOO)) {
    if (frames.length === FRAMES_MAX) break;
    const wide = (box.right - box.left) * COARSE;
    const fits = wide >= FRAME_WIDE_LETTERS_MIN * letter && wide <= FRAME_SHARE_MAX * picture.width;
    if (!fits || (box.bottom - box.top) * COARSE < FRAME_TALL_LETTERS_MIN * letter) continue;
    if (!isClosed(coarse, box)) continue;
    const inside = { left: box.left + 1, right: box.right - 1, top: box.top + 1, bottom: box.bottom - 1 };
    const frame = scaledBox(inside, COARSE);
    if (standsBeside(picture, frame, letter)) frames.push(frame);
  }
  return frames;
}

type Coarse = { field: Uint8Array; width: number };

function coarsened(rules: Uint8Array, { width, height }: Picture): Coarse {
  const across = Math.ceil(width / COARSE);
  const field = new Uint8Array(across * Math.ceil(height / COARSE));
  for (let at = rules.indexOf(1); at !== -1; at = rules.indexOf(1, at + 1)) {
    const x = at % width;
    field[Math.floor((at - x) / width / COARSE) * across + Math.floor(x / COARSE)] = 1;
  }
  return { field, width: across };
}

function isClosed({ field, width }: Coarse, { left, right, top, bottom }: Box): boolean {
  const marked = (x: number, y: number): number => field[y * width + x] ?? 0;
  const [wide, tall] = [right - left, bottom - top];
  let [above, below, before, behind] = [0, 0, 0, 0];
  for (let x = left; x < right; x++) {
    above += marked(x, top) | marked(x, top + 1);
    below += marked(x, bottom - 1) | marked(x, bottom - 2);
  }
  for (let y = top; y < bottom; y++) {
    before += marked(left, y) | marked(left + 1, y);
    behind += marked(right - 1, y) | marked(right - 2, y);
  }
  return Math.min(above, below) >= SIDE_SHARE_MIN * wide && Math.min(before, behind) >= SIDE_SHARE_MIN * tall;
}

/** Other print beside it: as many pixels of ink as a few letters have. */
const INK_BESIDE_SQUARE_LETTERS = 1;
/** Every other pixel of every other row is looked at. */
const STRIDE = 2;

/** Something is printed in the same rows, outside of it and of its strokes. */
function standsBeside({ width, gray }: Picture, { left, right, top, bottom }: Box, letter: number): boolean {
  const stroke = 2 * COARSE;
  let ink = 0;
  for (let y = top; y < bottom; y += STRIDE) {
    for (let x = 0; x < width; x += STRIDE) {
      const isOutside = x < left - stroke || x > right + stroke;
      if (isOutside && (gray[y * width + x] ?? 255) < STROKE_BELOW) ink += STRIDE * STRIDE;
    }
  }
  return ink > INK_BESIDE_SQUARE_LETTERS * letter * letter;
}
