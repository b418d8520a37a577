// What people attach: the golden receipts, and files that no honest phone makes.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { ROOT } from "#src/commands/programs.ts";
import { dte, envelope, file as dteFile } from "../golden/dte/make.ts";
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
  ".avif": "image/avif",
  ".pdf": "application/pdf",
  ".xml": "text/xml",
};

type Printed = {
  title: string;
  seller: string;
  rut: string;
  folio: number;
  total: number;
  item: string;
  receiver?: string;
  tax?: boolean;
  /** A line of its own below the head. */
  says?: string;
};

/** A paper of today as a cash register writes it into a PDF. Of a longer one each line stands 14 points lower. */
function printed({ title, seller, rut, folio, total, item, receiver, tax = false, says }: Printed): Uint8Array {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Santiago" }).format(Date.now());
  const pesos = (amount: number): string => `$${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
  const net = Math.round(total / 1.19);
  const lines = [
    seller,
    `R.U.T.: ${rut}`,
    `${title} N° ${folio}`,
    `Fecha: ${today.split("-").toReversed().join("/")}`,
    ...(receiver === undefined ? [] : [`Señor(es): Taller de Prueba Ltda`, `RUT cliente: ${receiver}`]),
    ...(says === undefined ? [] : [says]),
    `1 ${item} ${pesos(tax ? net : total)}`,
    ...(tax ? [`NETO ${pesos(net)}`, `IVA 19% ${pesos(total - net)}`] : []),
    `TOTAL ${pesos(total)}`,
  ];
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, "")}) Tj 0 -14 Td`).join("\n");
  return pageOf("", bytesOf(`BT /F1 11 Tf 40 740 Td\n${shown}\nET`));
}

const SODIMAC = { seller: "SODIMAC S.A.", rut: "96.792.430-K", item: "TALADRO PERCUTOR 650W", total: 45_670 };

const LACTEOS = { seller: "LACTEOS DEL SUR LTDA", rut: "97.975.000-5", item: "QUESO MANTECOSO", tax: true };

const BOMB_BYTES = 64_000_000;

const MADE: Readonly<Record<string, () => Uint8Array>> = {
  "factura.xml": () => dteFile(dte({ folio: 61, idDoc: "<FmaPago>2</FmaPago><FchVenc>2026-12-18</FchVenc>" })),
  "factura-alterada.xml": () => dteFile(dte({ folio: 62 }).replace("<MntTotal>45670<", "<MntTotal>15670<")),
  "envio-de-dos.xml": () => dteFile(envelope([dte({ folio: 63 }), dte({ folio: 64, net: 10_000, tax: 1_900 })])),
  "boleta-de-hoy.pdf": () => printed({ ...SODIMAC, title: "BOLETA ELECTRONICA", folio: 482_913_001 }),
  "boleta-segunda.pdf": () => printed({ ...SODIMAC, title: "BOLETA ELECTRONICA", folio: 482_913_002 }),
  "boleta-harina.pdf": () =>
    printed({ ...SODIMAC, title: "BOLETA ELECTRONICA", folio: 482_913_003, item: "HARINA 25KG", total: 18_990 }),
  "factura-de-hoy.pdf": () =>
    printed({ ...SODIMAC, title: "FACTURA ELECTRONICA", folio: 7_118, receiver: "76.543.210-3", tax: true }),
  "factura-a-credito.pdf": () =>
    printed({
      ...LACTEOS,
      title: "FACTURA ELECTRONICA",
      folio: 88_123,
      total: 107_100,
      says: "Forma de pago: Credito",
    }),
  "nota-de-credito.pdf": () =>
    printed({
      ...LACTEOS,
      title: "NOTA DE CREDITO ELECTRONICA",
      folio: 331,
      total: 10_710,
      says: "Referencia: Factura Electronica N° 88123",
    }),
  "guia.pdf": () => printed({ ...LACTEOS, title: "GUIA DE DESPACHO ELECTRONICA", folio: 550, total: 107_100 }),
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
