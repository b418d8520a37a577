// How crowded a picture is with ink. An engine of words looks at every speck before it can say anything, can't be
// stopped while it does, and of noise it makes a minute; a deployed Worker has no clock to notice. So it is counted first.

import { type Box, crop, type Picture, scale } from "./picture.ts";

/** Of eighty scanned receipts, each of two megapixels, the fullest has 2,700; a page full of small print has 7,000. */
const CROWDED_SPECKS = 3_000;
/** Small copies have fewer specks and no more room: of a thousand pixels each. */
const CROWDED_DENSITY = 4;
const DENSITY_MAX = 12;
/** On a tenth of a full page there is ink; on a picture of noise on a fifth and more. */
const CROWDED_DARKNESS = 0.25;
/** More than any text has: dust, a halftone, noise. Averaged away, or not looked at. */
const SPECKS_MAX = 12_000;
const INK_BELOW = 140;

/** Without the dust: itself, or a copy of half its size; null where specks are all there is. */
export function dusted(picture: Picture): { picture: Picture; factor: number } | null {
  if (isLegible(picture)) return { picture, factor: 1 };
  const half = scale(picture, HALF);
  return isLegible(half) ? { picture: half, factor: HALF } : null;
}

function isLegible(picture: Picture): boolean {
  return crowdOf(picture).specks <= Math.min(SPECKS_MAX, DENSITY_MAX * thousandPixels(picture));
}

function thousandPixels({ width, height }: Picture): number {
  return (width * height) / 1_000;
}

const HALF = 0.5;
const BANDS = 8;

/** The fullest of eight bands of a crowded picture, to be looked at before all of it is; null where it is not crowded. */
export function sampleOfCrowd(picture: Picture): Picture | null {
  const { specks, darkness } = crowdOf(picture);
  const room = Math.min(CROWDED_SPECKS, CROWDED_DENSITY * thousandPixels(picture));
  return specks <= room && darkness <= CROWDED_DARKNESS ? null : fullestBand(picture);
}

/** The band with the most specks. */
export function fullestBand(picture: Picture): Picture {
  const bands = Array.from({ length: BANDS }, (_, i) => crop(picture, bandOf(picture, i)));
  return bands.reduce((fullest, band) => (crowdOf(band).specks > crowdOf(fullest).specks ? band : fullest));
}

function bandOf({ width, height }: Picture, nth: number): Box {
  return { left: 0, right: width, top: (height * nth) / BANDS, bottom: (height * (nth + 1)) / BANDS };
}

/** `specks`: strokes that begin, from the top; a letter has one or two. `darkness`: the share of ink, 0–1. */
type Crowd = { specks: number; darkness: number };

/** One walk over the picture: a run of ink with none above it begins a stroke. */
export function crowdOf({ width, height, gray }: Picture): Crowd {
  let [specks, dark] = [0, 0];
  for (let row = 0; row < width * height; row += width) {
    let [run, hangs] = [0, false];
    for (let at = row; at < row + width; at++) {
      if ((gray[at] ?? WHITE) < INK_BELOW) {
        run += 1;
        hangs ||= row > 0 && (gray[at - width] ?? WHITE) < INK_BELOW;
      } else if (run > 0) {
        specks += hangs ? 0 : 1;
        dark += run;
        [run, hangs] = [0, false];
      }
    }
    specks += run > 0 && !hangs ? 1 : 0;
    dark += run;
  }
  return { specks, darkness: dark / Math.max(1, width * height) };
}

const WHITE = 255;
