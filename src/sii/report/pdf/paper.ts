// Sheets of paper that are written from the top, and where the next line goes.

import { pdfString, textWidth, type Face } from "./font.ts";

/** A4 upright, in points. `foot`: what is kept free for the line at the bottom. */
export const PAPER = { width: 595.28, height: 841.89, margin: 40, foot: 46 } as const;
export const LINE_WIDTH = PAPER.width - 2 * PAPER.margin;

export type Paper = { done: string[][]; page: string[]; y: number };

export function newPaper(): Paper {
  return { done: [], page: [], y: TOP };
}

const TOP = PAPER.height - PAPER.margin;

/** Goes on to a new page where so many points are not left; true where it did. */
export function makeRoom(paper: Paper, height: number): boolean {
  if (paper.y - height >= PAPER.foot) return false;
  paper.done.push(paper.page);
  paper.page = [];
  paper.y = TOP;
  return true;
}

/** The pages so far, each a list of operators. */
export function pagesOf({ done, page }: Paper): string[][] {
  return page.length === 0 && done.length > 0 ? done : [...done, page];
}

export type Ink = { face: Face; size: number; gray: number };

/** @param place of the baseline's left end, in points from the page's lower left corner */
export function textAt(text: string, { x, y }: { x: number; y: number }, { face, size, gray }: Ink): string {
  return `BT ${gray} g /${face} ${size} Tf ${fixed(x)} ${fixed(y)} Td ${pdfString(text)} Tj ET`;
}

export function bandAt({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `0.91 0.933 0.957 rg ${fixed(x)} ${fixed(y)} ${fixed(width)} ${fixed(height)} re f`;
}

export function lineAt(y: number, gray: number): string {
  return `${gray} G 0.4 w ${PAPER.margin} ${fixed(y)} m ${fixed(PAPER.width - PAPER.margin)} ${fixed(y)} l S`;
}

function fixed(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/**
 * The lines of a text in so many points; what is beyond the last of them ends in an ellipsis. A word longer than the line is
 * cut where it is full.
 */
export function wrapped(text: string, width: number, { ink, lines_max }: { ink: Ink; lines_max: number }): string[] {
  const fits = (line: string): boolean => textWidth(line, ink.face, ink.size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => pieces(each, fits))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer) || line === "") {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
    if (lines.length === lines_max) break;
  }
  if (lines.length < lines_max) return [...lines, line];
  const last = lines.at(-1) ?? "";
  return line === "" ? lines : [...lines.slice(0, -1), cutTo(`${last} ${line}`, fits)];
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const found: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && !fits(piece + letter)) {
      found.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...found, piece];
}

function cutTo(text: string, fits: (line: string) => boolean): string {
  const letters = Array.from(text);
  while (letters.length > 0 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
