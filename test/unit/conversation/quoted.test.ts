import { describe, expect, test } from "vitest";
import { blankExtraction, type DocumentState, type Earlier, type Extraction } from "#documents";
import { quotesEntry } from "#src/conversation/heard.ts";
import { papersShown } from "#src/conversation/papers-shown.ts";
import { duringSilence, nextDue } from "#src/conversation/flows/waiting.ts";
import type { Turn } from "#src/conversation/turn.ts";
import { actsOf, heard, hearAll, hearSaid, NOON, say, talkIn, type Talk } from "./talking.ts";

const TOTALS = { panaderia: 12_500, ferreteria: 33_690 } as const;
type Shop = keyof typeof TOTALS;

function hearPaper(talk: Talk, shop: Shop, maybe?: Earlier): void {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor: TOTALS[shop], date: "2026-11-18", merchant: shop };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const extraction: Extraction = { ...blank, kind: "boleta", fields, confidence };
  hearSaid(talk, {
    kind: "document",
    caption: null,
    result: { outcome: "read", document_id: shop, extraction, maybe },
  });
}

test("words quote an entry where their message tells of one, be it taken back or not", () => {
  const talk = talkIn();
  say(talk, "pan 3 lucas");
  const [about = null] = talk.entries;
  const words = heard(talk, { kind: "text", text: "sí", voice: false });
  expect(about).not.toBeNull();
  expect(
    [words, { ...words, about }, { ...words, gone: true }, { ...words, quoted: { message_id: "w", papers: [] } }].map(
      quotesEntry,
    ),
  ).toEqual([false, true, true, false]);
});

/** The bakery's paper, then the hardware shop's; nobody has answered. */
function two(): Talk {
  const talk = talkIn();
  hearPaper(talk, "panaderia");
  hearPaper(talk, "ferreteria");
  return talk;
}

/** Words that reply to a message which brought or shows the bakery's paper. */
function reply(talk: Talk, text: string, state: DocumentState = "needs_confirmation"): Turn {
  const quoted = { message_id: "wamid.quoted", papers: [{ document_id: "panaderia", state }] };
  return hearAll(talk, [{ ...heard(talk, { kind: "text", text, voice: false }), quoted }]);
}

const totals = ({ dialogue }: Talk): Record<string, number | null> =>
  Object.fromEntries(
    dialogue.open.flatMap((each) =>
      each.kind === "document" ? [[each.draft.document_id, each.draft.extraction.fields.total_minor]] : [],
    ),
  );

describe("of two papers that wait, the one that is quoted is meant", () => {
  test.each(["no, era 12.900", "eran 12.900", "12.900", "el total es 12.900", "son 12900"])("«%s»", (text) => {
    const talk = two();
    expect(actsOf(reply(talk, text))).toEqual([]);
    expect(totals(talk)).toEqual({ panaderia: 12_900, ferreteria: 33_690 });
    expect(talk.answer).toContain("$12.900");
    expect(talk.answer).not.toContain("ferreteria");
  });

  test.each(["sí", "si", "dale", "correcto", "sí, está bien", "1", "ok"])("«%s» books it", (text) => {
    const talk = two();
    expect(actsOf(reply(talk, text))).toMatchObject([{ kind: "book_document", document_id: "panaderia" }]);
    expect(totals(talk)).toEqual({ ferreteria: 33_690 });
  });

  test.each(["borra esta", "bórrala", "descartar", "cancela", "borra la boleta", "olvídalo", "elimina esa foto"])(
    "«%s» lets it go",
    (text) => {
      const talk = two();
      expect(actsOf(reply(talk, text))).toEqual([
        { kind: "settle_document", document_id: "panaderia", state: "discarded" },
      ]);
      expect(totals(talk)).toEqual({ ferreteria: 33_690 });
    },
  );

  test("«no» asks what to change of it, and the next words are of it", () => {
    const talk = two();
    reply(talk, "no");
    expect(talk.answer).toContain("¿Qué corrijo?");
    say(talk, "12.900");
    expect(totals(talk)).toEqual({ panaderia: 12_900, ferreteria: 33_690 });
  });

  test("how it is paid, its day and its shop", () => {
    const talk = two();
    expect(actsOf(reply(talk, "la debo"))).toMatchObject([{ kind: "settle_document", document_id: "panaderia" }]);
    reply(talk, "fue ayer");
    reply(talk, "el local es Espiga");
    const [paper, other] = talk.dialogue.open;
    expect([other, paper]).toMatchObject([
      { draft: { credit: {}, extraction: { fields: { date: "2026-11-17", merchant: "Espiga" } } } },
      { draft: { extraction: { fields: { date: "2026-11-18", merchant: "ferreteria" } } } },
    ]);
  });

  test("«sí, pero eran 12.900» books it so", () => {
    const entry = { amount_minor: 12_900 };
    expect(actsOf(reply(two(), "sí, pero eran 12.900"))).toMatchObject([{ document_id: "panaderia", entry }]);
  });

  test("its own picture is quoted before the books know of it", () => {
    const talk = two();
    const quoted = { message_id: "wamid.1", papers: [] };
    const taken = hearAll(talk, [{ ...heard(talk, { kind: "text", text: "sí", voice: false }), quoted }]);
    expect(actsOf(taken)).toMatchObject([{ document_id: "panaderia" }]);
  });

  test("something booked since changes nothing of that", () => {
    const talk = two();
    say(talk, "vendí 10 lucas");
    reply(talk, "no, era 12.900");
    expect(totals(talk)).toEqual({ panaderia: 12_900, ferreteria: 33_690 });
    expect(talk.entries).toMatchObject([{ amount_minor: 10_000, reversed_by: null }]);
  });

  test("a question about it is answered, and what is wrong on it is mended first", () => {
    const asked = (): Talk => {
      const talk = talkIn();
      hearPaper(talk, "panaderia", { id: "D0", at: "2026-11-15T15:00:00.000Z" });
      hearPaper(talk, "ferreteria");
      return talk;
    };
    expect(actsOf(reply(asked(), "sí"))).toEqual([
      { kind: "settle_document", document_id: "panaderia", state: "discarded" },
    ]);
    const talk = asked();
    say(talk, "vendí 10 lucas");
    reply(talk, "no, era 12.900");
    expect(totals(talk)).toEqual({ panaderia: 12_900, ferreteria: 33_690 });
    expect(talk.entries).toMatchObject([{ amount_minor: 10_000, reversed_by: null }]);
  });
});

describe("of a paper that is open no more", () => {
  const settled = (): Talk => {
    const talk = talkIn();
    hearPaper(talk, "ferreteria");
    return talk;
  };

  test.each([
    ["discarded", "Ese documento ya está descartado"],
    ["booked", "Ese documento ya está anotado"],
    ["linked", "Ese documento ya está anotado"],
    ["review", "Ese documento quedó guardado por revisar"],
  ] as const)("%s: that is said, and no other paper changes", (state, words) => {
    for (const text of ["sí", "no", "no, era 12.900", "12.900", "borra esta", "cancela", "pagada"]) {
      const talk = settled();
      expect([text, actsOf(reply(talk, text, state))]).toEqual([text, []]);
      expect([text, talk.answer]).toEqual([text, expect.stringContaining(words)]);
      expect(totals(talk)).toEqual({ ferreteria: 33_690 });
    }
  });

  test.each(["vendí 10 lucas a Rosa", "saldo", "gracias", "hola"])("«%s» is words of its own", (text) => {
    const talk = settled();
    reply(talk, text, "discarded");
    expect(talk.answer).not.toContain("Ese documento");
  });

  test("its entry is what corrections mean, and «sí» books nothing else", () => {
    const talk = talkIn();
    hearPaper(talk, "panaderia");
    say(talk, "sí");
    hearPaper(talk, "ferreteria");
    const about = talk.entries[0] ?? null;
    const quoted = { message_id: "wamid.1", papers: [{ document_id: "panaderia", state: "booked" as const }] };
    const hears = (text: string): Turn =>
      hearAll(talk, [{ ...heard(talk, { kind: "text", text, voice: false }), about, quoted }]);
    expect(actsOf(hears("sí"))).toEqual([]);
    expect(talk.answer).toContain("Ese documento ya está anotado");
    expect(actsOf(hears("no"))).toEqual([]);
    expect(talk.answer).toContain("$12.500");
    expect(actsOf(hears("no, era 12.900"))).toMatchObject([{ kind: "correct", entry_id: "E1" }]);
    expect(totals(talk)).toEqual({ ferreteria: 33_690 });
  });
});

test("of a picture that is still being read nothing is said for another paper", () => {
  const talk = talkIn();
  hearPaper(talk, "ferreteria");
  talk.dialogue.reading = [{ id: "wamid.new", at: NOON }];
  const quoted = { message_id: "wamid.new", papers: [] };
  expect(
    actsOf(hearAll(talk, [{ ...heard(talk, { kind: "text", text: "borra esta", voice: false }), quoted }])),
  ).toEqual([]);
  expect(talk.answer).toContain("Todavía estoy leyendo");
});

test("a reply is of the papers that it shows, its reminder among them", () => {
  const talk = two();
  expect(papersShown({ parts: [] }, [])).toEqual([]);
  talk.dialogue.last_heard_at = NOON;
  const now = nextDue(talk.dialogue, NOON) ?? NOON;
  const reminder = duringSilence(talk.dialogue, { now, today: "2026-11-18" })?.reply;
  expect(papersShown(reminder ?? { parts: [] }, [])).toEqual(["panaderia", "ferreteria"]);
});
