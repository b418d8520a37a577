import { expect, test } from "vitest";
import { blankExtraction, type Earlier, type Extraction } from "#documents";
import { actsOf, heard, hearAll, say, talkIn, tap, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

const BOLETA: Extraction = {
  ...BLANK,
  kind: "boleta",
  fields: { ...BLANK.fields, merchant: "SODIMAC S.A.", date: "2026-11-16", total_minor: 45_670 },
  confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
  quality: { readable: true, problems: [] },
};

/** A photo whose reading ended after what was said and booked meanwhile: it was sent first. */
function slowPhoto(talk: Talk, words: string, result: { maybe?: Earlier; unread?: true } = {}): Talk {
  const { maybe, unread } = result;
  const photo = heard(talk, {
    kind: "document",
    caption: null,
    result: unread
      ? { outcome: "trouble", document_id: "D", trouble: "unreadable" }
      : { outcome: "read", document_id: "D", extraction: structuredClone(BOLETA), maybe },
  });
  say(talk, words);
  hearAll(talk, [photo]);
  return talk;
}

const DISCARDED = [{ kind: "settle_document", document_id: "D", state: "discarded" }];

test.each([
  "borrar",
  "borra",
  "bórralo",
  "elimina",
  "elimínalo",
  "eliminar eso",
  "anula eso",
  "anúlalo",
  "deshacer",
  "borra la boleta",
  "elimina esa foto",
  "borra este documento",
  "cancela",
  "descartar",
])("«%s» under a card discards the paper, and not what was booked before the card was shown", (words) => {
  const talk = slowPhoto(talkIn(), "vendí 10 lucas");
  expect(talk.entries).toHaveLength(1);
  expect(actsOf(say(talk, words))).toMatchObject(DISCARDED);
  expect(talk.answer).toContain("no lo anoté");
  expect(talk.entries[0]?.reversed_by).toBeNull();
  expect(talk.dialogue.open).toEqual([]);
});

test("a second «borrar» says what stands before, and takes it only by its name", () => {
  const talk = slowPhoto(talkIn(), "vendí 10 lucas");
  say(talk, "borrar");
  expect(actsOf(say(talk, "borrar"))).toEqual([]);
  expect(actsOf(say(talk, "borra la venta"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("what was booked after the card was shown is what «borrar» means", () => {
  const talk = slowPhoto(talkIn(), "hola");
  say(talk, "vendí 10 lucas");
  expect(actsOf(say(talk, "borrar"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("«borra la venta» means the sale by its name, though a card was shown since", () => {
  const talk = slowPhoto(talkIn(), "vendí 10 lucas");
  expect(actsOf(say(talk, "borra la venta"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("«borra la boleta» with no card open means the boleta that was booked", () => {
  const talk = slowPhoto(talkIn(), "hola");
  say(talk, "sí");
  expect(actsOf(say(talk, "borra la boleta"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("«no, eran 45.680» under a slow photo's card corrects the paper and not the sale", () => {
  const talk = slowPhoto(talkIn(), "vendí 10 lucas");
  expect(actsOf(say(talk, "no, eran 45.680"))).toEqual([]);
  expect(talk.answer).toContain("Total: $45.680");
});

test("«borra la boleta» means the paper whose [No] was tapped after something else was booked", () => {
  const talk = slowPhoto(talkIn(), "hola");
  const { buttons } = talk;
  say(talk, "vendí 10 lucas");
  tap(Object.assign(talk, { buttons }), "No");
  expect(actsOf(say(talk, "borra la boleta"))).toMatchObject(DISCARDED);
  expect(talk.entries[0]?.reversed_by).toBeNull();
});

test.each(["borra la boleta", "borrar", "pagada", "anotar gasto", "45.680"])(
  "«%s» to an answer about an entry that is gone touches no card",
  (text) => {
    const talk = slowPhoto(talkIn(), "hola");
    const before = structuredClone(talk.dialogue.open);
    const quoting = { ...heard(talk, { kind: "text", text, voice: false }), gone: true };
    expect(actsOf(hearAll(talk, [quoting]))).toEqual([]);
    expect(talk.dialogue.open).toMatchObject(before);
  },
);

test.each([{ maybe: { id: "D0", at: "2026-11-15T15:00:00.000Z" } }, { unread: true as const }])(
  "«borrar» to what is asked of a slow photo lets the photo go: %j",
  (result) => {
    const talk = slowPhoto(talkIn(), "vendí 10 lucas", result);
    expect(actsOf(say(talk, "borrar"))).toMatchObject(DISCARDED);
    expect(talk.entries[0]?.reversed_by).toBeNull();
  },
);
