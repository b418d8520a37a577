import { expect, test } from "vitest";
import type { Code, CodeEffort, OcrPage } from "#src/documents/read/engines.ts";
import { patient } from "#src/documents/read/patience.ts";
import type { Picture } from "#src/documents/read/picture.ts";
import { searchCodes } from "#src/documents/read/stamp-search.ts";
import { randomOf } from "../../golden/hostile/random.ts";

const random = randomOf(7);
const NOISE: Picture = { width: 1_200, height: 1_000, gray: new Uint8Array(1_200_000).map(() => random.below(256)) };
const BLANK: Picture = { width: 400, height: 300, gray: new Uint8Array(120_000).fill(255) };
const PAGE: OcrPage = { lines: [[]], confidence: 0.9 };
/** More than one document has. */
const PICTURES = 80;
const SLOW = 8;

type Asked = { effort: CodeEffort; pixels: number };

/** Engines that find these codes and one page, each at the cost of so many milliseconds. */
function engines({ codesMs = 0, wordsMs = 0, found = [] }: { codesMs?: number; wordsMs?: number; found?: Code[] }) {
  let now = 0;
  const asked: Asked[] = [];
  const own = patient({
    now: () => now,
    rest: async () => {},
    async codes({ width, height }, effort) {
      asked.push({ effort, pixels: width * height });
      now += codesMs;
      return found;
    },
    async words(_, until) {
      now += wordsMs;
      return now > until ? { lines: [], confidence: 0 } : PAGE;
    },
    decode: async () => BLANK,
    openPdf: () => Promise.reject(new Error("no PDF here")),
    release: () => {},
  });
  return { own, asked };
}

test("no clock is needed to end the turning and redrawing; further pictures are seen as they lie, and not prepared", async () => {
  const { own, asked } = engines({});
  let turned = 0;
  while (turned < PICTURES && (await own.codes(NOISE, "stamp")) !== null) turned += 1;
  expect(turned).toBe(35);
  const before = asked.length;
  expect(await searchCodes(own, NOISE)).toEqual([]);
  expect(asked.slice(before)).toEqual([{ effort: "all", pixels: 1_200_000 }]);
});

test("a stamp that is found at the last look is kept", async () => {
  const found = { format: "PDF417", text: "<TED>", bytes: new Uint8Array(5) } as const;
  const { own } = engines({ codesMs: 11_000, found: [found] });
  expect(await own.codes(BLANK, "all")).toEqual([found]);
});

test("in the end no picture is looked at for codes any more", async () => {
  const { own, asked } = engines({});
  for (let i = 0; i < PICTURES; i++) await own.codes(NOISE, "all");
  expect(asked.length).toBeLessThan(PICTURES);
  expect(await own.codes(NOISE, "all")).toBeNull();
  expect(await searchCodes(own, NOISE)).toEqual([]);
});

test("a machine many times slower still reads a document that needs all its looks", async () => {
  const { own } = engines({ codesMs: 60 * SLOW, wordsMs: 400 * SLOW });
  for (let i = 0; i < 10; i++) expect(await own.codes(BLANK, "all")).toEqual([]);
  for (let i = 0; i < 4; i++) expect(await own.words(BLANK)).toEqual(PAGE);
});

test("who is out of time has no words and no codes, and asks for none", async () => {
  const { own, asked } = engines({ wordsMs: 21_000 });
  expect((await own.words(BLANK)).lines).toEqual([]);
  expect((await own.words(BLANK)).lines).toEqual([]);
  expect(await own.codes(BLANK, "all")).toBeNull();
  expect(asked).toEqual([]);
});
