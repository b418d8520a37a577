import { assert, expect, test } from "vitest";
import { blankExtraction, type Extraction, type FieldAnswer, type KeptDocument } from "#documents";
import { draftOfKept } from "#src/conversation/draft-of.ts";
import { entryOfPaper, provenEntry } from "#src/web/api/documents/proven-entry.ts";
import { actsOf, hearAll, heard, hearSaid, say, talkIn, type Talk } from "./talking.ts";

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
/** What is said of the payment books nothing, and stays with the document. */
const TOLD = [{ kind: "settle_document", document_id: "D", answers: [{ field: "term", by: "contact:C" }] }];
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

test.each(["Forma de pago: contado", "Efectivo", "Vence: 10-12-2026\nREDCOMPRA 119.000"])(
  "a factura that says «%s» is paid",
  (term) => {
    const talk = shown(factura(term));
    expect(talk.answer).not.toContain("crédito");
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: PAID }]);
  },
);

test.each([
  "pagada",
  "ya la pagué",
  "no, fue al contado",
  "ya está pagada",
  "abonada",
  "la pagué ayer",
  "pagada con tarjeta",
  "la pagué en efectivo",
  "con tarjeta",
  "fue en efectivo",
  "ya está saldada",
  "já paguei",
])("«%s» under a card on credit: it was paid", (words) => {
  const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO"));
  expect(actsOf(say(talk, words))).toMatchObject(TOLD);
  expect(talk.answer).not.toContain("Es a crédito");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: PAID }]);
});

test.each([
  "a 30 días",
  "es a 30 días",
  "es a crédito 30 días",
  "no, es a 30 días",
  "30 días",
  "vence el 18-12-2026",
  "crédito, vence el 18/12/2026",
  "vence el 18 de diciembre de 2026",
  "vence en 30 días",
  "due 2026-12-18",
  "net 30",
])("«%s» under a card: it is owed on that day", (words) => {
  const talk = shown(factura(""));
  expect(actsOf(say(talk, words))).toMatchObject(TOLD);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { ...OWED, due_date: "2026-12-18" } }]);
});

test.each([
  "no está pagada",
  "no la pagué",
  "todavía no la pago",
  "aún no está pagada",
  "no es contado",
  "no fue al contado",
  "no está pagada todavía",
  "queda por pagar",
  "it is not paid yet",
  "não foi paga",
])("«%s» under a card: it is owed", (words) => {
  const talk = shown(factura(""));
  expect(actsOf(say(talk, words))).toMatchObject(TOLD);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { ...OWED, due_date: null } }]);
});

test("«no está pagada» keeps the day that the paper prints", () => {
  const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS"));
  say(talk, "no está pagada");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { ...OWED, due_date: "2026-12-18" } }]);
});

test.each(["no es a crédito", "no fue a crédito", "no, está pagada", "no, la pagué", "no es a plazo"])(
  "«%s» under a card on credit: it was paid",
  (words) => {
    const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO"));
    expect(actsOf(say(talk, words))).toMatchObject(TOLD);
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: PAID }]);
  },
);

test.each(["no es a 30 días", "no la pagué ayer", "no fue pagada en efectivo"])(
  "«%s» leaves open how it is",
  (words) => {
    const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS"));
    say(talk, words);
    expect(talk.dialogue.open).toMatchObject([{ draft: { credit: { days: 30 } } }]);
  },
);

test.each([
  ["le debo 80 lucas a Pedro, vence el 18-12-2026", { type: "deuda", amount_minor: 80_000 }],
  ["vendí 50 lucas a Juan, forma de pago 30 días", { amount_minor: 50_000 }],
  ["pagué 20 lucas de luz en efectivo", { type: "egreso", amount_minor: 20_000 }],
  ["compré pan por 3 lucas, condición de pago contado", { type: "egreso", amount_minor: 3_000 }],
])("«%s» under a card is a movement of its own", (words, entry) => {
  const talk = shown(factura(""));
  const before = structuredClone(talk.dialogue.open);
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "record", entry }]);
  expect(talk.dialogue.open).toMatchObject(before.map(({ kind }) => ({ kind, draft: { document_id: "D" } })));
  expect(talk.dialogue.open.some((each) => "draft" in each && each.draft.credit)).toBe(false);
});

test("another day of the paper moves the day that was counted from it", () => {
  const talk = shown(factura("CONDICIÓN DE PAGO: 30 DÍAS"));
  say(talk, "fue el 10");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { date: "2026-11-10", due_date: "2026-12-10" } }]);
});

test("a payment told in one breath with «sí» to an invoice on credit finds its debt", () => {
  const talk = shown(factura("CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS"));
  const items = ["sí", "pagué 119 mil a Comercial Los Andes SpA"].map((text) =>
    heard(talk, { kind: "text", text, voice: false }),
  );
  const { consumed } = hearAll(talk, items);
  expect(consumed).toBe(1);
  hearAll(talk, items.slice(consumed));
  expect(talk.entries[1]).toMatchObject({ type: "egreso", direction: "por_pagar", settles_id: "E1" });
});

test.each([
  ["CONDICIÓN DE PAGO: CRÉDITO", "pagada", { read: "credit", said: "paid", credit: null }],
  ["", "a 30 días", { read: "paid", said: 30, credit: { due: null, days: 30 } }],
  ["", "vence el 18-12-2026", { read: "paid", said: "2026-12-18", credit: { due: "2026-12-18", days: null } }],
  ["", "no está pagada", { read: "paid", said: "credit", credit: { due: null, days: null } }],
])("«%s», of which «%s» was said, is so for whoever takes it up again", (term, words, { credit, ...answer }) => {
  const talk = shown(factura(term));
  const [effect] = actsOf(say(talk, words));
  assert(effect?.kind === "settle_document" && effect.answers, "the answer stays");
  expect(effect.answers).toMatchObject([answer]);
  const kept = keptOf(factura(term), effect.answers);
  const hand = { message_id: "doc-D", own_tax_id: null, blank: BLANK };
  expect(draftOfKept(kept, hand).credit ?? null).toEqual(credit);
  expect(draftOfKept(kept, hand).read).toEqual(factura(term).fields);
  const paper = { document_id: "D", extraction: factura(term), answers: kept.answers, own_tax_id: null };
  expect(entryOfPaper({ ...paper, today: "2026-11-18" })?.type).toBe(credit ? "deuda" : "egreso");
});

function keptOf(extraction: Extraction, answers: FieldAnswer[]): KeptDocument {
  const at = "2026-11-18T15:00:00.000Z";
  const file = { mime_type: null, bytes: null, sha256: null, filename: null, r2_key: null };
  const links = { entry_id: null, match: null, twin_id: null, declined: [], reason: null };
  return { ...file, ...links, id: "D", state: "review", extraction, answers, created_at: at, updated_at: at };
}

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
