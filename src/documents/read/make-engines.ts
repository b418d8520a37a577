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

export function makeEngines(modules: EngineModules): Engines {
  const codes = codeFinder(modules.codes);
  const words = wordReader(modules.words, modules.language);
  return {
    decode: pictureDecoder(modules),
    codes: (picture, effort) => codes.find(picture, effort),
    words: (picture) => words.read(picture),
    openPdf,
    release() {
      codes.release();
      words.release();
    },
  };
}
