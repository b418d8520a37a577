import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { sumsSaid } from "#src/conversation/flows/sums-said.ts";
import { actsOf, booksOf, heard, hearAll, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

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

const AUTHENTIC: Extraction["authenticity"] = { verdict: "authentic", reasons: [] };

/** «Sí» tapped on these cards before anything was answered: one turn. */
const bothTapped = (talk: Talk, ...documents: string[]) =>
  hearAll(
    talk,
    documents.map((id) => heard(talk, { kind: "choice", id: `yes:${id}`, title: "Sí" })),
  );

test("«Sí» tapped on both cards at once books the one, and the other tap waits for that", () => {
  const talk = talkIn();
  const [sold, slip] = [photo(talk, BOLETA), photo(talk, VOUCHER)];
  const taken = bothTapped(talk, sold, slip);
  expect(taken.consumed).toBe(1);
  expect(actsOf(taken)).toMatchObject([{ kind: "book_document", document_id: sold }]);
  say(talk, "sí");
  expect(talk.answer).toContain("¿Esto es su pago");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ ...KEPT, document_id: slip }]);
  expect(talk.entries).toHaveLength(1);
});

test("a boleta that its stamp books in the same turn as its voucher waits as well", () => {
  const talk = talkIn();
  const slip = photo(talk, VOUCHER);
  const proven = { ...BOLETA, read_from: "timbre", authenticity: AUTHENTIC } as const;
  const result = { outcome: "read", document_id: "P", extraction: proven } as const;
  const tapped = heard(talk, { kind: "choice", id: `yes:${slip}`, title: "Sí" });
  const acts = actsOf(hearAll(talk, [tapped, heard(talk, { kind: "document", caption: null, result })]));
  expect(acts).toMatchObject([{ kind: "book_document", document_id: slip }]);
  say(talk, "sí");
  expect(talk.answer).toContain("¿Es la boleta de ese mismo pago?");
});

test("«todos» to papers of which none could be booked holds nothing against the next", () => {
  const talk = talkIn();
  photo(talk, { ...BOLETA, fields: { ...BOLETA.fields, total_minor: null } });
  const slip = photo(talk, VOUCHER);
  expect(actsOf(say(talk, "todos"))).toMatchObject([{ kind: "book_document", document_id: slip }]);
});

test("a boleta is not asked about a slip whose place an invoice took in the same turn", () => {
  const { talk, document_id } = both(TRANSFER, INVOICE);
  const proven = { ...BOLETA, read_from: "timbre", authenticity: AUTHENTIC } as const;
  const result = { outcome: "read", document_id: "P", extraction: proven } as const;
  const tapped = heard(talk, { kind: "choice", id: `is:${document_id}:0`, title: "Sí, es ese" });
  const acts = actsOf(hearAll(talk, [tapped, heard(talk, { kind: "document", caption: null, result })]));
  expect(acts).toMatchObject([
    { kind: "link_document", document_id },
    { kind: "book_document", document_id: "P" },
  ]);
});

test.each(["sí, pero eran 43.170", "no, eran 43170", "43.170"])(
  "«%s»: the sum that it becomes is looked up",
  (words) => {
    const talk = talkIn();
    photo(talk, { ...VOUCHER, fields: { ...VOUCHER.fields, total_minor: 48_170 } });
    expect(sumsSaid(talk.dialogue, [heard(talk, { kind: "text", text: words, voice: false })])).toEqual([43_170]);
    expect(sumsSaid(talk.dialogue, [heard(talk, { kind: "text", text: "sí", voice: false })])).toEqual([]);
  },
);
