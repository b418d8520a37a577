// Words on a picture, as a service reads them. It tells what stands where; what that means, the rules say.

import type { Picture } from "./vision.ts";

/** A word with its box, in pixels from the upper left; `confidence` is the service's own, 0–1. */
export type SeenWord = { text: string; x: number; y: number; width: number; height: number; confidence: number };

/** Null where the service takes no such file or sees no word. Throws on network failures. */
export type Ocr = (picture: Picture) => Promise<SeenWord[] | null>;

/** A page of small print has some hundred. */
export const WORDS_MAX = 5_000;
