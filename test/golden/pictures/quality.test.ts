import { expect, test, vi } from "vitest";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Picture } from "#src/documents/read/picture.ts";
import { isBare, problemsOf } from "#src/documents/read/quality.ts";
import { toJpeg } from "../receipts/darkroom.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { SPECIMENS, shotOf } from "./corpus.ts";
import { noisy, softened } from "./degrade.ts";
import { READ_ON } from "./purchase.ts";
import { chanceOf } from "./random.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 120_000 });

const engines = await nodeEngines();

/** A sharp photo of nothing, as a camera and a messenger leave it. */
function photo(levelAt: (x: number, y: number) => number): Promise<Uint8Array> {
  const [width, height] = [1_280, 960];
  const gray = Uint8Array.from({ length: width * height }, (_, at) => levelAt(at % width, Math.floor(at / width)));
  return toJpeg(noisy({ width, height, gray }, 1, chanceOf(7)), 60);
}

const NOTHING: readonly (readonly [string, (x: number, y: number) => number])[] = [
  ["a table", (x, y) => 120 + 8 * Math.sin(y / 60 + x / 500)],
  ["a wall in the light of a window", (x, y) => 150 + x / 25 - y / 50],
  ["a room in the dark", (x, y) => 14 + 20 * Math.exp(-((x - 300) ** 2 + (y - 300) ** 2) / 200_000)],
  ["the edge of a table", (x, y) => (y < 400 + x / 4 ? 150 : 60)],
  ["a plate", (x, y) => (Math.hypot(x - 640, y - 480) < 330 ? 232 : 95)],
];

test.each(NOTHING)("%s is bare, and not blurred", async (_, levelAt) => {
  const seen = await engines.decode("jpeg", await photo(levelAt));
  expect([problemsOf(seen), isBare(seen)]).toEqual([[], true]);
});

test("in a sharp photo of nothing no paper is seen", async () => {
  for (const [, levelAt] of NOTHING.slice(-2)) {
    const answer = await readDocument(await photo(levelAt), { country: "CL", today: READ_ON }, engines);
    expect(answer).toMatchObject({ ok: false, error: { code: "unreadable", problems: [], blank: true } });
  }
});

/** So far in the same direction as a hand moves while the shutter is open. */
function moved({ width, height, gray }: Picture, pixels: number): Picture {
  const mean = (at: number): number => {
    let sum = 0;
    for (let step = 0; step < pixels; step++) {
      const x = Math.min(width - 1, (at % width) + step);
      sum += gray[Math.min(height - 1, Math.floor(at / width) + step) * width + x] ?? 0;
    }
    return sum / pixels;
  };
  return { width, height, gray: Uint8Array.from(gray, (_, at) => mean(at)) };
}

function darkened(picture: Picture): Picture {
  return { ...picture, gray: picture.gray.map((level) => level / 4) };
}

const HELD_BADLY: readonly (readonly [string, (picture: Picture) => Picture])[] = [
  ["out of focus", (picture) => softened(picture, 3.5)],
  ["far out of focus", (picture) => softened(picture, 8)],
  ["by a hand that moved", (picture) => moved(picture, 25)],
  ["out of focus in the dark", (picture) => darkened(softened(picture, 4))],
];

const PAPERS = await Promise.all(
  SPECIMENS.filter(({ care }, at) => at % 122 === 9 && care !== "careful").map(async (specimen) => ({
    name: specimen.name,
    paper: await engines.decode("jpeg", (await shotOf(specimen)).jpeg),
  })),
);

test.each(HELD_BADLY)("a paper that was taken %s is blurred, and not bare", async (_, badly) => {
  for (const { name, paper } of PAPERS) {
    const seen = await engines.decode("jpeg", await toJpeg(noisy(badly(paper), 2, chanceOf(7)), 60));
    expect([name, problemsOf(seen), isBare(seen)]).toEqual([name, ["blur"], false]);
  }
});
