import { expect, test } from "vitest";
import { merge, type TextEvidence } from "#src/documents/read/merge.ts";
import { parseFiscalQr } from "#src/documents/read/fiscal-qr.ts";
import { readFields } from "#src/documents/read/text-fields.ts";
import { parseTimbre, type Timbre } from "#src/documents/read/timbre.ts";
import type { Judgement } from "#src/documents/read/timbre-verdict.ts";
import { stamp } from "../../golden/receipts/stamp.ts";
import { FACTURA_STAMP, TODAY } from "../../golden/receipts/truth.ts";

const CONTEXT = { country: "CL", today: TODAY };
const AUTHENTIC: Judgement = { verdict: "authentic", reasons: ["caf_signature_valid", "stamp_signature_valid"] };
const timbre = parseTimbre(stamp(FACTURA_STAMP)) as Timbre;

const print = (text: string, source: "pdf-text" | "ocr" = "pdf-text", certainty = 1): TextEvidence => {
  const lines = text.split("\n");
  const belief = { total: certainty, date: certainty };
  return { ...readFields(lines, CONTEXT), source, certainty, belief, agreed: { total: null, date: null }, lines };
};

test("a stamp says what the print only repeats", () => {
  const read = merge({ stamp: { timbre, judgement: AUTHENTIC }, qr: null, text: null, problems: [] }, CONTEXT);
  expect(read).toMatchObject({
    kind: "factura",
    read_from: "timbre",
    fields: {
      merchant: "RUT DE PRUEBA",
      merchant_tax_id: "97975000-5",
      receiver_tax_id: "76543210-3",
      number: "118",
      total_minor: 117_810,
      net_minor: null,
    },
    authenticity: AUTHENTIC,
  });
  expect(read.confidence.total).toBe(0.99);
});

test("a genuine stamp beside another printed total is not believed blindly", () => {
  const text = print("Comercial Los Andes SpA\nMonto Neto 990.000\nIVA 19% 188.100\nTotal 1.178.100");
  const read = merge({ stamp: { timbre, judgement: AUTHENTIC }, qr: null, text, problems: [] }, CONTEXT);
  expect(read).toMatchObject({
    fields: { total_minor: 117_810, net_minor: null, tax_minor: null },
    authenticity: { verdict: "authentic" },
  });
  expect(read.authenticity.reasons).toContain("printed_total_differs");
  expect(read.confidence.total).toBeLessThan(0.7);
});

test("an altered stamp's fields are shown, but not believed", () => {
  const judgement: Judgement = { verdict: "altered", reasons: ["stamp_signature_invalid"] };
  const read = merge({ stamp: { timbre, judgement }, qr: null, text: null, problems: [] }, CONTEXT);
  expect(read.confidence.overall).toBeLessThan(0.4);
});

test("a doubtful print gives no name to a stamp", () => {
  const text = print("C0mercia1 Lcs Andss\nTotal 117.810", "ocr", 0.55);
  const read = merge({ stamp: { timbre, judgement: AUTHENTIC }, qr: null, text, problems: [] }, CONTEXT);
  expect(read.fields.merchant).toBe("RUT DE PRUEBA");
});

test("a close-up of a stamp names nobody but who stamped it", () => {
  const text = print("Forma de pago Crédito\nTimbre Electrónico Sil\nTotal 117.810", "ocr", 0.9);
  const read = merge({ stamp: { timbre, judgement: AUTHENTIC }, qr: null, text, problems: [] }, CONTEXT);
  expect(read.fields.merchant).toBe("RUT DE PRUEBA");
});

test("the printed name stands where the tax id of who stamped is printed with it", () => {
  const text = print("Comercial Los Andes SpA\nR.U.T.: 97.975.000-5\nTotal 117.810", "ocr", 0.9);
  const read = merge({ stamp: { timbre, judgement: AUTHENTIC }, qr: null, text, problems: [] }, CONTEXT);
  expect(read.fields.merchant).toBe("Comercial Los Andes SpA");
});

test("a fiscal code of another country than the sender's keeps its own currency", () => {
  const qr = parseFiscalQr("20131312955|03|B001|00004521|6.61|43.30|2026-11-16|1|45678912|");
  const read = merge({ stamp: null, qr, text: null, problems: [] }, CONTEXT);
  expect(read).toMatchObject({
    kind: "boleta",
    read_from: "qr",
    authenticity: { verdict: "not_applicable" },
    fields: { currency: "PEN", total_minor: 4_330, net_minor: 3_669, tax_minor: 661, merchant_tax_id: "20131312955" },
  });
});

test("the same words are believed less from OCR than from a PDF's own text", () => {
  const text = "DOÑA ROSA\n18/11/2026\nTOTAL $5.000";
  expect(sureness(print(text))).toBeGreaterThan(sureness(print(text, "ocr", 0.9)));
  expect(sureness(print(text, "ocr", 0.9))).toBeGreaterThan(sureness(print(text, "ocr", 0.65)));
});

function sureness(text: TextEvidence): number {
  return merge({ stamp: null, qr: null, text, problems: [] }, CONTEXT).confidence.total;
}
