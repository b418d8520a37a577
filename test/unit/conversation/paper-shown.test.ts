import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// What is said of a payment while the card of a paper waits, beside other papers that are owed.

const BLANK = blankExtraction("CL");
const CREDIT = "CONDICIÓN DE PAGO: CRÉDITO";

type Facts = { merchant: string; number: string; total_minor: number };

function factura(facts: Facts, term = CREDIT): Extraction {
  return {
    ...BLANK,
    kind: "factura",
    fields: { ...BLANK.fields, ...facts, date: "2026-11-16" },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: `FACTURA ELECTRONICA N° ${facts.number}\nFecha: 16-11-2026\n${term}`,
  };
}

function send(talk: Talk, extraction: Extraction): void {
  const document_id = `D${extraction.fields.number}`;
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
}

const ANDINA = { merchant: "Distribuidora Andina", number: "118", total_minor: 114_240 };
const MOLINOS = { merchant: "Molinos SpA", number: "77", total_minor: 50_000 };

/** Molinos' invoice is owed; the card of Andina's is shown. */
function shown(): Talk {
  const talk = talkIn();
  send(talk, factura(MOLINOS));
  say(talk, "sí");
  send(talk, factura(ANDINA));
  return talk;
}

test.each([
  ["pagué la factura", "2026-11-16"],
  ["ya pagué la factura", "2026-11-16"],
  ["ya está pagada la factura", "2026-11-16"],
  ["pagué la factura completa", "2026-11-16"],
  ["pagué la factura ayer", "2026-11-17"],
  ["pagué la factura en efectivo", "2026-11-16"],
])("«%s» under a card is of that paper, and pays no other one", (words, date) => {
  const talk = shown();
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document", document_id: "D118" }]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { kind: "book_document", entry: { type: "egreso", direction: null, amount_minor: 114_240, date } },
  ]);
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 50_000 }]);
});

test.each([
  ["pagué la mitad de la factura", 57_120],
  ["pagué 20 lucas de la factura", 20_000],
  ["aboné 20 lucas a la factura", 20_000],
])("«%s» under a card is part of that paper", (words, part_minor) => {
  const talk = shown();
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document", document_id: "D118" }]);
  expect(talk.dialogue.open).toMatchObject([{ kind: "document", draft: { part_minor } }]);
});

test.each(["debo la factura", "no pagué la factura", "todavía no pago la factura"])(
  "«%s» under a card: it is owed",
  (words) => {
    const talk = shown();
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document", document_id: "D118" }]);
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { type: "deuda", amount_minor: 114_240 } }]);
  },
);

test("«pagué la factura 77» and «… de Molinos SpA» are of the one that is owed, whatever card is shown", () => {
  for (const words of ["pagué la factura 77", "pagué la factura de Molinos SpA"]) {
    const talk = shown();
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "record", entry: { settles_id: "E1" } }]);
    expect(talk.dialogue.open).toMatchObject([{ kind: "document", draft: { credit: {} } }]);
  }
});

test("«pagué la factura de luz» under a card is of no paper", () => {
  const talk = shown();
  expect(actsOf(say(talk, "pagué la factura de luz 30 lucas"))).toMatchObject([
    { kind: "record", entry: { direction: null, amount_minor: 30_000 } },
  ]);
});

test("«pagué la factura» once something else was asked is of no invoice that is guessed", () => {
  const talk = shown();
  say(talk, "gasté 20 lucas");
  say(talk, "pagué la factura");
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 50_000 }]);
});

test.each(["no, pagué 20 lucas luz", "pagué la luz 20 lucas", "gasté 5 lucas pan", "no, gasté 5 lucas pan"])(
  "«%s» while a card is corrected is a purchase of its own",
  (words) => {
    const talk = talkIn();
    send(talk, factura(ANDINA, ""));
    if (!words.startsWith("no")) say(talk, "no");
    expect(actsOf(say(talk, words))).toMatchObject([{ kind: "record", entry: { type: "egreso", direction: null } }]);
    expect(talk.dialogue.open).toMatchObject([{ draft: { extraction: { fields: { total_minor: 114_240 } } } }]);
  },
);

test("«aboné 20 lucas Juan» under a card on credit is no part of it", () => {
  const talk = shown();
  say(talk, "aboné 20 lucas Juan");
  expect(talk.dialogue.open[0]).not.toHaveProperty("draft.part_minor");
});

test.each([
  "pagué la mitad en efectivo",
  "pagué la mitad con transferencia",
  "pagué la mitad hoy",
  "pagué la mitad hoy en efectivo",
  "pagué la mitad de la factura con tarjeta",
  "pagué la mitad en efectivo y debo el resto",
])("«%s» under a card is half of that paper", (words) => {
  const talk = shown();
  say(talk, words);
  expect(talk.dialogue.open).toMatchObject([{ kind: "document", draft: { part_minor: 57_120 } }]);
});

const OWN_TAX_ID = "97975000-5";

/** The card of an invoice that the business issued itself. */
function issued(term: string): Talk {
  const talk = talkIn();
  if (talk.dialogue.membership) talk.dialogue.membership.tax_id = OWN_TAX_ID;
  const { fields, ...rest } = factura(ANDINA, term);
  send(talk, { ...rest, fields: { ...fields, merchant_tax_id: OWN_TAX_ID, receiver_tax_id: "76543210-3" } });
  return talk;
}

test.each([
  "me pagaron 50 lucas y me deben el resto",
  "me abonaron 50 lucas",
  "nos dieron 50 lucas y nos quedan debiendo el resto",
  "me pagaron 50 lucas de la factura",
])("«%s» under an invoice of our own: so much came in, and the rest is owed to us", (words) => {
  const talk = issued(CREDIT);
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document" }]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { kind: "book_document", entry: { type: "deuda", direction: "por_cobrar", amount_minor: 114_240 } },
    { kind: "record", entry: { type: "ingreso", direction: "por_cobrar", amount_minor: 50_000 } },
  ]);
});

test.each([
  [CREDIT, "ya me la pagaron", "ingreso"],
  [CREDIT, "me pagaron la factura", "ingreso"],
  ["", "me la deben", "deuda"],
  ["", "no me la han pagado", "deuda"],
  ["", "me la pagan el viernes", "deuda"],
])("an invoice of our own that says «%s»: «%s»", (term, words, type) => {
  const talk = issued(term);
  say(talk, words);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: { type, amount_minor: 114_240 } }]);
});

test.each(["pagué 50 lucas y debo el resto", "Juan me pagó 50 lucas", "me pagaron 50 lucas de pan"])(
  "«%s» is of no invoice of our own",
  (words) => {
    const talk = issued(CREDIT);
    say(talk, words);
    expect(talk.dialogue.open[0]).not.toHaveProperty("draft.part_minor");
  },
);

test.each([
  ["no la debo", "egreso", null],
  ["ya no la debo", "egreso", null],
  ["no debo nada", "egreso", null],
  ["no quedé debiendo", "egreso", null],
  ["no quedé debiendo nada", "egreso", null],
  ["no es fiada", "egreso", null],
  ["no está fiada", "egreso", null],
  ["no me la fiaron", "egreso", null],
  ["no la compré fiada", "egreso", null],
  ["no queda por pagar", "egreso", null],
  ["no queda nada por pagar", "egreso", null],
  ["no es a crédito", "egreso", null],
  ["no la pago hasta el viernes", "deuda", "2026-11-20"],
  ["no la voy a pagar hasta el 5 de diciembre", "deuda", "2026-12-05"],
  ["no la pago el viernes", "deuda", null],
  ["todavía no la pago", "deuda", null],
  ["no está pagada", "deuda", null],
])("«%s» under a card is booked as %s, due %s", (words, type, due_date) => {
  const told = { type, due_date, amount_minor: 114_240, date: "2026-11-16" };
  for (const term of type === "egreso" ? [CREDIT] : ["", CREDIT]) {
    const talk = talkIn();
    send(talk, factura(ANDINA, term));
    say(talk, words);
    expect([term, actsOf(say(talk, "sí"))]).toMatchObject([term, [{ kind: "book_document", entry: told }]]);
  }
});

test.each(["no le debo nada a Pedro", "no la pago después"])("«%s» says nothing plain of the card", (words) => {
  const talk = shown();
  say(talk, words);
  expect(talk.dialogue.open).toMatchObject([{ kind: "document", draft: { credit: { due: null, days: null } } }]);
  expect(talk.dialogue.open[0]).not.toHaveProperty("draft.term");
});

test.each(["lo pago el viernes", "fiado", "lo debo", "pagada", "no está pagada"])(
  "«%s» once a debt to somebody else was booked leaves the card as it is",
  (words) => {
    for (const term of ["", CREDIT]) {
      const talk = talkIn();
      send(talk, factura(ANDINA, term));
      say(talk, "le debo 80 lucas a Pedro");
      say(talk, words);
      expect(talk.dialogue.open[0]).toMatchObject({ kind: "document" });
      expect(talk.dialogue.open[0]).not.toHaveProperty("draft.term");
    }
  },
);

test("«sí, pagada» is of the card, whatever was booked since", () => {
  const talk = shown();
  say(talk, "le debo 80 lucas a Pedro");
  expect(actsOf(say(talk, "sí, pagada"))).toMatchObject([
    { kind: "settle_document" },
    { kind: "book_document", entry: { type: "egreso", amount_minor: 114_240 } },
  ]);
});

/** Two cards, of which Andina's was corrected: «sí» means that one. */
function corrected(): Talk {
  const talk = talkIn();
  send(talk, factura(ANDINA, ""));
  send(talk, factura(MOLINOS, ""));
  say(talk, "no, eran 49.000");
  return talk;
}

test("«sí» to two cards is of the one that was corrected last", () => {
  expect(actsOf(say(corrected(), "sí"))).toMatchObject([{ kind: "book_document", entry: { amount_minor: 49_000 } }]);
});

test("«sí» once something else was asked books no card", () => {
  const talk = corrected();
  say(talk, "gasté 20 lucas");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  expect(talk.entries).toEqual([]);
});

test("«sí» to «¿en qué?» books no single card either", () => {
  const talk = talkIn();
  send(talk, factura(ANDINA, ""));
  say(talk, "gasté 20 lucas");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  expect(talk.dialogue.open).toMatchObject([{ kind: "document" }, { kind: "question" }]);
});

test("«sí» once several things were booked asks which card", () => {
  const talk = corrected();
  say(talk, "gasté 20 lucas en pan");
  say(talk, "gasté 30 lucas en luz");
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  expect(talk.dialogue.open.at(-1)).toMatchObject({ kind: "which" });
});
