import { expect, test } from "vitest";
import { dhashOf } from "#src/documents/read/fingerprint.ts";
import { type Picture, scale } from "#src/documents/read/picture.ts";
import { randomOf } from "../../golden/hostile/random.ts";

const random = randomOf(7);
const cloudy: Picture = scale({ width: 20, height: 20, gray: random.bytes(400) }, 12);

test("a picture made smaller looks the same, another one does not", () => {
  const other = scale({ width: 20, height: 20, gray: random.bytes(400) }, 12);
  expect(dhashOf(cloudy)).toMatch(/^[0-9a-f]{64}$/);
  expect(differing(dhashOf(cloudy), dhashOf(scale(cloudy, 0.6)))).toBeLessThan(20);
  expect(differing(dhashOf(cloudy), dhashOf(other))).toBeGreaterThan(60);
});

test("a picture smaller than the grid has a hash as well", () => {
  expect(dhashOf({ width: 3, height: 2, gray: Uint8Array.of(9, 8, 7, 6, 5, 4) })).toMatch(/^[0-9a-f]{64}$/);
});

function differing(a: string, b: string): number {
  const bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  return bits.toString(2).replaceAll("0", "").length;
}
