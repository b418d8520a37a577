// The papers on which stamps are printed: the stamp alone, a strip around it, a whole factura, a boleta on its roll.

import bwipjs from "bwip-js/node";
import type { Picture } from "#src/documents/read/picture.ts";
import { painted } from "../pictures/paint.ts";
import type { Row } from "../pictures/print.ts";
import type { Chance } from "../pictures/random.ts";
import type { DrawnStamp, StampTruth } from "./kinds.ts";

export type PaperKind = "alone" | "labelled" | "strip" | "page" | "boleta";

/** Pixels of the paper for one module of its code. */
export const PAPER_MODULE = 3;
/** Modules of white around a code, the least that is printed. */
const QUIET = 4;

/** Draws a paper. @param columns of the code's own data, 1–30: 18 are usual on a page, 10 to 12 on a roll */
export function paperOf(
  kind: PaperKind,
  drawn: DrawnStamp,
  { columns, chance }: { columns: number; chance: Chance },
): Picture {
  const code = barsOf(drawn.ted, columns, chance.pick([2, 3, 3, 4]));
  if (kind === "alone") return code;
  const letter = kind === "page" ? 46 : kind === "boleta" ? 54 : 44;
  const room = kind === "page" ? code.width / 0.47 : kind === "boleta" ? code.width * 1.1 : code.width * 1.25;
  const styled = { face: "roboto-condensed", letter, columns: Math.round(room / (letter * 0.46)) } as const;
  const below = painted(LABEL, styled);
  const above = kind === "labelled" ? null : painted(printed(kind, drawn.truth, chance), styled);
  return stacked([above, code, below].filter((part) => part !== null));
}

const LABEL: readonly Row[] = [
  { middle: "Timbre Electrónico SII" },
  { middle: "Res. 80 de 2014 - Verifique documento: www.sii.cl" },
];

function printed(kind: PaperKind, truth: StampTruth, chance: Chance): Row[] {
  const money = truth.total.toLocaleString("es-CL");
  const sums: Row[] = [{ left: "TOTAL", right: `$ ${money}`, bold: true }, { rule: true }];
  if (kind === "strip") return [{ left: "Forma de pago: Crédito", right: "Observaciones:" }, ...sums];
  const lines = kind === "page" ? 22 : 4;
  return [
    { middle: truth.issuerName, bold: true, size: 1.3 },
    { middle: `R.U.T.: ${truth.issuer}` },
    { middle: `FACTURA ELECTRONICA N° ${truth.folio}` },
    { left: `Fecha: ${truth.date.split("-").toReversed().join("/")}` },
    { rule: true },
    ...Array.from({ length: lines }, (): Row => ({
      left: chance.pick(["Caja de cartón", "Cinta de embalaje 48 mm", "Flete a regiones", "Tornillo 1/2 x 100"]),
      right: chance.whole(1_000, 99_000).toLocaleString("es-CL"),
    })),
    ...sums,
  ];
}

type Matrix = { pixs: number[]; pixx: number; pixy: number };

/** The bars of a stamp: level 5, a byte for each character. @param rows modules that a row of the code is high */
function barsOf(ted: string, columns: number, rows: number): Picture {
  const options = { bcid: "pdf417", text: ted, eclevel: 5, columns, binarytext: true };
  const [matrix] = bwipjs.raw(options as never) as unknown as Matrix[];
  const { pixs, pixx, pixy } = matrix as Matrix;
  const width = (pixx + 2 * QUIET) * PAPER_MODULE;
  const tall = rows * PAPER_MODULE;
  const height = pixy * tall + 2 * QUIET * PAPER_MODULE;
  const gray = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < pixy * tall; y++) {
    const row = Math.floor(y / tall) * pixx;
    const start = (y + QUIET * PAPER_MODULE) * width + QUIET * PAPER_MODULE;
    for (let x = 0; x < pixx * PAPER_MODULE; x++)
      if (pixs[row + Math.floor(x / PAPER_MODULE)] === 1) gray[start + x] = INK;
  }
  return { width, height, gray };
}

const INK = 18;

/** One below the other, each in the middle. */
function stacked(parts: readonly Picture[]): Picture {
  const width = Math.max(...parts.map((part) => part.width));
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  const gray = new Uint8Array(width * height).fill(255);
  let top = 0;
  for (const part of parts) {
    const left = Math.floor((width - part.width) / 2);
    for (let y = 0; y < part.height; y++) {
      gray.set(part.gray.subarray(y * part.width, (y + 1) * part.width), (top + y) * width + left);
    }
    top += part.height;
  }
  return { width, height, gray };
}
