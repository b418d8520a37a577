// Puts the scattered pieces of a PDF's text back into the lines a person sees.

/** A piece of text with its place; y grows upwards, as in PDF. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number };

/** The lines from top to bottom; pieces of one line stand from left to right, a gap becomes a space. */
export function printedLines(pieces: PlacedText[]): string[] {
  return printedRows(pieces).map((words) => words.map(textOf).join(" ").replace(/\s+/g, " ").trim());
}

/** The lines as words, each word as the pieces it is made of. */
export function printedRows<Piece extends PlacedText>(pieces: readonly Piece[]): Piece[][][] {
  const rows: Piece[][] = [];
  const inked = pieces.filter((piece) => piece.text.trim() !== "");
  for (const piece of inked.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].y - piece.y) <= sameLineWithin(row[0], piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => wordsOf(row.toSorted((a, b) => a.x - b.x)));
}

function textOf(word: readonly PlacedText[]): string {
  return word.map(({ text }) => text).join("");
}

function sameLineWithin(a: PlacedText, b: PlacedText): number {
  return Math.max(1, Math.min(a.height || b.height, b.height || a.height) * 0.5);
}

/** A gap narrower than this share of the letter height is kerning, not a space. */
const KERNING_SHARE = 0.15;

function wordsOf<Piece extends PlacedText>(row: readonly Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const word = words.at(-1);
    if (word && piece.x - end <= piece.height * KERNING_SHARE) word.push(piece);
    else words.push([piece]);
    end = piece.x + piece.width;
  }
  return words;
}
