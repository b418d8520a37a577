import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, heard, hearAll, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// «Todas», «todas menos la de la luz», «la primera no»: which of several papers that wait are right.

const BLANK = blankExtraction("CL");

function boleta(number: string, fields: Partial<Extraction["fields"]>): Extraction {
  return {
    ...BLANK,
    kind: "boleta",
    fields: { ...BLANK.fields, date: "2026-11-16", number, ...fields },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
  };
}

const BREAD = boleta("1", { merchant: "PANADERIA SAN JOSE", total_minor: 12_500, category: "alimentacion" });
const PHARMACY = boleta("2", { merchant: "FARMACIA CRUZ VERDE", total_minor: 8_990, category: "salud" });
const LIGHT = boleta("3", { merchant: "ENEL DISTRIBUCION", total_minor: 45_600, category: "servicios_basicos" });

function send(talk: Talk, extraction: Extraction): Talk {
  const document_id = `D${extraction.fields.number}`;
  const result = { outcome: "read" as const, document_id, extraction: structuredClone(extraction) };
  hearSaid(talk, { kind: "document", caption: null, result });
  return talk;
}

const three = () => [BREAD, PHARMACY, LIGHT].reduce(send, talkIn());

const bookedIn = (talk: Talk, words: string) =>
  actsOf(say(talk, words)).flatMap((effect) => (effect.kind === "book_document" ? [effect.entry.document_id] : []));

const waitingIn = (talk: Talk) =>
  talk.dialogue.open.flatMap((open) => (open.kind === "document" ? [open.draft.document_id] : []));

test.each([
  ["todas menos la de la luz", "D3"],
  ["todas menos la luz", "D3"],
  ["sí, todas excepto la de enel", "D3"],
  ["todas menos la de la farmacia", "D2"],
  ["todos menos el de 8.990", "D2"],
  ["todas menos la última", "D3"],
  ["confirma todas menos la 2", "D2"],
  ["todas salvo la primera", "D1"],
])("«%s» books the others, and that one waits on", (words, left) => {
  const talk = three();
  expect(bookedIn(talk, words)).toEqual(["D1", "D2", "D3"].filter((id) => id !== left));
  expect(waitingIn(talk)).toEqual([left]);
  expect(talk.answer).toContain("Sigue pendiente");
});

test.each([
  ["la de arriba", ["D1"]],
  ["la de más arriba", ["D1"]],
  ["la de abajo", ["D3"]],
  ["el de abajo", ["D3"]],
  ["la del final", ["D3"]],
  ["la de abajo sí", ["D3"]],
  ["las dos primeras", ["D1", "D2"]],
  ["los 2 primeros", ["D1", "D2"]],
  ["las primeras dos", ["D1", "D2"]],
  ["sí, las dos primeras", ["D1", "D2"]],
  ["solo las dos últimas", ["D2", "D3"]],
  ["las dos últimas sí", ["D2", "D3"]],
  ["las últimas 2", ["D2", "D3"]],
  ["todas menos las dos primeras", ["D3"]],
  ["todas menos la de arriba", ["D2", "D3"]],
  ["la primera sí", ["D1"]],
  ["la primera sí, las dos últimas no", ["D1"]],
  ["las cuatro primeras", []],
])("«%s» picks by place", (words, booked) => {
  expect(bookedIn(three(), words)).toEqual(booked);
});

test("«todas menos …» of one that nobody knows books nothing and lists them", () => {
  const talk = three();
  expect(bookedIn(talk, "todas menos la del gasfiter")).toEqual([]);
  expect(talk.answer).toContain("1. Boleta de PANADERIA SAN JOSE");
});

test.each([
  ["la de la farmacia no", [], "D2"],
  ["la segunda no", [], "D2"],
  ["la de arriba no", [], "D1"],
  ["las dos últimas no", [], "D2"],
  ["as duas últimas não", [], "D2"],
  ["a segunda não", [], "D2"],
  ["la de abajo está mal", [], "D3"],
  ["la farmacia no", [], "D2"],
  ["la primera no, la segunda si", ["D2"], "D1"],
  ["la primera sí y la segunda no", ["D1"], "D2"],
  ["la de la luz está mal", [], "D3"],
  ["la de la panadería sí, la de la luz no", ["D1"], "D3"],
  ["no la de la farmacia", [], "D2"],
  ["la de la panadería sí", ["D1"], null],
])("«%s» is of those papers", (words, booked, edited) => {
  const talk = three();
  expect(bookedIn(talk, words)).toEqual(booked);
  const editing = talk.dialogue.open.flatMap((open) =>
    open.kind === "document" && open.editing ? [open.draft.document_id] : [],
  );
  expect(editing).toEqual(edited === null ? [] : [edited]);
});

test.each([
  "la verdad no",
  "el lunes no",
  "la tienda no",
  "el precio no está mal",
  "la semana pasada sí",
  "la de siempre",
])("«%s» says nothing of any of them", (words) => {
  const talk = three();
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.dialogue.open).toHaveLength(3);
});

const media = { kind: "image", id: "M", mime_type: "image/jpeg", sha256: null, filename: null, url: null } as const;

/** So many photos are sent at once, and the first ones are read. */
function photos(count: number, read: readonly Extraction[]): Talk {
  const talk = talkIn();
  const sent = Array.from({ length: count }, () => heard(talk, { kind: "paper", media, line: "L", caption: null }));
  hearAll(talk, sent);
  for (const [at, extraction] of read.entries()) {
    const result = { outcome: "read" as const, document_id: `D${at + 1}`, extraction: structuredClone(extraction) };
    const { id, at: instant } = sent[at] ?? { id: "", at: 0 };
    const said = { kind: "document", caption: null, result } as const;
    hearAll(talk, [{ id, at: instant, said, about: null, gone: false }]);
  }
  return talk;
}

test.each(["todas", "todos", "sí, todas", "las cinco"])(
  "«%s» when two of five photos are read books two and tells of three",
  (words) => {
    const talk = photos(5, [BREAD, PHARMACY]);
    expect(bookedIn(talk, words)).toEqual(["D1", "D2"]);
    expect(talk.answer).toContain("Todavía estoy leyendo 3 documentos");
  },
);

test("«todas» when one of three is read books that one and tells of the others", () => {
  const talk = photos(3, [BREAD]);
  expect(bookedIn(talk, "todas")).toEqual(["D1"]);
  expect(talk.answer).toContain("Todavía estoy leyendo 2 documentos");
});

test.each(["todas", "las tres", "confirma todas"])("«%s» before any photo is read tells so", (words) => {
  const talk = photos(3, []);
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain("Todavía estoy leyendo 3 documentos");
});
