import { describe, expect, test } from "vitest";
import { blankExtraction, type DocumentKind, type Extraction } from "#documents";
import { wayIn } from "#src/conversation/flows/way.ts";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

const TEXTS = {
  received: "Banco de Chile\nHas recibido una transferencia\n$250.000\nDe\nMaría González",
  voucher: "TRANSBANK\nCOMPROBANTE DE VENTA\nALMACEN DOÑA ROSA\nMONTO $250.000\nCOPIA COMERCIO",
  deposit: "CAJA VECINA\nCOMPROBANTE DE DEPOSITO\nMONTO $250.000",
  sent: "BancoEstado\nTransferencia exitosa\n$250.000\nJuan Pérez",
  boleta: "BOLETA ELECTRONICA N° 3\nTOTAL $250.000",
} as const;

function shown(paper: keyof typeof TEXTS): Talk {
  const blank = blankExtraction("CL");
  const kind: DocumentKind = paper === "boleta" ? "boleta" : "comprobante";
  const fields = { ...blank.fields, total_minor: 250_000, date: "2026-11-18", merchant: "Quien sea" };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const extraction: Extraction = {
    ...blank,
    kind,
    fields: { ...fields, category: "alimentacion" },
    confidence,
    text: TEXTS[paper],
  };
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

/** What «sí» books once this was said. */
const booked = (paper: keyof typeof TEXTS, ...texts: string[]) => {
  const talk = shown(paper);
  for (const text of texts) expect([text, actsOf(say(talk, text))]).toEqual([text, []]);
  return actsOf(say(talk, "sí")).map((act) => ("entry" in act ? act.entry.type : act.kind));
};

test.each(["received", "voucher"] as const)("%s: money that came in is proposed as income, and says so", (paper) => {
  const talk = shown(paper);
  expect(talk.answer).toContain("Va como ingreso");
  expect(talk.answer).toContain("Ventas");
  expect(talk.answer).not.toContain("Alimentación");
  expect(booked(paper)).toEqual(["ingreso"]);
  expect(booked(paper, "no, lo pagué yo")).toEqual(["egreso"]);
  expect(booked(paper, "es un gasto")).toEqual(["egreso"]);
});

test.each([
  ["received", "Cliente"],
  ["voucher", "En el documento"],
  ["deposit", "En el documento"],
  ["sent", "Proveedor"],
  ["boleta", "Proveedor"],
] as const)("%s: the other party is shown as «%s»", (paper, party) => {
  expect(shown(paper).answer).toContain(`💼 *${party}*\nRazón Social: Quien sea`);
});

test("the other party is shown anew when somebody has said which way the money went", () => {
  const talk = shown("received");
  say(talk, "no, lo pagué yo");
  expect(talk.answer).toContain("💼 *Proveedor*");
  const slip = shown("deposit");
  tap(slip, "Pagué yo");
  expect(slip.answer).toContain("💼 *Proveedor*");
  for (const [paper, text] of [
    ["sent", "me pagaron"],
    ["sent", "no es gasto"],
    ["boleta", "es una venta mía"],
    ["deposit", "es plata mía"],
  ] as const) {
    const other = shown(paper);
    say(other, text);
    expect([paper, text, other.answer]).toEqual([paper, text, expect.stringContaining("💼 *En el documento*")]);
  }
});

test("of a deposit it is asked whose money it was, and «sí» books nothing", () => {
  const talk = shown("deposit");
  expect(talk.answer).toContain("¿Te pagaron, pagaste, o es plata tuya");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Me pagaron", "Pagué yo", "Es plata mía"]);
  expect(actsOf(say(talk, "sí"))).toEqual([]);
  tap(talk, "Es plata mía");
  expect(talk.answer).toContain("no es gasto ni venta");
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    {
      kind: "book_document",
      entry: { type: "transferencia", transfer: { from: "caja", to: "banco" }, category: null },
    },
  ]);
});

test.each([
  ["Me pagaron", "ingreso"],
  ["Pagué yo", "egreso"],
])("«%s» under a deposit", (title, type) => {
  const talk = shown("deposit");
  tap(talk, title);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { type } }]);
});

describe("what is said of it is shown, and booked by «sí» only", () => {
  test.each([
    "no, eso es plata que me llegó",
    "es plata que me llegó",
    "me pagaron",
    "a mí me pagaron",
    "me transfirieron",
    "nos depositaron",
    "me depositó un cliente",
    "un cliente me lo transfirió",
    "me llegó por transferencia",
    "esa es una venta mia",
    "es una venta mía",
    "es una venta",
    "fue una venta",
    "es un ingreso",
    "es un abono de un cliente",
    "es un pago que me hicieron",
    "la recibí yo",
    "yo recibí esa plata",
    "es de un cliente",
    "eso entró a mi cuenta",
    "lo vendí yo",
    "no es gasto, me pagaron",
  ])("«%s»: income", (text) => {
    for (const paper of ["sent", "voucher", "deposit"] as const) expect(booked(paper, text)).toEqual(["ingreso"]);
  });

  test.each([
    "eso lo deposité yo en la caja vecina",
    "lo deposité yo",
    "lo deposité en el banco",
    "deposité yo la plata de la caja",
    "es un deposito a mi cuenta",
    "eso es un depósito mío",
    "es plata mía que deposité",
    "no es gasto, es un depósito",
    "no, es un depósito a mi cuenta rut",
    "pasé plata de la caja al banco",
    "es plata de la caja",
    "es un depósito que hice",
  ])("«%s»: own money", (text) => {
    expect(booked("deposit", text)).toEqual(["transferencia"]);
  });

  test.each(["es mía", "es mi plata", "es plata mía"])("«%s» only where that was asked", (text) => {
    expect(booked("deposit", text)).toEqual(["transferencia"]);
    expect(booked("sent", text)).toEqual(["egreso"]);
  });

  test.each(["no es gasto", "eso no es un gasto", "no fue un gasto mío", "no es un egreso"])(
    "«%s» is asked",
    (text) => {
      for (const paper of ["sent", "deposit", "boleta"] as const) expect(booked(paper, text)).toEqual([]);
      expect(booked("sent", text, "me pagaron")).toEqual(["ingreso"]);
    },
  );

  test.each(["es un traspaso entre mis cuentas", "entre mis cuentas", "me lo transferí a mí mismo"])(
    "«%s» changes nothing in the books: shall it go?",
    (text) => {
      const talk = shown("sent");
      expect(actsOf(say(talk, text))).toEqual([]);
      expect(talk.answer).toContain("¿Descarto el documento de Quien sea");
      expect(actsOf(say(talk, "sí"))).toEqual([{ kind: "settle_document", document_id: "D", state: "discarded" }]);
      const kept = shown("sent");
      say(kept, text);
      tap(kept, "No");
      expect(kept.answer).toContain("¿Es correcto?");
    },
  );
});

test.each([
  "vendí 10 lucas",
  "me pagaron 20 lucas",
  "me pagó María 20 lucas",
  "deposité 120 lucas en el banco",
  "saldo",
  "cuánto vendí hoy",
  "le pagué a Juan",
  "me deben plata",
  "borra la venta",
  "no",
  "sí",
  "gracias",
  "fue ayer",
  "la venta de ayer",
  "transferí 20 lucas",
  "no, eran 45",
  "gasto",
  "",
])("«%s» tells of something else", (text) => {
  expect(wayIn(text)).toBeNull();
});

test("under a boleta «lo deposité» is none of it, and what was booked since is not turned", () => {
  const talk = shown("boleta");
  say(talk, "vendí 10 lucas");
  say(talk, "me pagaron");
  expect(talk.dialogue.open[0]).toMatchObject({ draft: { type: "egreso" } });
});
