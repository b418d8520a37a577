// The straight strokes that rule tables and frame boxes: an engine of words takes them for letters and loses the row between.

import type { Picture } from "./picture.ts";

/** Darker is ink: thin strokes of a photo are gray. */
export const STROKE_BELOW = 200;
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
      if (along < length && (gray[at * line + along * step] ?? 255) < STROKE_BELOW) {
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
    if ((gray[place - clear * line] ?? 255) >= STROKE_BELOW) before++;
    if ((gray[place + clear * line] ?? 255) >= STROKE_BELOW) behind++;
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
