import { expect, test } from "vitest";
import { wordsBeside } from "#src/documents/read/asides.ts";
import type { OcrPage } from "#src/documents/read/engines.ts";
import { asidesOf } from "#src/documents/read/frames.ts";
import { type Box, type Picture, scaledBox } from "#src/documents/read/picture.ts";
import { rulesOf, unruled } from "#src/documents/read/rules.ts";

const LETTER = 12;
const FRAME: Box = { left: 600, top: 40, right: 940, bottom: 130 };

/** White paper on which boxes are inked. */
function paper(...boxes: readonly Box[]): Picture {
  const page: Picture = { width: 1_000, height: 400, gray: new Uint8Array(400_000).fill(255) };
  for (const { left, top, right, bottom } of boxes) {
    for (let y = top; y < bottom; y++) page.gray.fill(20, y * page.width + left, y * page.width + right);
  }
  return page;
}

const letters = (left: number, top: number): Box => ({ left, top, right: left + 8, bottom: top + LETTER });
const strokesOf = ({ left, top, right, bottom }: Box): Box[] => [
  { left, right, top, bottom: top + 2 },
  { left, right, top: bottom - 2, bottom },
  { left, right: left + 2, top, bottom },
  { left: right - 2, right, top, bottom },
];
const inkOf = ({ gray }: Picture): number => gray.reduce((count, level) => count + (level < 100 ? 1 : 0), 0);
const asidesIn = (page: Picture): Box[] => asidesOf(page, rulesOf(page, LETTER), LETTER);

test("the strokes of a frame and of a table go, and the letters stay", () => {
  const print = [letters(620, 60), letters(640, 60), letters(50, 300)];
  const table: Box = { left: 40, right: 960, top: 280, bottom: 282 };
  const page = paper(...print, ...strokesOf(FRAME), table);
  const without = unruled(page, rulesOf(page, LETTER));
  expect(inkOf(without)).toBe(inkOf(paper(...print)));
});

test.each([
  ["a letter of a heading", { left: 50, right: 56, top: 50, bottom: 50 + 3 * LETTER }],
  ["a dash", { left: 50, right: 50 + 4 * LETTER, top: 50, bottom: 52 }],
  ["a filled bar", { left: 50, right: 500, top: 50, bottom: 90 }],
])("%s is no rule", (_, mark) => {
  const page = paper(mark);
  expect(inkOf(unruled(page, rulesOf(page, LETTER)))).toBe(inkOf(page));
});

test("a page without rules is itself", () => {
  const page = paper(letters(50, 50));
  expect(unruled(page, rulesOf(page, LETTER))).toBe(page);
});

test("a frame beside other print is read by itself", () => {
  const [aside, ...others] = asidesIn(paper(letters(50, 60), letters(70, 60), ...strokesOf(FRAME)));
  expect(others).toEqual([]);
  expect(Math.abs((aside?.left ?? 0) - FRAME.left)).toBeLessThanOrEqual(8);
  expect(Math.abs((aside?.bottom ?? 0) - FRAME.bottom)).toBeLessThanOrEqual(8);
});

test.each([
  ["alone in its rows", [...strokesOf(FRAME), letters(50, 300)]],
  ["as wide as the page", [...strokesOf({ ...FRAME, left: 40 }), letters(10, 60)]],
  ["open at one side", [...strokesOf(FRAME).slice(0, 3), letters(50, 60), letters(70, 60)]],
  [
    "a table's cell",
    [
      ...strokesOf({ left: 40, top: 40, right: 940, bottom: 130 }),
      { left: 600, right: 602, top: 40, bottom: 130 },
      letters(50, 60),
    ],
  ],
])("a frame %s is none", (_, boxes) => {
  expect(asidesIn(paper(...boxes))).toEqual([]);
});

test("what stands in a frame comes before the first line under it, where it stands on the page", async () => {
  const word = (text: string, box: Box) => ({ text, confidence: 0.9, box });
  const read: Record<string, OcrPage> = {
    "1000": {
      lines: [
        [word("ANDINA", { left: 50, top: 50, right: 200, bottom: 70 })],
        [word("SEÑORES", { left: 50, top: 200, right: 200, bottom: 220 })],
      ],
      confidence: 0.9,
    },
    "340": { lines: [[word("RUT", { left: 10, top: 20, right: 60, bottom: 40 })]], confidence: 0.6 },
  };
  const seen: Picture[] = [];
  const page = await wordsBeside(paper(...strokesOf(FRAME)), [FRAME], async (picture) => {
    seen.push(picture);
    return read[picture.width] ?? { lines: [], confidence: 0 };
  });
  expect(page.lines.map((line) => line.map(({ text }) => text).join(" "))).toEqual(["ANDINA", "RUT", "SEÑORES"]);
  expect(page.lines[1]?.[0]?.box).toEqual({ left: 610, top: 60, right: 660, bottom: 80 });
  expect(page.confidence).toBeCloseTo(0.8);
  expect(inkOf(seen[0] as Picture)).toBe(0);
});

test("a box is scaled as its picture is", () => {
  expect(scaledBox(FRAME, 0.5)).toEqual({ left: 300, top: 20, right: 470, bottom: 65 });
});
