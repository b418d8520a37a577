import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { debtsNamed } from "#src/conversation/debts-named.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30", category: null, counterparty: null };
const OCTOBER = { ...NOVEMBER, from: "2026-10-01", to: "2026-10-31" };

const DEBTS = { kind: "debts", direction: "por_pagar", counterparty: null };

const taxOf = (month: typeof NOVEMBER) => [
  { kind: "taxes", month: month.from.slice(0, 7) },
  ...(["tax_debit", "tax_credit"] as const).map((metric) => ({ kind: "total", query: { metric, ...month } })),
];

test.each([
  ["¿cuánto IVA crédito tengo este mes?", NOVEMBER],
  ["iva", NOVEMBER],
  ["¿cuánto iva me toca pagar?", NOVEMBER],
  ["¿cuánto es el IVA?", NOVEMBER],
  ["iva del mes", NOVEMBER],
  ["iva del mes pasado", OCTOBER],
  ["¿cuánto IVA tengo que pagar el mes pasado?", OCTOBER],
])("«%s» asks for the tax of a month", (text, month) => {
  expect(actsOf(say(talkIn(), text))).toEqual(taxOf(month));
});

test.each(["¿qué vence?", "¿cuándo vence?", "¿qué cuentas tengo por pagar?", "vencimientos"])(
  "«%s» asks for what is owed, by the day on which it is due, and for what the tax service waits for",
  (text) => {
    expect(actsOf(say(talkIn(), text))).toEqual([DEBTS, { kind: "taxes_due", days: null }]);
  },
);

test("elsewhere, and of one person, only debts are due", () => {
  expect(actsOf(say(talkIn("PE"), "¿qué vence?"))).toEqual([DEBTS]);
  expect(actsOf(say(talkIn(), "¿qué vence con Juan?")).map(({ kind }) => kind)).not.toContain("taxes_due");
});

test("of the days that are meant only what falls due within them", () => {
  const days = { from: "2026-11-16", to: "2026-11-22" };
  expect(actsOf(say(talkIn(), "¿qué tengo que pagar esta semana?"))).toEqual([DEBTS, { kind: "taxes_due", days }]);
});

function factura(): Talk {
  const blank = blankExtraction("CL");
  const money = { total_minor: 119_000, net_minor: 100_000, tax_minor: 19_000 };
  const extraction: Extraction = {
    ...blank,
    kind: "factura",
    fields: { ...blank.fields, ...money, merchant: "Comercial Los Andes SpA", number: "118", date: "2026-11-18" },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    text: "FACTURA ELECTRONICA N° 118\nCONDICIÓN DE PAGO: CRÉDITO 30 DÍAS",
  };
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

test.each([
  ["¿cuánto es el IVA?", "IVA: $19.000"],
  ["cuánto IVA tiene la factura", "IVA: $19.000"],
  ["¿cuándo vence?", "vence el 18-12-2026"],
])("«%s» under a card is answered of that paper", (text, told) => {
  const talk = factura();
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain(told);
});

test("under a card «¿cuánto IVA tengo este mes?» and «¿qué vence?» ask the books", () => {
  expect(actsOf(say(factura(), "¿cuánto IVA crédito tengo este mes?"))).toEqual(taxOf(NOVEMBER));
  expect(actsOf(say(factura(), "¿qué vence?"))).toMatchObject([{ kind: "debts" }, { kind: "taxes_due" }]);
});

test("a debt is named with the first day on which something of it is due", () => {
  const debt = { direction: "por_pagar", currency: "CLP", amount_minor: 5_000, entries: 1 } as const;
  expect(
    debtsNamed(
      [
        { ...debt, counterparty: "Juan", due_date: "2026-12-01" },
        { ...debt, counterparty: "Ana", due_date: null },
      ],
      [],
    ),
  ).toEqual([
    { name: "Juan", money: { amount_minor: 5_000, currency: "CLP" }, due: "2026-12-01" },
    { name: "Ana", money: { amount_minor: 5_000, currency: "CLP" } },
  ]);
});
