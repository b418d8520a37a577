import { expect, test } from "vitest";
import { parseFiscalQr } from "#src/documents/read/fiscal-qr.ts";

const voucher = {
  ver: 1,
  fecha: "2026-11-14",
  cuit: 30_712_345_671,
  ptoVta: 3,
  tipoCmp: 6,
  nroCmp: 12_345,
  importe: 11_762.33,
  moneda: "PES",
  ctz: 1,
  tipoDocRec: 80,
  nroDocRec: 20_123_456_786,
  tipoCodAut: "E",
  codAut: 76_461_234_567_890,
};
const qr = (fields: object, host = "www.afip.gob.ar") => `https://${host}/fe/qr/?p=${btoa(JSON.stringify(fields))}`;

test("reads a Peruvian boleta", () => {
  expect(parseFiscalQr("20131312955|03|B001|00004521|6.61|43.30|2026-11-16|1|45678912|")).toEqual({
    country: "PE",
    kind: "boleta",
    fields: {
      merchant_tax_id: "20131312955",
      receiver_tax_id: null,
      series: "B001",
      number: "4521",
      date: "2026-11-16",
      currency: "PEN",
      total_minor: 4_330,
      tax_minor: 661,
    },
  });
});

test.each([
  [
    "a factura to a company",
    "20131312955|01|F001|17|18.00|118.00|16/11/2026|6|20131312955|hash|",
    { kind: "factura", fields: { date: "2026-11-16", receiver_tax_id: "20131312955", total_minor: 11_800 } },
  ],
  [
    "a credit note",
    "20131312955|07|FC01|2|0.00|50.00|2026-11-16|-|-",
    { kind: "nota_credito", fields: { tax_minor: 0 } },
  ],
  ["thousands", "20131312955|01|F001|17|180.00|1,180.00|2026-11-16|-|-", { fields: { total_minor: 118_000 } }],
])("reads of Peru %s", (_, text, expected) => {
  expect(parseFiscalQr(text)).toMatchObject(expected);
});

test("reads an Argentine factura", () => {
  expect(parseFiscalQr(qr(voucher))).toEqual({
    country: "AR",
    kind: "factura",
    fields: {
      merchant_tax_id: "30712345671",
      receiver_tax_id: "20123456786",
      series: "0003",
      number: "12345",
      date: "2026-11-14",
      currency: "ARS",
      total_minor: 1_176_233,
      tax_minor: null,
    },
  });
});

test.each([
  ["at its new address", qr(voucher, "www.arca.gob.ar"), {}],
  ["with numbers as strings", qr({ ...voucher, importe: "11762.33", nroCmp: "00012345", ptoVta: "00003" }), {}],
  ["with padded hundredths", qr({ ...voucher, importe: "00000001176233" }), {}],
  ["without padding", qr(voucher).replace(/=+$/, ""), {}],
  ["as Python writes bytes", qr(voucher).replace("p=", "p=b'").concat("'"), {}],
  ["in dollars", qr({ ...voucher, moneda: "DOL" }), { currency: "USD" }],
])("reads of Argentina a code %s", (_, text, other) => {
  expect(parseFiscalQr(text)?.fields).toMatchObject({
    total_minor: 1_176_233,
    number: "12345",
    series: "0003",
    ...other,
  });
});

test("reads a Mexican factura's parties and total", () => {
  const text =
    "https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=6128396F-C09B-4EC6-8699-43C5F7E3B230&re=GOYA780416GM0&rr=XAXX010101000&tt=0000002578.930000&fe=abcdef==";
  expect(parseFiscalQr(text)).toMatchObject({
    kind: "factura",
    fields: { merchant_tax_id: "GOYA780416GM0", total_minor: 257_893, currency: "MXN", date: null },
  });
});

test.each([
  ["a RUC with a wrong digit", "20131312954|03|B001|4521|6.61|43.30|2026-11-16|1|1|"],
  ["a CUIT with a wrong digit", qr({ ...voucher, cuit: 30_712_345_670 })],
  ["a menu", "https://menu.example/mesa/4"],
  ["another site with the same path", qr(voucher, "afip.gob.ar.example.com")],
  ["broken base64", "https://www.afip.gob.ar/fe/qr/?p=%%%"],
  ["a list of bars", "|||||||||"],
])("takes %s for no fiscal code", (_, text) => {
  expect(parseFiscalQr(text)).toBeNull();
});
