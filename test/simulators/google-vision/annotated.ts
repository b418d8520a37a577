// Lines of text as boxes around their words: what text detection answers. Pure.

const LETTER_PX = 12;
const LINE_PX = 30;
const HEIGHT_PX = 22;

/** @param tilt degrees by which the paper lies askew; several blanks part two blocks, as columns do */
export function annotated(lines: readonly string[], { tilt, confidence }: { tilt: number; confidence: number }) {
  const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
  const corner = (x: number, y: number) =>
    withoutZeros(Math.round(400 + cos * x - sin * y), Math.round(sin * x + cos * y));
  const wordsOf = (line: string, row: number, side: number) =>
    [...line.matchAll(/\S+/g)]
      .filter(({ index }) => columnOf(line, index) === side)
      .map(({ 0: word, index }) => {
        const [left, top] = [index * LETTER_PX, row * LINE_PX];
        const [right, bottom] = [left + word.length * LETTER_PX, top + HEIGHT_PX];
        const vertices = [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
        return { boundingBox: { vertices }, confidence, symbols: Array.from(word, (text) => ({ text, confidence })) };
      });
  // The left column whole, then the right one: the real service reads receipts so, and its `text` is of little use.
  const blocks = [0, 1].map((side) => ({
    paragraphs: [{ words: lines.flatMap((line, row) => wordsOf(line, row, side)) }],
  }));
  return { fullTextAnnotation: { text: lines.join("\n"), pages: [{ width: 1_000, height: 1_000, blocks }] } };
}

function columnOf(line: string, index: number): number {
  const gap = line.trimStart().search(/\s{3,}/);
  return gap !== -1 && index > gap ? 1 : 0;
}

/** The service leaves out what is zero. */
function withoutZeros(x: number, y: number): { x?: number; y?: number } {
  return { ...(x === 0 ? {} : { x }), ...(y === 0 ? {} : { y }) };
}
