// Stamps documents as the SII's manual does, with the sample folios it prints: genuine signatures, test environment.

import { createPrivateKey, createSign, type KeyObject } from "node:crypto";
import bwipjs from "bwip-js/node";
import manual from "./sii-manual-caf.json" with { type: "json" };

export type StampFields = {
  folio: number;
  /** YYYY-MM-DD */
  date: string;
  receiver: string;
  receiverName: string;
  total: number;
  item: string;
};

export const MANUAL_EXAMPLE: { dd: string; frmt: string } = manual.printed_example;

/** A TED of type 33 with the manual's CAF (issuer 97975000-5, folios 1 to 200). */
export function stamp(fields: StampFields): string {
  return stampWith({ fields, da: manual.caf_da, frma: manual.caf_frma, key: manualKey() });
}

export type CafMaterial = {
  fields: StampFields;
  da: string;
  frma: string;
  key: KeyObject;
  issuer?: string;
  type?: number;
};

/** A TED with any CAF, genuine or not. */
export function stampWith({ fields, da, frma, key, issuer = "97975000-5", type = 33 }: CafMaterial): string {
  const dd =
    `<DD><RE>${issuer}</RE><TD>${type}</TD><F>${fields.folio}</F><FE>${fields.date}</FE><RR>${fields.receiver}</RR>` +
    `<RSR>${fields.receiverName}</RSR><MNT>${fields.total}</MNT><IT1>${fields.item}</IT1>` +
    `<CAF version="1.0">${da}<FRMA algoritmo="SHA1withRSA">${frma}</FRMA></CAF><TSTED>${fields.date}T12:28:31</TSTED></DD>`;
  return signed(dd, key);
}

/** The TED around a DD, signed over its bytes in ISO-8859-1; `over` is what is signed where that is not the DD itself. */
export function signed(dd: string, key: KeyObject, over = dd): string {
  const frmt = createSign("sha1").update(Buffer.from(over, "latin1")).sign(key, "base64");
  return ted(dd, frmt);
}

export function ted(dd: string, frmt: string): string {
  return `<TED version="1.0">${dd}<FRMT algoritmo="SHA1withRSA">${frmt}</FRMT></TED>`;
}

export function manualKey(): KeyObject {
  return createPrivateKey({ key: Buffer.from(manual.caf_key_pkcs1_base64, "base64"), format: "der", type: "pkcs1" });
}

/** The stamp as a PNG: PDF417 at error level 5, bytes in ISO-8859-1, as the SII's print manual asks. */
export async function stampPng(text: string, pixelsPerModule = 3): Promise<Uint8Array> {
  return drawn({ bcid: "pdf417", text, eclevel: 5, columns: 18, binarytext: true, rowmult: 3, scale: pixelsPerModule });
}

/** The stamp as PDF operators, a filled box for each bar. @param module the width of one, in points */
export function stampBars(text: string, module: number): string {
  const [code] = bwipjs.raw({
    bcid: "pdf417",
    text,
    eclevel: 5,
    columns: 18,
    binarytext: true,
  } as never) as unknown as Matrix[];
  const { pixs, pixx } = code ?? { pixs: [], pixx: 1 };
  const boxes: string[] = [];
  for (let i = 0; i < pixs.length; i++) {
    const start = i;
    while (pixs[i] === 1 && (i + 1) % pixx !== 0 && pixs[i + 1] === 1) i += 1;
    if (pixs[start] !== 1) continue;
    const [column, row] = [start % pixx, Math.floor(start / pixx)];
    boxes.push(`${column * module} ${(200 - row) * module} ${(i - start + 1) * module} ${module} re f`);
  }
  return boxes.join("\n");
}

type Matrix = { pixs: number[]; pixx: number };

export async function qrPng(text: string, pixelsPerModule = 4): Promise<Uint8Array> {
  return drawn({ bcid: "qrcode", text, eclevel: "M", scale: pixelsPerModule });
}

/** The library's types leave out the options of single kinds of code. */
async function drawn(options: Record<string, unknown>): Promise<Uint8Array> {
  const all = { ...options, paddingwidth: 8, paddingheight: 8, backgroundcolor: "FFFFFF" };
  return new Uint8Array(await bwipjs.toBuffer(all as unknown as Parameters<typeof bwipjs.toBuffer>[0]));
}
