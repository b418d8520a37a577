// Files that read well as they are, small enough to be broken by the thousand.

import { readFile } from "node:fs/promises";
import encodeJpeg, { init as initJpegEncoder } from "@jsquash/jpeg/encode.js";
import encodeWebp, { init as initWebpEncoder } from "@jsquash/webp/encode.js";
import { deflateSync } from "node:zlib";
import { type Picture, rgbaOf, shrinkTo } from "#src/documents/read/picture.ts";
import { scannedPdf } from "../../unit/documents/files.ts";
import { dte, envelope, file as dteFile } from "../dte/make.ts";
import { toJpeg } from "../receipts/darkroom.ts";
import { compiled } from "../receipts/node-engines.ts";
import type { Genuine } from "./broken.ts";
import { pngHead, pngOf } from "./pictures.ts";

const RECEIPTS = new URL("../receipts/", import.meta.url);
const SMALL_PIXELS = 40_000;

/** @param boleta a receipt, decoded */
export async function genuineFiles(boleta: Picture): Promise<Genuine[]> {
  const small = shrinkTo(boleta, SMALL_PIXELS);
  const jpeg = await toJpeg(small, 60);
  const file = async (name: string): Promise<Genuine> => ({
    name,
    bytes: new Uint8Array(await readFile(new URL(name, RECEIPTS).pathname)),
  });
  return [
    { name: "a JPEG", bytes: jpeg },
    { name: "a JPEG in one scan", bytes: await sequentialJpeg(small) },
    { name: "a PNG", bytes: png(small) },
    { name: "a WebP", bytes: await webp(small) },
    await file("factura-texto.pdf"),
    await file("factura-timbre.pdf"),
    { name: "a scan", bytes: scannedPdf(jpeg, small) },
    { name: "a DTE", bytes: dteFile(dte()) },
    { name: "an envelope", bytes: dteFile(envelope([dte({ folio: 31 }), dte({ folio: 32 }), dte({ folio: 33 })])) },
  ];
}

export async function sequentialJpeg(picture: Picture): Promise<Uint8Array> {
  const module = await compiled("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm");
  await (initJpegEncoder as unknown as Init)(module);
  return new Uint8Array(await encodeJpeg(imageOf(picture), { quality: 70, progressive: false }));
}

export function png({ width, height, gray }: Picture): Uint8Array {
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(gray.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return pngOf([pngHead({ width, height }), ["IDAT", new Uint8Array(deflateSync(rows))], ["IEND", new Uint8Array()]]);
}

export async function webp(picture: Picture): Promise<Uint8Array> {
  await (initWebpEncoder as unknown as Init)(await compiled("@jsquash/webp/codec/enc/webp_enc.wasm"));
  return new Uint8Array(await encodeWebp(imageOf(picture), { quality: 70 }));
}

type Init = (module: WebAssembly.Module) => Promise<void>;

function imageOf(picture: Picture) {
  return { data: rgbaOf(picture), width: picture.width, height: picture.height, colorSpace: "srgb" as const };
}
