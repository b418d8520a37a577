import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Engines } from "#src/documents/read/engines.ts";
import { shrunkenJpeg } from "#src/documents/read/jpeg/shrunken-jpeg.ts";
import { type Picture, scale } from "#src/documents/read/picture.ts";
import { sequentialJpeg } from "../../golden/hostile/genuine.ts";
import { toJpeg } from "../../golden/receipts/darkroom.ts";
import { nodeEngines } from "../../golden/receipts/node-engines.ts";

let engines: Engines;
let receipt: Uint8Array;
let boleta: Picture;

beforeAll(async () => {
  engines = await nodeEngines();
  receipt = new Uint8Array(
    await readFile(new URL("../../golden/receipts/boleta-sodimac.jpg", import.meta.url).pathname),
  );
  boleta = await engines.decode("jpeg", receipt);
});

test.each([
  ["in one scan", sequentialJpeg],
  ["in layers", (picture: Picture) => toJpeg(picture, 80)],
])("decodes a JPEG %s as the usual decoder does", async (_, encode) => {
  const jpeg = await encode(boleta);
  const [usual, own] = [await engines.decode("jpeg", jpeg), shrunkenJpeg(jpeg, Infinity)];
  expect([own.width, own.height]).toEqual([usual.width, usual.height]);
  expect(apart(own, usual)).toBeLessThan(0.1);
});

test.each([0.9, 0.5, 0.2, 0.02])("a JPEG comes out small at once: %d of its pixels", (share) => {
  const pixelsMax = boleta.width * boleta.height * share;
  const small = shrunkenJpeg(receipt, pixelsMax);
  expect(small.width * small.height).toBeLessThanOrEqual(pixelsMax * 1.05);
  const means = (picture: Picture) => scale(picture, 40 / picture.width);
  expect(apart(means(small), means(boleta))).toBeLessThan(4);
});

test.each([5_000, 40_000])("a JPEG cut off after %d bytes gives what it has", (bytes) => {
  const { width, height, gray } = shrunkenJpeg(receipt.slice(0, bytes), 1_000_000);
  expect(gray.length).toBe(width * height);
});

test("a JPEG cut off before its first scan gives nothing", () => {
  expect(() => shrunkenJpeg(receipt.slice(0, 150), 1_000_000)).toThrow("jpeg: no scan");
});

test("a photo of twelve megapixels is read without ever being whole", async () => {
  const jpeg = await sequentialJpeg(scale(boleta, 2.5));
  const { width, height } = await engines.decode("jpeg", jpeg);
  expect(width * height).toBeGreaterThan(4_000_000);
  expect(width * height).toBeLessThanOrEqual(8_000_000);
});

/** The mean distance of their pixels, in levels. */
function apart(a: Picture, b: Picture): number {
  const length = Math.min(a.gray.length, b.gray.length);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.abs((a.gray[i] ?? 0) - (b.gray[i] ?? 0));
  return sum / length;
}
