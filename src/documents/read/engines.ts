// The engines the cascade asks; types only, so that the cascade can be read and tested without any of them.

import type { PictureType } from "../picture-size.ts";
import type { Box, Picture } from "./picture.ts";

export type Engines = {
  /** Decodes the first frame, upright by its EXIF orientation. Throws on a broken file. */
  decode(type: PictureType, bytes: Uint8Array): Promise<Picture>;
  /** The two-dimensional codes (PDF417, QR) of a picture; empty when there are none. */
  codes(picture: Picture, effort: CodeEffort): Promise<Code[]>;
  /** The words of a picture, line by line; none where they are not read by `until`, on the clock of `now`. */
  words(picture: Picture, until: number): Promise<OcrPage>;
  /** Opens a PDF that passed the guard. Throws on a broken one. */
  openPdf(bytes: Uint8Array): Promise<PdfPages>;
  /** Drops what a large page left behind: WebAssembly memory never shrinks. */
  release(): void;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** Lets a moment pass, in which timers fire and other work has its turn. */
  rest(): Promise<void>;
};

/** `all` looks for every code upright and turned; `stamp` for a PDF417 close to upright, at a third of the price. */
export type CodeEffort = "all" | "stamp";

/** `text` is the code's content one character per byte where it is latin-1; `bytes` is the content untouched. */
export type Code = { format: "PDF417" | "QRCode"; text: string; bytes: Uint8Array };

/** A word as it was read; `box` in pixels of the picture, `confidence` 0–1. */
export type OcrWord = { text: string; confidence: number; box: Box };

/** `confidence` is the mean over the words, 0–1. */
export type OcrPage = { lines: OcrWord[][]; confidence: number };

export type PdfPages = {
  count: number;
  /** The text of a page, top to bottom, one string per printed line; empty for a scan. Pages count from 1. */
  lines(page: number): Promise<string[]>;
  /** The pictures on a page, largest first. */
  pictures(page: number): Promise<Picture[]>;
  close(): Promise<void>;
};
