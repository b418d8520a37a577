// The straight strokes that rule tables and frame boxes. An engine of words takes them for letters and loses the row
// between them; a frame that stands beside other print, as the box with the RUT does on every factura, is a column of its own.

import { groupsOf } from "./groups.ts";
import type { Box, Picture } from "./picture.ts";

/** Darker is ink: thin strokes of a photo are gray. */
const INK_BELOW = 200;
/** Longer than any stroke of a letter, in heights of a letter; headings and totals are twice or thrice as high. */
const ACROSS_LETTERS_MIN = 5;
const DOWN_LETTERS_MIN = 3.5;
/** As far from a stroke there is paper on both sides; else it is the edge of something filled. */
const CLEAR_LETTERS = 0.35;
const CLEAR_SHARE_MIN = 0.7;

/** One for each pixel of a rule. @param letter height of a capital, pixels */
export function rulesOf(picture: Picture, letter: number): Uint8Array {
  const { width, height, gray } = picture;
  const rules = new Uint8Array(width * height);
  const clear = Math.max(2, Math.round(letter * CLEAR_LETTERS));
  const common = { gray, clear };
  const across: Walk = {
    ...common,
    lines: height,
    length: width,
    line: width,
    step: 1,
    least: ACROSS_LETTERS_MIN * letter,
  };
  const down: Walk = {
    ...common,
    lines: width,
    length: height,
    line: 1,
    step: width,
    least: DOWN_LETTERS_MIN * letter,
  };
  for (const walk of [across, down]) markAlong(rules, walk);
  return rules;
}

/** How to go over a picture in one direction: the next line is `line` places further, the next pixel of it `step`. */
type Walk = {
  gray: Uint8Array;
  lines: number;
  length: number;
  line: number;
  step: number;
  clear: number;
  least: number;
};

function markAlong(rules: Uint8Array, walk: Walk): void {
  const { gray, lines, length, line, step, clear, least } = walk;
  for (let at = clear; at < lines - clear; at++) {
    let run = 0;
    for (let along = 0; along <= length; along++) {
      if (along < length && (gray[at * line + along * step] ?? 255) < INK_BELOW) {
        run++;
        continue;
      }
      if (run >= least && standsAlone(at * line + (along - run) * step, run, walk)) {
        for (let back = 1; back <= run; back++) rules[at * line + (along - back) * step] = 1;
      }
      run = 0;
    }
  }
}

function standsAlone(from: number, run: number, { gray, line, step, clear }: Walk): boolean {
  let [before, behind, seen] = [0, 0, 0];
  for (let along = 0; along < run; along += 2) {
    const place = from + along * step;
    seen++;
    if ((gray[place - clear * line] ?? 255) >= INK_BELOW) before++;
    if ((gray[place + clear * line] ?? 255) >= INK_BELOW) behind++;
  }
  return Math.min(before, behind) >= CLEAR_SHARE_MIN * seen;
}

const PAPER = 255;

/** The picture without its rules and the soft edge around them. */
export function unruled(picture: Picture, rules: Uint8Array): Picture {
  if (!rules.includes(1)) return picture;
  const { width, height } = picture;
  const gray = picture.gray.slice();
  for (let at = rules.indexOf(1); at !== -1; at = rules.indexOf(1, at + 1)) {
    for (const place of [at, at - 1, at + 1, at - width, at + width]) gray[place] = PAPER;
  }
  return { width, height, gray };
}

/** Pixels of a page to one of the copy on which frames are found: small gaps at their corners are gone there. */
const COARSE = 4;
const FRAME_WIDE_LETTERS_MIN = 6;
const FRAME_TALL_LETTERS_MIN = 2.5;
/** What is wider holds the page itself, and stands beside nothing. */
const FRAME_SHARE_MAX = 0.6;
/** Of each of its four sides so much is there. */
const SIDE_SHARE_MIN = 0.6;
const FRAMES_MAX = 4;

/** The frames with something printed beside them, from above. Pixels of the page; the strokes are outside. */
export function asidesOf(picture: Picture, rules: Uint8Array, letter: number): Box[] {
  const coarse = coarsened(rules, picture);
  const frames: Box[] = [];
  for (const { box } of groupsOf(coarse.field, coarse.width, 8)) {
    const wide = (box.right - box.left) * COARSE;
    const fits = wide >= FRAME_WIDE_LETTERS_MIN * letter && wide <= FRAME_SHARE_MAX * picture.width;
    if (!fits || (box.bottom - box.top) * COARSE < FRAME_TALL_LETTERS_MIN * letter) continue;
    if (!isClosed(coarse, box)) continue;
    const inside = { left: box.left + 1, right: box.right - 1, top: box.top + 1, bottom: box.bottom - 1 };
    const frame = scaled(inside, COARSE);
    if (standsBeside(picture, frame, letter)) frames.push(frame);
  }
  return frames.slice(0, FRAMES_MAX);
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

/** Some ink in the same rows, outside of it: about as much as three letters have. */
function standsBeside({ width, gray }: Picture, { left, right, top, bottom }: Box, letter: number): boolean {
  let ink = 0;
  for (let y = top; y < bottom; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const isOutside = x < left - 2 * COARSE || x > right + 2 * COARSE;
      if (isOutside && (gray[y * width + x] ?? 255) < INK_BELOW) ink++;
    }
  }
  return ink * 4 > letter * letter;
}

/** A box on a picture that many times as large. */
export function scaled({ left, top, right, bottom }: Box, factor: number): Box {
  return {
    left: Math.round(left * factor),
    top: Math.round(top * factor),
    right: Math.round(right * factor),
    bottom: Math.round(bottom * factor),
  };
}
