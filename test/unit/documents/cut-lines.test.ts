import { expect, test } from "vitest";
import { cutLines } from "#src/documents/read/cut-lines.ts";
import { type Picture, turn } from "#src/documents/read/picture.ts";

const PHOTO: Picture = { width: 600, height: 1_000, gray: new Uint8Array(600_000).fill(255) };
const LETTER = 20;
const box = (left: number, right: number, top = 500) => ({ left, right, top, bottom: top + LETTER });

test.each([
  ["inside", box(40, 560), false],
  ["to the right edge", box(40, 600), true],
  ["next to it, as another digit would stand", box(40, 596), true],
  ["to the left edge", box(2, 560), true],
  ["to the lower edge", box(40, 560, 982), true],
  ["to the upper edge", box(40, 560, 3), true],
])("a line that reaches %s", (_, line, cut) => {
  expect(cutLines([box(40, 300), line], { ...PHOTO, degrees: 0 }, LETTER)).toEqual(cut ? [1] : []);
});

test("a photo that was turned upright ends where it ended before", () => {
  const page = turn(PHOTO, 5);
  const shown = { ...PHOTO, degrees: 5 };
  const middle = page.height / 2;
  // The turned photo's side leans: halfway down it is where it was, further down it is farther to the left.
  const at = (right: number, top: number) => cutLines([{ left: 300, right, top, bottom: top + LETTER }], shown, LETTER);
  expect(at(page.width / 2 + 290, middle).length + at(page.width / 2 + 300, middle).length).toBe(1);
  expect(at(page.width / 2 + 275, middle + 300)).toEqual([0]);
  expect(at(page.width / 2 + 275, middle - 300)).toEqual([]);
});
