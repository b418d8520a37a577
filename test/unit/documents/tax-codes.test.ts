import { expect, test } from "vitest";
import { CODE_BYTES_MAX, isTaxCode, readTaxCode } from "#src/documents/read/tax-codes.ts";
import { stamp } from "../../golden/receipts/stamp.ts";
import { ARGENTINE_QR, FACTURA_STAMP, PERUVIAN_QR, TODAY } from "../../golden/receipts/truth.ts";

const STAMP = stamp({ ...FACTURA_STAMP, receiverName: "Almacén Ñuñoa" });
const HERE = { country: "CL", today: TODAY };

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

test("reads a stamp from its bytes as it would from a photo", async () => {
  expect(isTaxCode(latin1(STAMP))).toBe(true);
  expect(await readTaxCode(latin1(STAMP), HERE)).toMatchObject({
    kind: "factura",
    read_from: "timbre",
    fields: { merchant_tax_id: "97975000-5", number: "118", date: "2026-11-18", total_minor: 117_810 },
    authenticity: { verdict: "test_document" },
    text: "",
  });
});

test("verifies a stamp that a printer wrote in UTF-8", async () => {
  const extraction = await readTaxCode(new Uint8Array(Buffer.from(STAMP, "utf8")), HERE);
  expect(extraction?.authenticity.verdict).toBe("test_document");
});

test("verifies a stamp with a letter of Windows-1252, which no ISO-8859-1 has", async () => {
  for (const dash of ["\u0096", "\u0093", "\u0081"]) {
    const dashed = latin1(stamp({ ...FACTURA_STAMP, item: `Pan ${dash} 1 kg, Ñuñoa` }));
    expect((await readTaxCode(dashed, HERE))?.authenticity.verdict).toBe("test_document");
  }
});

test("believes no total that the signature does not cover", async () => {
  const raised = latin1(STAMP.replace("<MNT>117810</MNT>", "<MNT>917810</MNT>"));
  expect(isTaxCode(raised)).toBe(true);
  expect((await readTaxCode(raised, HERE))?.authenticity.verdict).toBe("altered");
});

test.each([
  ["Peru", PERUVIAN_QR, { kind: "boleta", fields: { number: "4521", total_minor: 4_330, currency: "PEN" } }],
  ["Argentina", ARGENTINE_QR, { fields: { total_minor: 1_176_233, currency: "ARS" } }],
])("reads the fiscal QR of %s", async (_, text, expected) => {
  expect(isTaxCode(latin1(text))).toBe(true);
  expect(await readTaxCode(latin1(text), HERE)).toMatchObject({ read_from: "qr", ...expected });
});

test.each([
  ["nothing", ""],
  ["a web address", "https://example.com"],
  ["half a stamp", STAMP.slice(0, STAMP.length / 2)],
  ["two stamps", STAMP + STAMP],
  ["a stamp in a long text", STAMP + " ".repeat(CODE_BYTES_MAX)],
  ["zeros", "\0".repeat(500)],
  ["a Peruvian QR whose RUC fails its check digit", PERUVIAN_QR.replace("20131312955", "20131312956")],
])("takes %s for no code of a paper", async (_, text) => {
  expect(isTaxCode(latin1(text))).toBe(false);
  expect(await readTaxCode(latin1(text), HERE)).toBeNull();
});

test("answers any bytes within a moment", async () => {
  const began = performance.now();
  const hostile = [
    "<TED><DD>".repeat(300),
    `<TED${"<DD >".repeat(500)}`,
    `${"<CAF>".repeat(500)}<TED`,
    "|".repeat(3_000),
  ];
  for (const text of hostile) expect(await readTaxCode(latin1(text), HERE)).toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
});
