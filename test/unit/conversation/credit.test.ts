import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { provenEntry } from "#src/web/api/documents/proven-entry.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

function factura(term: string, more: Partial<Extraction> = {}): Extraction {
  return {
    ...BLANK,
    kind: "factura",
    fields: {
      ...BLANK.fields,
      merchant: "Comercial Los Andes SpA",
      merchant_tax_id: "97975000-5",
      number: "118",
      date: "2026-11-18",
      total_minor: 119_000,
      net_minor: 100_000,
      tax_minor: 19_000,
    },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: `FACTURA ELECTRONICA N° 118\nFecha: 18-11-2026\n${term}\nTOTAL $119.000`,
    ...more,
  };
}

function shown(extraction: Extraction): Talk {
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

const OWED = { type: "deuda", direction: "por_pagar", amount_minor: 119_000, net_minor: 100_000, tax_minor: 19_000 };
const PAID = { type: "egreso", direction: null, due_date: null, amount_minor: 119_000 };

test.each([
  ["CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS", "2026-12-18", ", vence el 18-12-2026"],
  ["Vence: 10-12-2026", "2026-12-10", ", vence el 10-12-2026"],
  ["Forma de pago: Crédito", null, ""],
])("a factura that says «%s» is proposed and booked as owed", (term, due_date, due) => {
  const talk = shown(factura(term));
  expect(talk.answer).toContain(`Es a crédito${due}: queda por pagar.`);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: { ...OWED, due_date } }]);
  expect(talk.entries[0]?.postings.map(({ credit }) => credit)).toEqual(["pasivo:por_pagar", "pasivo:por_pagar"]);
  expect(talk.answer).toContain("No movió la caja.");
});

test.each(["Forma de pago: contado", "Efectivo", "FmaPago: 1"])("a factura that says «%s» is paid", (term) => {
  const talk = shown(factura(term));
  expect(talk.answer).not.toContain("crédito");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: PAID }]);
});

test.each(["pagada", "ya la pagué", "no, fue al contado", "ya está pagada"])(
  "«%s» under a card on credit: it was paid",
  (words) => {
    const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO"));
    expect(actsOf(say(talk, words))).toEqual([]);
    expect(talk.answer).not.toContain("Es a crédito");
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: PAID }]);
  },
);

test.each(["a 30 días", "es a 30 días", "es a crédito 30 días"])("«%s» under a card: it is owed", (words) => {
  const talk = shown(factura(""));
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { ...OWED, due_date: "2026-12-18" } }]);
});

test("another day of the paper moves the day that was counted from it", () => {
  const talk = shown(factura("CONDICIÓN DE PAGO: 30 DÍAS"));
  say(talk, "fue el 10");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { date: "2026-11-10", due_date: "2026-12-10" } }]);
});

test("a boleta is paid at the till, whatever it says of credit", () => {
  expect(actsOf(say(shown(factura("Forma de pago: Crédito", { kind: "boleta" })), "sí"))).toMatchObject([
    { entry: PAID },
  ]);
});

test("a factura whose stamp verifies is booked as owed at once, in the chat and by the API", () => {
  const authenticity = { verdict: "authentic", reasons: [] } as const;
  const extraction = factura("Crédito a 30 días", {
    read_from: "timbre",
    authenticity: { ...authenticity, reasons: [] },
  });
  expect(shown(extraction).entries).toMatchObject([{ ...OWED, due_date: "2026-12-18" }]);
  expect(provenEntry({ document_id: "D", extraction, own_tax_id: null, today: "2026-11-18" })).toMatchObject({
    ...OWED,
    due_date: "2026-12-18",
    counterparty: "Comercial Los Andes SpA",
  });
});
