// What a camera would see, as the film that Chromium plays where a camera should be.
import { writeFileSync } from "node:fs";
import type { Picture } from "#src/documents/read/picture.ts";

const FRAMES = 2;
const WALL = 200;

/** Writes a film (Y4M, 4:2:0) of a still picture lying in the middle of a wall. */
export function writeFilm(path: string, picture: Picture, { width, height }: { width: number; height: number }): void {
  const luma = new Uint8Array(width * height).fill(WALL);
  const left = Math.floor((width - picture.width) / 2);
  const top = Math.floor((height - picture.height) / 2);
  if (left < 0 || top < 0) throw new Error(`a picture of ${picture.width}x${picture.height} does not fit`);
  for (let y = 0; y < picture.height; y++) {
    luma.set(picture.gray.subarray(y * picture.width, (y + 1) * picture.width), (y + top) * width + left);
  }
  const colour = new Uint8Array(width * height * 0.5).fill(128);
  const frame = [Buffer.from("FRAME\n"), luma, colour];
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([header, ...Array.from({ length: FRAMES }, () => frame).flat()]));
}
