// Reads words off a picture (tesseract in WebAssembly, Spanish).

import { createOCREngine, layoutFlags, type OCREngine, type TextItem } from "tesseract-wasm";
import type { OcrPage, OcrWord } from "./engines.ts";
import { type Picture, rgbaOf } from "./picture.ts";

export type WordReader = { read(picture: Picture, until: number): Promise<OcrPage>; release(): void };

type WordSource = {
  /** Tesseract's core, compiled, as a Worker imports it. */
  module: WebAssembly.Module;
  /** The language, gzipped, as the package ships it. */
  model: ArrayBuffer;
  /** Milliseconds. */
  now: () => number;
};

/** A reader of words. */
export function wordReader({ module, model, now }: WordSource): WordReader {
  let engine: Promise<OCREngine> | null = null;
  const release = (): void => {
    engine?.then((tesseract) => tesseract.destroy()).catch(() => undefined);
    engine = null;
  };
  return {
    async read(picture, until) {
      engine ??= startEngine(module, model);
      const tesseract = await engine;
      try {
        return pageOf(itemsOf(tesseract, picture, () => now() > until));
      } catch (fault) {
        // Whatever stopped it did so in the middle of its work: it is not asked again.
        release();
        if (fault instanceof OutOfTime) return { lines: [], confidence: 0 };
        throw fault;
      }
    },
    release,
  };
}

class OutOfTime extends Error {}

function itemsOf(tesseract: OCREngine, picture: Picture, isLate: () => boolean): TextItem[] {
  tesseract.loadImage(imageOf(picture));
  // loadImage resets the mode; 6, one uniform block of text, is the best single mode for receipts.
  tesseract.setVariable("tessedit_pageseg_mode", "6");
  // It tells of its progress from inside its work, and throwing there is the one way to stop it.
  const items = tesseract.getTextBoxes("word", () => {
    if (isLate()) throw new OutOfTime();
  });
  tesseract.clearImage();
  return items;
}

async function startEngine(module: WebAssembly.Module, model: ArrayBuffer): Promise<OCREngine> {
  const engine = await instantiated(module, () => createOCREngine({ wasmBinary: new Uint8Array(1) }));
  engine.loadModel(await gunzip(model));
  return engine;
}

/**
 * The library compiles its core from bytes, which workerd forbids. While it starts, the instruction to instantiate
 * answers with the module the Worker imported; other callers never run meanwhile, for one document is read at a time.
 */
async function instantiated<T>(module: WebAssembly.Module, start: () => Promise<T>): Promise<T> {
  const original = WebAssembly.instantiate;
  const substitute = async (_bytes: unknown, imports: WebAssembly.Imports) => ({
    module,
    instance: await original(module, imports),
  });
  Object.assign(WebAssembly, { instantiate: substitute });
  try {
    return await start();
  } finally {
    Object.assign(WebAssembly, { instantiate: original });
  }
}

async function gunzip(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

function imageOf(picture: Picture): ImageData {
  return { data: rgbaOf(picture), width: picture.width, height: picture.height, colorSpace: "srgb" };
}

function pageOf(items: TextItem[]): OcrPage {
  const lines: OcrWord[][] = [];
  let [confidence, count] = [0, 0];
  for (const { text, flags, rect, confidence: own } of items) {
    if (flags & layoutFlags.StartOfLine || lines.length === 0) lines.push([]);
    if (text.trim() === "") continue;
    lines.at(-1)?.push({ text: text.trim(), confidence: own, box: { ...rect } });
    confidence += own;
    count += 1;
  }
  return { lines: lines.filter((line) => line.length > 0), confidence: count === 0 ? 0 : confidence / count };
}
