// What a camera and a messenger do to a picture: tilt, blur, shadow, compression.

import encodeJpeg, { init as initJpegEncoder } from "@jsquash/jpeg/encode.js";
import { grayOf, type Picture, rgbaOf } from "#src/documents/read/picture.ts";
import decodePng, { init as initPng } from "@jsquash/png/decode.js";
import { compiled } from "./node-engines.ts";

/** Decodes a PNG drawn by a test. */
export async function fromPng(png: Uint8Array): Promise<Picture> {
  await initPng(await compiled("@jsquash/png/codec/pkg/squoosh_png_bg.wasm"));
  const samples = await decodePng(png.slice().buffer);
  return grayOf(samples.data, { width: samples.width, height: samples.height, channels: 4 });
}

/** A JPEG of the picture. @param quality 1–100 */
export async function toJpeg(picture: Picture, quality: number): Promise<Uint8Array> {
  const module = await compiled("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm");
  await (initJpegEncoder as unknown as (module: WebAssembly.Module) => Promise<void>)(module);
  const image = { data: rgbaOf(picture), width: picture.width, height: picture.height, colorSpace: "srgb" as const };
  return new Uint8Array(await encodeJpeg(image, { quality }));
}

/** Blurs by a box of `2 × radius + 1` pixels, twice: nearly a Gaussian. */
export function blurred(picture: Picture, radius: number): Picture {
  const once = (source: Picture): Picture => {
    const gray = new Uint8Array(source.gray.length);
    for (let y = 0; y < source.height; y++) {
      for (let x = 0; x < source.width; x++) gray[y * source.width + x] = boxMean(source, { x, y, radius });
    }
    return { ...source, gray };
  };
  return once(once(picture));
}

function boxMean({ width, height, gray }: Picture, { x, y, radius }: { x: number; y: number; radius: number }): number {
  let sum = 0;
  let count = 0;
  for (let py = Math.max(0, y - radius); py <= Math.min(height - 1, y + radius); py++) {
    for (let px = Math.max(0, x - radius); px <= Math.min(width - 1, x + radius); px++) {
      sum += gray[py * width + px] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}

/** Lays a picture on gray paper with a margin, as a photo shows it. */
export function onPaper(picture: Picture, margin: number): Picture {
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin;
  const gray = new Uint8Array(width * height).fill(230);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const paper = picture.gray[y * picture.width + x] ?? 0;
      gray[(y + margin) * width + x + margin] = 25 + Math.round((paper * 205) / 255);
    }
  }
  return { width, height, gray };
}

/** Darkens towards the right, as a hand's shadow does. */
export function shadowed(picture: Picture): Picture {
  const gray = picture.gray.map((level, i) => level * (1 - 0.45 * ((i % picture.width) / picture.width)));
  return { ...picture, gray };
}
