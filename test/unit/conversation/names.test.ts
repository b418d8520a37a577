import { expect, test } from "vitest";
import { NO_BOOKS } from "#src/conversation/books.ts";
import { recognise } from "#src/conversation/names.ts";
import { actsOf, hearAll, heard, say, tap, talkIn } from "./talking.ts";

test.each([
  ["gomez", ["Gómez"], { kind: "known", name: "Gómez" }],
  ["DON PEDRO", ["don Pedro"], { kind: "known", name: "don Pedro" }],
  ["Pedro", ["don Pedro"], { kind: "known", name: "don Pedro" }],
  ["Pedro", ["don Pedro", "doctor Pedro"], { kind: "new" }],
  ["Pedro", ["don Pedro", "Pedro"], { kind: "known", name: "Pedro" }],
  ["Gomes", ["Gómez"], { kind: "near", name: "Gómez" }],
  ["Gmoez", ["Gómez"], { kind: "near", name: "Gómez" }],
  ["Gómezz", ["Gómez"], { kind: "near", name: "Gómez" }],
  ["Gomez", ["Juan Gómez"], { kind: "near", name: "Juan Gómez" }],
  ["Gomez", ["Juan Gómez", "Ana Gómez"], { kind: "new" }],
  ["Juan Gómez", ["Gómez"], { kind: "near", name: "Gómez" }],
  ["Eva", ["Ana"], { kind: "new" }],
  ["Local 12", ["Local 13"], { kind: "new" }],
  ["Soprole", ["Copec"], { kind: "new" }],
])("«%s» among %j is %o", (name, names, recognised) => {
  expect(recognise(name, { ...NO_BOOKS, names })).toEqual(recognised);
});

test("what was answered once is a rule", () => {
  const books = { ...NO_BOOKS, names: ["Gómez"] };
  const same = { id: "1", kind: "same", match: "Gomes", name: "Gómez" } as const;
  const distinct = { ...same, kind: "distinct" } as const;
  expect(recognise("gomes", { ...books, rules: [same] })).toEqual({ kind: "known", name: "Gómez" });
  expect(recognise("gomes", { ...books, rules: [distinct] })).toEqual({ kind: "new" });
});

test("an equal name is written as the books know it", () => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas a Gómez");
  expect(actsOf(say(talk, "vendí 20 lucas a GOMEZ"))).toMatchObject([{ entry: { counterparty: "Gómez" } }]);
});

test("a corrected party is written as the books know it", () => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas a Gómez");
  say(talk, "vendí 20 lucas a Rosa");
  expect(actsOf(say(talk, "no, fue a gomez"))).toMatchObject([{ kind: "correct", patch: { counterparty: "Gómez" } }]);
});

test("a near name is asked about before anything is booked, once for ever", () => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas a Gómez");
  expect(actsOf(say(talk, "vendí 20 lucas a Gomes"))).toEqual([]);
  expect(talk.answer).toBe("¿Es el mismo *Gómez* de antes?");
  expect(actsOf(tap(talk, "Sí, el mismo"))).toMatchObject([
    { kind: "learn", rule: { kind: "same", match: "Gomes", name: "Gómez" } },
    { kind: "record", entry: { counterparty: "Gómez", concept: "Venta a Gómez", source_ref: "whatsapp:wamid.2:0" } },
  ]);
  expect(actsOf(say(talk, "vendí 30 lucas a Gomes"))).toMatchObject([{ entry: { counterparty: "Gómez" } }]);
});

test.each(["No, es otro", "no", "es otro", "no, es otra persona"])("«%s» makes them two", (words) => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas a Gómez");
  say(talk, "vendí 20 lucas a Gomes");
  expect(actsOf(say(talk, words))).toMatchObject([
    { kind: "learn", rule: { kind: "distinct", match: "Gomes", name: "Gómez" } },
    { kind: "record", entry: { counterparty: "Gomes" } },
  ]);
  expect(actsOf(say(talk, "vendí 30 lucas a Gomes"))).toMatchObject([{ entry: { counterparty: "Gomes" } }]);
});

test("of several near names the first is asked about, then the next, then all is booked", () => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas a Gómez");
  say(talk, "vendí 10 lucas a Soprole");
  say(talk, "vendí 20 lucas a Gomes y vendí 30 lucas a Soprol");
  expect(talk.answer).toContain("*Gómez*");
  const [learned, ...nothing] = actsOf(say(talk, "sí"));
  expect([learned?.kind, nothing]).toEqual(["learn", []]);
  expect(talk.answer).toContain("*Soprole*");
  expect(actsOf(say(talk, "el mismo"))).toMatchObject([
    { kind: "learn" },
    { entry: { counterparty: "Gómez", amount_minor: 20_000, source_ref: "whatsapp:wamid.3:0" } },
    { entry: { counterparty: "Soprole", amount_minor: 30_000, source_ref: "whatsapp:wamid.3:1" } },
  ]);
});

test("a near name that owes something settles once it is known who it is", () => {
  const talk = talkIn();
  say(talk, "le fié 40 lucas a Gómez");
  expect(actsOf(say(talk, "Gomes me pagó todo"))).toEqual([]);
  expect(actsOf(say(talk, "sí"))).toMatchObject([
    { kind: "learn" },
    { entry: { settles_id: "E1", amount_minor: 40_000, counterparty: "Gómez" } },
  ]);
});

test("a name that was first written in the same breath is known to the next message", () => {
  const talk = talkIn();
  const items = ["vendí 10 lucas a Gómez", "vendí 20 lucas a gomez"].map((text) =>
    heard(talk, { kind: "text", text, voice: false }),
  );
  const taken = hearAll(talk, items);
  expect(taken.consumed).toBe(2);
  expect(actsOf(taken)).toMatchObject([{ entry: { counterparty: "Gómez" } }, { entry: { counterparty: "Gómez" } }]);
});
