import { expect, test } from "vitest";
import { blankExtraction } from "#documents";
import { ruleCommandOf } from "#src/conversation/flows/rules.ts";
import { wordsOf } from "#locales";
import { actsOf, hearAll, heard, hearSaid, say, talkIn } from "./talking.ts";

test("a corrected category is a rule for what comes after it, and for nothing before", () => {
  const talk = talkIn();
  say(talk, "gasté 20 lucas en Copec");
  expect(actsOf(say(talk, "no, era para insumos"))).toMatchObject([
    { kind: "correct", entry_id: "E1", patch: { category: "insumos" } },
    { kind: "learn", rule: { kind: "category", match: "Copec", category: "insumos", side: "expense" } },
  ]);
  expect(talk.answer).toContain("Desde ahora Copec = insumos.");
  expect(actsOf(say(talk, "COPEC 30 lucas"))).toMatchObject([{ entry: { category: "insumos" } }]);
});

test("without a party the rule is about the purpose, as a whole word", () => {
  const talk = talkIn();
  say(talk, "gasté 20 lucas en cinta");
  say(talk, "no, era para equipamiento");
  expect(talk.answer).toContain("Desde ahora cinta = equipamiento.");
  expect(actsOf(say(talk, "gasté 30 lucas en cinta azul"))).toMatchObject([{ entry: { category: "equipamiento" } }]);
  const [other] = actsOf(say(talk, "gasté 30 lucas en cintas"));
  expect(other).not.toMatchObject({ entry: { category: "equipamiento" } });
});

test("the party counts before the purpose", () => {
  const talk = talkIn();
  talk.rules = [
    { id: "1", kind: "category", match: "harina", category: "alimentacion", side: "expense" },
    { id: "2", kind: "category", match: "Soprole", category: "insumos", side: "expense" },
  ];
  expect(actsOf(say(talk, "compré 10 lucas de harina a Soprole"))).toMatchObject([{ entry: { category: "insumos" } }]);
  expect(actsOf(say(talk, "compré 10 lucas de harina"))).toMatchObject([{ entry: { category: "alimentacion" } }]);
});

test("a rule about what is bought somewhere says nothing about what is sold there", () => {
  const talk = talkIn();
  talk.rules = [{ id: "1", kind: "category", match: "Copec", category: "insumos", side: "expense" }];
  expect(actsOf(say(talk, "le vendí 10 lucas a Copec"))).toMatchObject([{ entry: { category: "ventas" } }]);
});

test.each([
  ["vendí 10 lucas", "no, era de servicios"],
  ["gasté 20 lucas en Copec", "no, era para combustible"],
  ["gasté 20 lucas en Copec", "no, eran 45"],
])("«%s», «%s» teaches nothing", (said, correction) => {
  const talk = talkIn();
  say(talk, said);
  expect(actsOf(say(talk, correction)).map(({ kind }) => kind)).not.toContain("learn");
});

test("what follows a correction in the same breath waits for its rule", () => {
  const talk = talkIn();
  say(talk, "gasté 20 lucas en Copec");
  const items = ["no, era para insumos", "gasté 30 lucas en Copec", "hola"].map((text) =>
    heard(talk, { kind: "text", text, voice: false }),
  );
  expect(hearAll(talk, items).consumed).toBe(1);
});

test("rules are listed oldest first, and forgotten by number or by name", () => {
  const talk = talkIn();
  talk.rules = [
    { id: "3", kind: "distinct", match: "Gomes", name: "Gómez" },
    { id: "2", kind: "same", match: "Soprol", name: "Soprole" },
    { id: "1", kind: "category", match: "Copec", category: "combustible", side: "expense" },
  ];
  say(talk, "mis reglas");
  expect(talk.answer).toContain("1. Copec = combustible\n2. Soprol = Soprole\n3. Gomes ≠ Gómez");
  expect(actsOf(say(talk, "olvida la regla 2"))).toMatchObject([{ kind: "forget", rule: { id: "2" } }]);
  expect(talk.answer).toBe("Listo, olvidé la regla: Soprol = Soprole.");
  expect(actsOf(say(talk, "olvida lo de copec"))).toMatchObject([{ kind: "forget", rule: { id: "1" } }]);
  expect(actsOf(say(talk, "olvida la regla 7"))).toEqual([]);
  expect(talk.answer).toContain("No encuentro esa regla.");
});

test("without rules the list says how one comes about", () => {
  const talk = talkIn();
  talk.dialogue.welcomed = true;
  say(talk, "¿qué aprendiste?");
  expect(talk.answer).toBe("Todavía no tengo reglas. Cuando corrijas una categoría, la recordaré.");
});

test.each([
  ["Mis reglas", { asks: "list" }],
  ["¿qué has aprendido?", { asks: "list" }],
  ["minhas regras", { asks: "list" }],
  ["o que você aprendeu?", { asks: "list" }],
  ["what did you learn?", { asks: "list" }],
  ["my rules", { asks: "list" }],
  ["borra la regla 3", { asks: "number", number: 3 }],
  ["esquece a regra 2", { asks: "number", number: 2 }],
  ["forget rule #1", { asks: "number", number: 1 }],
  ["olvida lo de la distribuidora", { asks: "about", words: "distribuidora" }],
  ["olvida la regla de Copec", { asks: "about", words: "copec" }],
  ["forget about Shell", { asks: "about", words: "shell" }],
  ["esquece a regra do Posto", { asks: "about", words: "posto" }],
  ["olvida tus reglas", null],
  ["olvida todas las reglas anteriores", null],
  ["borra lo último", null],
  ["olvídalo", null],
  ["gasté 20 lucas en reglas", null],
])("«%s» is %o", (text, command) => {
  expect(ruleCommandOf(text)).toEqual(command);
});

test.each(["es-CL", "es-PE", "es-AR", "es-MX", "en", "pt-BR"])(
  "%s: what we tell people to write about rules, we understand",
  (locale) => {
    const words = wordsOf(locale);
    const [, forgets = ""] = /[«“](.+?)[»”]/.exec(words.rules(["1. X = Y"])) ?? [];
    const [, lists = ""] = /\*(.+?)\*/.exec(words.rule_unknown) ?? [];
    expect([ruleCommandOf(forgets), ruleCommandOf(lists)]).toEqual([{ asks: "number", number: 1 }, { asks: "list" }]);
  },
);

test("a paper of a shop that was taught has its category", () => {
  const talk = talkIn();
  talk.rules = [{ id: "1", kind: "category", match: "Sodimac", category: "mantencion", side: "expense" }];
  const blank = blankExtraction("ocr");
  const fields = { ...blank.fields, merchant: "SODIMAC S.A.", total_minor: 45_670, category: "insumos" };
  const result = { outcome: "read", document_id: "D1", extraction: { ...blank, fields } } as const;
  hearSaid(talk, { kind: "document", caption: null, result });
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ entry: { category: "mantencion" } }]);
});

test("a category said about a paper is kept for the next paper of that shop", () => {
  const talk = talkIn();
  const blank = blankExtraction("ocr");
  const fields = { ...blank.fields, merchant: "Sodimac", total_minor: 45_670, category: "insumos" };
  const result = { outcome: "read", document_id: "D1", extraction: { ...blank, fields } } as const;
  hearSaid(talk, { kind: "document", caption: null, result });
  expect(actsOf(say(talk, "no, era para mantencion"))).toMatchObject([
    { kind: "learn", rule: { match: "Sodimac", category: "mantencion", side: "expense" } },
  ]);
});

test("another thing is no lesson about the first", () => {
  const talk = talkIn();
  say(talk, "gasté 20 lucas en pan");
  say(talk, "no, fue en bencina");
  expect(talk.entries.at(-1)).toMatchObject({ concept: "bencina", category: "combustible" });
  expect(talk.rules).toEqual([]);
});
