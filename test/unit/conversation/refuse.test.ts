import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { refusalOf } from "#src/conversation/flows/refuse.ts";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

const AGAIN = "Si quieres anotarlo, mándamelo completo: «gasté 1500 en pan».";

const REFUSALS = ["no", "ninguno", "cancela", "no gracias", "olvídalo", "nada", "mejor no", "ninguna de las dos"];

test.each(REFUSALS)("«%s» lets go of an open question, and says how to tell it again", (text) => {
  for (const [told, what] of [
    ["gasté 12 en pan", "«pan»"],
    ["45 lucas", "$45.000"],
    ["gasté como 80 lucas", "$80.000"],
    ["pagué el flete", "«flete»"],
  ] as const) {
    const talk = after("vendí 10 lucas", told);
    expect(talk.dialogue.open).toHaveLength(1);
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toBe(`Listo, no anoté ${what}. ${AGAIN}`);
    expect(talk.dialogue.open).toEqual([]);
    // What was let go is no permission to take back what was booked before it.
    expect(actsOf(say(talk, "deshacer"))).toEqual([]);
  }
});

const DEBTS = ["le fié 40 lucas a don Pedro", "le fié 25 lucas de queso a don Pedro", "don Pedro me pagó 10 lucas"];

test.each(["no", "ninguno", "cancela", "olvídalo"])("«%s» to «¿cuál pagó?» books nothing", (text) => {
  const talk = after(...DEBTS);
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toBe(`Listo, no anoté $10.000. ${AGAIN}`);
  expect(talk.dialogue.open).toEqual([]);
});

test.each(["ninguna", "ninguna de las dos"])("«%s» of the debts is an answer: it pays none of them", (text) => {
  expect(actsOf(say(after(...DEBTS), text))).toMatchObject([{ kind: "record", entry: { direction: null } }]);
});

test.each(["cancela", "ninguno"])("«%s» to «¿es el mismo?» and to what the rest was books nothing", (text) => {
  for (const told of [
    ["vendí 10 lucas a Gómez", "vendí 20 lucas a Gomes"],
    ["le fié 25 lucas a don Pedro", "don Pedro me pagó 40 lucas"],
  ]) {
    const talk = after(...told);
    expect(talk.dialogue.open).toHaveLength(1);
    expect(actsOf(say(talk, text))).toEqual([]);
    expect(talk.answer).toMatch(/^Listo, no anoté \$[24]0\.000\. /);
    expect(talk.dialogue.open).toEqual([]);
  }
});

test("of two open questions the newer one is let go, and the older is asked again", () => {
  const talk = after("gasté como 80 lucas", "gasté 12 en pan", "no");
  expect(talk.answer).toBe(`Listo, no anoté «pan». ${AGAIN}\n\nSigue pendiente: ¿En qué gastaste esos $80.000?`);
  say(talk, "cancela");
  expect(talk.answer).toContain("no anoté $80.000");
  expect(talk.dialogue.open).toEqual([]);
});

test.each(["no", "cancela"])("«%s» to «¿en qué país?» lets go of what was kept for it", (text) => {
  const talk = talkIn("US", false);
  say(talk, "vendí 150 a Rosa");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("“vendí 150 a Rosa”");
  expect(talk.dialogue.open).toEqual([]);
});

test("«no» to a paper edits it; «cancela» lets it go; «nada» to «¿qué corrijo?» shows it again", () => {
  const talk = after();
  hearPaper(talk, "D1");
  expect(say(talk, "no").reply?.parts).toEqual([{ part: "document_edit" }]);
  expect(say(talk, "nada").reply?.parts).toMatchObject([{ part: "draft" }]);
  expect(actsOf(say(talk, "cancela"))).toEqual([{ kind: "settle_document", document_id: "D1", state: "discarded" }]);
  expect(talk.answer).toBe("Listo, no lo anoté.");
});

test.each(["no", "ninguno"])("«%s» to «¿todos o solo el último?» books none of the papers, and they wait", (text) => {
  const talk = after();
  hearPaper(talk, "D1");
  hearPaper(talk, "D2");
  say(talk, "sí");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toMatch(/^Listo, lo dejo como estaba\.\n\nSigue pendiente/);
  expect(talk.dialogue.open.map(({ kind }) => kind)).toEqual(["document", "document"]);
});

test.each(["no", "nada", "cancela"])("«%s» to [Editar] changes nothing", (text) => {
  const talk = after("gasté 8 lucas en pan");
  tap(talk, "Editar");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toBe("Listo, lo dejo como estaba.");
  expect(talk.dialogue.open).toEqual([]);
});

test.each([
  ["Cancela.", "cancel"],
  ["no, olvídalo", "cancel"],
  ["cancelar porfa", "cancel"],
  ["mejor déjalo", "cancel"],
  ["no lo anotes", "cancel"],
  ["deixa pra lá", "cancel"],
  ["never mind", "cancel"],
  ["no, ninguno", "none"],
  ["ninguno de los dos", "none"],
  ["ni uno ni otro", "none"],
  ["nenhum dos dois", "none"],
  ["neither", "none"],
  ["no", null],
  ["cancelé la luz", null],
  ["cancelé 20 lucas", null],
  ["olvida la regla 2", null],
  ["nada de pan hoy", null],
  ["ningún problema", null],
])("«%s» lets go: %s", (text, how) => {
  expect(refusalOf(text)).toBe(how);
});

function hearPaper(talk: Talk, document_id: string): void {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor: 45_670, date: "2026-11-17", merchant: "Sodimac" };
  const extraction: Extraction = { ...blank, kind: "boleta", fields };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
}

function after(...texts: string[]): Talk {
  const talk = talkIn();
  for (const text of texts) say(talk, text);
  return talk;
}
