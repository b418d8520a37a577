// What people attach: the golden receipts, and files that no honest phone makes.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { ROOT } from "#src/commands/programs.ts";
import { bytesOf, deflated, jpegHeader, pageOf, pdfOf } from "../unit/documents/files.ts";

export type Attachment = { bytes: Uint8Array<ArrayBuffer>; mime_type: string; filename: string };

/** @param name a file of test/golden/receipts, or one of those below */
export function attachment(name: string): Attachment {
  const made = MADE[name]?.() ?? readFileSync(`${ROOT}test/golden/receipts/${name}`);
  return {
    bytes: new Uint8Array(made),
    mime_type: MIME_TYPES[extname(name)] ?? "application/octet-stream",
    filename: name,
  };
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".pdf": "application/pdf",
};

const BOMB_BYTES = 64_000_000;

const MADE: Readonly<Record<string, () => Uint8Array>> = {
  "dañada.jpg": () => jpegHeader(800, 600),
  "vacía.jpg": () => new Uint8Array(),
  "cortada.jpg": () => readFileSync(`${ROOT}test/golden/receipts/boleta-almacen.jpg`).subarray(0, 9_000),
  "40-megapixeles.jpg": () => jpegHeader(8_000, 5_001),
  "con-clave.pdf": () => pdfOf([{ dictionary: "/Type /Catalog" }], "/Encrypt 9 0 R"),
  "bomba.pdf": () => pageOf("/Filter /FlateDecode", deflated(new Uint8Array(BOMB_BYTES))),
  "con-script.pdf": () => pdfOf([{ dictionary: "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>" }]),
  "programa.pdf": () => bytesOf(`MZ\u0090\u0000${"\u0000".repeat(500)}`),
};

/** A voice note that no other note equals: the stand-in transcriber knows a note by its bytes. */
export function voiceNote(): Uint8Array<ArrayBuffer> {
  const noise = crypto.getRandomValues(new Uint8Array(2_000));
  return new Uint8Array(Buffer.concat([Buffer.from("OggS\u0000\u0002"), noise]));
}
