// How much the engines may be asked for one document. What is asked is bounded by its work, which costs the same on
// every machine; the clock stands behind it, so generous that a slow machine meets it with no genuine document. Who is
// out of time finds nothing, and what others found before stands.

import type { Code, CodeEffort, Engines, OcrPage, OcrWord } from "./engines.ts";
import type { Picture } from "./picture.ts";
import { dusted, fullestBand, sampleOfCrowd } from "./specks.ts";

/** From the beginning to the end of all OCR. A fair receipt takes a second, one upside down three; the reader has 30 s. */
const READING_MS_MAX = 20_000;
/** Words that the engine believes like this are a text; noise stays below 0.3. */
const BELIEVED_MIN = 0.4;
/**
 * Pixels shown to the finder of codes, those of all pictures together, at some 50 ms a million with their turning. One
 * picture costs 40 million at most, where nothing is found; a PDF has up to eighteen, each of which is still seen as it
 * lies when there is no more turning and redrawing.
 */
const CODE_PIXELS_MAX: Readonly<Record<CodeEffort, number>> = { stamp: 42_000_000, all: 60_000_000 };
/** From the beginning to the last look for codes. */
const CODES_MS_MAX = 10_000;

/** Engines that know by themselves how much they may still do. */
export type PatientEngines = Omit<Engines, "words" | "codes"> & {
  words(picture: Picture): Promise<OcrPage>;
  /** Null where none is found and a picture that is turned or redrawn would not be looked at any more. */
  codes(picture: Picture, effort: CodeEffort): Promise<Code[] | null>;
};

const NO_WORDS: OcrPage = { lines: [], confidence: 0 };

/** The same engines, for one document: its time runs from here. */
export function patient(engines: Engines): PatientEngines {
  const begun = engines.now();
  let codePixels = 0;
  const isSpent = async (effort: CodeEffort): Promise<boolean> =>
    codePixels > CODE_PIXELS_MAX[effort] || (await rested(engines)) > begun + CODES_MS_MAX;
  return {
    ...engines,
    async codes(picture, effort) {
      if (await isSpent(effort)) return null;
      codePixels += picture.width * picture.height;
      const found = await engines.codes(picture, effort);
      return found.length === 0 && (await isSpent("stamp")) ? null : found;
    },
    async words(picture) {
      const until = begun + READING_MS_MAX;
      return (await rested(engines)) > until ? NO_WORDS : readCrowd(engines, picture, until);
    },
  };
}

/** Words, but of a crowd only where a sample of it is believed: noise is told from small print before it costs. */
async function readCrowd(engines: Engines, picture: Picture, until: number): Promise<OcrPage> {
  const clean = dusted(picture);
  if (clean === null) return NO_WORDS;
  // What was under so much dust is seldom a text.
  const sample = clean.factor === 1 ? sampleOfCrowd(clean.picture) : fullestBand(clean.picture);
  if (sample !== null && (await engines.words(sample, until)).confidence < BELIEVED_MIN) return NO_WORDS;
  const page = await engines.words(clean.picture, until);
  return clean.factor === 1 ? page : { ...page, lines: page.lines.map((line) => line.map(unscaledBy(clean.factor))) };
}

function unscaledBy(factor: number): (word: OcrWord) => OcrWord {
  return ({ box, ...word }) => ({
    ...word,
    box: { left: box.left / factor, top: box.top / factor, right: box.right / factor, bottom: box.bottom / factor },
  });
}

/** The time, after a pause in which others have their turn: a deployed Worker's clock stands still while it computes. */
async function rested(engines: Pick<Engines, "now" | "rest">): Promise<number> {
  await engines.rest();
  return engines.now();
}
