import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

// People photograph the boleta and the voucher that is stapled to it, the invoice and the transfer that paid it.

const BLANK = blankExtraction("CL");

function paper(over: Partial<Extraction>, fields: Partial<Extraction["fields"]> = {}): Extraction {
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const read = { ...BLANK.fields, total_minor: 43_170, date: "2026-11-17", ...fields };
  return { ...BLANK, confidence, ...over, fields: read };
}

const BOLETA = paper({ kind: "boleta", text: "TOTAL $43.170" }, { merchant: "FERRETERIA EL TORNILLO", number: "4821" });
const VOUCHER = paper({ kind: "comprobante", text: "TRANSBANK\nCOMPROBANTE DE VENTA" }, { merchant: "TRANSBANK" });
const INVOICE = paper(
  { kind: "factura", text: "TOTAL $43.170" },
  { merchant: "ANDINA SPA", number: "77", net_minor: 36_277, tax_minor: 6_893 },
);
const TRANSFER = paper({ kind: "comprobante", text: "Transferiste $43.170 a\nAndina" }, { merchant: "Andina" });

let papers = 0;

function photo(talk: Talk, extraction: Extraction): string {
  const document_id = `D${++papers}`;
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
  return document_id;
}

/** The first booked by «sí», the second shown and agreed to: its question. */
function both(first: Extraction, second: Extraction): { talk: Talk; document_id: string } {
  const talk = talkIn();
  photo(talk, first);
  say(talk, "sí");
  expect(talk.entries).toHaveLength(1);
  const document_id = photo(talk, second);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "settle_document", document_id, state: "needs_answer" }]);
  return { talk, document_id };
}

const KEPT = { kind: "settle_document", state: "discarded", reason: "same_purchase" };

test("the voucher of a boleta that is booked is asked about, and «sí» books nothing", () => {
  const { talk, document_id } = both(BOLETA, VOUCHER);
  expect(talk.answer).toContain("Ya tengo la boleta 4821 de FERRETERIA EL TORNILLO por $43.170. ¿Esto es su pago");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ ...KEPT, document_id }]);
  expect(talk.answer).toContain("guardé el comprobante con el egreso de $43.170");
  expect(booksOf(talk).papered).toHaveLength(1);
});

test("the boleta of a voucher that is booked is asked about as well", () => {
  const { talk, document_id } = both(VOUCHER, BOLETA);
  expect(talk.answer).toContain("Ya tengo el comprobante de TRANSBANK por $43.170. ¿Es la boleta de ese mismo pago?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Sí, es ese", "No, es otro"]);
  tap(talk, "Sí, es ese");
  expect(talk.entries).toHaveLength(1);
  expect(document_id).toBe(`D${papers}`);
});

test.each(["no", "no, es otro"])("«%s» books the second, and it is not asked again", (words) => {
  const { talk, document_id } = both(BOLETA, VOUCHER);
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "book_document", document_id, declined: ["E1"] }]);
});

test("an invoice that was paid and the transfer that paid it are one expense", () => {
  const { talk } = both(INVOICE, TRANSFER);
  expect(talk.answer).toContain("Ya tengo la factura 77 de ANDINA SPA por $43.170. ¿Esto es su pago");
  expect(actsOf(say(talk, "sí"))).toMatchObject([KEPT]);
});

test("an invoice after its transfer brings the tax that may be deducted", () => {
  const { talk, document_id } = both(TRANSFER, INVOICE);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "link_document", entry_id: "E1", document_id }]);
});

test("an invoice that is owed is paid by its transfer", () => {
  const talk = talkIn();
  photo(talk, { ...INVOICE, text: "CONDICION DE PAGO: CREDITO 30 DIAS\nTOTAL $43.170" });
  say(talk, "sí");
  photo(talk, TRANSFER);
  expect(talk.answer).toContain("Paga tu deuda con ANDINA SPA ($43.170): queda saldada.");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: { settles_id: "E1" } }]);
  expect(booksOf(talk).debts).toEqual([]);
});

test("«todos» to both: the second is shown again, and asked about", () => {
  const talk = talkIn();
  photo(talk, BOLETA);
  photo(talk, VOUCHER);
  expect(actsOf(say(talk, "todos"))).toMatchObject([{ kind: "book_document", entry: { amount_minor: 43_170 } }]);
  say(talk, "sí");
  expect(talk.answer).toContain("¿Esto es su pago");
  expect(actsOf(say(talk, "sí"))).toMatchObject([KEPT]);
  expect(talk.entries).toHaveLength(1);
});

test("a voucher of another day is booked without a question", () => {
  const talk = talkIn();
  photo(talk, BOLETA);
  say(talk, "sí");
  photo(talk, { ...VOUCHER, fields: { ...VOUCHER.fields, date: "2026-11-16" } });
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document" }]);
});
