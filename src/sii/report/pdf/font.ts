// Helvetica, which every reader of PDF has or has a likeness of: how wide its letters are and by which bytes they go.

export type Face = "regular" | "bold";

/** Thousandths of the font's size, of the characters 32–126 (Adobe's font metrics, which are free to use). */
const WIDTHS: Readonly<Record<Face, readonly number[]>> = {
  regular: widths(`
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584
    584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611
    278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500
    500 500 334 260 334 584`),
  bold: widths(`
    278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584
    584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333
    278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556
    500 389 280 389 584`),
};

function widths(text: string): number[] {
  return text.trim().split(/\s+/).map(Number);
}

/** Of letters with marks beneath which another stands, and of signs; all else is as wide as its letter. */
const OTHER_WIDTHS: Readonly<Record<string, number>> = {
  í: 278,
  ì: 278,
  î: 278,
  ï: 278,
  "·": 278,
  "°": 400,
  "…": 1000,
  "—": 1000,
};
const WIDTH_DEFAULT = 556;

/** In points. */
export function textWidth(text: string, face: Face, size: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += knownWidth(letter, face);
  return (thousandths * size) / 1_000;
}

/** Taking a letter's marks off costs more than all the rest of a page; the letters of a report are few. */
const known: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };
const KNOWN_MAX = 2_000;

function knownWidth(letter: string, face: Face): number {
  const before = known[face].get(letter);
  if (before !== undefined) return before;
  const width = widthOf(letter, face);
  if (known[face].size < KNOWN_MAX) known[face].set(letter, width);
  return width;
}

function widthOf(letter: string, face: Face): number {
  const other = OTHER_WIDTHS[letter];
  if (other !== undefined) return other;
  const base = letter.normalize("NFD").charCodeAt(0);
  return WIDTHS[face][base - FIRST] ?? WIDTH_DEFAULT;
}

const FIRST = 32;

/** Signs of windows-1252 that are not where ISO 8859-1 has them. */
const SIGNS: Readonly<Record<string, number>> = {
  "€": 0x80,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
};

/**
 * A text as a string of PDF, `(…)`, in WinAnsiEncoding: one character for each byte. What the font does not have is written
 * without its mark, or as a question mark.
 */
export function pdfString(text: string): string {
  const bytes = Array.from(
    text.normalize("NFC"),
    (letter) => byteOf(letter) ?? byteOf(letter.normalize("NFD").charAt(0)) ?? 0x3f,
  );
  return `(${bytes.map((byte) => String.fromCodePoint(byte).replace(/[\\()]/, "\\$&")).join("")})`;
}

function byteOf(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return code;
  return code >= 0xa1 && code <= 0xff ? code : (SIGNS[letter] ?? null);
}
