// Pictures that make an engine of words look, and look, and look: noise, halftones, pages of nothing but letters.

import type { Picture } from "#src/documents/read/picture.ts";
import { png } from "./genuine.ts";
import type { Hostile } from "./hostile.ts";
import type { Random } from "./random.ts";

type Paint = (x: number, y: number) => number;

const [INK, PAPER] = [0, 255];

/** Every pattern once, its sizes of chance; each a page of about a megapixel. */
export function* crowds(random: Random): Iterable<Hostile> {
  const size = { width: 800 + random.below(200), height: 1_000 + random.below(300) };
  const step = 3 + random.below(20);
  const patterns: Readonly<Record<string, Paint>> = {
    "gray noise": () => random.below(256),
    "noise of dots": () => (random.below(5) === 0 ? INK : PAPER),
    dust: () => (random.below(50) === 0 ? INK : PAPER),
    "noise of squares": squares(random, 2 + random.below(4)),
    "noise of large squares": squares(random, 6 + random.below(12)),
    "a chequerboard": (x, y) => ((Math.floor(x / step) + Math.floor(y / step)) % 2 === 0 ? INK : PAPER),
    "a halftone": (x, y) => (x % 6 < 3 && y % 6 < 3 ? INK : PAPER),
    "boxes like letters": (x, y) => (x % 14 < 9 && y % 24 < 16 ? INK : PAPER),
    stripes: (_, y) => (y % step < step / 2 ? INK : PAPER),
    "bars that are no code": bars(random),
  };
  for (const [name, paint] of Object.entries(patterns)) {
    yield { name: `a picture of ${name}`, bytes: png(painted(size, paint)), must: "any" };
  }
}

function painted({ width, height }: { width: number; height: number }, paint: Paint): Picture {
  const gray = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++) gray[at++] = paint(x, y);
  return { width, height, gray };
}

function squares(random: Random, side: number): Paint {
  const across = Math.ceil(2_000 / side);
  const levels = random.bytes(across * across);
  return (x, y) => ((levels[Math.floor(y / side) * across + Math.floor(x / side)] ?? 0) < 85 ? INK : PAPER);
}

function bars(random: Random): Paint {
  const levels = random.bytes(2_000);
  return (x, y) => ((levels[Math.floor(x / 3) + 7 * Math.floor(y / 9)] ?? 0) < 128 ? INK : PAPER);
}
