import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");
const CREDIT = "CONDICIÓN DE PAGO: CRÉDITO";

function factura(term: string, total_minor = 114_240): Extraction {
  const fields = { merchant: "Distribuidora Andina", number: "118", date: "2026-11-16", total_minor };
  return {
    ...BLANK,
    kind: "factura",
    fields: { ...BLANK.fields, ...fields },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: `FACTURA ELECTRONICA N° 118\nFecha: 16-11-2026\n${term}`,
  };
}

/** The card of an invoice, on Wednesday 2026-11-18. */
function shown(extraction: Extraction, caption: string | null = null): Talk {
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

const paid = (date: string) => [{ kind: "book_document", entry: { type: "egreso", amount_minor: 114_240, date } }];
const owed = (due_date: string | null) => [
  { kind: "book_document", entry: { type: "deuda", direction: "por_pagar", amount_minor: 114_240, due_date } },
];

test.each([
  ["la pagué ayer", "2026-11-17"],
  ["ya la pagué ayer con transferencia", "2026-11-17"],
  ["la pagué anteayer", "2026-11-16"],
  ["la pagué el lunes", "2026-11-16"],
  ["pagada el 14 de noviembre", "2026-11-14"],
  ["la pagué hace 3 días", "2026-11-15"],
  ["pagada", "2026-11-16"],
])("«%s» under a card on credit is booked on the day that it was paid", (words, date) => {
  const talk = shown(factura(CREDIT));
  say(talk, words);
  expect(talk.answer).toContain("💵 Ya se pagó");
  expect(actsOf(say(talk, "sí"))).toMatchObject(paid(date));
});

test.each([
  ["sí, pagada", paid("2026-11-16")],
  ["sí, ya la pagué con transferencia", paid("2026-11-16")],
  ["Sí, la pagué ayer", paid("2026-11-17")],
  ["sí, a 30 días", owed("2026-12-16")],
  ["sí, pero la debo", owed(null)],
])("«%s» confirms the card in one word more", (words, booked) => {
  expect(actsOf(say(shown(factura(CREDIT)), words)).slice(1)).toMatchObject(booked);
});

test.each(["", CREDIT])("«la debo» and «vence el …» under a card that says «%s» make it a debt of that day", (term) => {
  for (const [words, due] of [
    ["la debo", null],
    ["todavía la debo", null],
    ["me la fiaron", null],
    ["es fiada", null],
    ["todavía no la pago", null],
    ["quedé debiendo", null],
    ["la pago después", null],
    ["vence el 5 de diciembre", "2026-12-05"],
    ["vence el 5/12", "2026-12-05"],
    ["vence el viernes", "2026-11-20"],
    ["la factura vence mañana", "2026-11-19"],
    ["la pago el viernes", "2026-11-20"],
    ["no, la pago el viernes", "2026-11-20"],
    ["la voy a pagar a fin de mes", "2026-11-30"],
    ["me la fiaron, vence el 5 de diciembre", "2026-12-05"],
    ["todavía no la pago, la pago en 15 días", "2026-12-03"],
  ] as const) {
    const talk = shown(factura(term));
    say(talk, words);
    expect([words, actsOf(say(talk, "sí"))]).toMatchObject([words, owed(due)]);
  }
});

test.each([
  "pagué 50 lucas y debo el resto",
  "pagué 50.000, el resto lo debo",
  "di 50 lucas y quedo debiendo el resto",
  "pagué 50 lucas y quedan por pagar 64.240",
  "aboné 50 lucas",
  "ya aboné 50.000",
])("«%s» under a card on credit of 114.240: so much was paid, and the rest is owed", (words) => {
  const talk = shown(factura(CREDIT));
  expect(actsOf(say(talk, words)).every(({ kind }) => kind === "settle_document")).toBe(true);
  expect(talk.answer).toContain("💵 Pagado: $50.000. 🕒 Quedan $64.240 por pagar.");
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    ...owed(null),
    {
      kind: "record",
      pays_paper: "D",
      entry: { type: "egreso", direction: "por_pagar", amount_minor: 50_000, date: "2026-11-18", category: null },
    },
  ]);
  expect(talk.entries).toMatchObject([{ type: "deuda" }, { settles_id: "E1" }]);
  expect(talk.answer).toContain("$64.240");
});

test.each([
  ["pagué la mitad", 57_120, null],
  ["pagué la mitad y debo el resto", 57_120, null],
  ["pagué 50 lucas y el resto a 30 días", 50_000, "2026-12-16"],
  ["pagué 50 lucas y el resto lo pago el viernes", 50_000, "2026-11-20"],
  ["esa factura la debo, pagué 50 lucas no más", 50_000, null],
  ["la debo pero pagué 50 lucas", 50_000, null],
  ["la pago el viernes, ya di 50 lucas", 50_000, "2026-11-20"],
  ["abono 50 lucas", 50_000, null],
  ["abono de 50 lucas", 50_000, null],
  ["hice un abono de 50.000", 50_000, null],
  ["aboné 50 lucas", 50_000, null],
  ["di 50 lucas de abono", 50_000, null],
  ["di un pie de 50 lucas", 50_000, null],
  ["anticipo de 50 lucas y el resto a 30 días", 50_000, "2026-12-16"],
  ["solo pagué 50 lucas", 50_000, null],
  ["pagué 50 lucas nomás", 50_000, null],
  ["pagué 60 con transferencia y 40 en efectivo, el resto a 30 días", 100_000, "2026-12-16"],
  ["pagué 60 lucas con tarjeta, 20 lucas en efectivo y debo el resto", 80_000, null],
  ["debo 50 lucas todavía", 64_240, null],
  ["todavía debo 50 lucas", 64_240, null],
  ["aún debo 50.000 de la factura", 64_240, null],
  ["me faltan 50 lucas por pagar", 64_240, null],
  ["quedo debiendo 50 lucas", 64_240, null],
  ["queda un saldo de 50 lucas", 64_240, null],
])("«%s» under a card that says nothing of its payment", (words, amount_minor, due) => {
  const talk = shown(factura(""));
  say(talk, words);
  expect(actsOf(say(talk, "sí"))).toMatchObject([...owed(due), { kind: "record", entry: { amount_minor } }]);
});

test.each([
  ["abono 50 lucas", 50_000],
  ["esa factura la debo, pagué 50 lucas no más", 50_000],
  ["debo 50 lucas todavía", 64_240],
])("«%s» beside the picture is heard like under its card", (caption, amount_minor) => {
  const talk = shown(factura(""), caption);
  expect(actsOf(say(talk, "sí"))).toMatchObject([...owed(null), { kind: "record", entry: { amount_minor } }]);
});

test("«queda debiendo»: nothing was paid", () => {
  expect(actsOf(say(shown(factura(""), "queda debiendo"), "sí"))).toMatchObject(owed(null));
});

test("another total ends the part that was told", () => {
  const talk = shown(factura(CREDIT));
  say(talk, "pagué la mitad");
  say(talk, "no, eran 100.000");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: { amount_minor: 100_000 } }]);
});

test.each([
  "no pagué la mitad",
  "pagué 50 lucas en pan y debo el resto",
  "pagué 5 lucas y el resto de pan",
  "a Pedro le debo el resto",
  "le debo 50 lucas a Pedro",
  "todavía le debo 50 lucas a Pedro",
  "debo 50 lucas de pan",
  "debo 200 lucas todavía",
  "pagué 50 lucas en pan",
  "pagué 50 lucas y 20 lucas de luz",
  "aboné 50 lucas a Pedro",
  "di 50 lucas a mi hijo",
  "me faltan 5 minutos",
])("«%s» is no part of what the card costs", (words) => {
  for (const term of ["", CREDIT]) {
    const talk = shown(factura(term));
    say(talk, words);
    const document = talk.dialogue.open.find((each) => each.kind === "document");
    expect(document).toMatchObject({ draft: { extraction: { fields: { total_minor: 114_240 } } } });
    expect(document).not.toHaveProperty("draft.part_minor");
  }
});

test.each(["no, pagué 6.600", "no, gasté 6.600"])("«%s» under a card of 6.630 corrects its total", (words) => {
  const talk = shown(factura("", 6_630));
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { type: "egreso", amount_minor: 6_600 } }]);
});

test("«pagué 6.600» to «¿Qué corrijo?» corrects the total", () => {
  const talk = shown(factura("", 6_630));
  say(talk, "no");
  say(talk, "pagué 6.600");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { amount_minor: 6_600 } }]);
});

test.each([
  ["pagué 5 lucas de pan", [{ type: "egreso", amount_minor: 5_000 }]],
  ["no, pagué 5 lucas de pan", [{ type: "egreso", amount_minor: 5_000 }]],
  [
    "pagué 50 lucas de luz y le debo 30 lucas a Pedro",
    [
      { type: "egreso", amount_minor: 50_000 },
      { type: "deuda", amount_minor: 30_000 },
    ],
  ],
  ["le debo 80 lucas a Pedro", [{ type: "deuda", amount_minor: 80_000 }]],
  ["le pago a Pedro el viernes", []],
  ["pago la luz el viernes", []],
  ["vence el permiso el 5 de diciembre", []],
  ["voy a pagar el arriendo el viernes", []],
  ["la Carla me pagó 20 lucas", [{ type: "ingreso", amount_minor: 20_000 }]],
])("«%s» under a card on credit says nothing of it", (words, entries) => {
  const talk = shown(factura(CREDIT));
  expect(actsOf(say(talk, words))).toMatchObject(entries.map((entry) => ({ kind: "record", entry })));
  const document = talk.dialogue.open.find((each) => each.kind === "document");
  expect(document).toMatchObject({
    draft: { credit: { due: null, days: null }, extraction: { fields: { total_minor: 114_240 } } },
  });
  expect(document).not.toHaveProperty("draft.part_minor");
});

test("«pagué la mitad» after a debt was told is of that debt", () => {
  const talk = shown(factura(CREDIT));
  say(talk, "le debo 80 lucas a Pedro");
  say(talk, "pagué la mitad");
  expect(talk.dialogue.open[0]).not.toHaveProperty("draft.part_minor");
});

test.each([
  [CREDIT, "pagada", paid("2026-11-16")],
  [CREDIT, "la pagué ayer", paid("2026-11-17")],
  [CREDIT, "factura pagada con transferencia", paid("2026-11-16")],
  ["", "me la fiaron", owed(null)],
  ["", "A 30 días", owed("2026-12-16")],
  ["", "factura fiada", owed(null)],
  ["Forma de pago: contado", "no la pagué todavía", owed(null)],
])("an invoice that says «%s», sent with «%s», is shown and booked so", (term, caption, booked) => {
  const talk = shown(factura(term), caption);
  expect(talk.answer.includes("🕒")).toBe(booked[0]?.entry.type === "deuda");
  expect(talk.dialogue.open).toMatchObject([{ draft: { term: true } }]);
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked);
});

test("«pagué 50 lucas y debo el resto» with the picture is no other total", () => {
  const talk = shown(factura(CREDIT), "pagué 50 lucas y debo el resto");
  expect(talk.answer).toContain("Quedan $64.240 por pagar.");
  expect(talk.answer).not.toContain("Escribiste");
});
