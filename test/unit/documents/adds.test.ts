import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import type { Entry } from "#ledger";
import { addsOfPaper, withoutPaper } from "#src/documents/match/adds.ts";

const BLANK = blankExtraction("CL");
const PAPER: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: { ...BLANK.fields, date: "2026-11-18", total_minor: 45_670 },
  confidence: { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 },
};

/** Told on the evening of 22 November in Santiago, which is the 23rd in Greenwich. */
const TOLD: Entry = {
  id: "E1",
  seq: 1,
  type: "egreso",
  direction: null,
  loan: false,
  amount_minor: 45_670,
  net_minor: null,
  tax_minor: null,
  currency: "CLP",
  date: "2026-11-22",
  due_date: null,
  recorded_at: "2026-11-23T01:30:00.000Z",
  concept: "taladro",
  category: null,
  counterparty: null,
  source: "whatsapp",
  source_ref: "whatsapp:1:0",
  document_id: null,
  reverses_id: null,
  replaces_id: null,
  settles_id: null,
  reversed_by: null,
  postings: [],
};

const INVOICE: Extraction = { ...PAPER, kind: "factura" };
const OLD: Extraction = { ...PAPER, fields: { ...PAPER.fields, date: "2026-11-14" } };

function dayAfter(entry: Partial<Entry>, extraction: Extraction = PAPER): string | undefined {
  const answers = { answers: [], merchant: null, own_tax_id: null, time_zone: "America/Santiago" };
  return addsOfPaper({ ...TOLD, ...entry }, { document_id: "D", extraction, ...answers }).date;
}

test("a purchase for which nobody told a day is of the day that its paper prints", () => {
  expect(dayAfter({})).toBe("2026-11-18");
  expect(withoutPaper(TOLD).date).toBe("2026-11-22");
});

test.each<[string, Partial<Entry>, Extraction]>([
  ["that was told for another day", { date: "2026-11-20" }, PAPER],
  ["whose paper is of a later day", {}, { ...PAPER, fields: { ...PAPER.fields, date: "2026-11-24" } }],
  ["whose paper is hard to read", {}, { ...PAPER, confidence: { ...PAPER.confidence, date: 0.5 } }],
  ["paid for an invoice, whatever it prints", {}, INVOICE],
  ["whose paper is more than a week older", {}, OLD],
  ["that pays a debt", { direction: "por_pagar" }, PAPER],
  ["paid after an invoice on credit", {}, { ...PAPER, kind: "factura", text: "CONDICION DE PAGO: CREDITO 30 DIAS" }],
])("a movement %s stays of the day that was told", (_, entry, extraction) => {
  expect(dayAfter(entry, extraction)).toBe({ ...TOLD, ...entry }.date);
});

test("a day that the person said stands, also where it was the day of the telling", () => {
  const adding = { document_id: "D", extraction: PAPER, answers: [], merchant: null, own_tax_id: null };
  const said = { ...adding, time_zone: "America/Santiago", day: "2026-11-22" };
  expect(addsOfPaper(TOLD, said).date).toBe("2026-11-22");
});

test("what is owed for an invoice is owed since the day that it prints", () => {
  expect(dayAfter({ type: "deuda", direction: "por_pagar" }, INVOICE)).toBe("2026-11-18");
});
