import { expect, test } from "vitest";
import type { TaxBrief } from "#sii";
import { taxCommandOf } from "#src/conversation/flows/taxes.ts";
import { NO_BOOKS } from "#src/conversation/books.ts";
import { turn } from "#src/conversation/turn.ts";
import type { NamedAmount, Outcome } from "#src/conversation/effect.ts";
import { compose } from "#src/conversation/compose.ts";
import { actsOf, heard, membershipIn, say, talkIn, type Talk } from "./talking.ts";

const TODAY = "2026-11-18";

test.each([
  ["f29", "f29", null],
  ["el formulario 29 de octubre", "f29", "2026-10"],
  ["borrador del F29 de diciembre", "f29", "2025-12"],
  ["¿Cuándo vence el IVA?", "due", null],
  ["cuándo se paga el f29", "due", null],
  ["hasta cuándo tengo que pagar el iva de octubre", "due", "2026-10"],
  ["vencimiento del iva", "due", null],
  ["impuestos", "f29", null],
  ["mis impuestos de octubre", "f29", "2026-10"],
  ["facturas por aceptar", "pending", null],
  ["¿qué facturas tengo por aceptar?", "pending", null],
  ["documentos pendientes del sii", "pending", null],
  ["informe de impuestos", "report", null],
  ["mándame el informe de impuestos de octubre", "report", "2026-10"],
  ["informe tributario del mes pasado", "report", "2026-10"],
  ["reporte de iva de marzo 2025 en pdf", "report", "2025-03"],
])("«%s» asks for %s of %s", (text, asks, month) => {
  expect(taxCommandOf(text, TODAY)).toEqual({ asks, month });
});

test.each([
  "¿cuándo vence?",
  "pagué el iva 200 lucas",
  "informe del mes",
  "facturas",
  "¿qué vence?",
  "pagué f29 por 80 lucas",
])("«%s» asks for nothing of the kind", (text) => {
  expect(taxCommandOf(text, TODAY)).toBeNull();
});

const BRIEF: TaxBrief = {
  month: "2026-11",
  asked_at: "2026-11-18T12:00:00Z",
  debit: 770_015,
  credit: 140_601,
  pending: { count: 3, credit: 80_541 },
  previous: null,
  is_previous_assumed: false,
  vat: 629_414,
  ppm: 12_000,
  payable: 641_414,
  lacks: [48, 151, 153, 504],
  is_running: true,
  trend: { vat: -1_000, months: 3 },
  due: { on: "2026-12-21", days_left: 33 },
  is_reliable: true,
};

/** Somebody who has written before. */
function known(brief: TaxBrief | null): Talk {
  const talk = { ...talkIn(), brief };
  talk.dialogue.welcomed = true;
  return talk;
}

test("a month's VAT is one answer: what it is made of, what is not known, and until when", () => {
  const talk = known(BRIEF);
  say(talk, "¿cuánto IVA voy a pagar?");
  expect(talk.answer.split("\n")).toEqual([
    "🧾 *IVA de noviembre 2026*, hasta ahora (SII al 18-11-2026 09:00)",
    "Débito (ventas): $770.015",
    "Crédito (compras): $140.601",
    "Remanente anterior: no lo conozco, así que no lo cuento; dímelo así: *mi remanente es 45 mil*",
    "*IVA a pagar: $629.414*",
    "⏳ Faltan 3 facturas por aceptar: $80.541 de crédito que aún no cuenta",
    "📈 A este ritmo el mes cierra en $1.000 a favor (promedio de 3 meses, aceptando lo pendiente)",
    "📅 El F29 de noviembre 2026 se paga hasta el 21-12-2026 (quedan 33 días)",
  ]);
});

test("the form adds its PPM and says what it was made without", () => {
  const talk = known(BRIEF);
  say(talk, "f29 de noviembre");
  expect(talk.answer).toContain("PPM: $12.000");
  expect(talk.answer).toContain(
    "*Total F29 (borrador): $641.414*, sin impuesto único de sueldos, retención de honorarios, retención a directores, remanente anterior, que no conozco",
  );
});

test("the day on which it is due is told also where nothing of the SII is known", () => {
  const talk = known(null);
  expect(actsOf(say(talk, "¿cuándo vence el IVA?"))).toEqual([{ kind: "taxes", month: "2026-10" }]);
  expect(talk.answer).toBe("📅 El F29 de octubre 2026 se paga hasta el 20-11-2026 (quedan 2 días)");
});

// NOON is that of 18 November: the form of October is due on the 12th on paper, and on the 20th electronically.
test.each([
  ["other", "2026-11"],
  ["electronic", "2026-10"],
  [null, "2026-10"],
] as const)("of a business that files %s the form that is due next is that of %s", (filer, month) => {
  const talk = known(BRIEF);
  const item = heard(talk, { kind: "text", text: "f29", voice: false });
  const { effects } = turn(talk.dialogue, [item], { ...NO_BOOKS, filer });
  expect(effects.find(({ kind }) => kind === "taxes")).toEqual({ kind: "taxes", month });
});

test("the report is a link that stands for its month; without anything of the SII it is told how to have one", () => {
  const talk = known(BRIEF);
  const { reply } = say(talk, "informe de impuestos de octubre");
  expect(reply?.parts).toMatchObject([{ part: "report_link", month: "2026-10" }]);
  const unknown = known(null);
  say(unknown, "informe de impuestos");
  expect(unknown.answer).toContain("conectar sii");
});

test("of a month that no sync reads the report asks for its file", () => {
  const told = (month: string) => {
    const due = { on: "2026-12-21", days_left: 33 };
    const outcome = { kind: "taxes", brief: null, connected: true, due, month } as const;
    const parts = [{ part: "report_link", ref: 0, month } as const];
    return compose({ parts, reply_to: null, today: TODAY }, [outcome], membershipIn("CL")).text;
  };
  expect(told("2026-09")).toContain("*sincronizar sii*");
  expect(told("2020-01")).not.toContain("sincronizar");
  expect(told("2020-01")).toContain("CSV");
});

test("the VAT of the books alone says what it counts, and who would know more", () => {
  const talk = known(null);
  const { reply } = say(talk, "¿cuánto IVA voy a pagar?");
  expect(reply?.parts.map(({ part }) => part)).toEqual(["total", "total", "taxes"]);
  expect(talk.answer).toContain("solo cuenta lo que tiene boleta o factura");
  expect(talk.answer).toContain("*conectar sii*");
});

test("«impuestos» is a command, and an answer where it is asked what was paid for", () => {
  const talk = known(BRIEF);
  say(talk, "impuestos");
  expect(talk.answer).toContain("Total F29");
  const item = heard(talk, { kind: "text", text: "impuestos", voice: false });
  talk.dialogue.open = [{ kind: "sii_review", month: "2026-10", at: item.at }];
  expect(turn(talk.dialogue, [item], NO_BOOKS).effects.some(({ kind }) => kind === "taxes")).toBe(false);
});

/** As «¿qué vence?» is answered. */
function dueTold(debts: NamedAmount[], told: Partial<Extract<Outcome, { kind: "taxes_due" }>>): string {
  const { reply } = say(known(null), "¿qué vence?");
  const outcomes: Outcome[] = [
    { kind: "debts", debts },
    { kind: "taxes_due", f29: null, lines: [], ...told },
  ];
  return compose(reply ?? { parts: [], reply_to: null, today: TODAY }, outcomes, membershipIn("CL")).text;
}

const FORM = { month: "2026-10", due: { on: "2026-11-20", days_left: 2 }, brief: { ...BRIEF, payable: 641_414 } };
const PURCHASE = {
  id: "d",
  side: "compra",
  state: "pendiente",
  type: 33,
  folio: "99",
  issuer: "76123456-0",
  name: "Molinos SpA",
  date: "2026-11-15",
  total: 99_960,
  tax: 15_960,
  received_at: "2026-11-15T10:00:00",
  left: { until: "2026-11-23T10:00:00", days: 4, hours: 22, is_over: false },
} as const;

test("what is due are debts, the next form with what it comes to so far, and purchases whose eight days run", () => {
  const debts = [{ name: "Juan", money: { amount_minor: 30_000, currency: "CLP" }, due: "2026-11-25" }];
  expect(dueTold(debts, { f29: FORM, lines: [PURCHASE] }).split("\n")).toEqual([
    "🤝 *Debes*",
    "• 25-11-2026 · Juan: $30.000",
    "",
    "📅 El F29 de octubre 2026 se paga hasta el 20-11-2026 (quedan 2 días)",
    "Por lo que sé hasta ahora son *$641.414*; con *f29* te muestro el borrador.",
    "",
    "⏳ *Plazo para aceptar o reclamar en el SII* (después se dan por aceptadas)",
    "• 23-11-2026 · Factura 99 de Molinos SpA: $99.960",
  ]);
});

test("«no debes nada» is not said above a form that is due, and is where nothing is", () => {
  expect(dueTold([], { f29: { ...FORM, brief: null } })).toBe(
    "📅 El F29 de octubre 2026 se paga hasta el 20-11-2026 (quedan 2 días)",
  );
  expect(dueTold([], {})).toBe("No debes nada. 👌");
});
