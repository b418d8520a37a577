import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, heard, hearAll, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// «La pago a 30 días»: until when a paper is owed, and never the day on which it was issued.

const BLANK = blankExtraction("CL");

function paper(kind: "boleta" | "factura", term: string): Extraction {
  const own = { merchant: "Distribuidora Andina", number: "118", date: "2026-11-16", total_minor: 238_000 };
  return {
    ...BLANK,
    kind,
    fields: { ...BLANK.fields, ...own, net_minor: 200_000, tax_minor: 38_000 },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: `FACTURA ELECTRONICA N° 118\n${term}`,
  };
}

const CONTADO = paper("factura", "Forma de pago: contado");
const CREDIT = paper("factura", "CONDICIÓN DE PAGO: CRÉDITO");
const SILENT = paper("factura", "");
const BOLETA = paper("boleta", "");

function send(talk: Talk, extraction: Extraction, caption: string | null = null): Talk {
  const result = { outcome: "read" as const, document_id: "D", extraction: structuredClone(extraction) };
  hearSaid(talk, { kind: "document", caption, result });
  return talk;
}

const owed = (due_date: string | null) => ({
  kind: "book_document",
  entry: { type: "deuda", direction: "por_pagar", amount_minor: 238_000, date: "2026-11-16", due_date },
});

const SAID: [string, string][] = [
  ["la pago a 30 días", "2026-12-16"],
  ["la factura la pago a 30 días", "2026-12-16"],
  ["la factura la pago a 60 días", "2027-01-15"],
  ["esta factura la pago a 45 dias", "2026-12-31"],
  ["no, la pago a 30 días", "2026-12-16"],
  ["se la pago a 30 dias", "2026-12-16"],
  ["la voy a pagar a 30 días", "2026-12-16"],
  ["la pagaré a 30 días", "2026-12-16"],
  ["la pago a treinta días", "2026-12-16"],
  ["la pago a 30", "2026-12-16"],
  ["la pago a un mes", "2026-12-16"],
  ["me dieron 30 días plazo", "2026-12-16"],
  ["tengo 30 días para pagar", "2026-12-16"],
  ["tengo un plazo de 30 días", "2026-12-16"],
  ["la compré a 30 días", "2026-12-16"],
  ["la pago a 30 días, gracias", "2026-12-16"],
  ["la pago en 15 días", "2026-12-03"],
  ["la pago el viernes", "2026-11-20"],
  ["la pago a fin de mes", "2026-11-30"],
  ["la pago el otro mes", "2026-12-18"],
];

test.each(SAID)("«%s» is until when a paper is owed, whatever it printed", (words, due_date) => {
  for (const extraction of [CONTADO, CREDIT, SILENT, BOLETA]) {
    const talk = send(talkIn(), extraction);
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document" }]);
    expect(actsOf(say(talk, "sí"))).toMatchObject([owed(due_date)]);
  }
});

const BILL = paper("boleta", "ENEL DISTRIBUCION\nTotal a pagar $238.000\nVENCIMIENTO 15/12/2026");

test.each(["no la he pagado", "todavía no la pago", "por pagar", "la debo", "la pago después"])(
  "«%s» of a bill: it is owed until the day that it prints",
  (words) => {
    for (const talk of [send(talkIn(), BILL, words), send(talkIn(), BILL)]) {
      if (talk.answer.includes("como pagada")) say(talk, words);
      expect(talk.answer).toMatch(/🕒.*15-12-2026/);
      expect(talk.dialogue.open).toMatchObject([{ draft: { credit: { due: "2026-12-15", days: null } } }]);
      expect(actsOf(say(talk, "sí"))).toMatchObject([owed("2026-12-15")]);
    }
  },
);

test("a bill counts as paid unless somebody says that it is not, and a day that is said stands before the printed one", () => {
  const shown = send(talkIn(), BILL);
  expect(shown.answer).toContain(
    "🕒 Vence el 15-12-2026, y la anoto como pagada. Si todavía se debe, basta con *la debo*.",
  );
  expect(actsOf(say(shown, "sí"))).toMatchObject([{ entry: { type: "egreso", due_date: null } }]);
  const talk = send(talkIn(), BILL, "por pagar");
  say(talk, "la pago el viernes");
  expect(actsOf(say(talk, "sí"))).toMatchObject([owed("2026-11-20")]);
  const paid = send(talkIn(), BILL, "por pagar");
  say(paid, "pagada");
  expect(actsOf(say(paid, "sí"))).toMatchObject([{ entry: { type: "egreso" } }]);
});

test.each([
  ["BR", "não paguei"],
  ["US", "not paid"],
])("in %s the bill's card says what to answer, and «%s» is understood", (country, words) => {
  const talk = send(talkIn(country), BILL);
  expect(talk.answer).toContain(`*${words}*`);
  say(talk, words);
  expect(actsOf(say(talk, country === "BR" ? "sim" : "yes"))).toMatchObject([owed("2026-12-15")]);
});

test("what is left of a bill is owed until its day as well", () => {
  const talk = send(talkIn(), BILL);
  say(talk, "pagué la mitad");
  expect(actsOf(say(talk, "sí"))).toMatchObject([owed("2026-12-15"), { kind: "record" }]);
});

test.each(SAID.slice(0, 4))("«%s» with the picture says the same", (words, due_date) => {
  for (const extraction of [CONTADO, SILENT, BOLETA]) {
    expect(actsOf(say(send(talkIn(), extraction, words), "sí"))).toMatchObject([owed(due_date)]);
  }
});

test.each(SAID.slice(0, 4))("«%s» once it was booked makes it a debt until that day", (words, due_date) => {
  for (const extraction of [CONTADO, CREDIT, BOLETA]) {
    const talk = send(talkIn(), extraction);
    say(talk, "sí");
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "correct", entry_id: "E1", patch: { due_date } }]);
    expect(talk.entries.at(-1)).toMatchObject({ type: "deuda", date: "2026-11-16", due_date });
    expect(talk.answer).toContain("Vence:");
  }
});

test.each([
  "tengo 30 días",
  "llegó a 30 días",
  "llegó con 30 días de atraso",
  "me demoro 30 días",
  "la llevo a 30 kilómetros",
  "la pago en 3 cuotas",
  "vuelvo a 30",
])("«%s» says nothing of when it is paid, and moves no day", (words) => {
  const talk = send(talkIn(), CONTADO);
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { entry: { type: "egreso", date: "2026-11-16", amount_minor: 238_000, due_date: null } },
  ]);
});

test("«sí» and «la pago a 30 días» in one breath are of the same paper, and of none that was booked before", () => {
  const talk = send(talkIn(), BOLETA);
  say(talk, "sí");
  send(talk, CONTADO);
  const items = ["sí", "la pago a 30 días"].map((text) => heard(talk, { kind: "text", text, voice: false }));
  expect(hearAll(talk, items).consumed).toBe(1);
  expect(actsOf(hearAll(talk, items.slice(1)))).toMatchObject([{ kind: "correct", entry_id: "E2" }]);
});

test("after a debt that no paper proves «la pago a 30 días» changes nothing", () => {
  const talk = talkIn();
  say(talk, "le debo 80 lucas a Pedro");
  expect(actsOf(say(talk, "la pago a 30 días"))).toEqual([]);
});

test.each([
  ["pagué 100 lucas y el resto a fin de mes", 100_000, "2026-11-30"],
  ["pagué 100 lucas ahora y el resto a fin de mes", 100_000, "2026-11-30"],
  ["pagué 100 lucas y pago el resto el viernes", 100_000, "2026-11-20"],
  ["le pagué 100 lucas y lo demás a 30 días, gracias", 100_000, "2026-12-16"],
  ["pagué la mitad y la otra mitad a fin de mes", 119_000, "2026-11-30"],
])("«%s» is part of the paper that waits, though something else was booked since", (words, amount_minor, due_date) => {
  for (const between of ["", "gasté 5 lucas en pan"]) {
    const talk = send(talkIn(), SILENT);
    if (between !== "") say(talk, between);
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document" }]);
    say(talk, "sí");
    const [debt, payment] = talk.entries.slice(-2);
    expect([debt, payment]).toMatchObject([
      { type: "deuda", due_date },
      { type: "egreso", amount_minor, settles_id: debt?.id },
    ]);
  }
});

test.each([
  ["pagué la mitad", 119_000],
  ["ya pagué la mitad", 119_000],
  ["pagué la mitad en efectivo", 119_000],
  ["aboné la mitad", 119_000],
  ["pagué 50 lucas y debo el resto", 50_000],
  ["pagué 100 lucas y el resto a fin de mes", 100_000],
  ["pagué 100 y el resto la próxima semana", 100_000],
])("«%s» once the only debt was booked pays part of it", (words, amount_minor) => {
  const talk = send(talkIn(), CREDIT);
  say(talk, "sí");
  expect(actsOf(say(talk, words))).toMatchObject([
    { kind: "record", entry: { type: "egreso", amount_minor, settles_id: "E1" } },
  ]);
});

test("«pagué la mitad», then «pagué la otra mitad»: nothing is owed any more", () => {
  const talk = send(talkIn(), CREDIT);
  for (const words of ["sí", "pagué la mitad", "pagué la otra mitad"]) say(talk, words);
  expect(talk.answer).toContain("Con esto la deuda queda pagada");
});

test.each(["pagué la mitad", "pagué 50 lucas y debo el resto"])("of two debts «%s» is asked", (words) => {
  const talk = send(talkIn(), CREDIT);
  for (const before of ["sí", "le debo 80 lucas a Pedro", "gasté 5 lucas en pan"]) say(talk, before);
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain("¿Cuál pagaste?");
});

test("«pagué la mitad del arriendo» pays nothing of the invoice", () => {
  const talk = send(talkIn(), CREDIT);
  say(talk, "sí");
  expect(actsOf(say(talk, "pagué la mitad del arriendo"))).toEqual([]);
});
