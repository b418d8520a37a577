import { expect, test } from "vitest";
import { mayBeOnePurchase, type Half } from "#src/documents/companion/companion.ts";

const BOLETA: Half = {
  kind: "boleta",
  is_slip: false,
  type: "egreso",
  amount_minor: 43_170,
  currency: "CLP",
  date: "2026-11-17",
  merchant: "FERRETERIA EL TORNILLO LTDA",
  merchant_tax_id: "76086428-5",
  number: "4821",
};
const VOUCHER: Half = {
  ...BOLETA,
  kind: "comprobante",
  is_slip: true,
  merchant: "TRANSBANK",
  merchant_tax_id: null,
  number: null,
};
const NAMED = { merchant: "EL TORNILLO" };

const SAME: [string, Partial<Half>, Partial<Half>][] = [
  ["a voucher that names its bank, of that day and sum", {}, {}],
  ["one of that shop on the next day", {}, { ...NAMED, date: "2026-11-18" }],
  ["one of that tax id, by another name", {}, { merchant_tax_id: "76086428-5", date: "2026-11-20" }],
  ["no day, of that shop", {}, { ...NAMED, date: null }],
  ["an invoice and its transfer", { kind: "factura" }, {}],
];
const OTHERS: typeof SAME = [
  ["one of another day", {}, { date: "2026-11-18" }],
  ["one of that shop two weeks later", {}, { ...NAMED, date: "2026-12-01" }],
  ["another sum", {}, { ...NAMED, amount_minor: 43_180 }],
  ["other money", {}, { currency: "USD" }],
  ["money that came in", {}, { type: "ingreso" }],
  ["no day, of nobody", {}, { date: null, merchant: null }],
  ["another boleta", {}, { is_slip: false, kind: "boleta" }],
  ["a credit note and a transfer", { kind: "nota_credito" }, {}],
  ["a dispatch guide and a transfer", { kind: "guia" }, {}],
  ["nobody's sum, of both", { amount_minor: null }, { amount_minor: null }],
];

/** Whichever of them comes first. */
const areHalves = (sold: Partial<Half>, slip: Partial<Half>) => {
  const [a, b] = [
    { ...BOLETA, ...sold },
    { ...VOUCHER, ...slip },
  ];
  return [mayBeOnePurchase(a, b), mayBeOnePurchase(b, a)];
};

test.each(SAME)("%s may be of one purchase", (_, sold, slip) => {
  expect(areHalves(sold, slip)).toEqual([true, true]);
});

test.each(OTHERS)("%s is of another", (_, sold, slip) => {
  expect(areHalves(sold, slip)).toEqual([false, false]);
});
