import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// What is put right of a paper that is neither its total nor its day.

const BLANK = blankExtraction("CL");

const BOLETA: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: { ...BLANK.fields, merchant: "PANADERIA SAN JOSE", number: "2231", date: "2026-11-16", total_minor: 12_500 },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  quality: { readable: true, problems: [] },
};

function shown(): Talk {
  const talk = talkIn();
  const result = { outcome: "read" as const, document_id: "D", extraction: structuredClone(BOLETA) };
  hearSaid(talk, { kind: "document", caption: null, result });
  return talk;
}

test.each([
  ["no es panaderia san jose, es panaderia san juan", "panaderia san juan"],
  ["no, no es panaderia san jose, es panaderia san juan", "panaderia san juan"],
  ["no es Panadería San José sino Panadería San Juan", "Panadería San Juan"],
  ["no es san jose es san juan", "san juan"],
  ["es la panadería San Juan, no San José", "panadería San Juan"],
  ["el proveedor no es san jose, es Amasandería El Sol", "Amasandería El Sol"],
  ["el proveedor es panadería San Juan", "panadería San Juan"],
  ["la tienda es Lider", "Lider"],
])("«%s» is another seller", (words, merchant) => {
  const talk = shown();
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain(`Razón Social: ${merchant}`);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { entry: { counterparty: merchant, concept: `Boleta 2231, ${merchant}`, amount_minor: 12_500 } },
  ]);
});

test("once it was booked it is put right as well", () => {
  const talk = shown();
  say(talk, "sí");
  const counterparty = "panaderia san juan";
  expect(actsOf(say(talk, "no es panaderia san jose, es panaderia san juan"))).toMatchObject([
    { kind: "correct", patch: { counterparty, concept: `Boleta 2231, ${counterparty}` } },
  ]);
});

test.each([
  "no es comida, es insumos",
  "no es panadería, es insumos",
  "no es pan, es harina",
  "no es boleta, es factura",
  "no es de hoy, es de ayer",
  "no era 12.500, era 12.900",
  "la tienda es muy cara",
])("«%s» is no other seller", (words) => {
  const talk = shown();
  say(talk, words);
  expect(talk.dialogue.open).toMatchObject([{ draft: { extraction: { fields: { merchant: "PANADERIA SAN JOSE" } } } }]);
});

test.each([
  "el folio es 2232",
  "el folio es el 2232",
  "el número es 2232",
  "no, el folio es 2232",
  "el n° es 2232",
  "el número de boleta es 2232",
])("«%s» is its number, and no amount", (words) => {
  const talk = shown();
  expect(actsOf(say(talk, words))).toEqual([]);
  const fields = { total_minor: 12_500, number: "2232" };
  expect(talk.dialogue.open).toMatchObject([{ draft: { extraction: { fields } } }]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { concept: "Boleta 2232, PANADERIA SAN JOSE" } }]);
});

test.each([
  "me hicieron 500 de descuento",
  "me hicieron un descuento de $500",
  "tenía 10% de descuento",
  "el descuento fue de 500",
  "falta el descuento",
])("«%s» is asked about: the total may have it already", (words) => {
  const right = shown();
  expect(actsOf(say(right, words))).toEqual([]);
  expect(right.answer).toBe(
    "💸 ¿El total de $12.500 ya viene con el descuento? Basta con *sí*, o con el monto que pagaste.",
  );
  expect(actsOf(say(right, "sí"))).toMatchObject([{ entry: { amount_minor: 12_500 } }]);
  const less = shown();
  say(less, words);
  say(less, "12.000");
  expect(actsOf(say(less, "sí"))).toMatchObject([{ entry: { amount_minor: 12_000 } }]);
});
