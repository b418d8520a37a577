// Decodes pictures: JPEG, PNG and WebP by WebAssembly, the first frame of a GIF by hand.

import decodeJpeg, { init as initJpeg } from "@jsquash/jpeg/decode.js";
import decodePng, { init as initPng } from "@jsquash/png/decode.js";
import decodeWebp, { init as initWebp } from "@jsquash/webp/decode.js";
import { barePicture, orientationOf } from "../bare-picture.ts";
import { pictureSizeOf, type PictureType } from "../picture-size.ts";
import { gifFrame } from "./gif.ts";
import { shrunkenJpeg } from "./jpeg/shrunken-jpeg.ts";
import { grayOf, type Picture, upright } from "./picture.ts";

/** A JPEG of more is never decoded in colours: that takes eight bytes a pixel, and an isolate has 128 MB for all. */
const WHOLE_PIXELS_MAX = 4_000_000;
/** What a larger one is brought down to, one byte a pixel; a stamp across the page then has four pixels a module. */
const DECODED_PIXELS_MAX = 8_000_000;

export type PictureModules = { jpeg: WebAssembly.Module; png: WebAssembly.Module; webp: WebAssembly.Module };

type Samples = { data: ArrayLike<number>; width: number; height: number };
type Init = (module: WebAssembly.Module) => Promise<unknown>;

/** A decoder for the pictures of `Engines.decode`. @param modules compiled, as a Worker imports them */
export function pictureDecoder(modules: PictureModules): (type: PictureType, bytes: Uint8Array) => Promise<Picture> {
  return async (type, bytes) => {
    giveImageData();
    const size = pictureSizeOf(type, bytes);
    if (type === "jpeg" && size && size.width * size.height > WHOLE_PIXELS_MAX) {
      return upright(shrunkenJpeg(bytes, DECODED_PIXELS_MAX), orientationOf(type, bytes));
    }
    if (type === "gif") return gifFrame(bytes);
    // Made anew for each picture: a decoder's memory never shrinks and an aborted one stays broken.
    if (type === "jpeg") await (initJpeg as unknown as Init)(modules.jpeg);
    if (type === "png") await (initPng as unknown as Init)(modules.png);
    if (type === "webp") await (initWebp as unknown as Init)(modules.webp);
    // Without what stands beside the pixels: a comment or a colour profile may unfold to gigabytes.
    const samples = await decoderOf(type)(barePicture(type, bytes).buffer);
    const picture = grayOf(samples.data, { width: samples.width, height: samples.height, channels: 4 });
    return upright(picture, orientationOf(type, bytes));
  };
}

function decoderOf(type: "jpeg" | "png" | "webp"): (buffer: ArrayBuffer) => Promise<Samples> {
  if (type === "png") return (buffer) => decodePng(buffer);
  if (type === "webp") return (buffer) => decodeWebp(buffer);
  return (buffer) => decodeJpeg(buffer, { preserveOrientation: false });
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
