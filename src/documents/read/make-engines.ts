// Puts the engines together from the compiled modules a Worker imports.

import { codeFinder } from "./engine-codes.ts";
import { openPdf } from "./engine-pdf.ts";
import { pictureDecoder, type PictureModules } from "./engine-pictures.ts";
import { wordReader } from "./engine-words.ts";
import type { Engines } from "./engines.ts";

export type EngineModules = PictureModules & {
  /** zxing's reader. */
  codes: WebAssembly.Module;
  /** tesseract's core. */
  words: WebAssembly.Module;
  /** The language tesseract reads, gzipped. */
  language: ArrayBuffer;
};

/** What the engines need of the world. */
export type EngineClock = Pick<Engines, "now" | "rest"> & {
  /** Lets so many milliseconds pass. */
  wait(ms: number): Promise<unknown>;
};

export function makeEngines(modules: EngineModules, clock: EngineClock): Engines {
  const codes = codeFinder(modules.codes);
  const words = wordReader({ module: modules.words, model: modules.language, now: clock.now });
  return {
    now: clock.now,
    rest: clock.rest,
    decode: pictureDecoder(modules),
    codes: (picture, effort) => codes.find(picture, effort),
    words: (picture, until) => words.read(picture, until),
    openPdf: (bytes) => openPdf(bytes, clock.wait),
    release() {
      codes.release();
      words.release();
    },
  };
}
