// A worker of the page: pixels in, the bytes of their codes out. zxing runs here, so that the camera never stutters.

import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const READER_WASM = "/escanear/zxing_reader.wasm";

prepareZXingModule({ overrides: { locateFile: () => READER_WASM } });

/** What the page sends: one picture. */
export type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };
/** What it gets back, a list for each picture: the bytes of every code in it. */
export type Codes = Uint8Array<ArrayBuffer>[];

self.addEventListener("message", (event: MessageEvent<Pixels>) => {
  void read(event.data).then((codes) => self.postMessage(codes));
});

async function read({ data, width, height }: Pixels): Promise<Codes> {
  try {
    const found = await readBarcodes(new ImageData(data, width, height), {
      formats: ["PDF417", "QRCode"],
      maxNumberOfSymbols: SYMBOLS_MAX,
    });
    return found.filter(({ isValid, bytes }) => isValid && bytes.length > 0).map(({ bytes }) => bytes.slice());
  } catch {
    return [];
  }
}

/** A receipt may carry an advertisement's QR beside its stamp. */
const SYMBOLS_MAX = 4;
