// Rows of text as dark pixels on white, as a thermal printer burns them.

import { readdirSync } from "node:fs";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { grayOf, type Picture } from "#src/documents/read/picture.ts";
import type { Row } from "./print.ts";

/** Faces that come with the project, so that a picture is the same on every machine. */
const PACKAGES = ["dejavu-mono", "inconsolata", "share-tech-mono", "roboto-condensed"] as const;
export type Face = (typeof PACKAGES)[number];
export const FACES: readonly Face[] = PACKAGES;

let registered = false;

/** Makes the faces known to every canvas. */
export function registerFaces(): void {
  if (registered) return;
  registered = true;
  for (const name of PACKAGES) {
    const folder = new URL(`../../../node_modules/@fontsource/${name}/files/`, import.meta.url).pathname;
    for (const weight of [400, 700]) {
      const file = readdirSync(folder).find((each) => each.endsWith(`-latin-${weight}-normal.woff2`));
      if (file) GlobalFonts.registerFromPath(folder + file, `${name}-${weight}`);
    }
  }
}

export type Paper = {
  face: Face;
  /** Pixels of the usual letter. */ letter: number;
  /** Letters on a row. */ columns: number;
};

/** The rows on a strip of paper with a margin. */
export function painted(rows: readonly Row[], { face, letter, columns }: Paper): Picture {
  registerFaces();
  const advance =
    face === "roboto-condensed" ? 0.46 : face === "inconsolata" ? 0.5 : face === "share-tech-mono" ? 0.54 : 0.602;
  const margin = Math.round(letter * 1.6);
  const width = Math.round(columns * letter * advance) + 2 * margin;
  const spacing = letter * 1.38;
  const height =
    Math.round(rows.reduce((sum, row) => sum + spacing * (row.rule ? 0.7 : (row.size ?? 1)), 0)) + 2 * margin;
  const pen = penOn(width, height);
  let y = margin;
  for (const row of rows) {
    y += spacing * (row.rule ? 0.7 : (row.size ?? 1));
    if (row.rule) pen.fillRect(margin, y - letter * 0.45, width - 2 * margin, Math.max(1, letter / 14));
    else write(pen, row, { face, letter, margin, width, y: y - letter * 0.35 });
  }
  return pictureOf(pen, width, height);
}

/** Black, on white paper of so many pixels. */
export function penOn(width: number, height: number): SKRSContext2D {
  const pen = createCanvas(width, height).getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#000000";
  return pen;
}

/** The upper left part of what was drawn. */
export function pictureOf(pen: SKRSContext2D, width: number, height: number): Picture {
  return grayOf(pen.getImageData(0, 0, width, height).data, { width, height, channels: 4 });
}

/** The name of a face on a canvas; regular where there is no bold one. */
export function familyOf(face: Face, bold: boolean): string {
  return bold && GlobalFonts.has(`${face}-700`) ? `${face}-700` : `${face}-400`;
}

type Place = { face: Face; letter: number; margin: number; width: number; y: number };

function write(pen: SKRSContext2D, row: Row, { face, letter, margin, width, y }: Place): void {
  const family = familyOf(face, row.bold ?? false);
  let size = letter * (row.size ?? 1);
  const room = width - 2 * margin;
  const measure = (): number => {
    pen.font = `${size}px "${family}"`;
    return pen.measureText(row.middle ?? `${row.left ?? ""}  ${row.right ?? ""}`).width;
  };
  // A printer would break the line; a smaller letter keeps the row whole.
  while (measure() > room && size > letter * 0.6) size *= 0.95;
  if (row.middle !== undefined) pen.fillText(row.middle, margin + Math.max(0, (room - measure()) / 2), y);
  if (row.left !== undefined) pen.fillText(row.left, margin, y);
  if (row.right !== undefined) pen.fillText(row.right, margin + room - pen.measureText(row.right).width, y);
}
