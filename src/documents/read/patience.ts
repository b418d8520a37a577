// How long the engines may take over one document. Work that can't be interrupted is not begun when time is short; what
// can be is cut off. An engine that is out of time finds nothing, and what others found before stands.

import type { Engines, OcrPage, OcrWord } from "./engines.ts";
import type { Picture } from "./picture.ts";
import { dusted, fullestBand, sampleOfCrowd } from "./specks.ts";

/** From the first look to the end of all OCR. A fair receipt takes a second, one upside down three; noise a minute. */
export const READING_MS_MAX = 4_600;
/** Another look at the words is begun only until then. */
const AGAIN_MS_MAX = 3_400;
/** Words that the engine believes like this are a text, and a text is worth so many times the wait; noise stays below 0.3. */
const BELIEVED_MIN = 0.4;
const BELIEVED_WORTH = 3;
/** A stamp is found within the first tries or not at all; all of them together take about a second. */
const CODES_MS_MAX = 1_500;

/** Engines that know by themselves how long they may still take. */
export type PatientEngines = Omit<Engines, "words"> & { words(picture: Picture): Promise<OcrPage> };

const NO_WORDS: OcrPage = { lines: [], confidence: 0 };

/** The same engines, for one document: its time runs from here. */
export function patient(engines: Engines): PatientEngines {
  const begun = engines.now();
  let pace = 1;
  let worth = 1;
  let codesMs = 0;
  return {
    ...engines,
    async codes(picture, effort) {
      if (codesMs > CODES_MS_MAX * pace) return [];
      const from = await rested(engines);
      const found = await engines.codes(picture, effort);
      codesMs += (await rested(engines)) - from;
      return found;
    },
    async words(picture) {
      pace = Math.max(pace, paceOf(engines.now));
      const spent = (await rested(engines)) - begun;
      if (spent > AGAIN_MS_MAX * pace * worth) return NO_WORDS;
      const page = await readCrowd(engines, picture, begun + READING_MS_MAX * pace * worth);
      if (page.confidence >= BELIEVED_MIN) worth = BELIEVED_WORTH;
      return page;
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

/** Steps that take `STEPS_MS` on a core of our own. */
const STEPS = 4_000_000;
const STEPS_MS = 6;
const PACE_MAX = 5;

/** How many times slower than alone this machine is right now, from 1: who shares a core needs longer for the same page. */
function paceOf(now: () => number): number {
  const begun = now();
  let mixed = 1;
  for (let i = 0; i < STEPS; i++) mixed = (Math.imul(mixed, 1_664_525) + 1_013_904_223) | 0;
  // The sum is asked for so that it is made.
  const ms = now() - begun + Math.sign(mixed) * Number.EPSILON;
  return Math.min(PACE_MAX, Math.max(1, ms / STEPS_MS));
}
