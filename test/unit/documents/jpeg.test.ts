import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Engines } from "#src/documents/read/engines.ts";
import { shrunkenJpeg } from "#src/documents/read/jpeg/shrunken-jpeg.ts";
import { type Picture, scale } from "#src/documents/read/picture.ts";
import { joined } from "../../golden/hostile/broken.ts";
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

test.each([
  ["a component two hundred times", { parts: 200, scans: 1 }],
  ["a component twice", { parts: 2, scans: 1 }],
  ["no component", { parts: 0, scans: 1 }],
])("a scan of %s is no scan", (_, repeated) => {
  expect(() => shrunkenJpeg(emptyScans({ width: 8_000, height: 5_000, ...repeated }), 8_000_000)).toThrow("jpeg: ");
});

test("scans without data cost no walk over the picture they claim", () => {
  const [width, height] = [8_000, 5_000];
  const timed = (scans: number): number => {
    const jpeg = emptyScans({ width, height, parts: 1, scans });
    const begun = performance.now();
    shrunkenJpeg(jpeg, 8_000_000);
    return performance.now() - begun;
  };
  timed(1);
  expect(timed(60)).toBeLessThan(10 * timed(1) + 20);
});

test("what is missing before a restart does not take what comes behind it", () => {
  // Four units of one level each, a restart after every second; of the first two the data is gone.
  const jpeg = joined(
    emptyScans({ width: 32, height: 8, parts: 1, scans: 0, restart: 2 }).slice(0, -2),
    scanHeader(1),
    Uint8Array.of(0xff, 0xd0, 0b01100110, 0xff, 0xd9),
  );
  const { gray } = shrunkenJpeg(jpeg, Infinity);
  expect([gray[0], gray[15], gray[16], gray[31]]).toEqual([128, 128, 138, 148]);
});

/** A frame of one component and scans behind which no data comes; all of its codes stand for nothing or for a level. */
function emptyScans(of: { width: number; height: number; parts: number; scans: number; restart?: number }): Uint8Array {
  const { width, height, parts, scans, restart = 0 } = of;
  const direct = [0xff, 0xc4, 0, 21, 0x00, 0, 2, ...Array.from({ length: 14 }, () => 0), 0, 1];
  const bands = [0xff, 0xc4, 0, 20, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0];
  const steps = [0xff, 0xdb, 0, 67, 0, ...Array.from({ length: 64 }, () => 80)];
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  const restarts = [0xff, 0xdd, 0, 4, 0, restart];
  const headers = Array.from({ length: scans }, () => scanHeader(parts));
  const head = Uint8Array.from([0xff, 0xd8, ...steps, ...frame, ...direct, ...bands, ...restarts]);
  return joined(head, ...headers, Uint8Array.of(0xff, 0xd9));
}

/** The header of a scan that lists the one component so many times. */
function scanHeader(parts: number): Uint8Array {
  const length = 6 + 2 * parts;
  const list = Array.from({ length: parts }, () => [1, 0]).flat();
  return Uint8Array.from([0xff, 0xda, length >> 8, length & 255, parts, ...list, 0, 63, 0]);
}

/** The mean distance of their pixels, in levels. */
function apart(a: Picture, b: Picture): number {
  const length = Math.min(a.gray.length, b.gray.length);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.abs((a.gray[i] ?? 0) - (b.gray[i] ?? 0));
  return sum / length;
}
