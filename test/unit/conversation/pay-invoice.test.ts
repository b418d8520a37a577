import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

function owe(talk: Talk, facts: { merchant: string; number: string; total_minor: number }): void {
  const extraction: Extraction = {
    ...BLANK,
    kind: "factura",
    fields: { ...BLANK.fields, ...facts, date: "2026-11-18" },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: `FACTURA ELECTRONICA N° ${facts.number}\nCONDICION DE PAGO: CREDITO 30 DIAS`,
  };
  const result = { outcome: "read" as const, document_id: `D${facts.number}`, extraction };
  hearSaid(talk, { kind: "document", caption: null, result });
  say(talk, "sí");
}

function owing(): Talk {
  const talk = talkIn();
  owe(talk, { merchant: "Ferretería El Martillo", number: "4512", total_minor: 35_700 });
  owe(talk, { merchant: "Molinos SpA", number: "77", total_minor: 50_000 });
  return talk;
}

const PAID = { type: "egreso", direction: "por_pagar", settles_id: "E1", amount_minor: 35_700 };

test.each([
  "pagué la factura de Ferretería El Martillo",
  "pagué la factura 4512",
  "pagué la factura N° 4512 de Ferretería El Martillo",
  "ya pagué la factura de la Ferretería El Martillo",
])("«%s» pays the debt of that invoice", (words) => {
  const talk = owing();
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "record", entry: PAID }]);
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E2" }]);
});

test("a part of an invoice may be paid", () => {
  expect(actsOf(say(owing(), "pagué 20000 de la factura 4512"))).toMatchObject([
    { entry: { ...PAID, amount_minor: 20_000 } },
  ]);
  expect(actsOf(say(owing(), "pagué la mitad de la factura 4512"))).toMatchObject([
    { entry: { ...PAID, amount_minor: 17_850 } },
  ]);
});

test("what kind of company it is need not be said", () => {
  const talk = talkIn();
  owe(talk, { merchant: "FERRETERIA EL MARTILLO LTDA", number: "4512", total_minor: 35_700 });
  expect(actsOf(say(talk, "pagué la factura de Ferretería El Martillo"))).toMatchObject([
    { entry: { ...PAID, counterparty: "FERRETERIA EL MARTILLO LTDA" } },
  ]);
});

test("«pagué la factura» with several open asks which", () => {
  const talk = owing();
  expect(actsOf(say(talk, "pagué la factura"))).toEqual([]);
  expect(talk.answer).toContain("Factura 77, Molinos SpA");
});

test.each(["pagué la factura 9999", "pagué la factura de luz 30 lucas"])(
  "«%s» is of no debt that is known",
  (words) => {
    const talk = owing();
    const acts = actsOf(say(talk, words));
    expect(acts.every((act) => act.kind === "record" && act.entry.direction === null)).toBe(true);
    expect(booksOf(talk).debts).toHaveLength(2);
  },
);

test("an invoice of that number is of the seller who is named", () => {
  const talk = talkIn();
  owe(talk, { merchant: "ACME", number: "4512", total_minor: 35_700 });
  for (const words of ["le pagué a Lácteos la factura 4512", "aboné 30 lucas a Lácteos por la factura 4512"]) {
    say(talk, words);
    expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 35_700 }]);
  }
});

test("a debt that was told without the number of its invoice is found by whose it is", () => {
  const talk = talkIn();
  say(talk, "le debo 100 lucas a Lácteos");
  expect(actsOf(say(talk, "aboné 30 lucas a Lácteos por la factura 4512"))).toMatchObject([
    { kind: "record", entry: { direction: "por_pagar", settles_id: "E1", amount_minor: 30_000 } },
  ]);
});

test("«pagué la factura 20 lucas» pays the only invoice that is open where that is all of it, or told as its part", () => {
  for (const [words, settles_id] of [
    ["pagué la factura 20 lucas", undefined],
    ["pagué la factura 119 lucas", "E1"],
    ["pagué 20 lucas de la factura", "E1"],
    ["pagué 20 lucas de la factura de luz", undefined],
  ] as const) {
    const talk = talkIn();
    owe(talk, { merchant: "ACME", number: "4512", total_minor: 119_000 });
    const [act] = actsOf(say(talk, words));
    expect([words, act?.kind === "record" && act.entry.settles_id]).toEqual([words, settles_id]);
  }
});
