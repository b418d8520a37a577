import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { soldIn } from "#src/conversation/flows/sold-said.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");
const CREDIT = "CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS";
const RECEIVER = "SEÑOR(ES): COLEGIO SAN MATEO   RUT: 65.123.456-7";

/** An invoice of somebody whose tax id nobody has told. */
function factura(...lines: string[]): Extraction {
  const fields = { merchant: "Imprenta Los Robles", merchant_tax_id: "76543210-3", number: "118", date: "2026-11-16" };
  return {
    ...BLANK,
    kind: "factura",
    fields: { ...BLANK.fields, ...fields, receiver_tax_id: "65123456-7", total_minor: 119_000, category: "oficina" },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: ["FACTURA ELECTRONICA N° 118", ...lines].join("\n"),
  };
}

function shown(extraction: Extraction, caption: string | null = null): Talk {
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

const entryAfter = (talk: Talk) => actsOf(say(talk, "sí")).map((act) => ("entry" in act ? act.entry : act.kind))[0];

const OWED = { type: "deuda", direction: "por_cobrar", due_date: "2026-12-16", amount_minor: 119_000 };

const WORDS: readonly (readonly [string, string | null])[] = [
  ["factura que emití, venta al colegio", "colegio"],
  ["es una venta mía", null],
  ["le vendí esto al colegio San Mateo", "colegio San Mateo"],
  ["mi factura de venta", null],
  ["yo la emití", null],
  ["la emití yo", null],
  ["es una venta", null],
  ["venta", null],
  ["Es un ingreso", null],
  ["factura emitida por mí", null],
  ["es mi factura de venta al Colegio San Mateo", "Colegio San Mateo"],
  ["se la vendí a Juan Pérez", "Juan Pérez"],
  ["venta a un cliente", null],
  ["no, la emití yo", null],
  ["el emisor soy yo", null],
  ["factura que le hice a un cliente", null],
  ["esta la facturé yo", null],
  ["es una venta a Ferretería O'Higgins", "Ferretería O'Higgins"],
  ["me la deben", null],
  ["es por cobrar", null],
  ["venta mía, me la pagan el 16 de diciembre", null],
  ["venta a 30 días", null],
  ["vendí esto al colegio a 30 días", "colegio"],
];

test.each(WORDS)("«%s» beside or under an invoice: it is ours, and its credit and customer are kept", (words, who) => {
  const told = shown(factura(CREDIT), words);
  const said = shown(factura(CREDIT));
  say(said, words);
  for (const talk of [told, said]) {
    expect([words, talk.answer]).toEqual([words, expect.stringContaining("por cobrar")]);
    expect(entryAfter(talk)).toMatchObject({ ...OWED, category: "ventas", counterparty: who ?? "65123456-7" });
  }
});

test("of a sale the tax stands apart though the invoice is made out to somebody else, and nobody is told that it is not theirs", () => {
  const extraction = factura(CREDIT);
  Object.assign(extraction.fields, { net_minor: 100_000, tax_minor: 19_000 });
  const talk = shown(extraction);
  const { membership } = talk.dialogue;
  if (membership) membership.tax_id = "77123456-9";
  say(talk, "la emití yo");
  expect(talk.answer).not.toContain("no está a tu RUT");
  expect(entryAfter(talk)).toMatchObject({ ...OWED, net_minor: 100_000, tax_minor: 19_000 });
});

test("the customer is the receiver that is printed, and is shown as such", () => {
  const talk = shown(factura(RECEIVER, CREDIT), "venta al colegio");
  expect(talk.answer).toContain("💼 *Cliente*\nRUT: 65123456-7\nRazón Social: COLEGIO SAN MATEO");
  expect(entryAfter(talk)).toMatchObject({ ...OWED, counterparty: "COLEGIO SAN MATEO" });
});

test.each(["es una venta, me la pagaron", "venta al contado", "yo la emití, ya está pagada"])(
  "«%s»: only what was paid is cash",
  (words) => {
    const paid = { type: "ingreso", direction: null, due_date: null, category: "ventas" };
    expect(entryAfter(shown(factura(RECEIVER, CREDIT), words))).toMatchObject(paid);
    expect(entryAfter(shown(factura(RECEIVER), "es una venta"))).toMatchObject({
      ...paid,
      counterparty: "COLEGIO SAN MATEO",
    });
  },
);

test("«es un gasto» turns it back, on credit as it was", () => {
  const talk = shown(factura(CREDIT), "es una venta");
  say(talk, "es un gasto");
  expect(entryAfter(talk)).toMatchObject({ ...OWED, direction: "por_pagar", counterparty: "Imprenta Los Robles" });
});

test("«me pagaron» beside an invoice on credit: it was paid", () => {
  expect(entryAfter(shown(factura(CREDIT), "me pagaron"))).toMatchObject({ type: "ingreso", direction: null });
});

test.each([
  "mi factura",
  "la factura de venta",
  "la venta de ayer",
  "vendí 10 lucas",
  "le vendí pan a Pedro",
  "venta de pan",
  "borra la venta",
  "no es una venta",
  "me deben plata",
  "me debe Pedro",
  "la debo",
  "la pagué",
  "a 30 días",
  "cuánto vendí",
  "la mandé ayer",
  "es del colegio",
  "gracias",
  "sí",
  "",
])("«%s» says nothing of whose sale it was", (text) => {
  const hour = { country: "CL", currency: "CLP", today: "2026-11-18", channel: "text", last: null } as const;
  expect(soldIn(text, { request: { ...hour, text }, issued_on: null })).toBeNull();
});

const SCREEN: Extraction = {
  ...BLANK,
  kind: "comprobante",
  fields: { ...BLANK.fields, merchant: "María González", date: "2026-11-18", total_minor: 60_000 },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  text: "BancoEstado\nDe Pedro Rojas\nPara María González\n$60.000",
};

test("of a bank's screen that names two people it is asked which way the money went", () => {
  const talk = shown(SCREEN);
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Me pagaron", "Pagué yo", "Es plata mía"]);
  expect(actsOf(say(talk, "sí"))).toEqual([]);
});

test.each([
  ["me pagaron", "ingreso"],
  ["me transfirieron", "ingreso"],
  ["es un ingreso", "ingreso"],
  ["venta", "ingreso"],
  ["me pagaron 60 lucas", "ingreso"],
  ["pagué yo", "egreso"],
  ["es un gasto", "egreso"],
])("«%s» beside that screen tells it", (caption, type) => {
  expect(entryAfter(shown(SCREEN, caption))).toMatchObject({ type, amount_minor: 60_000 });
});
