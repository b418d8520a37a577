import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import type { Extraction } from "#src/documents/extraction.ts";
import { creditOf } from "#src/documents/proof.ts";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { seemsTwoPapers } from "#src/documents/two-papers.ts";
import { crop, quarterTurn, type Picture, scale, turn } from "#src/documents/read/picture.ts";
import { deflated, pageOf, scannedPages, scannedPdf } from "../../unit/documents/files.ts";
import { blurred, toJpeg } from "./darkroom.ts";
import { nodeEngines } from "./node-engines.ts";
import { stamp, stampBars } from "./stamp.ts";
import { FACTURA_STAMP, TODAY } from "./truth.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let engines: Engines;
/** Of the height of `boleta-sodimac.jpg`. */
const BETWEEN_ITEMS_AND_TOTAL = 0.403;

beforeAll(async () => {
  engines = await nodeEngines();
});

test("the words' model is the file whose origin its README tells", async () => {
  const folder = new URL("../../../src/documents/read/model/", import.meta.url).pathname;
  const packed = await readFile(`${folder}spa.traineddata.gz`);
  const origin = await readFile(`${folder}README.md`, "utf8");
  for (const bytes of [packed, gunzipSync(packed)]) {
    expect(origin).toContain(createHash("sha256").update(bytes).digest("hex"));
  }
});

test("reads a photographed boleta without stamp", async () => {
  const read = await extraction(await file("boleta-sodimac.jpg"));
  expect(read).toMatchObject({
    kind: "boleta",
    read_from: "ocr",
    fields: {
      merchant: "SODIMAC S.A.",
      merchant_tax_id: "96792430-K",
      receiver_tax_id: null,
      number: "482913377",
      date: "2026-11-18",
      currency: "CLP",
      total_minor: 45_670,
      net_minor: 38_378,
      tax_minor: 7_292,
      category: "mantencion",
    },
    authenticity: { verdict: "not_applicable", reasons: [] },
    quality: { readable: true, problems: [] },
  });
  expect(read.fields.items.map((item) => item.amount_minor)).toEqual([29_990, 4_980, 8_990, 1_710]);
  expect(read.confidence.total).toBeGreaterThan(0.9);
});

test("reads a boleta paid in cash", async () => {
  expect(await extraction(await file("boleta-almacen.jpg"))).toMatchObject({
    kind: "boleta",
    fields: {
      merchant: "ALMACEN DOÑA ROSA E.I.R.L.",
      merchant_tax_id: "76543210-3",
      number: "10482",
      date: "2026-11-17",
      total_minor: 6_630,
    },
  });
});

test("reads a card voucher", async () => {
  expect(await extraction(await file("voucher-copec.jpg"))).toMatchObject({
    kind: "comprobante",
    fields: { merchant_tax_id: "99520000-7", date: "2026-11-15", total_minor: 32_500, category: "combustible" },
  });
});

const FACTURA = {
  kind: "factura",
  fields: {
    merchant: "Comercial Los Andes SpA",
    merchant_tax_id: "97975000-5",
    receiver_tax_id: "76543210-3",
    number: "118",
    date: "2026-11-18",
    total_minor: 117_810,
    net_minor: 99_000,
    tax_minor: 18_810,
    category: "insumos",
    items: [
      { description: "Caja de cartón 40x30x30", quantity: 10, amount_minor: 89_000 },
      { description: "Cinta de embalaje 48 mm", quantity: 4, amount_minor: 10_000 },
    ],
  },
};

test("reads an invoice by its stamp and fills the rest from its print", async () => {
  const stamped = { ...FACTURA, read_from: "timbre", authenticity: { verdict: "test_document" } };
  for (const name of ["factura-timbre.jpg", "factura-timbre.pdf"]) {
    const read = await extraction(await file(name));
    expect(read).toMatchObject(stamped);
    // A stamp says nothing of when it is paid.
    expect(creditOf(read)).toEqual({ days: 30, due: "2026-12-18" });
  }
});

test("reads the text of a PDF", async () => {
  expect(await extraction(await file("factura-texto.pdf"))).toMatchObject({ ...FACTURA, read_from: "pdf-text" });
});

test("reads a scan inside a PDF", async () => {
  const scan = scannedPdf(await file("factura-timbre.jpg"), { width: 1_600, height: 2_070 });
  // Of words a letter may be another; figures are held against the stamp.
  const items = FACTURA.fields.items.map(({ quantity, amount_minor }) => ({ quantity, amount_minor }));
  const stamped = { ...FACTURA, fields: { ...FACTURA.fields, items }, read_from: "timbre" };
  expect(await extraction(scan)).toMatchObject(stamped);
  const boleta = await file("boleta-sodimac.jpg");
  const read = await extraction(scannedPdf(boleta, await sizeOf(boleta)));
  expect(read).toMatchObject({ read_from: "ocr", fields: { total_minor: 45_670, merchant_tax_id: "96792430-K" } });
});

test("reads a receipt whose scan goes on over a second page", async () => {
  const boleta = await engines.decode("jpeg", await file("boleta-sodimac.jpg"));
  const middle = Math.round(boleta.height * BETWEEN_ITEMS_AND_TOTAL);
  const halves = await Promise.all([
    scanned(crop(boleta, { left: 0, right: boleta.width, top: 0, bottom: middle })),
    scanned(crop(boleta, { left: 0, right: boleta.width, top: middle, bottom: boleta.height })),
  ]);
  expect((await extraction(scannedPages([halves[0]]))).fields.total_minor).toBeNull();
  expect(await extraction(scannedPages(halves))).toMatchObject({
    read_from: "ocr",
    fields: { merchant_tax_id: "96792430-K", number: "482913377", date: "2026-11-18", total_minor: 45_670 },
  });
});

test("of a scan with another receipt on the second page reads the first, and keeps the words of both", async () => {
  const names = ["boleta-sodimac.jpg", "boleta-almacen.jpg"];
  const scans = await Promise.all(names.map(async (name) => scanned(await engines.decode("jpeg", await file(name)))));
  const read = await extraction(scannedPages(scans));
  expect(read).toMatchObject({ fields: { number: "482913377", total_minor: 45_670 } });
  expect(read.text).toContain("10482");
  expect(seemsTwoPapers(read)).toBe(true);
});

test("reads a stamp that a PDF draws bar by bar", async () => {
  const content = `q 0.8 0 0 0.8 40 60 cm 0 g ${stampBars(stamp(FACTURA_STAMP), 0.55)} Q`;
  const pdf = pageOf(
    "/Filter /FlateDecode",
    deflated(`BT /F1 12 Tf 72 700 Td (FACTURA ELECTRONICA N 118 de Comercial Los Andes SpA) Tj ET ${content}`),
  );
  expect(await extraction(pdf)).toMatchObject({
    kind: "factura",
    read_from: "timbre",
    fields: { merchant_tax_id: "97975000-5", number: "118", total_minor: 117_810 },
    authenticity: { verdict: "test_document" },
  });
});

test("reads a Peruvian boleta by its code", async () => {
  expect(await extraction(await file("boleta-peru-qr.jpg"), "PE")).toMatchObject({
    kind: "boleta",
    read_from: "qr",
    fields: {
      merchant: "BODEGA SAN MARTIN S.A.C.",
      merchant_tax_id: "20131312955",
      series: "B001",
      number: "4521",
      date: "2026-11-16",
      currency: "PEN",
      total_minor: 4_330,
      net_minor: 3_669,
      tax_minor: 661,
    },
  });
});

test("reads an Argentine factura by its code", async () => {
  expect(await extraction(await file("tique-argentina-qr.jpg"), "AR")).toMatchObject({
    kind: "factura",
    read_from: "qr",
    fields: {
      merchant: "LIBRERIA DEL SUR S.R.L.",
      merchant_tax_id: "30712345671",
      series: "0003",
      number: "12345",
      currency: "ARS",
      total_minor: 1_176_233,
    },
  });
});

test.each([
  ["lying on its side", (picture: Picture) => quarterTurn(picture)],
  ["upside down", (picture: Picture) => quarterTurn(quarterTurn(picture))],
  ["tilted by three degrees", (picture: Picture) => turn(picture, 3)],
  ["half as large", (picture: Picture) => scale(picture, 0.6)],
])("reads a boleta %s", async (_, change) => {
  const picture = change(await engines.decode("jpeg", await file("boleta-sodimac.jpg")));
  expect((await extraction(await toJpeg(picture, 80))).fields).toMatchObject({
    total_minor: 45_670,
    date: "2026-11-18",
  });
});

test.each([
  ["the right", { right: 0.86 }],
  ["the left", { left: 0.14 }],
])("a boleta whose photo ends too early on %s is never sure", async (_, sides) => {
  const photo = await engines.decode("jpeg", await file("boleta-sodimac.jpg"));
  const { left, right } = { left: 0, right: 1, ...sides };
  const box = { top: 0, bottom: photo.height, left: left * photo.width, right: right * photo.width };
  const read = await extraction(await toJpeg(crop(photo, box), 80));
  expect(read.quality.problems).toContain("cropped");
  expect(Math.max(read.confidence.total, read.confidence.date)).toBeLessThan(0.9);
});

test("says of a blurred photo that it is blurred, and reads nothing into it", async () => {
  const picture = blurred(await engines.decode("jpeg", await file("boleta-sodimac.jpg")), 7);
  const answer = await readDocument(await toJpeg(picture, 70), { country: "CL", today: TODAY }, engines);
  expect(answer).toMatchObject({ ok: false, error: { code: "unreadable", problems: ["blur"] } });
});

test("says of a picture without a word that it is unreadable", async () => {
  const wall: Picture = {
    width: 900,
    height: 700,
    gray: new Uint8Array(630_000).map((_, i) => 180 + ((i * 7919) % 23)),
  };
  expect(await code(await toJpeg(wall, 80))).toBe("unreadable");
});

test.each([
  ["a JPEG cut off after its header", async () => (await file("boleta-sodimac.jpg")).slice(0, 700)],
  ["a PNG of noise behind its header", async () => pngOfNoise()],
  ["a PDF of nothing but its header", async () => new TextEncoder().encode("%PDF-1.7\n%%EOF")],
])("calls %s corrupt", async (_, make) => {
  const start = performance.now();
  expect(await code(await make())).toBe("corrupt");
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("noise does not keep the engines busy", async () => {
  const noise: Picture = {
    width: 1_600,
    height: 1_200,
    gray: new Uint8Array(1_920_000).map((_, i) => Math.imul(i, 2_654_435_761) >>> 24),
  };
  const before = process.cpuUsage();
  expect(await code(await toJpeg(noise, 50))).toBe("unreadable");
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
});

test("calls a PDF of an empty page unreadable", async () => {
  expect(await code(pageOf("/Filter /FlateDecode", deflated("q Q")))).toBe("unreadable");
});

test("engines dropped after a large page come back for the next", async () => {
  engines.release();
  expect((await extraction(await file("voucher-copec.jpg"))).fields.total_minor).toBe(32_500);
});

async function extraction(bytes: Uint8Array, country = "CL"): Promise<Extraction> {
  const answer = await readDocument(bytes, { country, today: TODAY }, engines);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  return answer.value;
}

async function code(bytes: Uint8Array): Promise<string> {
  const answer = await readDocument(bytes, { country: "CL", today: TODAY }, engines);
  return answer.ok ? "read" : answer.error.code;
}

async function file(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(name, import.meta.url).pathname));
}

const scanned = async (page: Picture) => ({ jpeg: await toJpeg(page, 85), size: page });

async function sizeOf(jpeg: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height } = await engines.decode("jpeg", jpeg);
  return { width, height };
}

function pngOfNoise(): Uint8Array {
  const bytes = new Uint8Array(900).map((_, i) => (i * 131) & 255);
  bytes.set([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0, 0, 0, 2, 0, 8, 0,
    0, 0, 0,
  ]);
  return bytes;
}
