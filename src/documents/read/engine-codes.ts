// Finds PDF417 and QR codes (zxing-cpp in WebAssembly).

import { prepareZXingModule, purgeZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import type { Code, CodeEffort } from "./engines.ts";
import { type Picture, rgbaOf } from "./picture.ts";

export type CodeFinder = { find(picture: Picture, effort: CodeEffort): Promise<Code[]>; release(): void };

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** A finder of codes. @param module zxing's reader, compiled, as a Worker imports it */
export function codeFinder(module: WebAssembly.Module): CodeFinder {
  const prepare = () =>
    prepareZXingModule({
      overrides: {
        instantiateWasm: (imports: WebAssembly.Imports, receive: Receive) => {
          const instance = new WebAssembly.Instance(module, imports);
          receive(instance, module);
          return instance.exports;
        },
      },
    });
  prepare();
  return {
    async find(picture, effort) {
      const results = await readBarcodes(imageOf(picture), OPTIONS[effort]);
      return results.filter((result) => result.isValid && result.text !== "").map(codeOf);
    },
    release() {
      purgeZXingModule();
      prepare();
    },
  };
}

const OPTIONS: Readonly<Record<CodeEffort, ReaderOptions>> = {
  all: { formats: ["PDF417", "QRCode"], maxNumberOfSymbols: 4 },
  stamp: { formats: ["PDF417"], maxNumberOfSymbols: 1, tryRotate: false, tryInvert: false, tryDownscale: false },
};

function imageOf(picture: Picture): ImageData {
  return { data: rgbaOf(picture), width: picture.width, height: picture.height, colorSpace: "srgb" };
}

function codeOf(result: { format: string; text: string; bytes: Uint8Array }): Code {
  return { format: result.format === "PDF417" ? "PDF417" : "QRCode", text: result.text, bytes: result.bytes };
}
