import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { draftOf } from "#src/conversation/draft-of.ts";
import { turn } from "#src/conversation/turn.ts";
import { actsOf, booksOf, heard, hearSaid, say, talkIn, type Talk } from "./talking.ts";

const BLANK = blankExtraction("CL");

function boleta(merchant: string, total_minor: number): Extraction {
  return {
    ...BLANK,
    kind: "boleta",
    fields: { ...BLANK.fields, merchant, number: String(total_minor), date: "2026-11-16", total_minor },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
  };
}

const SHOPS = [boleta("SODIMAC", 45_670), boleta("COPEC", 32_500), boleta("LIDER", 12_990)];

/** Cards of so many shops, shown one after another. */
function shown(count: number): Talk {
  const talk = talkIn();
  for (const [at, extraction] of SHOPS.slice(0, count).entries()) {
    const result = { outcome: "read", document_id: `D${at + 1}`, extraction } as const;
    hearSaid(talk, { kind: "document", caption: null, result });
  }
  return talk;
}

const bookedBy = (talk: Talk, words: string) =>
  actsOf(say(talk, words)).map((effect) => ("document_id" in effect ? [effect.kind, effect.document_id] : effect.kind));

const both = [
  ["book_document", "D1"],
  ["book_document", "D2"],
];

const ALL = [
  "Todos",
  "todas",
  "los dos",
  "las dos",
  "ambos",
  "sí, todos",
  "confirma todos",
  "confírmalos todos",
  "both",
];

test.each(ALL)("«%s» to «¿todos o solo el último?» books both papers", (words) => {
  const talk = shown(2);
  say(talk, "sí");
  expect(talk.answer).toContain("¿Los confirmo todos o solo el último?");
  expect(bookedBy(talk, words)).toEqual(both);
});

test.each(ALL)("«%s» under two cards books both, and makes no total of it", (words) => {
  expect(bookedBy(shown(2), words)).toEqual(both);
});

test.each(["Solo el último", "solo la última", "el último", "sí, solo el último"])(
  "«%s» books the last one",
  (words) => {
    const talk = shown(2);
    say(talk, "sí");
    expect(bookedBy(talk, words)).toEqual([["book_document", "D2"]]);
  },
);

test("«los dos» of three papers asks again, and «los tres» books them", () => {
  const talk = shown(3);
  say(talk, "sí");
  expect(bookedBy(talk, "los dos")).toEqual([]);
  expect(talk.answer).toContain("¿Los confirmo todos o solo el último?");
  expect(bookedBy(talk, "los tres")).toHaveLength(3);
});

test("«los dos» under a single card is no amount", () => {
  const talk = shown(1);
  say(talk, "los dos");
  expect(talk.dialogue.open).toMatchObject([{ draft: { extraction: { fields: { total_minor: 45_670 } } } }]);
});

test.each(["pagué 5 lucas de pan", "compré dos panes por 2 lucas"])(
  "«%s» beside two cards is booked by itself",
  (words) => {
    expect(actsOf(say(shown(2), words))).toMatchObject([{ kind: "record" }]);
  },
);

test("«sí» to the paper that was named last books that one, however many wait", () => {
  const talk = shown(3);
  const waiting = SHOPS.map((extraction, at) => ({
    draft: draftOf({ document_id: `D${at + 1}`, message_id: `doc-D${at + 1}`, extraction, own_tax_id: null }),
    waits: "confirm" as const,
    earlier: null,
  }));
  const books = { ...booksOf(talk), waiting };
  const hear = (text: string) => turn(talk.dialogue, [heard(talk, { kind: "text", text, voice: false })], books);
  talk.dialogue = hear("pendientes").dialogue;
  talk.dialogue = hear("2").dialogue;
  expect(bookedBy(talk, "sí")).toEqual([["book_document", "D2"]]);
  expect(talk.answer).toContain("el documento de LIDER por $12.990");
  expect(bookedBy(talk, "sí")).toEqual([["book_document", "D3"]]);
});

test("«sí» to one of several that was just corrected means it, until another is shown", () => {
  const corrected = shown(2);
  say(corrected, "no, eran 33.500");
  expect(bookedBy(corrected, "sí")).toEqual([["book_document", "D2"]]);
  const newer = shown(2);
  say(newer, "no, eran 33.500");
  hearSaid(newer, {
    kind: "document",
    caption: null,
    result: { outcome: "read", document_id: "D9", extraction: boleta("UNIMARC", 9_990) },
  });
  expect(bookedBy(newer, "sí")).toEqual([]);
  expect(newer.answer).toContain("¿Los confirmo todos o solo el último?");
});

test("«todos» books no paper whose own question is open: it is asked again, and then «todos» or «sí» is its answer", () => {
  const doubted = { ...boleta("JUMBO", 8_990), confidence: { overall: 0.5, total: 0.4, date: 0.97, merchant: 0.85 } };
  const waiting = () => {
    const talk = shown(2);
    const result = { outcome: "read", document_id: "D9", extraction: doubted } as const;
    hearSaid(talk, { kind: "document", caption: null, result });
    expect(bookedBy(talk, "todos")).toEqual(both);
    expect(talk.answer).toContain("No leí bien el *total*");
    return talk;
  };
  for (const words of ["sí", "todos"]) {
    const talk = waiting();
    say(talk, words === "todos" ? "saldo" : "hola");
    expect(bookedBy(talk, "sí")).toEqual([["book_document", "D9"]]);
  }
  const two = shown(0);
  for (const document_id of ["D8", "D9"]) {
    hearSaid(two, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction: doubted } });
  }
  expect(bookedBy(two, "todos")).toEqual([]);
  expect(bookedBy(two, "todos")).toEqual([
    ["book_document", "D8"],
    ["book_document", "D9"],
  ]);
});

test("an amount that was written beside a picture is asked about by itself", () => {
  const talk = shown(1);
  const result = { outcome: "read", document_id: "D2", extraction: boleta("COPEC", 32_500) } as const;
  hearSaid(talk, { kind: "document", caption: "gasté 30.000 en bencina", result });
  expect(bookedBy(talk, "todos")).toEqual([["book_document", "D1"]]);
});

test("«solo el último» is the one that was shown last, not the one that came last, by words and by button", () => {
  for (const words of ["solo el último", null]) {
    const talk = shown(2);
    hearSaid(talk, { kind: "choice", id: "no:D1", title: "No" });
    say(talk, "eran 46.000");
    const last = () => hearSaid(talk, { kind: "choice", id: "last:", title: "Solo el último" });
    const taken = words === null ? last() : say(talk, words);
    expect(actsOf(taken)).toMatchObject([{ kind: "book_document", document_id: "D1" }]);
  }
});

/** A picture of which nothing was read, and then the card of a good paper. */
function behindUnread(merchant: string | null = null): Talk {
  const talk = talkIn();
  const unread: Extraction = { ...BLANK, kind: "unknown", fields: { ...BLANK.fields, merchant } };
  for (const [at, extraction] of [unread, boleta("SODIMAC", 45_670)].entries()) {
    const result = { outcome: "read", document_id: `D${at + 1}`, extraction } as const;
    hearSaid(talk, { kind: "document", caption: null, result });
  }
  return talk;
}

test.each(["sí", "si", "todos", "los dos", "correcto"])(
  "«%s» beside a picture without a total books the card, and no choice between them is offered",
  (words) => {
    const talk = behindUnread();
    expect(bookedBy(talk, words)).toEqual([["book_document", "D2"]]);
    expect(talk.answer).not.toContain("¿Los confirmo todos");
    expect(talk.dialogue.open).toMatchObject([{ kind: "document", draft: { document_id: "D1" } }]);
  },
);

test("of one of several that is named its total is asked by name", () => {
  const talk = behindUnread("FERRETERIA EL CLAVO");
  say(talk, "la de ferretería el clavo sí");
  expect(talk.answer).toContain("FERRETERIA EL CLAVO");
  expect(talk.answer).toContain("¿Cuánto fue el total?");
});
