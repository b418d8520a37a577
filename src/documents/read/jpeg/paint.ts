// Frequencies into pixels: the inverse cosine transform of a block (ITU-T T.81 §A.3.3), at n/8 of its size.

import type { Picture } from "../picture.ts";

/** Frequencies in the order they are written, as row × 8 + column. */
const ZIGZAG = Uint8Array.of(
  0,
  1,
  8,
  16,
  9,
  2,
  3,
  10,
  17,
  24,
  32,
  25,
  18,
  11,
  4,
  5,
  12,
  19,
  26,
  33,
  40,
  48,
  41,
  34,
  27,
  20,
  13,
  6,
  7,
  14,
  21,
  28,
  35,
  42,
  49,
  56,
  57,
  50,
  43,
  36,
  29,
  22,
  15,
  23,
  30,
  37,
  44,
  51,
  58,
  59,
  52,
  45,
  38,
  31,
  39,
  46,
  53,
  60,
  61,
  54,
  47,
  55,
  62,
  63,
);

export type Paint = (block: Int16Array, row: number, column: number) => void;

/** Turns the lowest n × n frequencies of a block into n × n pixels. */
export function painter(picture: Picture, size: number, quantities: () => Int32Array): Paint {
  const waves = wavesOf(size);
  const weights = new Float64Array(64);
  const half = new Float64Array(64);
  return (block, row, column) => {
    const steps = quantities();
    const isFlat = weigh(block, steps, { size, weights });
    const [top, left] = [row * size, column * size];
    const [bottom, right] = [Math.min(top + size, picture.height), Math.min(left + size, picture.width)];
    if (isFlat) {
      const level = clamp((weights[0] ?? 0) / 8 + 128);
      for (let y = top; y < bottom; y++) picture.gray.fill(level, y * picture.width + left, y * picture.width + right);
      return;
    }
    sumAcross(weights, waves, { size, half });
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        let sum = 128.5;
        for (let v = 0; v < size; v++) sum += (half[v * 8 + x - left] ?? 0) * (waves[(y - top) * 8 + v] ?? 0);
        picture.gray[y * picture.width + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
      }
    }
  };
}

type Weighing = { size: number; weights: Float64Array };

/** The frequencies that are kept, in rows and columns. True where only the mean is there. */
function weigh(block: Int16Array, steps: Int32Array, { size, weights }: Weighing): boolean {
  let isFlat = true;
  for (let i = 0; i < 64; i++) {
    const place = ZIGZAG[i] ?? 0;
    const value = (block[i] ?? 0) * (steps[i] ?? 1);
    weights[place] = value;
    if (value !== 0 && i > 0 && place >> 3 < size && (place & 7) < size) isFlat = false;
  }
  return isFlat;
}

function sumAcross(
  weights: Float64Array,
  waves: Float64Array,
  { size, half }: { size: number; half: Float64Array },
): void {
  for (let v = 0; v < size; v++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let u = 0; u < size; u++) sum += (weights[v * 8 + u] ?? 0) * (waves[x * 8 + u] ?? 0);
      half[v * 8 + x] = sum;
    }
  }
}

/** The n-point inverse transform, with the gain of n/8 that keeps the mean where it was. */
function wavesOf(size: number): Float64Array {
  const waves = new Float64Array(64);
  for (let x = 0; x < size; x++) {
    for (let u = 0; u < size; u++) {
      const gain = Math.sqrt(2 / size) * (u === 0 ? Math.SQRT1_2 : 1) * Math.sqrt(size / 8);
      waves[x * 8 + u] = gain * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * size));
    }
  }
  return waves;
}

function clamp(level: number): number {
  return Math.max(0, Math.min(255, Math.round(level)));
}
