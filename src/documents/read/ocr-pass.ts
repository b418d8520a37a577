// Looks at a photographed document: its paper cut out and flattened, letters of the size the engine likes, twice where
// once is not enough.

import type { OcrPage, OcrWord } from "./engines.ts";
import { wordsBeside, wordsWith } from "./asides.ts";
import { cutLines } from "./cut-lines.ts";
import { healedWords } from "./glyphs.ts";
import { largePrintMissed } from "./large-print.ts";
import type { Look, Wanted } from "./text-evidence.ts";
import { type Page, pageOf, pagesOf, wholePageOf } from "./paper.ts";
import type { PatientEngines } from "./patience.ts";
import { blank, type Box, crop, type Picture, quarterTurn, scale, scaledBox, shrinkTo, stacked } from "./picture.ts";
import { densestBlocks } from "./stamp-place.ts";

/** OCR of two megapixels takes 0.7 s and 60 MB; four take twice both and read no better. */
export const OCR_PIXELS_MAX = 2_000_000;
/** Larger pictures are measured and flattened on a copy of this size. */
const PAGE_PIXELS_MAX = 3_000_000;
/** Height of a capital, in pixels: at 20 it reads no better and slower; at 28 it errs elsewhere. */
const LETTER_PIXELS = 18;
const LETTER_AGAIN_PIXELS = 28;
/** Beyond this there is nothing to be read, only to be waited for. */
const GROWTH_MAX = 3;
const LOST = 0.5;
/** No receipt whose words are believed less has ever given a total; another pass is only time. */
const HOPELESS = 0.3;
/** What the engine holds after a picture as large as this is worth giving back. */
const LARGE_PIXELS = 1_500_000;

type OcrEngines = Pick<PatientEngines, "words">;

/** Lets the engine look, and gives back what it holds once it has seen a large picture. */
async function sparingly<T>(
  engines: Pick<PatientEngines, "words" | "release">,
  look: (engines: OcrEngines) => Promise<T>,
): Promise<T> {
  let largest = 0;
  const words = (picture: Picture): Promise<OcrPage> => {
    largest = Math.max(largest, picture.width * picture.height);
    return engines.words(picture);
  };
  const seen = await look({ words });
  if (largest > LARGE_PIXELS) engines.release();
  return seen;
}

/**
 * Looks at a page once: enough beside a code that has said what matters. The code itself is blanked first, for its bars
 * make letters of nothing.
 */
export async function glanceAt(picture: Picture, engines: Pick<PatientEngines, "words" | "release">): Promise<Look> {
  const page = pageOf(shrinkTo(withoutCodes(picture), PAGE_PIXELS_MAX));
  return sparingly(engines, (own) => lookAt(page, factorFor(page, LETTER_PIXELS), own));
}

/**
 * Looks at a page, and again where that is wanted; three small looks between two of a page find which side is up.
 * @param wanted what is worth another look after these
 */
export async function looksAt(
  picture: Picture,
  engines: Pick<PatientEngines, "words" | "release">,
  wanted: (looks: readonly [Look, ...Look[]]) => Wanted,
): Promise<[Look, ...Look[]]> {
  return sparingly(engines, (own) => looksWith(own, picture, wanted));
}

async function looksWith(
  engines: OcrEngines,
  picture: Picture,
  wanted: (looks: readonly [Look, ...Look[]]) => Wanted,
): Promise<[Look, ...Look[]]> {
  const [page, ...papersBeside] = pagesOf(shrinkTo(picture, PAGE_PIXELS_MAX));
  const first = await lookAt(page, factorFor(page, LETTER_PIXELS), engines);
  const looks: [Look, ...Look[]] = [first];
  const lookOnceMore = async (next: Exclude<Wanted, "nothing">): Promise<Look | null> => {
    if (typeof next !== "string") return lookAtLines(page, boxesOf(first, next), engines);
    if (next === "photo") {
      const photo = shrinkTo(picture, OCR_PIXELS_MAX);
      return {
        ...(await lookAt({ ...page, picture: photo, shown: { ...photo, degrees: 0 } }, 1, engines)),
        of: "photo",
      };
    }
    if (next === "page" || !page.cut || first.certainty < LOST) return lookAgain(page, first.certainty, engines);
    const whole = wholePageOf(shrinkTo(picture, PAGE_PIXELS_MAX));
    return { ...(await lookAt(whole, factorFor(whole, LETTER_PIXELS), engines)), of: "picture" };
  };
  for (let next = wanted(looks); next !== "nothing"; next = wanted(looks)) {
    const look = await lookOnceMore(next);
    if (look === null) break;
    looks.push(look);
  }
  for (const beside of papersBeside) {
    const paper = beside();
    looks.push({ ...(await lookAt(paper, factorFor(paper, LETTER_PIXELS), engines)), of: "beside" });
  }
  return looks;
}

function boxesOf({ boxes }: Look, places: readonly number[]): Box[] {
  return places.flatMap((place) => boxes[place] ?? []);
}

function withoutCodes(picture: Picture): Picture {
  return densestBlocks(picture).reduce((page, { core }) => blank(page, core), picture);
}

/** How much the page grows or shrinks for letters of that height. */
function factorFor(page: Page, letterPixels: number): number {
  const room = roomFor(page);
  const factor = Math.min(letterPixels / page.letter, room);
  // Resampling by a little only softens edges.
  return factor > 0.85 && factor < 1.2 && room >= 1 ? 1 : factor;
}

/** How much it may grow at most. */
function roomFor({ picture }: Page): number {
  return Math.min(Math.sqrt(OCR_PIXELS_MAX / (picture.width * picture.height)), GROWTH_MAX);
}

async function lookAt(page: Omit<Page, "cut">, factor: number, engines: OcrEngines): Promise<Look> {
  const { picture, letter, shown, asides } = page;
  const sized = factor === 1 ? picture : scale(picture, factor);
  const boxed = asides.map((aside) => scaledBox(aside, factor));
  const inOne = await wordsBeside(sized, boxed, (part) => engines.words(part));
  const passedOver = largePrintMissed(sized, inOne.lines, letter * factor);
  const read = await wordsWith(inOne, passedOver, (box) => engines.words(crop(sized, box)));
  const seen = factor < 1 ? { picture, factor } : { picture: sized, factor: 1 };
  const lines = wholeLines(read);
  const boxes = boxesOn(lines, factor);
  const cut = cutLines(boxesOn(lines.map(lettered), factor), shown, letter);
  return { ...linesOf(lines, seen), boxes, cut, certainty: read.confidence, of: "page" };
}

/** A few lines of a page, larger than before, one under the other: a tenth of the work of all of it. */
async function lookAtLines(page: Page, boxes: readonly Box[], engines: OcrEngines): Promise<Look> {
  const { picture, letter } = page;
  const strips = boxes.map(({ left, top, right, bottom }) =>
    crop(picture, {
      left: left - letter,
      right: right + letter,
      top: top - STRIP_MARGIN * letter,
      bottom: bottom + STRIP_MARGIN * letter,
    }),
  );
  const sheet = stacked(strips, Math.ceil(letter));
  const factor = anotherFactor(page);
  const look = await lookAt({ ...page, picture: sheet, asides: [] }, factor, engines);
  // The sheet's edges are not those of the photo.
  return { ...look, cut: [], of: "lines" };
}

/** Heights of a letter above and below a line: its own descenders, and nothing of its neighbours. */
const STRIP_MARGIN = 0.3;

/** Where the lines stand on the page, those left out that are not read either. */
function boxesOn(lines: readonly OcrWord[][], factor: number): Box[] {
  return lines.map((line) => unscaled(aroundAll(line), factor));
}

/** Without strokes that are no letters: the shadow at the edge of a paper is read as one. */
function lettered(line: OcrWord[]): OcrWord[] {
  const own = line.filter(({ text }) => /[\p{L}\d]/u.test(text));
  return own.length > 0 ? own : line;
}

/** The lines as text, their words seen again by their shapes. @param seen the picture to look at, and how it was scaled */
function linesOf(
  lines: readonly OcrWord[][],
  seen: { picture: Picture; factor: number },
): Pick<Look, "lines" | "beliefs"> {
  const words = lines.flatMap((line, row) =>
    line.map((word) => ({ ...word, box: unscaled(word.box, seen.factor), row })),
  );
  const texts = healedWords(seen.picture, words);
  const rows = lines.map((): string[] => []);
  words.forEach(({ row }, at) => rows[row]?.push(texts[at] ?? ""));
  return {
    lines: rows.map((row) => row.join(" ")),
    beliefs: lines.map((line) => line.map(({ confidence }) => confidence)),
  };
}

function wholeLines({ lines }: OcrPage): OcrWord[][] {
  return lines.filter((line, at) => !isGhost(line, lines[at + 1] ?? []));
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

/** At another scale, upright where it was not: two looks that agree despite it are right. */
async function lookAgain(page: Page, certainty: number, engines: OcrEngines): Promise<Look | null> {
  const upright = certainty < LOST ? await uprightOf(page, certainty, engines) : page;
  if (upright !== page) return lookAt(upright, factorFor(upright, LETTER_PIXELS), engines);
  return certainty < HOPELESS ? null : lookAt(page, anotherFactor(page), engines);
}

/** Two looks at the very same pixels would agree without saying anything. */
function anotherFactor(page: Page): number {
  const [first, again] = [factorFor(page, LETTER_PIXELS), factorFor(page, LETTER_AGAIN_PIXELS)];
  if (again !== first) return again;
  return first * OTHER_FACTOR <= roomFor(page) ? first * OTHER_FACTOR : first / OTHER_FACTOR;
}

const OTHER_FACTOR = 1.3;

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
