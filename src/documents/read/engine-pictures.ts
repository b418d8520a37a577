// Decodes pictures: JPEG, PNG and WebP by WebAssembly, the first frame of a GIF by hand.

import decodeJpeg, { init as initJpeg } from "@jsquash/jpeg/decode.js";
import decodePng, { init as initPng } from "@jsquash/png/decode.js";
import decodeWebp, { init as initWebp } from "@jsquash/webp/decode.js";
import type { PictureType } from "../picture-size.ts";
import { gifFrame } from "./gif.ts";
import { grayOf, type Picture } from "./picture.ts";

export type PictureModules = { jpeg: WebAssembly.Module; png: WebAssembly.Module; webp: WebAssembly.Module };

type Samples = { data: ArrayLike<number>; width: number; height: number };
type Init = (module: WebAssembly.Module) => Promise<unknown>;

/** A decoder for the pictures of `Engines.decode`. @param modules compiled, as a Worker imports them */
export function pictureDecoder(modules: PictureModules): (type: PictureType, bytes: Uint8Array) => Promise<Picture> {
  return async (type, bytes) => {
    giveImageData();
    if (type === "gif") return gifFrame(bytes);
    // Made anew for each picture: a decoder's memory never shrinks and an aborted one stays broken.
    if (type === "jpeg") await (initJpeg as unknown as Init)(modules.jpeg);
    if (type === "png") await (initPng as unknown as Init)(modules.png);
    if (type === "webp") await (initWebp as unknown as Init)(modules.webp);
    const samples = await decoderOf(type)(exactBuffer(bytes));
    return grayOf(samples.data, { width: samples.width, height: samples.height, channels: 4 });
  };
}

function decoderOf(type: "jpeg" | "png" | "webp"): (buffer: ArrayBuffer) => Promise<Samples> {
  if (type === "png") return (buffer) => decodePng(buffer);
  if (type === "webp") return (buffer) => decodeWebp(buffer);
  return (buffer) => decodeJpeg(buffer, { preserveOrientation: true });
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}

/** The decoders call a browser's constructor that neither workerd nor Node has. */
function giveImageData(): void {
  const world = globalThis as { ImageData?: unknown };
  world.ImageData ??= PlainImageData;
}

class PlainImageData implements Samples {
  data: ArrayLike<number>;
  width: number;
  height: number;

  constructor(data: ArrayLike<number>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
