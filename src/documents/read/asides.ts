// A page of which some boxes are read by themselves, and put where they stand among its lines.

import type { OcrPage, OcrWord } from "./engines.ts";
import { blank, type Box, crop, type Picture } from "./picture.ts";

type Words = (picture: Picture) => Promise<OcrPage>;

/** The words of a picture; those of each box as lines of their own, before the first line under it. */
export async function wordsBeside(picture: Picture, asides: readonly Box[], words: Words): Promise<OcrPage> {
  if (asides.length === 0) return words(picture);
  return wordsWith(await words(asides.reduce(blank, picture)), asides, async (aside) => words(crop(picture, aside)));
}

/** A page with the words of further boxes of it. */
export async function wordsWith(
  page: OcrPage,
  boxes: readonly Box[],
  words: (box: Box) => Promise<OcrPage>,
): Promise<OcrPage> {
  let whole = page;
  for (const box of boxes) whole = joined(whole, placed(await words(box), box), box);
  return whole;
}

function placed({ lines, confidence }: OcrPage, { left, top }: Box): OcrPage {
  const moved = (word: OcrWord): OcrWord => ({
    ...word,
    box: {
      left: word.box.left + left,
      right: word.box.right + left,
      top: word.box.top + top,
      bottom: word.box.bottom + top,
    },
  });
  return { lines: lines.map((line) => line.map(moved)), confidence };
}

function joined(page: OcrPage, part: OcrPage, aside: Box): OcrPage {
  const at = page.lines.findIndex((line) => line.every(({ box }) => box.top >= aside.bottom));
  const before = at < 0 ? page.lines : page.lines.slice(0, at);
  const [of, more] = [countOf(page), countOf(part)];
  return {
    lines: [...before, ...part.lines, ...(at < 0 ? [] : page.lines.slice(at))],
    confidence: of + more === 0 ? 0 : (page.confidence * of + part.confidence * more) / (of + more),
  };
}

function countOf({ lines }: OcrPage): number {
  return lines.reduce((count, line) => count + line.length, 0);
}
