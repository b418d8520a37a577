// The reader's engines under Node: the same code, its modules compiled from the packages' files.

import { readFile } from "node:fs/promises";
import { makeEngines } from "#src/documents/read/make-engines.ts";

const packages = new URL("../../../node_modules/", import.meta.url);

/** @param now the clock they are hurried by: a slow one, for machines that test many things at once are slow */
export async function nodeEngines(now = () => performance.now() / 20): Promise<ReturnType<typeof makeEngines>> {
  const language = await readFile(
    new URL("../../../src/documents/read/model/spa.traineddata.gz", import.meta.url).pathname,
  );
  return makeEngines(
    {
      jpeg: await compiled("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"),
      png: await compiled("@jsquash/png/codec/pkg/squoosh_png_bg.wasm"),
      webp: await compiled("@jsquash/webp/codec/dec/webp_dec.wasm"),
      codes: await compiled("zxing-wasm/dist/reader/zxing_reader.wasm"),
      words: await compiled("tesseract-wasm/dist/tesseract-core.wasm"),
      language: new Uint8Array(language).buffer,
    },
    {
      now,
      rest: () => new Promise((wake) => setImmediate(wake)),
      wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
    },
  );
}

export async function compiled(path: string): Promise<WebAssembly.Module> {
  return compile(new Uint8Array(await readFile(new URL(path, packages).pathname)));
}

/** Workers may not compile, so the types of their world leave it out. */
const { compile } = WebAssembly as unknown as { compile(bytes: Uint8Array): Promise<WebAssembly.Module> };
