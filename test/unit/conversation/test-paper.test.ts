import { assert, expect, test } from "vitest";
import { blankExtraction, deductibleTax, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

const TEST_PAPER: Extraction = {
  ...BLANK,
  kind: "factura",
  read_from: "timbre",
  fields: {
    ...BLANK.fields,
    merchant: "Comercial Los Andes SpA",
    date: "2026-11-18",
    total_minor: 119_000,
    net_minor: 100_000,
    tax_minor: 19_000,
  },
  confidence: { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.97 },
  authenticity: { verdict: "test_document", reasons: ["certification_key"] },
  quality: { readable: true, problems: [] },
};

function shown(): Talk {
  const talk = talkIn();
  const result = { outcome: "read" as const, document_id: "D", extraction: structuredClone(TEST_PAPER) };
  hearSaid(talk, { kind: "document", caption: null, result });
  return talk;
}

test("a test document is told as one and not offered for booking", () => {
  const talk = shown();
  expect(talk.answer).toContain("Timbre de prueba, sin valor tributario");
  expect(talk.answer).not.toContain("¿Es correcto?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Descartar"]);
});

test.each(["sí", "ok", "1", "sí, pero eran 100 mil"])("«%s» books no test document", (words) => {
  const talk = shown();
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain("así que no la anoto");
});

test.each(["no", "borrar", "descartar", "cancela"])("«%s» lets a test document go", (words) => {
  expect(actsOf(say(shown(), words))).toMatchObject([{ kind: "settle_document", state: "discarded" }]);
});

test("its button lets it go as well", () => {
  expect(actsOf(tap(shown(), "Descartar"))).toMatchObject([{ kind: "settle_document", state: "discarded" }]);
});

test("whoever spent the money all the same books it without tax credit", () => {
  const entry = { type: "egreso", amount_minor: 119_000, net_minor: null, tax_minor: null };
  expect(actsOf(say(shown(), "anotar gasto"))).toMatchObject([{ kind: "book_document", entry }]);
  expect(deductibleTax(TEST_PAPER, null)).toEqual({ net_minor: null, tax_minor: null });
});

function booksOf(read: Partial<Extraction>, words: string) {
  const talk = talkIn();
  assert(talk.dialogue.membership, "somebody of a business speaks");
  talk.dialogue.membership.tax_id = "76123456-0";
  const extraction = { ...structuredClone(TEST_PAPER), ...read };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  return actsOf(say(talk, words));
}

const CREDIT = { text: "FACTURA ELECTRONICA\nCONDICIÓN DE PAGO: CRÉDITO 30 DÍAS" };
const SPENT = { type: "egreso", direction: null, due_date: null, net_minor: null, tax_minor: null };

test("a test document on credit is owed until the day that it prints, as it would be without its stamp", () => {
  const owed = { type: "deuda", direction: "por_pagar", due_date: "2026-12-18", net_minor: null, tax_minor: null };
  expect(booksOf(CREDIT, "anotar gasto")).toMatchObject([{ kind: "book_document", entry: owed }]);
});

test.each(["ya la pagué", "la compré"])("«%s» of a test document on credit: it was paid", (words) => {
  expect(booksOf(CREDIT, words)).toMatchObject([{ kind: "book_document", entry: SPENT }]);
});

test("a test document with the business's own tax id is money that was spent, and nobody is owed", () => {
  const own = { fields: { ...TEST_PAPER.fields, merchant_tax_id: "76123456-0" } };
  for (const read of [own, { ...own, ...CREDIT }])
    expect(booksOf(read, "anotar gasto")).toMatchObject([{ kind: "book_document", entry: SPENT }]);
});

test.each(["anotar gasto", "anota el gasto", "sí, anota el gasto porfa", "anótala", "registra la compra"])(
  "«%s» under a paper that proves a purchase confirms it",
  (words) => {
    const proven = { authenticity: { verdict: "unverified" as const, reasons: [] } };
    const entry = { type: "egreso", amount_minor: 119_000 };
    expect(booksOf(proven, words)).toMatchObject([{ kind: "book_document", entry }]);
  },
);

test.each(["anotar despesa", "record expense", "anota el gasto"])("«%s» books it as well", (words) => {
  expect(actsOf(say(shown(), words))).toMatchObject([{ kind: "book_document", entry: { type: "egreso" } }]);
});
