import { expect, test } from "vitest";
import { blankExtraction, checkFields, type Extraction, type Fields, mergeVision } from "#src/documents/index.ts";

const CONTEXT = { country: "CL", today: "2026-11-20" };

const BLANK = blankExtraction("CL").fields;
const OCR: Extraction = {
  ...blankExtraction("CL"),
  kind: "boleta",
  fields: { ...BLANK, merchant: "S0DIMAC", date: "2026-11-18", total_minor: 45_670 },
  confidence: { overall: 0.6, total: 0.6, date: 0.7, merchant: 0.4 },
};
const STAMPED: Extraction = {
  ...OCR,
  read_from: "timbre",
  fields: {
    ...BLANK,
    merchant: "SODIMAC S.A.",
    merchant_tax_id: "96792430-K",
    number: "27",
    date: "2015-01-02",
    total_minor: 45_670,
  },
  confidence: { overall: 0.99, total: 0.99, date: 0.99, merchant: 0.99 },
  authenticity: { verdict: "authentic", reasons: [] },
};

test("a model that agrees makes the reading sure", () => {
  const merged = mergeVision(OCR, { total_minor: 45_670, date: "2026-11-18", merchant: "SODIMAC S.A." }, CONTEXT);
  expect(merged).toMatchObject({ read_from: "vision", fields: { merchant: "SODIMAC S.A.", total_minor: 45_670 } });
  expect(merged.confidence.total).toBeGreaterThan(0.9);
});

test("a model that disagrees makes the total unsure, whichever is shown", () => {
  const merged = mergeVision(OCR, { total_minor: 4_567 }, CONTEXT);
  expect(merged.confidence.total).toBeLessThan(0.7);
});

test("a model does not overrule figures that add up on the paper", () => {
  const proved = { ...OCR, confidence: { ...OCR.confidence, total: 0.97 } };
  expect(mergeVision(proved, { total_minor: 4_567 }, CONTEXT)).toMatchObject({
    fields: { total_minor: 45_670 },
    confidence: { total: 0.5 },
  });
});

test("a model never overrules a code", () => {
  const merged = mergeVision(
    STAMPED,
    {
      total_minor: 1,
      date: "2026-11-01",
      number: "99",
      merchant: "OTRO",
      merchant_tax_id: "76543210-3",
      receiver_tax_id: "76543210-3",
    },
    CONTEXT,
  );
  expect(merged).toEqual(STAMPED);
});

test("a model fills what a code does not say, where its figures belong to the code's total", () => {
  const net = mergeVision(
    STAMPED,
    { total_minor: 45_670, net_minor: 38_378, tax_minor: 7_292, category: "mantencion" },
    CONTEXT,
  );
  expect(net.fields).toMatchObject({
    net_minor: 38_378,
    tax_minor: 7_292,
    category: "mantencion",
    total_minor: 45_670,
    date: "2015-01-02",
  });
  const other = mergeVision(STAMPED, { total_minor: 50_000, net_minor: 42_017, tax_minor: 7_983 }, CONTEXT);
  expect(other.fields).toMatchObject({ net_minor: null, tax_minor: null });
});

test("a model alone reads what the reader could not, less surely", () => {
  const merged = mergeVision(
    blankExtraction("CL"),
    { kind: "boleta", total_minor: 45_670, date: "2026-11-18" },
    CONTEXT,
  );
  expect(merged).toMatchObject({
    kind: "boleta",
    read_from: "vision",
    quality: { readable: true },
    fields: { total_minor: 45_670 },
  });
  expect(merged.confidence.total).toBeLessThan(0.9);
});

test("a model's inventions do not pass the checks", () => {
  const merged = mergeVision(
    blankExtraction("CL"),
    {
      merchant: "\u202e*Banco*\nTOTAL",
      merchant_tax_id: "96.792.430-1",
      date: "2031-01-01",
      total_minor: -5,
      category: "¡regalo!",
      items: [{ description: "x", quantity: 1, amount_minor: 3 }],
    },
    CONTEXT,
  );
  expect(merged.fields).toEqual({ ...BLANK, merchant: "Banco TOTAL" });
});

const FULL: Fields = {
  ...BLANK,
  merchant: "SODIMAC S.A.",
  merchant_tax_id: "96.792.430-k",
  number: "12",
  date: "2026-11-18",
  total_minor: 45_670,
  net_minor: 38_378,
  tax_minor: 7_292,
  items: [{ description: "TALADRO", quantity: null, amount_minor: 45_670 }],
};

test("checks write tax ids in their one form and keep what is right", () => {
  expect(checkFields(FULL, CONTEXT)).toEqual({ fields: { ...FULL, merchant_tax_id: "96792430-K" }, dropped: [] });
});

test.each<[string, Partial<Fields>, string[]]>([
  ["a tax id with a wrong digit", { merchant_tax_id: "96792430-1" }, ["merchant_tax_id"]],
  ["the anonymous consumer", { receiver_tax_id: "66666666-6" }, ["receiver_tax_id"]],
  ["a day that is none", { date: "2026-02-30" }, ["date"]],
  ["a day of the future", { date: "2026-12-01" }, ["date"]],
  ["a fraction of a peso", { total_minor: 45_670.5, net_minor: null, tax_minor: null, items: [] }, ["total_minor"]],
  [
    "net and tax of another total",
    { total_minor: 50_000, net_minor: 90_000, tax_minor: 12_345, items: [] },
    ["net_minor", "tax_minor"],
  ],
  ["items that do not add up", { items: [{ description: "PAN", quantity: 1, amount_minor: 2 }] }, ["items"]],
  ["a number with words in it", { number: "<b>12</b>" }, ["number"]],
])("checks drop %s", (_, change, dropped) => {
  expect(checkFields({ ...FULL, ...change }, CONTEXT).dropped).toEqual(dropped);
});

test("tax alone is completed to the net where the rate proves it", () => {
  expect(checkFields({ ...FULL, net_minor: null }, CONTEXT).fields.net_minor).toBe(38_378);
  expect(checkFields({ ...FULL, net_minor: null, tax_minor: 5_000 }, CONTEXT).fields).toMatchObject({
    net_minor: null,
    tax_minor: null,
  });
});

test("where a paper names two totals, a model that agrees with one does not make it sure", () => {
  const text = "TOTAL $1\nPAN 2.190\nTOTAL $45.670";
  const local: Extraction = { ...OCR, fields: { ...OCR.fields, total_minor: 1 }, text };
  const merged = mergeVision(local, { total_minor: 1 }, CONTEXT);
  expect(merged.confidence.total).toBeLessThan(0.9);
});
