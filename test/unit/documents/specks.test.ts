import { expect, test } from "vitest";
import type { OcrPage } from "#src/documents/read/engines.ts";
import { patient } from "#src/documents/read/patience.ts";
import type { Picture } from "#src/documents/read/picture.ts";
import { crowdOf, dusted, sampleOfCrowd } from "#src/documents/read/specks.ts";
import { randomOf } from "../../golden/hostile/random.ts";

const [WIDTH, HEIGHT] = [1_000, 1_200];

function painted(paint: (x: number, y: number) => number): Picture {
  const gray = new Uint8Array(WIDTH * HEIGHT).map((_, at) => paint(at % WIDTH, Math.floor(at / WIDTH)));
  return { width: WIDTH, height: HEIGHT, gray };
}

const random = randomOf(3);
const noise = painted(() => random.below(256));
const dust = painted(() => (random.below(40) === 0 ? 0 : 255));
/** Boxes in the places of letters: as many as a full receipt has. */
const receipt = painted((x, y) => (x % 24 < 12 && y % 40 < 20 && x > 100 && y > 100 ? 0 : 255));
const smallPrint = painted((x, y) => (x % 12 < 6 && y % 16 < 9 ? 0 : 255));

test("counts each stroke once, however long or slanted", () => {
  const strokes = painted((x, y) => (Math.abs(x - y) < 4 || (x > 500 && x < 520 && y > 600) ? 0 : 255));
  expect(crowdOf(strokes).specks).toBe(2);
});

test("a receipt is no crowd and is looked at as it is", () => {
  expect(dusted(receipt)).toEqual({ picture: receipt, factor: 1 });
  expect(sampleOfCrowd(receipt)).toBeNull();
});

test("dust is averaged away, and noise that stays noise is not looked at", () => {
  expect(dusted(dust)).toMatchObject({ factor: 0.5 });
  expect(dusted(painted((x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? 0 : 255)))).toBeNull();
});

test("a small copy of noise is noise as well", () => {
  const [width, height] = [400, 300];
  const gray = new Uint8Array(width * height).map((_, at) => ((at % 8) + ((at / width) & 7) < 5 ? 0 : 255));
  expect(dusted({ width, height, gray })).toBeNull();
});

test("of a crowd a band is looked at first", () => {
  expect(sampleOfCrowd(smallPrint)).toMatchObject({ width: WIDTH, height: HEIGHT / 8 });
  expect(sampleOfCrowd(dusted(noise)?.picture ?? noise)).not.toBeNull();
});

const WORD = { text: "TOTAL", box: { left: 10, top: 10, right: 40, bottom: 20 } };

/** An engine that believes its words so much, on a clock that stands still while it works. */
function engineOf(confidence: number, seen: Picture[]) {
  const words = async (picture: Picture): Promise<OcrPage> => {
    seen.push(picture);
    return { confidence, lines: [[{ ...WORD, confidence }]] };
  };
  return patient({
    now: () => 0,
    rest: async () => {},
    words,
    codes: async () => [],
    decode: async () => receipt,
    openPdf: () => Promise.reject(new Error("no PDF here")),
    release: () => {},
  });
}

test("a crowd whose sample is not believed is not read, without a clock to tell", async () => {
  const seen: Picture[] = [];
  expect(await engineOf(0.3, seen).words(smallPrint)).toEqual({ lines: [], confidence: 0 });
  expect(seen.map(({ height }) => height)).toEqual([HEIGHT / 8]);
});

test("small print that is believed is read whole", async () => {
  const seen: Picture[] = [];
  expect(await engineOf(0.9, seen).words(smallPrint)).toMatchObject({ confidence: 0.9 });
  expect(seen.map(({ height }) => height)).toEqual([HEIGHT / 8, HEIGHT]);
});

test("words of a picture that was dusted stand where they stood before", async () => {
  const page = await engineOf(0.9, []).words(dust);
  expect(page.lines).toEqual([[{ ...WORD, confidence: 0.9, box: { left: 20, top: 20, right: 80, bottom: 40 } }]]);
});
