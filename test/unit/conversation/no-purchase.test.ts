import { expect, test } from "vitest";
import { blankExtraction, whyNoPurchase, type Extraction } from "#documents";
import { readFields } from "#src/documents/read/text-fields.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

function paper(lines: readonly string[]): Extraction {
  const { kind, fields } = readFields([...lines], { country: "CL", today: "2026-11-18" });
  return {
    ...BLANK,
    kind,
    fields,
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: lines.join("\n"),
  };
}

function shown(...papers: Extraction[]): Talk {
  const talk = talkIn();
  for (const [i, extraction] of papers.entries()) {
    const document_id = i === 0 ? "D" : `D${i}`;
    hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
  }
  return talk;
}

const PRICED = ["Fecha: 18-11-2026", "HARINA 96.000", "NETO 96.000", "IVA 18.240", "TOTAL $ 114.240"];
const GUIDE = paper(["MOLINOS DEL SUR SPA", "GUIA DE DESPACHO ELECTRONICA N° 550", ...PRICED]);
const OFFER = paper(["MOLINOS DEL SUR SPA", "COTIZACIÓN N° 77", ...PRICED, "Precios válidos con factura"]);
const PAPERS: [string, Extraction, string][] = [
  ["a dispatch guide", GUIDE, "Una guía de despacho mueve mercadería, no dinero"],
  ["a quotation", OFFER, "Una cotización es un precio ofrecido"],
];

test.each(PAPERS)("%s is told as no purchase, and is not offered for booking", (_, extraction, words) => {
  const talk = shown(extraction);
  expect(talk.answer).toContain(words);
  expect(talk.answer).not.toContain("¿Es correcto?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Descartar"]);
});

test.each(PAPERS)("«sí» does not book %s", (_, extraction, words) => {
  const talk = shown(extraction);
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  expect(talk.answer).toContain(words);
});

test.each(["anotar gasto", "la compré", "ya la pagué"])("«%s» books what was bought all the same", (words) => {
  for (const [, extraction] of PAPERS) {
    const entry = { type: "egreso", direction: null, amount_minor: 114_240, net_minor: null, tax_minor: null };
    expect(actsOf(say(shown(extraction), words))).toMatchObject([{ kind: "book_document", entry }]);
  }
});

test.each(PAPERS)("%s beside a purchase takes no «sí» from it", (_, extraction) => {
  const purchase = paper(["FERRETERIA EL TORNILLO", "BOLETA ELECTRONICA N° 9", ...PRICED]);
  const behind = shown(extraction, purchase);
  expect(actsOf(say(behind, "sí"))).toMatchObject([{ kind: "book_document", document_id: "D1" }]);
  const before = shown(purchase, extraction);
  expect(actsOf(say(before, "sí"))).toEqual([]);
  expect(before.answer).toMatch(/^Sigue pendiente: el documento de FERRETERIA EL TORNILLO/);
  expect(actsOf(say(before, "sí"))).toMatchObject([{ kind: "book_document", document_id: "D" }]);
  expect(actsOf(say(shown(extraction, purchase, purchase), "todos"))).toHaveLength(2);
});

test.each(PAPERS)("the reminder of %s asks for no «sí»", (_, extraction, words) => {
  const talk = shown(extraction);
  say(talk, "hola");
  expect(talk.answer).toContain(words);
  expect(talk.answer).not.toContain("¿Es correcto?");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Descartar"]);
});

const MOVES = [
  "Saldo inicial 100.000",
  "18-11 Transferencia recibida 20.000",
  "18-11 Compra COPEC 30.000",
  "Total 90.000",
];

test.each([
  ["CARTOLA CUENTA CORRIENTE", "BANCO DE CHILE"],
  ["BANCO DE CHILE", "Cartola histórica N° 12"],
  ["Banco Estado", "ESTADO DE CUENTA CORRIENTE"],
  ["Estado de cuenta vista"],
  ["Santander", "Últimos movimientos"],
])("a statement of a bank is told as none: %s %s", (...head) => {
  const statement = paper([...head, ...MOVES]);
  expect(whyNoPurchase(statement)).toBe("statement");
  const talk = shown(statement);
  expect(talk.answer).toContain("Es un listado de movimientos del banco");
  expect(talk.answer).not.toContain("Proveedor");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
});

test.each([
  [["MOVISTAR", "ESTADO DE CUENTA", ...PRICED]],
  [["LIBRERIA", "BOLETA N° 4", "1 CARTOLA DE PAPEL 1.000", ...PRICED]],
  [["ENEL", "BOLETA ELECTRONICA N° 5", "Resumen de consumo", ...PRICED]],
])("%j is none of a bank", (lines) => {
  expect(whyNoPurchase(paper(lines))).toBeNull();
});

test("a guide without prices asks for no total, until it is to be booked", () => {
  const talk = shown(paper(["MOLINOS DEL SUR SPA", "GUIA DE DESPACHO ELECTRONICA N° 550", "HARINA 20 SACOS"]));
  expect(talk.answer).toContain("Una guía de despacho");
  expect(actsOf(say(talk, "anotar gasto"))).toEqual([]);
  say(talk, "114240");
  expect(actsOf(say(talk, "anotar gasto"))).toMatchObject([{ entry: { amount_minor: 114_240 } }]);
});

test.each([
  ["an invoice that names the quotation it follows", ["FACTURA ELECTRONICA N° 9", "Cotización 77", ...PRICED]],
  ["what is paid for a pension", ["PLANILLA DE PAGO", "Cotizaciones previsionales", ...PRICED]],
])("%s is a purchase", (_, lines) => {
  expect(whyNoPurchase(paper(lines))).toBeNull();
});
