// An invoice on a sheet, as offices print it: the seller at the left, the box with RUT, kind and number at the right, the
// receiver in a frame, the items in a table, the totals under it.

import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Picture } from "#src/documents/read/picture.ts";
import { type Face, familyOf, penOn, pictureOf, registerFaces } from "./paint.ts";
import { amount, dayIn, idOf, PLACES, STREETS } from "./print.ts";
import type { Purchase } from "./purchase.ts";
import type { Chance } from "./random.ts";

/** Pixels. */
const WIDTH = 1_240;
const HEIGHT = 1_754;
const MARGIN = 60;

type Sheet = { pen: SKRSContext2D; face: Face; letter: number; chance: Chance };

/** The sheet of a Chilean invoice; only so much of its height as is printed. */
export function sheetOf(purchase: Purchase, face: Face, chance: Chance): Picture {
  registerFaces();
  const pen = penOn(WIDTH, HEIGHT);
  pen.strokeStyle = "#000000";
  const sheet: Sheet = { pen, face, letter: chance.pick([22, 24, 27]), chance };
  const below = foot(sheet, purchase, items(sheet, purchase, receiver(sheet, purchase, head(sheet, purchase))));
  const height = Math.min(HEIGHT, Math.ceil(below + MARGIN));
  return pictureOf(pen, WIDTH, height);
}

type Line = { x: number; y: number; bold?: boolean; size?: number; align?: "left" | "right" | "center" };

function write(
  { pen, face, letter }: Sheet,
  text: string,
  { x, y, bold = false, size = 1, align = "left" }: Line,
): void {
  pen.font = `${letter * size}px "${familyOf(face, bold)}"`;
  pen.textAlign = align;
  pen.fillText(text, x, y);
}

function frame({ pen }: Sheet, [x, y, wide, tall]: readonly [number, number, number, number], stroke: number): void {
  pen.lineWidth = stroke;
  pen.strokeRect(x, y, wide, tall);
}

function head(sheet: Sheet, purchase: Purchase): number {
  const { letter, chance } = sheet;
  const row = letter * 1.35;
  const top = MARGIN + letter;
  const wide = letter * chance.pick([14, 16]);
  const left = WIDTH - MARGIN - wide;
  frame(sheet, [left, MARGIN, wide, row * 4.6], chance.pick([2, 3, 4]));
  const said = [
    idOf(purchase.merchant_tax_id, "CL", chance),
    chance.pick(["FACTURA ELECTRONICA", "FACTURA ELECTRÓNICA"]),
    `${chance.pick(["N° ", "Nº ", "N°", "Nro. "])}${purchase.number}`,
  ];
  said.forEach((text, at) =>
    write(sheet, text, { x: left + wide / 2, y: top + row * (at + 0.7) * 1.15, bold: true, align: "center" }),
  );
  write(sheet, `S.I.I. - ${chance.pick(PLACES)}`, { x: left + wide / 2, y: MARGIN + row * 5.5, align: "center" });
  const own = [
    `Giro: ${chance.pick(["VENTA AL POR MAYOR", "FERRETERIA Y MATERIALES", "ALIMENTOS"])}`,
    `${chance.pick(STREETS)}, ${chance.pick(PLACES)}`,
    ...(chance.often(0.5) ? [`Fono: ${chance.whole(2_000_000, 2_999_999)}${chance.whole(10, 99)}`] : []),
  ];
  write(sheet, purchase.merchant, { x: MARGIN, y: top + letter * 0.2, bold: true, size: chance.pick([1, 1.2, 1.4]) });
  own.forEach((text, at) => write(sheet, text, { x: MARGIN, y: top + letter * 0.4 + row * (at + 1) }));
  return MARGIN + row * 6.6;
}

function receiver(sheet: Sheet, { receiver_tax_id, date }: Purchase, from: number): number {
  const { letter, chance } = sheet;
  const row = letter * 1.4;
  const day = `${chance.pick(["Fecha Emisión: ", "FECHA: ", "Fecha de emisión : "])}${dayIn(date, chance)}`;
  const isInside = chance.often(0.5);
  if (!isInside) write(sheet, day, { x: MARGIN, y: from + letter });
  const top = isInside ? from : from + row * 1.3;
  const lines = [
    `SEÑOR(ES): ${chance.pick(["JUAN PEREZ Y CIA LTDA", "SERVICIOS DEL SUR SPA", "CLIENTE FRECUENTE LTDA"])}`,
    idOf(receiver_tax_id ?? "", "CL", chance),
    `GIRO: ${chance.pick(["MINIMARKET", "CONSTRUCCION", "RESTAURANTE"])}`,
    ...(isInside ? [day] : []),
  ];
  if (chance.often(0.7))
    frame(sheet, [MARGIN, top, WIDTH - 2 * MARGIN, row * (lines.length + 0.6)], chance.pick([1, 2]));
  lines.forEach((text, at) => write(sheet, text, { x: MARGIN + letter * 0.6, y: top + row * (at + 1) }));
  return top + row * (lines.length + 1.3);
}

/** Where the columns of the table end, as a share of its width. */
const COLUMNS = [0.12, 0.6, 0.8, 1] as const;

function items(sheet: Sheet, purchase: Purchase, from: number): number {
  const { pen, letter, chance } = sheet;
  const row = letter * 1.6;
  const wide = WIDTH - 2 * MARGIN;
  const rules = chance.pick(["grid", "grid", "rows", "none"] as const);
  const rows = [
    ["Cant.", "Detalle", "P. Unit.", "Valor"],
    ...purchase.items.map(({ quantity, description, price_minor, amount_minor }) => [
      String(quantity),
      description,
      amount(price_minor, "CL"),
      amount(amount_minor, "CL"),
    ]),
  ];
  pen.lineWidth = chance.pick([1, 2]);
  const across = (y: number): void => pen.strokeRect(MARGIN, y, wide, 0);
  rows.forEach((cells, at) => {
    const y = from + row * at;
    if (rules !== "none") across(y);
    cells.forEach((text, column) => {
      const [begin, end] = [COLUMNS[column - 1] ?? 0, COLUMNS[column] ?? 1];
      const isAmount = column > 1 && at > 0;
      const x = MARGIN + wide * (isAmount ? end : begin) + (isAmount ? -letter * 0.5 : letter * 0.4);
      write(sheet, text, { x, y: y + row * 0.72, align: isAmount ? "right" : "left", bold: at === 0 });
    });
  });
  const bottom = from + row * rows.length;
  if (rules !== "none") across(bottom);
  if (rules === "grid")
    for (const share of [0, ...COLUMNS]) pen.strokeRect(MARGIN + wide * share, from, 0, bottom - from);
  return bottom + row;
}

function foot(sheet: Sheet, { net_minor, tax_minor, total_minor }: Purchase, from: number): number {
  const { letter, chance } = sheet;
  const row = letter * 1.5;
  const left = WIDTH * 0.62;
  const right = WIDTH - MARGIN - letter * 0.5;
  const sign = chance.pick(["$ ", "$", ""]);
  const sums = [
    [chance.pick(["MONTO NETO", "NETO", "Monto Neto"]), amount(net_minor ?? 0, "CL")],
    [chance.pick(["I.V.A. 19%", "IVA 19%", "19% I.V.A."]), amount(tax_minor ?? 0, "CL")],
    [chance.pick(["TOTAL", "TOTAL", "MONTO TOTAL"]), amount(total_minor, "CL")],
  ] as const;
  if (chance.often(0.4)) frame(sheet, [left - letter, from, WIDTH - MARGIN - left + letter, row * 3.5], 2);
  sums.forEach(([label, figure], at) => {
    const y = from + row * (at + 0.9);
    write(sheet, label, { x: left, y, bold: at === 2 });
    write(sheet, sign + figure, { x: right, y, align: "right", bold: at === 2 });
  });
  if (!chance.often(0.5)) return from + row * 4;
  write(sheet, "Timbre Electrónico SII", { x: MARGIN + letter * 2, y: from + row * 4.5, size: 0.8 });
  write(sheet, "Res. 80 de 2014 - Verifique documento: www.sii.cl", { x: MARGIN, y: from + row * 5.3, size: 0.8 });
  return from + row * 6;
}
