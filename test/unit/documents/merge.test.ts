import { expect, test } from "vitest";
import { merge, type TextEvidence } from "#src/documents/read/merge.ts";
import { parseFiscalQr } from "#src/documents/read/fiscal-qr.ts";
import { readOf } from "#src/documents/read/tax-codes.ts";
import { evidenceOf } from "#src/documents/read/text-evidence.ts";
import { readFields } from "#src/documents/read/text-fields.ts";
import { parseTimbre, type Timbre } from "#dte";
import type { Judgement } from "#dte";
import { stamp } from "../../golden/receipts/stamp.ts";
import { FACTURA_STAMP, TODAY } from "../../golden/receipts/truth.ts";
import { readAccessKey } from "#src/documents/read/fiscal/ecuador.ts";
import { printedKey } from "#src/documents/read/fiscal/printed-key.ts";
import { BRAZILIAN, CHAVE, chaveOf, CLAVE, CUFE, SEARCH } from "./fiscal/codes.ts";

const CONTEXT = { country: "CL", today: TODAY };
const AUTHENTIC: Judgement = { verdict: "authentic", reasons: ["caf_signature_valid", "stamp_signature_valid"] };
const timbre = parseTimbre(stamp(FACTURA_STAMP)) as Timbre;

const print = (text: string, source: "pdf-text" | "ocr" = "pdf-text", certainty = 1): TextEvidence => {
  const lines = text.split("\n");
  return {
    ...readFields(lines, CONTEXT),
    source,
    certainty,
    belief: certainty,
    agreed: { total: null, date: null },
    cut: { total: false, date: false },
    lines,
  };
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

test("a test stamp gives a paper no name while the paper prints its own", () => {
  const judgement: Judgement = { verdict: "test_document", reasons: ["certification_key"] };
  const merchantOf = (text: string | null) =>
    merge({ stamp: { timbre, judgement }, qr: null, text: text === null ? null : print(text), problems: [] }, CONTEXT)
      .fields.merchant;
  expect(merchantOf("FERRETERIA EL CLAVO LTDA\nR.U.T.: 76.123.456-0\nFACTURA ELECTRONICA N° 118")).toBe(
    "FERRETERIA EL CLAVO LTDA",
  );
  expect(merchantOf("Timbre Electrónico SII\nRes. 80 de 2014")).toBe("RUT DE PRUEBA");
  expect(merchantOf(null)).toBe("RUT DE PRUEBA");
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

const BRAZIL = { country: "BR", today: TODAY };
const NFCE = parseFiscalQr(BRAZILIAN.replaceAll(CHAVE, chaveOf("2611")));
const CUPOM = ["PADARIA SOL LTDA", "CNPJ 06.337.087/0015-79", "Emissão 16/11/2026 10:12:13", "TOTAL R$ 57,90"];

function printIn(country: string, lines: string[], certainty = 0.65): TextEvidence {
  const beliefs = lines.map((line) => line.split(" ").map(() => certainty));
  return evidenceOf([{ lines, beliefs, certainty, boxes: [], cut: [], of: "page" }], { country, today: TODAY });
}

test("a code that says no total leaves it to the print, and to the print's confidence", () => {
  const text = printIn("BR", CUPOM);
  const alone = merge({ stamp: null, qr: null, text, problems: [] }, BRAZIL);
  const read = merge({ stamp: null, qr: NFCE, text, problems: [] }, BRAZIL);
  expect(read).toMatchObject({
    kind: "boleta",
    read_from: "qr",
    fields: { merchant_tax_id: "06337087001579", number: "230345", total_minor: 5_790, date: "2026-11-16" },
  });
  expect(read.confidence.total).toBe(alone.confidence.total);
  expect(read.confidence.date).toBe(alone.confidence.date);
  expect(read.confidence.total).toBeLessThan(0.9);
});

test("a printed day of another month than the code's is none of this paper", () => {
  const text = printIn("BR", CUPOM.with(2, "Emissão 16/10/2026 10:12:13"));
  const read = merge({ stamp: null, qr: NFCE, text, problems: [] }, BRAZIL);
  expect(read).toMatchObject({ fields: { date: null }, confidence: { date: 0 } });
});

test("the code says how the print of a paper from abroad writes its figures", () => {
  const text = printIn("CL", CUPOM);
  const read = merge({ stamp: null, qr: NFCE, text, problems: [] }, CONTEXT);
  expect(read.fields).toMatchObject({ currency: "BRL", total_minor: 5_790 });
});

test("a code that only names the document leaves the reading as it is", () => {
  const text = printIn("CO", ["TIENDA LA ESPIGA SAS", "NIT 800231602-7", "FECHA: 16/11/2026", "TOTAL $ 132.952"], 0.8);
  const qr = parseFiscalQr(SEARCH);
  const context = { country: "CO", today: TODAY };
  const alone = merge({ stamp: null, qr: null, text, problems: [] }, context);
  expect(merge({ stamp: null, qr, text, problems: [] }, context)).toEqual(alone);
  expect(readOf({ stamp: null, qr, text, problems: [] }, context)).toMatchObject({
    read_from: "ocr",
    stamp_text: `CO ${CUFE}`,
  });
});

test.each([
  ["the print contradicts", ["BODEGA SAN MARTIN S.A.C.", "OP. GRAVADA 366.95", "IGV 66.05", "TOTAL S/ 433.00"]],
  ["stands in dollars on the print", ["BODEGA SAN MARTIN S.A.C.", "IMPORTE TOTAL US$ 43.30"]],
])("a code's total that %s is asked about", (_, lines) => {
  const qr = parseFiscalQr("20131312955|01|F001|00004521|6.61|43.30|2026-11-16|-|-|");
  const context = { country: "PE", today: TODAY };
  const read = merge({ stamp: null, qr, text: printIn("PE", lines, 0.9), problems: [] }, context);
  expect(read).toMatchObject({ fields: { total_minor: 4_330 } });
  expect(read.confidence.total).toBeLessThan(0.7);
});

test("an access key in digits is as good as its code, however its groups are broken", () => {
  const lines = ["COMERCIAL QUITO S.A.", "CLAVE DE ACCESO", CLAVE.slice(0, 30), CLAVE.slice(30), "VALOR TOTAL 27.00"];
  const read = readOf(
    { stamp: null, qr: null, text: printIn("EC", lines), problems: [] },
    { country: "EC", today: TODAY },
  );
  expect(read).toMatchObject({
    kind: "factura",
    read_from: "ocr",
    fields: { merchant_tax_id: "0190072002001", number: "487498", date: "2022-12-03", total_minor: 2_700 },
    coded: ["merchant_tax_id", "series", "number", "date"],
  });
  const misread = lines.with(2, CLAVE.slice(0, 30).replace("72002", "72802"));
  const none = readOf(
    { stamp: null, qr: null, text: printIn("EC", misread), problems: [] },
    { country: "EC", today: TODAY },
  );
  expect(none.coded).toBeUndefined();
});

test("an access key in digits whose issuer fails its own check digit is taken for misread; from its code it is not", () => {
  // One digit of the RUC is another, which its own check does not allow; the digit of the key was reckoned anew.
  const stem = CLAVE.slice(0, 48).replace("0190072002001", "0190072012001");
  const key =
    "0123456789"
      .split("")
      .map((digit) => stem + digit)
      .find((each) => readAccessKey(each) !== null) ?? "";
  expect(readAccessKey(key)?.fields).toMatchObject({ merchant_tax_id: null, number: "487498" });
  expect(printedKey([key], "EC")).toBeNull();
  expect(printedKey([CLAVE], "EC")).toMatchObject({ key: CLAVE });
});

test("the same words are believed less from OCR than from a PDF's own text", () => {
  const text = "DOÑA ROSA\n18/11/2026\nTOTAL $5.000";
  expect(sureness(print(text))).toBeGreaterThan(sureness(print(text, "ocr", 0.9)));
  expect(sureness(print(text, "ocr", 0.9))).toBeGreaterThan(sureness(print(text, "ocr", 0.65)));
});

function sureness(text: TextEvidence): number {
  return merge({ stamp: null, qr: null, text, problems: [] }, CONTEXT).confidence.total;
}
