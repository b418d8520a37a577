// How a paper with a stamp gets into a picture: held askew, seen from an angle, near or far, in poor light.

import { type Picture, quarterTurn, sampleAt, scale } from "#src/documents/read/picture.ts";
import { lit, noisy, softened } from "../pictures/degrade.ts";
import type { Chance } from "../pictures/random.ts";

/** Angles in degrees, shares of one unless said otherwise. */
export type View = {
  tilt: number;
  /** Quarters, clockwise, beside the tilt. */
  quarters: number;
  /** How much nearer the bottom is than the top, and the right than the left. */
  lean: readonly [down: number, across: number];
  /** Pixels of the picture for a module of the code; less where `widthMax` leaves no room. */
  modulePixels: number;
  widthMax: number | null;
  /** Room around the paper, as a share of its size. */
  margin: number;
  table: boolean;
  /** Standard deviation in pixels of the picture. */
  blur: number;
  shadow: number;
  /** Standard deviation in levels of 255. */
  noise: number;
  /** What is left of the distance between black and white. */
  contrast: number;
  /** JPEG, 1–100. */
  quality: number;
};

const TABLE_LEVEL = 96;

/** The paper as it is seen. @param paperModule pixels of the paper for a module of the code */
export function seen(
  paper: Picture,
  { view, paperModule }: { view: View; paperModule: number },
  chance: Chance,
): Picture {
  const laid = warped(paper, view, framed(paper, view, paperModule));
  const dull = laid.gray.map((level) => 255 * 0.93 * (1 - view.contrast) * 0.8 + level * 0.93 * view.contrast);
  const soft = softened({ ...laid, gray: dull }, view.blur);
  const shown = view.shadow + view.noise > 0 ? noisy(lit(soft, view.shadow, chance), view.noise, chance) : soft;
  let turned = shown;
  for (let i = 0; i < view.quarters; i++) turned = quarterTurn(turned);
  return turned;
}

type Frame = { width: number; height: number; factor: number };

function framed(paper: Picture, { tilt, margin, modulePixels, widthMax }: View, paperModule: number): Frame {
  const angle = (Math.abs(tilt) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = (cos * paper.width + sin * paper.height) * (1 + margin);
  const height = (sin * paper.width + cos * paper.height) * (1 + margin);
  const factor = Math.min(modulePixels / paperModule, widthMax === null ? Infinity : widthMax / width);
  return { width: Math.round(width * factor), height: Math.round(height * factor), factor };
}

/** Two by two rays for each pixel, through a plane that leans; the paper is brought near to their density before. */
function warped(paper: Picture, { tilt, lean, table }: View, { width, height, factor }: Frame): Picture {
  const finer = Math.min(1, 2 * factor);
  const source = finer < 1 ? scale(paper, finer) : paper;
  const angle = (tilt * Math.PI) / 180;
  const step = finer / factor;
  const [cos, sin] = [Math.cos(angle) * step, Math.sin(angle) * step];
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const [ox, oy] of RAYS) {
        const [dx, dy] = [x + ox - width / 2, y + oy - height / 2];
        const depth = 1 + (lean[0] * dy) / height + (lean[1] * dx) / width;
        const sx = (cos * dx + sin * dy) / depth + source.width / 2;
        const sy = (cos * dy - sin * dx) / depth + source.height / 2;
        const inside = sx >= 0 && sy >= 0 && sx < source.width && sy < source.height;
        sum += inside || !table ? sampleAt(source, sx - 0.5, sy - 0.5) : TABLE_LEVEL + ((x * 13 + y * 7) % 17);
      }
      gray[y * width + x] = sum / RAYS.length;
    }
  }
  return { width, height, gray };
}

const RAYS = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;
