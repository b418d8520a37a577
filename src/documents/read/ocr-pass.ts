// OCR of a photographed document: upright, of a size the engine likes, and read twice where once is not sure.

import type { Engines } from "./engines.ts";
import type { ReadContext, TextEvidence } from "./merge.ts";
import { blank, type Picture, quarterTurn, scale, shrinkTo, turn } from "./picture.ts";
import { densestBlocks, tiltOf } from "./stamp-place.ts";
import { readFields } from "./text-fields.ts";

/** OCR of two megapixels takes 0.7 s and 60 MB; four take twice both and read no better. */
export const OCR_PIXELS_MAX = 2_000_000;
/** Narrow pictures are read better when grown to this width. */
const WIDTH_MIN = 1_000;
/** Beyond this there is nothing to be read, only to be waited for. */
const GROWTH_MAX = 3;
/** Above this the first pass alone is right in nine of ten; figures that add up are surer still. */
const SURE = 0.75;
const LOST = 0.5;
/** No receipt whose words are believed less has ever given a total; another pass is only time. */
const HOPELESS = 0.3;
/** What the engine holds after a page as large as this is worth giving back. */
const LARGE_PIXELS = 1_500_000;

type OcrEngines = Pick<Engines, "words" | "release">;

/**
 * Reads a picture by OCR once: enough beside a code that has said what matters. The code itself is blanked first,
 * for its bars make letters of nothing.
 */
export async function glanceByOcr(picture: Picture, context: ReadContext, engines: OcrEngines): Promise<TextEvidence> {
  const page = sized(withoutCodes(picture));
  const text = await pass(page, context, engines);
  releaseAfter(page, engines);
  return text;
}

/** Reads a picture by OCR; at most two full passes and three small ones to find which side is up. */
export async function readByOcr(picture: Picture, context: ReadContext, engines: OcrEngines): Promise<TextEvidence> {
  const page = sized(picture);
  const first = await pass(page, context, engines);
  const second = isSure(first) ? null : await secondPass({ page, certainty: first.certainty }, context, engines);
  releaseAfter(page, engines);
  return second === null ? first : better(first, second);
}

function withoutCodes(picture: Picture): Picture {
  return densestBlocks(picture).reduce((page, { core }) => blank(page, core), picture);
}

function releaseAfter(page: Picture, engines: OcrEngines): void {
  if (page.width * page.height > LARGE_PIXELS) engines.release();
}

function sized(picture: Picture): Picture {
  const room = Math.sqrt(OCR_PIXELS_MAX / (picture.width * picture.height));
  const growth = Math.min(WIDTH_MIN / picture.width, room, GROWTH_MAX);
  return growth > 1 ? scale(picture, growth) : shrinkTo(picture, OCR_PIXELS_MAX);
}

async function pass(picture: Picture, context: ReadContext, engines: OcrEngines): Promise<TextEvidence> {
  const { lines, confidence } = await engines.words(picture);
  return { ...readFields(lines, context), source: "ocr", certainty: confidence, agreed: false, lines };
}

function isSure(text: TextEvidence): boolean {
  return text.certainty >= SURE && text.totalProved && text.fields.date !== null;
}

const SECOND_SCALE = 0.8;
const TILT_MIN_DEGREES = 0.5;
const TILT_MAX_DEGREES = 12;

/** Straightened and at another scale: two readings that agree despite it are right. */
async function secondPass(
  { page, certainty }: { page: Picture; certainty: number },
  context: ReadContext,
  engines: OcrEngines,
): Promise<TextEvidence | null> {
  const upright = certainty < LOST ? await uprightOf(page, certainty, engines) : page;
  if (upright === page && certainty < HOPELESS) return null;
  const tilt = tiltOf(upright);
  const straight = Math.abs(tilt) >= TILT_MIN_DEGREES && Math.abs(tilt) <= TILT_MAX_DEGREES;
  const factor = upright === page ? SECOND_SCALE : 1;
  return pass(straight ? turn(upright, -tilt, factor) : scale(upright, factor), context, engines);
}

const GLANCE_PIXELS = 500_000;

/** The turn by quarters whose words the engine believes most, judged on a small copy. */
async function uprightOf(page: Picture, certainty: number, engines: OcrEngines): Promise<Picture> {
  let best = page;
  let bestCertainty = certainty + 0.1;
  let turned = page;
  for (let quarters = 1; quarters <= 3; quarters++) {
    turned = quarterTurn(turned);
    const glance = await engines.words(shrinkTo(turned, GLANCE_PIXELS));
    if (glance.confidence > bestCertainty) {
      best = turned;
      bestCertainty = glance.confidence;
    }
  }
  return best;
}

function better(first: TextEvidence, second: TextEvidence): TextEvidence {
  const agreed = first.fields.total_minor !== null && first.fields.total_minor === second.fields.total_minor;
  const [best, other] = worth(second) > worth(first) ? [second, first] : [first, second];
  const fields = { ...best.fields };
  // A date or an id that one pass lost is not in doubt because of it: each has passed its own checks.
  fields.date ??= other.fields.date;
  fields.merchant_tax_id ??= other.fields.merchant_tax_id;
  fields.number ??= other.fields.number;
  fields.merchant ??= other.fields.merchant;
  return { ...best, fields, agreed, certainty: Math.max(first.certainty, second.certainty) };
}

/** Proof outweighs a total, a total a date, and all of them the engine's belief in its words. */
function worth(text: TextEvidence): number {
  const { total_minor: total, date, items } = text.fields;
  return (
    (text.totalProved ? 4 : 0) +
    (total === null ? 0 : 2) +
    (date === null ? 0 : 1) +
    (items.length > 1 ? 1 : 0) +
    text.certainty
  );
}
