// Finds the codes of a picture, also where it is held askew: zxing's PDF417 reader fails from 2° of tilt.

import type { Code, Engines } from "./engines.ts";
import { crop, type Picture, scale, shrinkTo, turn } from "./picture.ts";
import { densestBlocks, tiltOf } from "./stamp-place.ts";

/** Beyond this nothing is gained: a stamp across the page has three pixels a module. */
const CODE_PIXELS_MAX = 4_000_000;
/** The largest cut-out that is searched at double size. */
const CUTOUT_PIXELS_MAX = 1_500_000;
/** Degrees around the estimated tilt, nearest first; zxing tolerates one degree on either side. */
const SWEEP_DEGREES = [0, 1, -1, 2.5, -2.5, 4, -4] as const;
const SWEEP_TRIES_MAX = 24;

type Finder = Pick<Engines, "codes">;

/** The codes of a picture; a stamp held askew is looked for by turning the picture, at most `SWEEP_TRIES_MAX` times. */
export async function searchCodes(engines: Finder, picture: Picture): Promise<Code[]> {
  const page = shrinkTo(picture, CODE_PIXELS_MAX);
  const upright = await engines.codes(page, "all");
  return upright.length > 0 ? upright : sweep(engines, picture);
}

async function sweep(engines: Finder, picture: Picture): Promise<Code[]> {
  let tries = 0;
  for (const place of densestBlocks(picture)) {
    const cutout = shrinkTo(crop(picture, place), CUTOUT_PIXELS_MAX);
    const tilt = tiltOf(cutout);
    for (const factor of factorsFor(cutout)) {
      for (const offset of SWEEP_DEGREES) {
        if (++tries > SWEEP_TRIES_MAX) return [];
        const straight = tilt + offset === 0 ? scale(cutout, factor) : turn(cutout, -(tilt + offset), factor);
        const found = await engines.codes(straight, "stamp");
        if (found.length > 0) return found;
      }
    }
  }
  return [];
}

const DOUBLE_BELOW_WIDTH = 1_400;

function factorsFor(cutout: Picture): number[] {
  return Math.max(cutout.width, cutout.height) < DOUBLE_BELOW_WIDTH ? [2, 1] : [1];
}
