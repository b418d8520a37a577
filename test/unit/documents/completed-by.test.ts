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

const FULL: Extraction["fields"] = {
  ...PHOTO.fields,
  merchant_tax_id: "11222333000181",
  receiver_tax_id: "06337087001579",
  series: "1",
  number: "77",
  net_minor: 4_790,
  tax_minor: 1_000,
  exempt_minor: 0,
  items: [{ description: "PÃO", quantity: 1, amount_minor: 5_790 }],
};

test("every field that a code leaves out comes from the photo: parties, number, parts and items", () => {
  const silent = { ...CODE, fields: { ...blankExtraction("BR").fields } };
  expect(completedBy(silent, { ...PHOTO, fields: FULL }).fields).toEqual(FULL);
});

test("a number that the code says has no series of the photo's", () => {
  expect(completedBy(CODE, { ...PHOTO, fields: FULL }).fields).toMatchObject({ series: null, number: "230345" });
});

test("nobody becomes their own receiver, and no part contradicts one that the code states", () => {
  const code = { ...CODE, fields: { ...CODE.fields, total_minor: 5_790, tax_minor: 900 } };
  expect(completedBy(code, { ...PHOTO, fields: FULL }).fields).toMatchObject({
    merchant_tax_id: "06337087001579",
    receiver_tax_id: null,
    tax_minor: 900,
    net_minor: null,
  });
});

test("what was bought for another total is none of this paper", () => {
  const code = { ...CODE, fields: { ...CODE.fields, total_minor: 5_798 } };
  expect(completedBy(code, { ...PHOTO, fields: FULL }).fields).toMatchObject({ items: [], exempt_minor: null });
});
