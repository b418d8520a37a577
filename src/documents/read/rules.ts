// The straight strokes that rule tables and frame boxes: an engine of words takes them for letters and loses the row between.

import type { Picture } from "./picture.ts";

/** Darker is ink: thin strokes of a photo are gray. */
export const STROKE_BELOW = 200;
const PAPER = 255;
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
  const { lines, length, line, step, clear, least } = walk;
  // A stroke so long covers one place of these at least.
  const stride = Math.max(1, Math.floor(least));
  for (let at = clear; at < lines - clear; at++) {
    let past = 0;
    for (let place = stride - 1; place < length; place += stride) {
      if (place < past) continue;
      const { from, to } = runAround(at * line, place, walk);
      past = to;
      if (to - from < least || !standsAlone(at * line + from * step, to - from, walk)) continue;
      for (let along = from; along < to; along++) rules[at * line + along * step] = 1;
    }
  }
}

/** The dark run through a place of a line, its end not included; empty where the place is light. */
function runAround(begin: number, place: number, { gray, length, step }: Walk): { from: number; to: number } {
  const isDark = (along: number): boolean => (gray[begin + along * step] ?? PAPER) < STROKE_BELOW;
  if (!isDark(place)) return { from: place, to: place };
  let [from, to] = [place, place + 1];
  while (from > 0 && isDark(from - 1)) from--;
  while (to < length && isDark(to)) to++;
  return { from, to };
}

function standsAlone(from: number, run: number, { gray, line, step, clear }: Walk): boolean {
  let [before, behind, seen] = [0, 0, 0];
  for (let along = 0; along < run; along += 2) {
    const place = from + along * step;
    seen++;
    if ((gray[place - clear * line] ?? PAPER) >= STROKE_BELOW) before++;
    if ((gray[place + clear * line] ?? PAPER) >= STROKE_BELOW) behind++;
  }
  return Math.min(before, behind) >= CLEAR_SHARE_MIN * seen;
}

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
