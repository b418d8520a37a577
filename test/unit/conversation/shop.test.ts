import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearAll, heard, hearSaid, NOON, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

const BOLETA: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: {
    ...BLANK.fields,
    merchant: "ALMACEN DOÑA ROSA",
    merchant_tax_id: "96792430-K",
    number: "10482",
    date: "2026-11-18",
    total_minor: 6_630,
  },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.6 },
  quality: { readable: true, problems: [] },
};

function shown(extraction = BOLETA): Talk {
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

const NAMES = [
  "el local es Lider",
  "El local es Lider.",
  "no, el local es Lider",
  "el negocio es Lider",
  "el supermercado es Lider",
  "la tienda es Lider",
  "the shop is Lider",
];

test.each(NAMES)("«%s» under a card: it is booked of that shop, by its name, without the other's tax id", (words) => {
  const talk = shown();
  expect(actsOf(say(talk, words)).filter(({ kind }) => kind !== "learn")).toEqual([]);
  expect(talk.answer).toContain("Lider");
  expect(talk.answer).not.toMatch(/DOÑA ROSA|96792430/);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { kind: "book_document", entry: { counterparty: "Lider", concept: "Boleta 10482, Lider" } },
  ]);
});

test.each(NAMES)("«%s» after it was booked: the entry is of that shop, and is named by it", (words) => {
  const talk = shown();
  say(talk, "sí");
  expect(actsOf(say(talk, words))).toMatchObject([
    { kind: "correct", entry_id: "E1", patch: { counterparty: "Lider", concept: "Boleta 10482, Lider" } },
  ]);
});

test("another spelling of the same shop, and a paper that a code proves, keep their tax id", () => {
  const spelled = shown();
  say(spelled, "el local es Almacén Doña Rosa Ltda");
  expect(spelled.dialogue.open).toMatchObject([
    { draft: { extraction: { fields: { merchant_tax_id: "96792430-K" } } } },
  ]);
  const proven = shown({ ...BOLETA, kind: "guia", authenticity: { verdict: "authentic", reasons: [] } });
  say(proven, "el local es Lider");
  expect(proven.dialogue.open).toMatchObject([
    { draft: { extraction: { fields: { merchant_tax_id: "96792430-K" } } } },
  ]);
});

test.each(["el local es grande", "el negocio es de mi hermano", "el local es muy caro"])(
  "«%s» names no shop",
  (words) => {
    const talk = shown();
    say(talk, words);
    expect(talk.dialogue.open).toMatchObject([
      { draft: { extraction: { fields: { merchant: "ALMACEN DOÑA ROSA" } } } },
    ]);
  },
);

test.each(["el negocio es mío", "el local es familiar", "el súper es lejos", "la tienda es Juan y le debo 20 lucas"])(
  "«%s» names no shop either, shown or booked",
  (words) => {
    const [card, entry] = [shown(), shown()];
    say(card, words);
    expect(card.dialogue.open[0]).toMatchObject({
      draft: { extraction: { fields: { merchant: "ALMACEN DOÑA ROSA" } } },
    });
    say(entry, "sí");
    expect(actsOf(say(entry, words)).some(({ kind }) => kind === "correct")).toBe(false);
  },
);

test.each(["el negocio fue bien hoy", "el súper fue ayer", "el proveedor es Juan, le debo 20 lucas"])(
  "«%s» names no seller of what was booked",
  (words) => {
    const talk = shown();
    say(talk, "sí");
    const acts = actsOf(say(talk, words));
    expect(acts).not.toMatchObject([{ kind: "correct", patch: { counterparty: expect.any(String) } }]);
  },
);

test("«el proveedor es Juan, le debo 20 lucas» under a card: no shop is called so", () => {
  const talk = shown();
  say(talk, "el proveedor es Juan, le debo 20 lucas");
  expect(talk.dialogue.open[0]).toMatchObject({
    draft: { extraction: { fields: { merchant: "ALMACEN DOÑA ROSA" } } },
  });
});

test("an hour after a paper was booked «el local es Lider» is of that entry only where it is quoted", () => {
  const talk = shown();
  say(talk, "sí");
  const [entry = null] = talk.entries;
  const later = { ...heard(talk, { kind: "text", text: "el local es Lider", voice: false }), at: NOON + 3_600_000 };
  expect(actsOf(hearAll(talk, [later]))).toEqual([]);
  const quoting = { ...later, id: "wamid.quoting", about: entry };
  expect(actsOf(hearAll(talk, [quoting]))).toMatchObject([{ kind: "correct", patch: { counterparty: "Lider" } }]);
});

test("without a paper «el local es Lider» corrects nothing", () => {
  const talk = talkIn();
  say(talk, "gasté 5 lucas en pan");
  expect(actsOf(say(talk, "el local es Lider"))).toEqual([]);
});

test("the hint of what may be corrected names the shop", () => {
  const talk = shown();
  say(talk, "no");
  expect(talk.answer).toContain("«la tienda es Lider»");
});
