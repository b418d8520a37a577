// Pictures whose headers lie, whose parts unfold, and whose frames never end.

import { crc32, deflateSync } from "node:zlib";
import { bytesOf, jpegHeader } from "../../unit/documents/files.ts";
import { joined } from "./broken.ts";
import type { Hostile } from "./hostile.ts";
import type { Random } from "./random.ts";

/** Every trick once, its numbers of chance. */
export function* pictures(random: Random): Iterable<Hostile> {
  yield* jpegs(random);
  yield* pngs(random);
  yield* gifs(random);
  yield* webps(random);
  yield* photosOfTelephones(random);
}

const HUGE = [20_000, 65_500, 65_535] as const;

function* jpegs(random: Random): Iterable<Hostile> {
  const side = random.pick(HUGE);
  yield bomb(`a JPEG of ${side} × ${side}`, jpegHeader(side, side));
  yield refused("a JPEG of no height", jpegHeader(800, 0));
  yield refused("a JPEG of nothing but its header", jpegHeader(600, 600));
  const twelveBits = jpegHeader(300, 300);
  twelveBits[24] = 12;
  yield refused("a JPEG of twelve bits", twelveBits);
  yield refused("a JPEG whose segments say nothing of their length", bytesOf("\xff\xd8\xff\xe1\x00\x00".repeat(500)));
  yield refused("a JPEG of fill bytes", joined(bytesOf("\xff\xd8"), new Uint8Array(2_000_000).fill(0xff)));
  yield refused(
    "a JPEG of a hundred thousand comments",
    joined(bytesOf("\xff\xd8" + "\xff\xfe\x00\x02".repeat(100_000))),
  );
  yield refused(
    "a JPEG of comments without end",
    joined(bytesOf("\xff\xd8\xff\xe0\x00\x02"), bytesOf("\xff\xfe\xff\xff")),
  );
}

type Chunk = [type: string, content: Uint8Array];

export function pngOf(chunks: readonly Chunk[]): Uint8Array {
  return joined(bytesOf("\x89PNG\r\n\x1a\n"), ...chunks.map(pngChunk));
}

function pngChunk([type, content]: Chunk): Uint8Array {
  const body = joined(bytesOf(type), content);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, content.length);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return joined(length, body, sum);
}

type PngHead = { width: number; height: number; depth?: number; colour?: number; interlaced?: number };

export function pngHead({ width, height, depth = 8, colour = 0, interlaced = 0 }: PngHead): Chunk {
  const content = new Uint8Array(13);
  const view = new DataView(content.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  content.set([depth, colour, 0, 0, interlaced], 8);
  return ["IHDR", content];
}

/** Zeros, many of them, of which each number is packed once. */
function zipped(bytes: number): Uint8Array {
  const known = ZEROS.get(bytes) ?? new Uint8Array(deflateSync(new Uint8Array(bytes)));
  ZEROS.set(bytes, known);
  return known;
}

const ZEROS = new Map<number, Uint8Array>();

function* pngs(random: Random): Iterable<Hostile> {
  const side = random.pick([30_000, 100_000, 2 ** 31 - 1] as const);
  const fair = pngHead({ width: 300, height: 200 });
  const pixels: Chunk = ["IDAT", zipped(200 * 301)];
  const end: Chunk = ["IEND", new Uint8Array()];
  const text = (type: string): Chunk => [type, joined(bytesOf("Comment\0\0"), zipped(120_000_000))];
  yield bomb(`a PNG of ${side} × ${side}`, pngOf([pngHead({ width: side, height: side }), pixels, end]));
  yield any("a PNG with a comment of 120 MB", pngOf([fair, text("zTXt"), pixels, end]));
  yield any("a PNG with a colour profile of 120 MB", pngOf([fair, text("iCCP"), pixels, end]));
  yield any(
    "a PNG with a hundred profiles",
    pngOf([fair, ...Array.from({ length: 100 }, () => text("iCCP")), pixels, end]),
  );
  yield any("a PNG with more pixels than it says", pngOf([fair, ["IDAT", zipped(150_000_000)], end]));
  yield any("a PNG with fewer pixels than it says", pngOf([fair, ["IDAT", zipped(10)], end]));
  yield any("a PNG without pixels", pngOf([fair, end]));
  yield any(
    "a PNG with a palette that is not there",
    pngOf([pngHead({ width: 99, height: 99, colour: 3 }), pixels, end]),
  );
  yield any("a PNG of an unknown colour", pngOf([pngHead({ width: 99, height: 99, colour: 7 }), pixels, end]));
  yield any(
    "a PNG in rows of rows",
    pngOf([pngHead({ width: 99, height: 99, interlaced: 1 }), ["IDAT", zipped(30_000)], end]),
  );
  yield any(
    "a PNG of 16 bits",
    pngOf([pngHead({ width: 99, height: 99, depth: 16 }), ["IDAT", zipped(99 * 199)], end]),
  );
  yield any(
    "a PNG of a hundred thousand parts",
    pngOf([fair, ...Array.from({ length: 100_000 }, (): Chunk => ["IDAT", new Uint8Array()]), end]),
  );
  yield any(
    "a PNG that moves",
    pngOf([
      fair,
      ["acTL", bytesOf("\x7f\xff\xff\xff\0\0\0\0")],
      ["fcTL", new Uint8Array(26)],
      pixels,
      ["fdAT", zipped(9_000)],
      end,
    ]),
  );
  yield any("a PNG with a part of two gigabytes", joined(pngOf([fair]), bytesOf("\x7f\xff\xff\xffIDATxxxx")));
  yield any(
    "a PNG with false sums",
    pngOf([fair, pixels, end]).map((byte, i) => (i === 29 ? byte ^ 1 : byte)),
  );
  yield any("a PNG whose orientation lies", pngOf([fair, ["eXIf", random.bytes(300)], pixels, end]));
  const large = pngHead({ width: 6_000, height: 6_000 });
  yield any("a blank PNG of 36 megapixels", pngOf([large, ["IDAT", zipped(6_000 * 6_001)], end]));
  yield any(
    "a coloured PNG of 36 megapixels",
    pngOf([pngHead({ width: 6_000, height: 6_000, colour: 2 }), ["IDAT", zipped(6_000 * 18_001)], end]),
  );
}

function word(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

type Frame = { left?: number; top?: number; width: number; height: number; packed: Uint8Array };

export function gifOf(screen: { width: number; height: number }, frames: readonly Frame[]): Uint8Array {
  const head = new Uint8Array([
    ...bytesOf("GIF89a"),
    ...word(screen.width),
    ...word(screen.height),
    0x80,
    0,
    0,
    0,
    0,
    0,
    255,
    255,
    255,
  ]);
  const parts = frames.flatMap(({ left = 0, top = 0, width, height, packed }) => {
    const place = new Uint8Array([0x2c, ...word(left), ...word(top), ...word(width), ...word(height), 0, 2]);
    return [place, ...blocks(packed), new Uint8Array([0])];
  });
  return joined(head, ...parts, new Uint8Array([0x3b]));
}

function blocks(bytes: Uint8Array): Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255);
    cut.push(new Uint8Array([block.length]), block);
  }
  return cut;
}

function* gifs(random: Random): Iterable<Hostile> {
  const noise = random.bytes(2_000);
  yield bomb(
    "a GIF of 65,535 × 65,535",
    gifOf({ width: 65_535, height: 65_535 }, [{ width: 9, height: 9, packed: noise }]),
  );
  yield refused("a GIF of no size", gifOf({ width: 0, height: 0 }, [{ width: 9, height: 9, packed: noise }]));
  yield refused("a GIF without a frame", gifOf({ width: 99, height: 99 }, []));
  yield bomb(
    "a frame outside its GIF",
    gifOf({ width: 99, height: 99 }, [{ left: 90, width: 65_000, height: 65_000, packed: noise }]),
  );
  yield any("a frame of no size", gifOf({ width: 99, height: 99 }, [{ width: 0, height: 0, packed: noise }]));
  const frames = Array.from({ length: 5_000 }, () => ({ width: 40, height: 40, packed: noise.subarray(0, 40) }));
  yield any("a GIF of five thousand frames", gifOf({ width: 300, height: 200 }, frames));
  yield any(
    "a GIF of noise",
    gifOf({ width: 300, height: 200 }, [{ width: 300, height: 200, packed: random.bytes(60_000) }]),
  );
  yield any(
    "a GIF that repeats one colour",
    gifOf({ width: 6_000, height: 6_000 }, [
      { width: 6_000, height: 6_000, packed: new Uint8Array(900_000).fill(0xb6) },
    ]),
  );
  yield any(
    "a GIF that clears again and again",
    gifOf({ width: 3_000, height: 3_000 }, [
      { width: 3_000, height: 3_000, packed: new Uint8Array(3_000_000).fill(0x24) },
    ]),
  );
  const clears = Uint8Array.from({ length: 3_000_000 }, (_, at) => [0x24, 0x49, 0x92][at % 3] ?? 0);
  yield refused(
    "a GIF that clears without end",
    gifOf({ width: 3_000, height: 3_000 }, [{ width: 3_000, height: 3_000, packed: clears }]),
  );
  yield refused(
    "a GIF of comments",
    joined(bytesOf("GIF89a\x40\x00\x40\x00\x00\x00\x00"), bytesOf("\x21\xfe\x01x\x00".repeat(200_000))),
  );
}

function riff(...chunks: Uint8Array[]): Uint8Array {
  const body = joined(bytesOf("WEBP"), ...chunks);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, body.length, true);
  return joined(bytesOf("RIFF"), size, body);
}

function riffChunk(type: string, content: Uint8Array, claimed = content.length): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, claimed, true);
  return joined(bytesOf(type), size, content, new Uint8Array(content.length % 2));
}

function canvas(width: number, height: number, flags = 0): Uint8Array {
  const [w, h] = [width - 1, height - 1];
  return riffChunk("VP8X", new Uint8Array([flags, 0, 0, 0, ...word(w), w >> 16, ...word(h), h >> 16]));
}

/** A lossless header of 14 bits a side, which the canvas contradicts. */
function lossless(width: number, height: number, random: Random): Uint8Array {
  const bits = ((width - 1) | ((height - 1) << 14)) >>> 0;
  const head = new Uint8Array(5);
  head[0] = 0x2f;
  new DataView(head.buffer).setUint32(1, bits, true);
  return riffChunk("VP8L", joined(head, random.bytes(400)));
}

function* webps(random: Random): Iterable<Hostile> {
  yield bomb("a WebP canvas of 16 million pixels a side", riff(canvas(2 ** 24, 2 ** 24), lossless(99, 99, random)));
  yield bomb("a small WebP canvas around a large picture", riff(canvas(64, 64), lossless(16_384, 16_384, random)));
  yield bomb("a WebP of 16,384 × 16,384", riff(lossless(16_384, 16_384, random)));
  yield any("a WebP of noise", riff(lossless(300, 200, random)));
  yield refused("a WebP canvas without a picture", riff(canvas(300, 200)));
  yield refused("a WebP whose picture is longer than the file", riff(riffChunk("VP8 ", random.bytes(30), 2 ** 31 - 2)));
  const frame = riffChunk("ANMF", joined(new Uint8Array(16), lossless(9_000, 9_000, random)));
  yield bomb(
    "a WebP that moves in large frames",
    riff(canvas(300, 200, 2), riffChunk("ANIM", new Uint8Array(6)), frame),
  );
  const still = riffChunk("ANMF", joined(new Uint8Array(16), lossless(64, 64, random)));
  yield any(
    "a WebP of two thousand frames",
    riff(canvas(300, 200, 2), riffChunk("ANIM", new Uint8Array(6)), ...Array.from({ length: 2_000 }, () => still)),
  );
  yield any(
    "a WebP with metadata of noise",
    riff(canvas(300, 200, 8), riffChunk("EXIF", random.bytes(900)), lossless(300, 200, random)),
  );
}

function* photosOfTelephones(random: Random): Iterable<Hostile> {
  for (const brand of ["heic", "heix", "mif1", "avif", "avis"]) {
    const file = joined(bytesOf(`\x00\x00\x00\x18ftyp${brand}\x00\x00\x00\x00mif1${brand}`), random.bytes(600));
    yield { name: `a photo of brand ${brand}`, bytes: file, must: "refused", codes: ["unsupported_type", "corrupt"] };
  }
}

function bomb(name: string, bytes: Uint8Array): Hostile {
  return { name, bytes, must: "bomb" };
}

function refused(name: string, bytes: Uint8Array): Hostile {
  return { name, bytes, must: "refused" };
}

function any(name: string, bytes: Uint8Array): Hostile {
  return { name, bytes, must: "any" };
}
