// Genuine files cut off, with bits turned over, with parts doubled or swapped, and two kinds of file in one.

import { bytesOf } from "../../unit/documents/files.ts";
import type { Hostile } from "./hostile.ts";
import type { Random } from "./random.ts";

/** A file that reads well as it is. */
export type Genuine = { name: string; bytes: Uint8Array };

type Family = (random: Random) => Iterable<Hostile>;

/** One broken copy of each, at a place of chance and in a way of chance. */
export function brokenCopies(genuine: readonly Genuine[]): Family {
  return function* (random) {
    for (const { name, bytes } of genuine) {
      const [way, breaks] = random.pick(WAYS);
      yield { name: `${name}, ${way}`, bytes: breaks(bytes, random), must: "any" };
    }
  };
}

type Break = (bytes: Uint8Array, random: Random) => Uint8Array;

const WAYS: [[string, Break], ...[string, Break][]] = [
  ["cut off", (bytes, random) => bytes.slice(0, random.below(bytes.length))],
  ["cut off in its head", (bytes, random) => bytes.slice(0, random.below(Math.min(1_000, bytes.length)))],
  ["without its end", (bytes, random) => bytes.slice(0, bytes.length - 1 - random.below(64))],
  ["with one bit over", (bytes, random) => flipped(bytes, random, 1)],
  ["with bits over in its head", (bytes, random) => flippedWithin(bytes, random, 600)],
  ["with many bits over", (bytes, random) => flipped(bytes, random, 1 + random.below(400))],
  ["with a hole of zeros", (bytes, random) => holed(bytes, random, 0)],
  ["with a hole of ones", (bytes, random) => holed(bytes, random, 255)],
  ["with a part doubled", doubled],
  ["with a part moved", moved],
  ["with noise behind it", (bytes, random) => joined(bytes, random.bytes(random.below(5_000)))],
];

function flipped(bytes: Uint8Array, random: Random, times: number): Uint8Array {
  const broken = bytes.slice();
  for (let i = 0; i < times; i++) {
    const at = random.below(broken.length);
    broken[at] = (broken[at] ?? 0) ^ (1 << random.below(8));
  }
  return broken;
}

function flippedWithin(bytes: Uint8Array, random: Random, head: number): Uint8Array {
  return joined(flipped(bytes.subarray(0, head), random, 1 + random.below(8)), bytes.subarray(head));
}

function holed(bytes: Uint8Array, random: Random, level: number): Uint8Array {
  const start = random.below(bytes.length);
  return bytes.slice().fill(level, start, start + random.below(3_000));
}

function doubled(bytes: Uint8Array, random: Random): Uint8Array {
  const start = random.below(bytes.length);
  return joined(bytes.subarray(0, start + random.below(2_000)), bytes.subarray(start));
}

function moved(bytes: Uint8Array, random: Random): Uint8Array {
  const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => random.below(bytes.length)).toSorted((x, y) => x - y);
  return joined(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
}

export function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Two files in one: readers that do not agree on what a file is are what they are made for. */
export function polyglots(genuine: readonly Genuine[]): Family {
  return function* (random) {
    const one = random.pick(genuine as [Genuine, ...Genuine[]]);
    const other = random.pick(genuine as [Genuine, ...Genuine[]]);
    yield { name: `${one.name} before ${other.name}`, bytes: joined(one.bytes, other.bytes), must: "any" };
    yield { name: `${one.name} before an archive`, bytes: joined(one.bytes, bytesOf(ZIP)), must: "any" };
    yield refused(`an archive before ${one.name}`, joined(bytesOf(ZIP), one.bytes));
    yield {
      name: `a PDF's first line before ${one.name}`,
      bytes: joined(bytesOf("%PDF-1.7\n"), one.bytes),
      must: "any",
    };
    yield {
      name: "a GIF that is a script",
      bytes: bytesOf("GIF89a/*\x10\x00\x10\x00*/=alert(1);//;"),
      must: "refused",
    };
    yield refused(`a program before ${one.name}`, joined(bytesOf("MZ\x90\x00\x03\x00\x00\x00"), one.bytes));
    yield refused(`a web page before ${one.name}`, joined(bytesOf("<html><script>alert(1)</script>"), one.bytes));
  };
}

function refused(name: string, bytes: Uint8Array): Hostile {
  return { name, bytes, must: "refused", codes: ["unsupported_type"] };
}

const ZIP = "PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00!\x00\x00\x00\x00\x00boleta.jpgPK\x05\x06" + "\x00".repeat(18);
