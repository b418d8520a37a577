import { expect, test } from "vitest";
import { quadsOf } from "#src/documents/read/paper-edges.ts";
import type { Box, Picture } from "#src/documents/read/picture.ts";

const TABLE_LEVEL = 60;
const PAPER_LEVEL = 230;

/** Papers that lie on a table. */
function table(...papers: Box[]): Picture {
  const [width, height] = [800, 1_000];
  const gray = new Uint8Array(width * height).fill(TABLE_LEVEL);
  for (const { left, top, right, bottom } of papers)
    for (let y = top; y < bottom; y++) gray.fill(PAPER_LEVEL, y * width + left, y * width + right);
  return { width, height, gray };
}

const LARGE = { left: 40, top: 60, right: 420, bottom: 900 };
const BESIDE = { left: 460, top: 200, right: 760, bottom: 800 };

function corners(picture: Picture): number[][] {
  return quadsOf(picture).map(({ topLeft, bottomRight }) => [topLeft.x, topLeft.y, bottomRight.x, bottomRight.y]);
}

test("finds the corners of a paper, and of another that lies beside it", () => {
  const [paper, beside, ...more] = corners(table(BESIDE, LARGE));
  expect(more).toEqual([]);
  for (const [found, { left, top, right, bottom }] of [
    [paper, LARGE],
    [beside, BESIDE],
  ] as const)
    [left, top, right, bottom].forEach((side, at) => expect(Math.abs((found?.[at] ?? 0) - side)).toBeLessThan(6));
});

test.each([
  ["a scrap", { left: 460, top: 200, right: 600, bottom: 300 }],
  ["a streak of light", { left: 440, top: 0, right: 460, bottom: 1_000 }],
])("%s beside a paper is no paper", (_, box) => {
  expect(quadsOf(table(LARGE, box))).toHaveLength(1);
});

test("a table without a paper, and a page that fills the picture, have no corners", () => {
  expect(quadsOf(table())).toEqual([]);
  expect(quadsOf(table({ left: 0, top: 0, right: 800, bottom: 1_000 }))).toEqual([]);
});
