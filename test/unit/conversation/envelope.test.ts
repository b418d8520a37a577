import { expect, test } from "vitest";
import { blankExtraction, type DocumentOutcome, type Extraction } from "#src/documents/index.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

/** An invoice whose signature and stamp hold, or do not. */
function invoice(number: string, total_minor: number, verdict: "authentic" | "unverified" = "authentic"): Extraction {
  return {
    ...BLANK,
    kind: "factura",
    read_from: "xml",
    fields: {
      ...BLANK.fields,
      merchant: `PROVEEDOR ${number}`,
      merchant_tax_id: "96792430-K",
      number,
      date: "2026-11-17",
      total_minor,
      category: "insumos",
    },
    confidence: { overall: 0.99, total: 0.99, date: 0.99, merchant: 0.99 },
    authenticity: { verdict, reasons: [] },
    quality: { readable: true, problems: [] },
  };
}

function send(talk: Talk, documents: DocumentOutcome[]) {
  return hearSaid(talk, { kind: "document", caption: null, result: { outcome: "several", documents } });
}

const read = (document_id: string, extraction: Extraction): DocumentOutcome => ({
  outcome: "read",
  document_id,
  extraction,
});

test("of an envelope what is proved is booked at once, and told together", () => {
  const talk = talkIn();
  const taken = send(talk, [read("A", invoice("1", 10_000)), read("B", invoice("2", 20_000))]);
  expect(actsOf(taken)).toMatchObject([
    { kind: "book_document", document_id: "A", entry: { type: "egreso", amount_minor: 10_000 } },
    { kind: "book_document", document_id: "B", entry: { type: "egreso", amount_minor: 20_000 } },
  ]);
  expect(talk.entries).toHaveLength(2);
});

test("what is not proved is listed by numbers, and a number takes it up", () => {
  const talk = talkIn();
  const taken = send(talk, [
    read("A", invoice("1", 10_000)),
    read("B", invoice("2", 20_000, "unverified")),
    read("C", invoice("3", 30_000, "unverified")),
    { outcome: "duplicate", document_id: "D" },
  ]);
  expect(actsOf(taken)).toMatchObject([{ kind: "book_document", document_id: "A" }]);
  expect(talk.answer).toContain("Uno de los documentos ya lo tenía.");
  expect(talk.answer).toContain("1. Factura de PROVEEDOR 2 por $20.000");
  expect(talk.answer).toContain("2. Factura de PROVEEDOR 3 por $30.000");
});

test("of an envelope it is said how many could not be read", () => {
  const talk = talkIn();
  const trouble = { outcome: "trouble", document_id: "B", trouble: "unreadable" } as const;
  const taken = send(talk, [read("A", invoice("1", 10_000)), trouble, { ...trouble, document_id: "C" }]);
  expect(actsOf(taken)).toMatchObject([{ kind: "book_document", document_id: "A" }]);
  expect(talk.answer).toContain("2 de los documentos del archivo no los pude leer");
});

test("an envelope of nothing new says so, and asks nothing", () => {
  const talk = talkIn();
  const documents: DocumentOutcome[] = ["A", "B"].map((id) => ({ outcome: "duplicate", document_id: id }));
  expect(actsOf(send(talk, documents))).toEqual([]);
  expect(talk.answer).toContain("2 de los documentos ya los tenía.");
  say(talk, "sí");
  expect(talk.entries).toHaveLength(0);
});
