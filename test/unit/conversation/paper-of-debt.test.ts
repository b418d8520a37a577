import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// The ledger itself finds the debt of a paper: what is told here is what a turn asks of it.

const BLANK = blankExtraction("CL");
const INVOICE: Extraction = {
  ...BLANK,
  kind: "factura",
  fields: { ...BLANK.fields, merchant: "ANDINA", number: "77", date: "2026-11-16", total_minor: 114_240 },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  quality: { readable: true, problems: [] },
};
const BOLETA: Extraction = { ...INVOICE, kind: "boleta", fields: { ...INVOICE.fields, number: "78" } };

function photo(talk: Talk, extraction: Extraction): void {
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
}

/** A debt that was told, then its invoice, of which that is said; asked whether it is of that debt, «sí, es esa». */
function agreed(under: string, ...before: string[]) {
  const talk = talkIn();
  say(talk, "le debo 114.240 a Andina");
  for (const words of before) say(talk, words);
  photo(talk, INVOICE);
  say(talk, under);
  say(talk, "sí");
  expect(talk.answer).toContain("¿Es la deuda de");
  const acts = actsOf(say(talk, "sí, es esa")).filter(({ kind }) => kind !== "learn");
  return { talk, acts };
}

const PAYS = {
  kind: "record",
  pays_paper: "D",
  entry: { type: "egreso", direction: "por_pagar", counterparty: "Andina" },
};

test("of an invoice that belongs to a debt told before, the part that was paid is booked", () => {
  const { talk, acts } = agreed("pagué 50 lucas y debo el resto");
  expect(acts).toMatchObject([
    { kind: "link_document", entry_id: "E1" },
    { ...PAYS, entry: { ...PAYS.entry, amount_minor: 50_000, date: "2026-11-18" } },
  ]);
  expect(booksOf(talk).debts).toMatchObject([{ amount_minor: 64_240 }]);
});

test("one that was paid, on the day that was said, settles it", () => {
  const { talk, acts } = agreed("la pagué ayer");
  expect(acts).toMatchObject([
    { kind: "link_document", entry_id: "E1" },
    { ...PAYS, entry: { ...PAYS.entry, amount_minor: 114_240, date: "2026-11-17" } },
  ]);
  expect(booksOf(talk).debts).toEqual([]);
});

test("what was told as a payment before is not paid again", () => {
  expect(agreed("pagué 50 lucas y debo el resto", "le pagué 50 lucas a Andina").acts).toMatchObject([
    { kind: "link_document", entry_id: "E1" },
  ]);
  expect(agreed("pagada", "le pagué 50 lucas a Andina").acts).toMatchObject([
    { kind: "link_document" },
    { ...PAYS, entry: { amount_minor: 64_240 } },
  ]);
});

/** What was told of a purchase, then its boleta of two days before. */
function linkedAfter(...told: string[]) {
  const talk = talkIn();
  for (const words of told) say(talk, words);
  photo(talk, BOLETA);
  return talk;
}

test("a day that was said goes with the paper, «hoy» too; one that nobody said is left to it", () => {
  const [said] = actsOf(say(linkedAfter("hoy gasté 114.240 en andina"), "sí"));
  expect(said).toMatchObject({ kind: "link_document", day: "2026-11-18" });
  const [unsaid] = actsOf(say(linkedAfter("gasté 114.240 en andina"), "sí"));
  expect(unsaid).toMatchObject({ kind: "link_document" });
  expect(unsaid).not.toHaveProperty("day");
});

test("the day on which a paper was said to be paid is that of its entry", () => {
  const talk = linkedAfter("gasté 114.240 en andina");
  say(talk, "la pagué ayer");
  expect(actsOf(say(talk, "sí"))[0]).toMatchObject({ kind: "link_document", day: "2026-11-17" });
});
