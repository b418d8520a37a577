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
  if (sharpnessOf(picture) < SHARPNESS_MIN) problems.push("blur");
  if (hasGlare(picture)) problems.push("glare");
  return problems;
}

/** The edge of a photo takes nothing from what a code says. */
export function uncut(problems: readonly QualityProblem[]): QualityProblem[] {
  return problems.filter((problem) => problem !== "cropped");
}

/** Variance of the Laplacian at a common size. */
export function sharpnessOf(picture: Picture): number {
  const longer = Math.max(picture.width, picture.height);
  const { width, height, gray } = longer > BLUR_SIDE_PIXELS ? scale(picture, BLUR_SIDE_PIXELS / longer) : picture;
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

function hasGlare(picture: Picture): boolean {
  const levels = levelsOf(picture);
  const burnt = levels.subarray(GLARE_LEVEL).reduce((sum, count) => sum + count, 0);
  const paper = levels.subarray(128, GLARE_LEVEL);
  return burnt / picture.gray.length > GLARE_SHARE_MIN && 128 + paper.indexOf(Math.max(...paper)) < PAPER_LEVEL_MAX;
}
