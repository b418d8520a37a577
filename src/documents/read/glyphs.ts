// Single letters of a word by their shape, where an engine's eyes are known to fail: a slashed zero taken for an
// eight, a peso sign for a five.

import { groupsOf } from "./groups.ts";
import type { Picture, Box } from "./picture.ts";

type Glyph = Box;

const INK_BELOW = 150;
/** Ink this small is dust or the dot of an i. */
const GLYPH_PIXELS_MIN = 3;

export type Seen = { text: string; box: Box };

/**
 * The words with what their shapes contradict put right: `$28.660` for `528.660`, `30/01/2026` for `38/81/2826`. A word
 * whose letters cannot be told apart stays as it was read.
 * @param words where each stands in the picture, in its pixels
 */
export function healedWords(picture: Picture, words: readonly Seen[]): string[] {
  const parted = words.map((word) => ({ word, glyphs: /\d/.test(word.text) ? glyphsOf(picture, word) : null }));
  const open = hasOpenZeros(
    picture,
    parted.flatMap(({ word, glyphs }) => (glyphs ?? []).filter((_, at) => word.text[at] === "0")),
  );
  const waists = parted.flatMap(({ word, glyphs }) =>
    (glyphs ?? []).flatMap((glyph, at) => (/[08]/.test(word.text[at] ?? "") ? (waistOf(picture, glyph) ?? []) : [])),
  );
  const zeroFrom = open ? Infinity : betweenClusters(waists);
  return parted.map(({ word, glyphs }) => (glyphs === null ? word.text : healed(picture, { word, glyphs, zeroFrom })));
}

/** An eight is narrow at its middle; a zero, slashed or not, is widest there. Measured on four faces, blurred. */
const ZERO_WAIST_MIN = 1;
/** Eights and zeros of one page fall apart by at least so much, however blurred it is. */
const CLUSTER_GAP_MIN = 0.07;
const CLUSTER_FROM = 0.7;

/** Where the waists of the eights end and those of the zeros begin. */
function betweenClusters(waists: readonly number[]): number {
  const sorted = waists
    .filter((waist) => waist >= CLUSTER_FROM && waist <= ZERO_WAIST_MIN + 0.15)
    .toSorted((a, b) => a - b);
  let [best, gap] = [ZERO_WAIST_MIN, CLUSTER_GAP_MIN];
  for (let at = 1; at < sorted.length; at++) {
    const [before = 0, here = 0] = [sorted[at - 1], sorted[at]];
    if (here > ZERO_WAIST_MIN + 0.02 || here - before <= gap) continue;
    [best, gap] = [(here + before) / 2, here - before];
  }
  return best;
}

/** One glyph for each letter, or null. */
function glyphsOf(picture: Picture, { text, box }: Seen): Glyph[] | null {
  const glyphs = glyphsIn(picture, box);
  return glyphs.length === text.length ? glyphs : null;
}

function healed(
  picture: Picture,
  { word, glyphs, zeroFrom }: { word: Seen; glyphs: readonly Glyph[]; zeroFrom: number },
): string {
  const letters = word.text.split("");
  const digits = glyphs.filter((_, at) => /\d/.test(letters[at] ?? ""));
  return letters
    .map((letter, at) => {
      const glyph = glyphs[at];
      if (glyph === undefined) return letter;
      if (at === 0 && /[5689S]/.test(letter) && isSign(glyph, digits.slice(1))) return "$";
      return letter === "8" && (waistOf(picture, glyph) ?? 0) >= zeroFrom ? "0" : letter;
    })
    .join("");
}

/** Fewer zeros than these say nothing of how a printer draws them. */
const ZEROS_MIN = 4;

/** The printer leaves its zeros open: what was read as an eight is one. */
function hasOpenZeros(picture: Picture, zeros: readonly Glyph[]): boolean {
  const open = zeros.filter((glyph) => isOpen(picture, glyph)).length;
  return zeros.length >= ZEROS_MIN && open > zeros.length / 2;
}

/** Its middle is lighter than its sides. */
function isOpen(picture: Picture, { left, top, right, bottom }: Glyph): boolean {
  const [width, height] = [right - left, bottom - top];
  const middle = inkIn(picture, {
    left: Math.round(left + width * 0.35),
    right: Math.round(right - width * 0.35),
    top: Math.round(top + height * 0.35),
    bottom: Math.round(bottom - height * 0.35),
  });
  return middle < OPEN_SHARE * sidesAt(picture, { left, top, right, bottom }, [0.35, 0.65]);
}

const OPEN_SHARE = 0.5;

/** A peso sign stands out above and below the digits behind it. */
const SIGN_HEIGHT_MIN = 1.12;

function isSign(glyph: Glyph, digits: readonly Glyph[]): boolean {
  if (digits.length < 2) return false;
  const heights = digits.map(({ top, bottom }) => bottom - top).toSorted((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  return glyph.bottom - glyph.top >= usual * SIGN_HEIGHT_MIN;
}

const GLYPH_HEIGHT_MIN = 14;

/** How dark the sides are at the middle against the bellies above and below it; null where the glyph is too small. */
function waistOf(picture: Picture, glyph: Glyph): number | null {
  if (glyph.bottom - glyph.top < GLYPH_HEIGHT_MIN) return null;
  const bellies = Math.min(sidesAt(picture, glyph, [0.2, 0.36]), sidesAt(picture, glyph, [0.64, 0.8]));
  return sidesAt(picture, glyph, [0.42, 0.58]) / Math.max(1, bellies);
}

/** The share of a glyph's width that counts as its side. */
const SIDE_SHARE = 0.2;

/** How dark both sides of a glyph are between two heights, given as shares of its own from the top; 0–255. */
function sidesAt(picture: Picture, glyph: Glyph, [from, to]: readonly [number, number]): number {
  const height = glyph.bottom - glyph.top;
  const side = Math.max(1, Math.round((glyph.right - glyph.left) * SIDE_SHARE));
  const band = { top: Math.floor(glyph.top + height * from), bottom: Math.ceil(glyph.top + height * to) };
  const left = inkIn(picture, { ...band, left: glyph.left - 1, right: glyph.left + side });
  const right = inkIn(picture, { ...band, left: glyph.right - side, right: glyph.right + 1 });
  return (left + right) / 2;
}

/** The mean darkness of a field, 0–255; what lies outside the picture is white. */
function inkIn({ width, height, gray }: Picture, { left, top, right, bottom }: Box): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      sum += 255 - (gray[y * width + x] ?? 255);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

type Group = Box & { count: number };

/** The letters of a word from left to right: groups of ink, those above each other being one. */
function glyphsIn(picture: Picture, box: Box): Glyph[] {
  const tall = box.bottom - box.top;
  const field = {
    left: Math.max(0, box.left - 1),
    right: Math.min(picture.width, box.right + 1),
    top: Math.max(0, Math.round(box.top - tall * 0.2)),
    bottom: Math.min(picture.height, Math.round(box.bottom + tall * 0.2)),
  };
  const groups = inkGroups(picture, field)
    .filter((group) => group.count >= GLYPH_PIXELS_MIN && group.top < box.bottom && group.bottom > box.top)
    .toSorted((a, b) => a.left - b.left);
  const glyphs: Glyph[] = [];
  for (const group of groups) {
    const before = glyphs.at(-1);
    if (before && overlap(before, group) > 0.5) Object.assign(before, around(before, group));
    else glyphs.push({ left: group.left, right: group.right, top: group.top, bottom: group.bottom });
  }
  return glyphs;
}

function overlap(a: Box, b: Box): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Connected ink inside a field. */
function inkGroups({ width, gray }: Picture, field: Box): Group[] {
  const [columns, rows] = [Math.max(0, field.right - field.left), Math.max(0, field.bottom - field.top)];
  const dark = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      dark[y * columns + x] = (gray[(field.top + y) * width + field.left + x] ?? 255) < INK_BELOW ? 1 : 0;
    }
  }
  return Array.from(groupsOf(dark, columns, 8), ({ cells, box }) => ({
    count: cells.length,
    left: box.left + field.left,
    right: box.right + field.left,
    top: box.top + field.top,
    bottom: box.bottom + field.top,
  }));
}
