// A receipt of each country that prints a QR, as a messenger sends it: soft, askew and compressed to JPEG 50.

import { beforeAll, expect, test, vi } from "vitest";
import { brazilianDigit, nitCheckDigit } from "#kernel";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import type { Picture } from "#src/documents/read/picture.ts";
import { CLAVE, COLOMBIAN, CUFE, MEXICAN, uruguayan, VOUCHER, argentine } from "../../unit/documents/fiscal/codes.ts";
import { fromPng, toJpeg } from "../receipts/darkroom.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { qrPng } from "../receipts/stamp.ts";
import { taken } from "./degrade.ts";
import { painted } from "./paint.ts";
import type { Row } from "./print.ts";
import { READ_ON } from "./purchase.ts";
import { chanceOf } from "./random.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let engines: Engines;

beforeAll(async () => {
  engines = await nodeEngines();
});

const CHAVE_BODY = "2926110633708700157965011000230345122576130";
const NFCE = `http://nfe.sefaz.ba.gov.br/servicos/nfce/qrcode.aspx?p=${CHAVE_BODY}${brazilianDigit(CHAVE_BODY, 9)}`;

const row = (left: string, right: string): Row => ({ left, right });
const title = (middle: string): Row => ({ middle, bold: true });

type Printed = { country: string; qr: string; rows: Row[]; expected: object };

const PAPERS: readonly Printed[] = [
  {
    country: "PE",
    qr: "20131312955|03|B001|00004521|6.61|43.30|2026-11-16|1|45678912|",
    rows: [
      title("BODEGA SAN MARTIN S.A.C."),
      { middle: "RUC: 20131312955" },
      title("BOLETA DE VENTA ELECTRONICA"),
      { middle: "B001-00004521" },
      row("FECHA DE EMISION", "16/11/2026"),
      row("ARROZ COSTEÑO 5KG", "24.90"),
      row("ACEITE PRIMOR 1L", "18.40"),
      row("OP. GRAVADA", "S/ 36.69"),
      row("IGV 18%", "S/ 6.61"),
      row("IMPORTE TOTAL", "S/ 43.30"),
    ],
    expected: {
      kind: "boleta",
      fields: { merchant_tax_id: "20131312955", number: "4521", total_minor: 4_330, date: "2026-11-16" },
    },
  },
  {
    country: "AR",
    qr: argentine(VOUCHER),
    rows: [
      title("LIBRERIA DEL SUR S.R.L."),
      { middle: "C.U.I.T.: 30-71234567-1" },
      title("FACTURA B"),
      row("FECHA", "14/11/2026"),
      row("RESMA A4", "8.450,00"),
      row("CARPETA OFICIO", "3.312,33"),
      row("TOTAL", "$ 11.762,33"),
    ],
    expected: {
      kind: "factura",
      fields: { merchant_tax_id: "30712345671", number: "12345", total_minor: 1_176_233, currency: "ARS" },
    },
  },
  {
    country: "MX",
    qr: MEXICAN,
    rows: [
      title("ALIMENTOS GOYA"),
      { middle: "RFC: GOYA780416GM0" },
      title("FACTURA"),
      row("FECHA", "12/11/2026"),
      row("SUBTOTAL", "$2,223.21"),
      row("IVA 16%", "$355.72"),
      row("TOTAL", "$2,578.93"),
    ],
    expected: {
      kind: "factura",
      fields: { merchant_tax_id: "GOYA780416GM0", total_minor: 257_893, currency: "MXN", date: "2026-11-12" },
    },
  },
  {
    country: "UY",
    qr: uruguayan("101"),
    rows: [
      title("SUPERMERCADO DEL PUERTO S.A."),
      { middle: "RUT 215080550011" },
      title("e-Ticket A 424298"),
      row("FECHA", "16/11/2026"),
      row("YERBA 1KG", "407,00"),
      row("ASADO", "600,00"),
      row("TOTAL $", "1.007,00"),
    ],
    expected: {
      kind: "boleta",
      fields: { merchant_tax_id: "215080550011", series: "A", number: "424298", total_minor: 100_700, currency: "UYU" },
    },
  },
  {
    country: "CO",
    qr: COLOMBIAN,
    rows: [
      title("TIENDA LA ESPIGA S.A.S."),
      { middle: `NIT 800231602-${nitCheckDigit("800231602")}` },
      title("FACTURA ELECTRONICA DE VENTA"),
      { middle: "CED57157" },
      row("FECHA", "16/11/2026"),
      row("SUBTOTAL", "111.724,50"),
      row("IVA 19%", "21.227,66"),
      row("TOTAL", "$ 132.952,16"),
      { middle: `CUFE: ${CUFE.slice(0, 30)}` },
    ],
    expected: {
      kind: "factura",
      fields: { merchant_tax_id: "800231602-7", number: "57157", total_minor: 13_295_216, net_minor: 11_172_450 },
    },
  },
  {
    country: "EC",
    qr: CLAVE,
    rows: [
      title("GERARDO ORTIZ E HIJOS CIA LTDA"),
      { middle: "RUC: 0190072002001" },
      title("FACTURA No. 002-902-000487498"),
      row("FECHA EMISION", "03/12/2022"),
      row("SUBTOTAL 12%", "13.81"),
      row("IVA 12%", "1.66"),
      row("VALOR TOTAL", "15.47"),
    ],
    expected: {
      kind: "factura",
      fields: { merchant_tax_id: "0190072002001", number: "487498", total_minor: 1_547, date: "2022-12-03" },
    },
  },
  {
    country: "BR",
    qr: `${NFCE}|2|1|1|E7977D66A1B2C3D4E5F60718293A4B5C6D7E8F90`,
    rows: [
      title("PADARIA SOL LTDA"),
      { middle: "CNPJ 06.337.087/0015-79" },
      title("CUPOM NFC-e No. 230345 SERIE 11"),
      row("EMISSAO", "16/11/2026 10:12:13"),
      row("PAO FRANCES", "17,90"),
      row("CAFE 500G", "40,00"),
      row("TOTAL R$", "57,90"),
    ],
    expected: {
      kind: "boleta",
      fields: { merchant_tax_id: "06337087001579", number: "230345", total_minor: 5_790, date: "2026-11-16" },
    },
  },
];

test.each(PAPERS)("reads a receipt of $country by its code and its print", async ({ country, qr, rows, expected }) => {
  const paper = painted(rows, { face: "dejavu-mono", letter: 30, columns: 36 });
  const picture = taken(below(paper, await fromPng(await qrPng(qr))), TAKING, chanceOf(7));
  const read = await readDocument(await toJpeg(picture, TAKING.quality), { country, today: READ_ON }, engines);
  expect(read).toMatchObject({ ok: true, value: { read_from: "qr", ...expected } });
});

const TAKING = {
  tilt: 2,
  perspective: 0.02,
  blur: 0.7,
  shadow: 0.2,
  fade: 0.1,
  folds: 0,
  noise: 3,
  side: 1_600,
  quality: 50,
  background: true,
};

/** The code under the print, in the middle of the strip, which grows where the code is wider. */
function below(paper: Picture, code: Picture): Picture {
  const gap = 40;
  const width = Math.max(paper.width, code.width + 2 * gap);
  const height = paper.height + code.height + 2 * gap;
  const gray = new Uint8Array(width * height).fill(255);
  const put = (part: Picture, left: number, top: number): void => {
    for (let y = 0; y < part.height; y++) {
      gray.set(part.gray.subarray(y * part.width, (y + 1) * part.width), (top + y) * width + left);
    }
  };
  put(paper, Math.floor((width - paper.width) / 2), 0);
  put(code, Math.floor((width - code.width) / 2), paper.height + gap);
  return { width, height, gray };
}
