import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");
const SURE = { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 };

const INVOICE: Extraction = {
  ...BLANK,
  kind: "factura",
  fields: {
    ...BLANK.fields,
    merchant: "LACTEOS DEL SUR",
    merchant_tax_id: "97975000-5",
    number: "88123",
    date: "2026-11-10",
    total_minor: 107_100,
    net_minor: 90_000,
    tax_minor: 17_100,
    category: "insumos",
  },
  confidence: SURE,
  quality: { readable: true, problems: [] },
  text: "FACTURA ELECTRONICA N° 88123\nCONDICIÓN DE PAGO: CRÉDITO 30 DÍAS\nTOTAL $107.100",
};

function note(total_minor: number, refers: string, number = "331"): Extraction {
  const net_minor = Math.round(total_minor / 1.19);
  const tax_minor = total_minor - net_minor;
  const fields = { ...INVOICE.fields, number, total_minor, net_minor, tax_minor, category: null };
  return { ...INVOICE, kind: "nota_credito", fields, text: `NOTA DE CREDITO ELECTRONICA N° ${number}\n${refers}` };
}

function photo(talk: Talk, extraction: Extraction): void {
  const document_id = `D${extraction.fields.number}`;
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
}

function owing(): Talk {
  const talk = talkIn();
  photo(talk, INVOICE);
  say(talk, "sí");
  return talk;
}

const NAMES_IT = "Referencia: Factura Electronica N° 88123 del 10-11-2026";
const LOWERS = { type: "egreso", direction: "por_pagar", settles_id: "E1", returned: true, amount_minor: 10_710 };
const OWED_TO_US = { type: "deuda", direction: "por_cobrar", amount_minor: 10_710, counterparty: "LACTEOS DEL SUR" };

test("a credit note on an invoice that is owed lowers that debt, and moves no cash", () => {
  const talk = owing();
  photo(talk, note(10_710, NAMES_IT));
  expect(talk.answer).toContain(
    "Rebaja la deuda por pagar (Factura 88123, LACTEOS DEL SUR): de $107.100 quedan $96.390. No mueve la caja.",
  );
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: LOWERS }]);
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 96_390 }]);
  expect(talk.entries[1]?.postings).toMatchObject([
    { debit: "pasivo:por_pagar", credit: "gasto:insumos", amount_minor: 9_000 },
    { debit: "pasivo:por_pagar", credit: "activo:iva_credito", amount_minor: 1_710 },
  ]);
  expect(talk.answer).toContain("Deuda rebajada: $10.710");
  expect(talk.answer).toContain("No movió la caja.");
  expect(talk.answer).toContain("$96.390");
  expect(talk.answer).not.toContain("Ingreso");
});

test("«deshacer» takes a credit note back, and its debt is whole again", () => {
  const talk = owing();
  photo(talk, note(10_710, NAMES_IT));
  say(talk, "sí");
  say(talk, "deshacer");
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 107_100 }]);
});

test("a credit note on the whole invoice settles it", () => {
  const talk = owing();
  photo(talk, note(107_100, NAMES_IT));
  expect(talk.answer).toContain("quedan saldados los $107.100");
  say(talk, "sí");
  expect(booksOf(talk).debts).toEqual([]);
});

test("a debt that was told without its number is lowered where it is the seller's only one", () => {
  const talk = talkIn();
  say(talk, "le debo 107100 a Lacteos del Sur");
  photo(talk, note(10_710, NAMES_IT));
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: LOWERS }]);
});

test.each([
  ["another invoice", note(10_710, "Referencia: Factura Electronica N° 99999")],
  ["another seller", { ...note(10_710, NAMES_IT), fields: { ...note(10_710, "").fields, merchant: "Molinos SpA" } }],
])("a credit note on %s lowers no debt, says so, and is owed to us", (_, extraction) => {
  const talk = owing();
  photo(talk, extraction);
  expect(talk.answer).toContain("No encontré una deuda abierta de la factura");
  expect(talk.answer).toContain("queda como saldo por cobrar, sin mover la caja");
  const { merchant } = extraction.fields;
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { ...OWED_TO_US, counterparty: merchant } }]);
});

test("a credit note beyond what is left of the debt is owed to us", () => {
  const talk = owing();
  say(talk, "le pagué 100000 a Lacteos del Sur");
  photo(talk, note(10_710, NAMES_IT));
  expect(talk.answer).toContain("o le queda menos que esto");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: OWED_TO_US }]);
});

test("«pagada» under a credit note: the money came back, and the debt stays as it was", () => {
  const talk = owing();
  photo(talk, note(10_710, NAMES_IT));
  say(talk, "pagada");
  expect(talk.answer).toContain("lo anoto como dinero que te devolvieron");
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { entry: { type: "ingreso", direction: null, amount_minor: 10_710 } },
  ]);
});

test("a credit note of the business's own lowers what a customer owes for that invoice", () => {
  const talk = talkIn();
  if (talk.dialogue.membership) talk.dialogue.membership.tax_id = "97975000-5";
  photo(talk, { ...INVOICE, fields: { ...INVOICE.fields, receiver_tax_id: "76543210-3" } });
  say(talk, "sí");
  photo(talk, note(10_710, NAMES_IT));
  expect(talk.answer).toContain("Rebaja la deuda por cobrar");
  const lowers = { type: "ingreso", direction: "por_cobrar", settles_id: "E1", returned: true };
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: lowers }]);
});

test("«todos» to two credit notes on one invoice: the one that finds too little left is shown again, as what it is now", () => {
  const talk = owing();
  photo(talk, note(60_000, NAMES_IT));
  photo(talk, note(60_000, NAMES_IT, "332"));
  expect(actsOf(say(talk, "todos"))).toMatchObject([
    { kind: "book_document", entry: { settles_id: "E1", returned: true } },
  ]);
  expect(talk.answer).toContain("o le queda menos que esto");
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 47_100 }]);
  const owed = { type: "deuda", direction: "por_cobrar", amount_minor: 60_000 };
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: owed }]);
});

test("an invoice that was paid after its credit note was shown: «sí» shows the note again before it books it", () => {
  const talk = owing();
  photo(talk, note(10_710, NAMES_IT));
  say(talk, "le pagué 107100 a Lacteos del Sur");
  expect(booksOf(talk).debts).toEqual([]);
  const asked = hearSaid(talk, { kind: "choice", id: "yes:D331", title: "Sí" });
  expect(actsOf(asked)).toEqual([]);
  expect(talk.answer).toContain("queda como saldo por cobrar, sin mover la caja");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: OWED_TO_US }]);
});
