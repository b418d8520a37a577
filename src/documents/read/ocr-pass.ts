// OCR of a photographed document: its paper cut out and flattened, letters of the size the engine likes, read twice
// where once is not sure.

import type { OcrPage, OcrWord } from "./engines.ts";
import { healedWords } from "./glyphs.ts";
import type { ReadContext, TextEvidence } from "./merge.ts";
import { type Page, pageOf } from "./paper.ts";
import type { PatientEngines } from "./patience.ts";
import { blank, type Box, type Picture, quarterTurn, scale, shrinkTo } from "./picture.ts";
import { densestBlocks } from "./stamp-place.ts";
import { readFields } from "./text-fields.ts";

/** OCR of two megapixels takes 0.7 s and 60 MB; four take twice both and read no better. */
export const OCR_PIXELS_MAX = 2_000_000;
/** Larger pictures are measured and flattened on a copy of this size. */
const PAGE_PIXELS_MAX = 3_000_000;
/** Height of a capital, in pixels, at which the engine reads best, and at which it is asked again. */
const LETTER_PIXELS = 20;
const LETTER_AGAIN_PIXELS = 28;
/** Beyond this there is nothing to be read, only to be waited for. */
const GROWTH_MAX = 3;
/** Above this the first pass alone is right in nine of ten; figures that add up are surer still. */
const SURE = 0.75;
const LOST = 0.5;
/** No receipt whose words are believed less has ever given a total; another pass is only time. */
const HOPELESS = 0.3;
/** What the engine holds after a page as large as this is worth giving back. */
const LARGE_PIXELS = 1_500_000;

type OcrEngines = Pick<PatientEngines, "words" | "release">;

/**
 * Reads a picture by OCR once: enough beside a code that has said what matters. The code itself is blanked first,
 * for its bars make letters of nothing.
 */
export async function glanceByOcr(picture: Picture, context: ReadContext, engines: OcrEngines): Promise<TextEvidence> {
  const page = pageOf(shrinkTo(withoutCodes(picture), PAGE_PIXELS_MAX));
  const text = await pass(page, LETTER_PIXELS, { context, engines });
  releaseAfter(page, engines);
  return text;
}

/** Reads a picture by OCR; at most two full passes and three small ones to find which side is up. */
export async function readByOcr(picture: Picture, context: ReadContext, engines: OcrEngines): Promise<TextEvidence> {
  const page = pageOf(shrinkTo(picture, PAGE_PIXELS_MAX));
  const first = await pass(page, LETTER_PIXELS, { context, engines });
  const second = isSure(first) ? null : await secondPass({ page, certainty: first.certainty }, context, engines);
  releaseAfter(page, engines);
  return second === null ? first : better(first, second);
}

function withoutCodes(picture: Picture): Picture {
  return densestBlocks(picture).reduce((page, { core }) => blank(page, core), picture);
}

function releaseAfter({ picture }: Page, engines: OcrEngines): void {
  if (picture.width * picture.height > LARGE_PIXELS) engines.release();
}

/** How much the page grows or shrinks for letters of that height. */
function factorFor({ picture, letter }: Page, letterPixels: number): number {
  const room = Math.sqrt(OCR_PIXELS_MAX / (picture.width * picture.height));
  const factor = Math.min(letterPixels / letter, room, GROWTH_MAX);
  // Resampling by a little only softens edges.
  return factor > 0.85 && factor < 1.2 && room >= 1 ? 1 : factor;
}

type Asking = { context: ReadContext; engines: OcrEngines };

async function pass(page: Page, letterPixels: number, { context, engines }: Asking): Promise<TextEvidence> {
  const factor = factorFor(page, letterPixels);
  const sized = factor === 1 ? page.picture : scale(page.picture, factor);
  const read = await engines.words(sized);
  const lines = linesOf(
    read,
    page.letter * factor < page.letter ? { picture: page.picture, factor } : { picture: sized, factor: 1 },
  );
  return { ...readFields(lines, context), source: "ocr", certainty: read.confidence, agreed: false, lines };
}

/** The lines as text, their words seen again by their shapes. @param seen the picture to look at, and how it was scaled */
function linesOf(page: OcrPage, seen: { picture: Picture; factor: number }): string[] {
  const lines = page.lines.filter((line, at) => !isGhost(line, page.lines[at + 1] ?? []));
  const words = lines.flatMap((line, row) =>
    line.map((word) => ({ ...word, box: unscaled(word.box, seen.factor), row })),
  );
  const texts = healedWords(seen.picture, words);
  const rows = lines.map((): string[] => []);
  words.forEach(({ row }, at) => rows[row]?.push(texts[at] ?? ""));
  return rows.map((row) => row.join(" "));
}

/** The engine reads a line twice where a box stands beside it, the first time in pieces: the second is whole. */
function isGhost(line: readonly OcrWord[], next: readonly OcrWord[]): boolean {
  return next.length > 0 && coveredBy(aroundAll(line), aroundAll(next)) > GHOST_SHARE_MIN;
}

const GHOST_SHARE_MIN = 0.8;

function aroundAll(words: readonly OcrWord[]): Box {
  const sides = (side: keyof Box) => words.map(({ box }) => box[side]);
  return {
    left: Math.min(...sides("left")),
    top: Math.min(...sides("top")),
    right: Math.max(...sides("right")),
    bottom: Math.max(...sides("bottom")),
  };
}

/** The share of a box that lies in another. */
function coveredBy(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.max(1, (a.right - a.left) * (a.bottom - a.top));
}

function unscaled({ left, top, right, bottom }: Box, factor: number): Box {
  return {
    left: Math.floor(left / factor),
    top: Math.floor(top / factor),
    right: Math.ceil(right / factor),
    bottom: Math.ceil(bottom / factor),
  };
}

function isSure(text: TextEvidence): boolean {
  return text.certainty >= SURE && text.totalProved && text.fields.date !== null;
}

/** At another scale, upright where it was not: two readings that agree despite it are right. */
async function secondPass(
  { page, certainty }: { page: Page; certainty: number },
  context: ReadContext,
  engines: OcrEngines,
): Promise<TextEvidence | null> {
  const upright = certainty < LOST ? await uprightOf(page, certainty, engines) : page;
  if (upright === page && certainty < HOPELESS) return null;
  return pass(upright, upright === page ? LETTER_AGAIN_PIXELS : LETTER_PIXELS, { context, engines });
}

const GLANCE_PIXELS = 500_000;

/** The turn by quarters whose words the engine believes most, judged on a small copy. */
async function uprightOf(page: Page, certainty: number, engines: OcrEngines): Promise<Page> {
  let best = page;
  let bestCertainty = certainty + 0.1;
  let turned = page.picture;
  for (let quarters = 1; quarters <= 3; quarters++) {
    turned = quarterTurn(turned);
    const glance = await engines.words(shrinkTo(turned, GLANCE_PIXELS));
    if (glance.confidence > bestCertainty) {
      best = pageOf(turned);
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
