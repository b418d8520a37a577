import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

function boletaRead(confidence: Partial<Extraction["confidence"]>): Extraction {
  return {
    ...BLANK,
    kind: "boleta",
    fields: { ...BLANK.fields, merchant: "SODIMAC S.A.", date: "2026-11-16", total_minor: 45_670 },
    confidence: { overall: 0.9, total: 0.97, date: 0.97, merchant: 0.8, ...confidence },
    quality: { readable: true, problems: [] },
  };
}

function shown(confidence: Partial<Extraction["confidence"]>, caption: string | null = null): Talk {
  const talk = talkIn();
  hearSaid(talk, {
    kind: "document",
    caption,
    result: { outcome: "read", document_id: "D", extraction: boletaRead(confidence) },
  });
  return talk;
}

const booked = (entry: Record<string, unknown>) => [{ kind: "book_document", entry }];

test("a paper that was read surely is confirmed with one word", () => {
  const talk = shown({});
  expect(talk.answer).toContain("¿Es correcto?");
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ amount_minor: 45_670, date: "2026-11-16" }));
});

test.each([
  [{ total: 0.89 }, "No leí bien el *total*. ¿Está bien así? Basta con *sí*, o con el monto correcto."],
  [{ date: 0.5 }, "No leí bien la *fecha*. ¿Está bien así? Basta con *sí*, o con la fecha correcta."],
  [{ total: 0.6, date: 0.5 }, "No leí bien el *total* ni la *fecha*."],
])("what was read with %j is asked", (confidence, question) => {
  const talk = shown(confidence);
  expect(talk.answer).toContain(question);
  expect(talk.answer).not.toContain("¿Es correcto?");
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ amount_minor: 45_670 }));
});

test.each([
  ["45.680", 45_680],
  ["eran 45.680", 45_680],
  ["46 lucas", 46_000],
])("«%s» is the total that was not read surely, and is asked no more", (words, total) => {
  const talk = shown({ total: 0.6 });
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain("¿Es correcto?");
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ amount_minor: total }));
});

test.each(["14 de noviembre", "el 14", "14/11/2026", "fue el 14"])(
  "«%s» is the day that was not read surely",
  (words) => {
    const talk = shown({ date: 0.6 });
    expect(actsOf(say(talk, words))).toEqual([]);
    expect(talk.answer).toContain("Fecha: 14-11-2026");
    expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ date: "2026-11-14", amount_minor: 45_670 }));
  },
);

test("«sí, pero eran 45.680» settles a doubt and books", () => {
  expect(actsOf(say(shown({ total: 0.6 }), "sí, pero eran 45.680"))).toMatchObject(booked({ amount_minor: 45_680 }));
});

test("a movement told after a doubtful paper is a movement of its own", () => {
  const talk = shown({ total: 0.6 });
  expect(actsOf(say(talk, "gasté 3 lucas en pan"))).toMatchObject([{ kind: "record", entry: { amount_minor: 3_000 } }]);
});

test("a stamp's figures are not asked, whoever vouches for them", () => {
  const talk = talkIn();
  const extraction: Extraction = {
    ...boletaRead({ total: 0.6, date: 0.6 }),
    read_from: "timbre",
    authenticity: { verdict: "unverified", reasons: ["caf_key_unknown"] },
  };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction } });
  expect(talk.answer).toContain("¿Es correcto?");
});

test.each([
  ["45.680", { amount_minor: 45_680 }],
  ["14/11/2026", { date: "2026-11-14" }],
])("«%s» after a paper that was read surely is the paper's as well", (words, entry) => {
  const talk = shown({});
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked(entry));
});

test.each(["14 de noviembre", "14/11", "el 14"])("«no», then «%s», corrects the day", (words) => {
  const talk = shown({});
  say(talk, "no");
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ date: "2026-11-14" }));
});

test.each(["gracias", "¿cuánto llevo gastado?", "hola"])("«%s» after a paper changes nothing of it", (words) => {
  const talk = shown({});
  say(talk, words);
  expect(actsOf(say(talk, "sí"))).toMatchObject(booked({ amount_minor: 45_670, date: "2026-11-16" }));
});

function unread(): Talk {
  const talk = talkIn();
  const result = { outcome: "trouble", document_id: "D", trouble: "unreadable" } as const;
  hearSaid(talk, { kind: "document", caption: null, result });
  return talk;
}

test("the amount that is written for a photo nobody could read is that photo's", () => {
  const talk = unread();
  expect(talk.answer).toContain("o me escribes el monto");
  expect(actsOf(say(talk, "6.630"))).toEqual([]);
  expect(talk.answer).toContain("Total: $6.630");
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { kind: "book_document", entry: { type: "egreso", amount_minor: 6_630, document_id: "D" } },
  ]);
});

test("a movement told after a photo nobody could read is a movement of its own", () => {
  expect(actsOf(say(unread(), "gasté 3 lucas en pan"))).toMatchObject([
    { kind: "record", entry: { amount_minor: 3_000 } },
  ]);
});

test("a photo nobody could read is let go with a word", () => {
  expect(actsOf(say(unread(), "borrar"))).toMatchObject([{ kind: "settle_document", state: "discarded" }]);
});

test("a caption that names another amount than the paper is asked about, and either may be right", () => {
  const asked = shown({}, "bencina 20 lucas");
  expect(asked.answer).toContain("Escribiste $20.000, y el documento dice otra cosa.");
  expect(actsOf(say(asked, "sí"))).toMatchObject(booked({ amount_minor: 45_670 }));
  const corrected = shown({}, "bencina 20 lucas");
  say(corrected, "20 lucas");
  expect(corrected.answer).toContain("¿Es correcto?");
  expect(actsOf(say(corrected, "sí"))).toMatchObject(booked({ amount_minor: 20_000 }));
});

test("a caption that names the paper's own amount is no question", () => {
  expect(shown({}, "compré un taladro en 45.670").answer).toContain("¿Es correcto?");
});

test("whoever does not answer about a photo nobody could read is not reminded of it", () => {
  const talk = unread();
  say(talk, "vendí 10 lucas");
  expect(talk.answer).not.toContain("Sigue pendiente");
});

test.each([
  "sí, dale no más",
  "si dale nomás",
  "dale no más",
  "si, dale no mas po",
  "dale no más gracias",
  "sí, no más",
  "ok dale",
  "sí, anótala",
  "confírmala",
])("«%s» to a paper is a yes", (words) => {
  expect(actsOf(say(shown({}), words))).toMatchObject(booked({ amount_minor: 45_670 }));
});

test.each(["no más", "no, dale no más", "gracias, no más", "no sé, dale no más"])(
  "«%s» to a paper is none",
  (words) => {
    expect(actsOf(say(shown({}), words))).toEqual([]);
  },
);
