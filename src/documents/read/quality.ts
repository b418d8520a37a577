// Whether a picture is good enough to be worth reading, and what to ask for when it is not.

import type { QualityProblem } from "../extraction.ts";
import { levelsOf, type Picture, scale } from "./picture.ts";

/** Below this shorter side the letters of a whole receipt are under ten pixels high. */
const SIDE_MIN_PIXELS = 400;
const BLUR_SIDE_PIXELS = 800;
/** Variance of the Laplacian: sharp scans have a median of 1,479, a blur of two pixels stays under 90. */
const SHARPNESS_MIN = 100;
/** White above this is light thrown back, where the paper itself is darker. */
const GLARE_LEVEL = 253;
const GLARE_SHARE_MIN = 0.05;
const PAPER_LEVEL_MAX = 225;

/** What is wrong with a picture; empty when it is fine. */
export function problemsOf(picture: Picture): QualityProblem[] {
  const problems: QualityProblem[] = [];
  if (Math.min(picture.width, picture.height) < SIDE_MIN_PIXELS) problems.push("too_small");
  if (lacksDetail(picture) && isSoft(picture)) problems.push("blur");
  if (hasGlare(picture)) problems.push("glare");
  return problems;
}

/** True for a table, a wall, the dark: no print is there, and what few edges there are would have come out sharp. */
export function isBare(picture: Picture): boolean {
  return lacksDetail(picture) && !isSoft(picture);
}

function lacksDetail(picture: Picture): boolean {
  return sharpnessOf(picture) < SHARPNESS_MIN;
}

/** The edge of a photo takes nothing from what a code says. */
export function uncut(problems: readonly QualityProblem[]): QualityProblem[] {
  return problems.filter((problem) => problem !== "cropped");
}

/** Variance of the Laplacian at a common size. */
function sharpnessOf(picture: Picture): number {
  const { width, height, gray } = atCommonSize(picture);
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = (gray[at - 1] ?? 0) + (gray[at + 1] ?? 0) + (gray[at - width] ?? 0) + (gray[at + width] ?? 0);
      const value = around - 4 * (gray[at] ?? 0);
      sum += value;
      squares += value * value;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}

function atCommonSize(picture: Picture): Picture {
  const longer = Math.max(picture.width, picture.height);
  return longer > BLUR_SIDE_PIXELS ? scale(picture, BLUR_SIDE_PIXELS / longer) : picture;
}

/** In blocks of so many pixels light is compared with dark; means of `GRAIN_PIXELS` by as many, so that noise is no contrast. */
const BLOCK_PIXELS = 32;
const GRAIN_PIXELS = 4;
/** Faded print in the dark has as much, however blurred; walls, tables and their light have less. */
const CONTRAST_MIN = 15;
/** A paper that fills a tenth of the picture has contrast in more of its blocks. */
const CONTRAST_SHARE_MIN = 0.05;
/** Of the way from dark to light within two pixels: sharp edges make 0.79 and more, a moved hand leaves 0.73, a bad focus 0.5. */
const STEEP_MIN = 0.75;

/** There is contrast, and it goes slowly from dark to light: letters without their edges. */
function isSoft(picture: Picture): boolean {
  const blocks = blocksOf(atCommonSize(picture));
  const strong = blocks.filter(({ contrast }) => contrast >= CONTRAST_MIN);
  if (strong.length < CONTRAST_SHARE_MIN * blocks.length) return false;
  const total = strong.reduce((sum, { contrast }) => sum + contrast, 0);
  return strong.reduce((sum, { contrast, steepness }) => sum + contrast * steepness, 0) < STEEP_MIN * total;
}

/** `contrast` in levels of 255; `steepness`: the share of it that the steepest edge takes. */
type Block = { contrast: number; steepness: number };

function blocksOf(fine: Picture): Block[] {
  const coarse = scale(fine, 1 / GRAIN_PIXELS);
  const side = BLOCK_PIXELS / GRAIN_PIXELS;
  const blocks: Block[] = [];
  for (let top = 0; top + side <= coarse.height; top += side) {
    for (let left = 0; left + side <= coarse.width; left += side) {
      const { contrast } = spread(coarse, { left, top, side });
      if (contrast < CONTRAST_MIN) blocks.push({ contrast, steepness: 0 });
      else {
        const own = spread(fine, { left: left * GRAIN_PIXELS, top: top * GRAIN_PIXELS, side: BLOCK_PIXELS });
        blocks.push({ contrast, steepness: own.step / own.contrast });
      }
    }
  }
  return blocks;
}

/** From the darkest to the lightest of a square, and the widest step over two pixels. */
function spread(
  { width, height, gray }: Picture,
  { left, top, side }: { left: number; top: number; side: number },
): { contrast: number; step: number } {
  let [dark, light, step] = [255, 0, 0];
  for (let y = top; y < Math.min(top + side, height); y++) {
    for (let x = left; x < Math.min(left + side, width); x++) {
      const at = y * width + x;
      const level = gray[at] ?? 0;
      dark = Math.min(dark, level);
      light = Math.max(light, level);
      const across = x + 2 < width ? Math.abs((gray[at + 2] ?? 0) - level) : 0;
      const down = y + 2 < height ? Math.abs((gray[at + 2 * width] ?? 0) - level) : 0;
      step = Math.max(step, across, down);
    }
  }
  return { contrast: light - dark, step };
}

/** The paper, which is most of the picture, is darker than light that is thrown back; a screen is white all over. */
function hasGlare(picture: Picture): boolean {
  const levels = levelsOf(picture);
  const burnt = sumOf(levels.subarray(GLARE_LEVEL));
  const paper = levels.subarray(128, GLARE_LEVEL);
  if (burnt <= GLARE_SHARE_MIN * picture.gray.length || burnt >= sumOf(paper)) return false;
  return 128 + paper.indexOf(Math.max(...paper)) < PAPER_LEVEL_MAX;
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
