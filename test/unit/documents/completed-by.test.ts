import { expect, test } from "vitest";
import { blankExtraction, completedBy, type Extraction } from "#src/documents/index.ts";

const PHOTO: Extraction = {
  ...blankExtraction("BR"),
  kind: "boleta",
  fields: { ...blankExtraction("BR").fields, merchant: "PADARIA SOL", date: "2026-11-16", total_minor: 5_790 },
  confidence: { overall: 0.7, total: 0.8, date: 0.7, merchant: 0.6 },
};
const CODE: Extraction = {
  ...blankExtraction("BR"),
  kind: "boleta",
  read_from: "qr",
  fields: { ...blankExtraction("BR").fields, merchant_tax_id: "06337087001579", number: "230345" },
  confidence: { overall: 0, total: 0, date: 0, merchant: 0.5 },
};

test("what a code leaves out comes from the photo it was scanned for, as sure as the photo", () => {
  expect(completedBy(CODE, PHOTO)).toMatchObject({
    read_from: "qr",
    fields: { merchant_tax_id: "06337087001579", merchant: "PADARIA SOL", date: "2026-11-16", total_minor: 5_790 },
    confidence: { total: 0.8, date: 0.7, merchant: 0.6 },
  });
});

test("what a code says stands against the photo", () => {
  const says = { ...CODE, fields: { ...CODE.fields, total_minor: 5_798, date: "2026-11-15" } };
  const sure = { ...says, confidence: { overall: 0.9, total: 0.96, date: 0.96, merchant: 0.5 } };
  expect(completedBy(sure, { ...PHOTO, fields: { ...PHOTO.fields, tax_minor: 900 } })).toMatchObject({
    fields: { total_minor: 5_798, date: "2026-11-15", tax_minor: null },
    confidence: { total: 0.96, date: 0.96 },
  });
});

test("a photo that was read in another currency lends no total", () => {
  const photo = { ...PHOTO, fields: { ...PHOTO.fields, currency: "CLP" } };
  expect(completedBy(CODE, photo).fields.total_minor).toBeNull();
});
