import { expect, test } from "vitest";
import { wordsOf } from "#locales";
import { mergeUndo } from "#src/conversation/say-entry.ts";
import { actsOf, say, talkIn, tap, type Talk } from "./talking.ts";

const TWO = "pan 5 lucas y bencina 20 lucas";
const THREE = "pan 5 lucas, harina 3 lucas y bencina 20 lucas";

test.each(["borra el último", "borra eso", "bórralo", "elimina la última", "deshacer el último"])(
  "«%s» after a message that booked several takes nothing back unasked",
  (text) => {
    const talk = after(THREE, text);
    expect(talk.answer).toBe(
      "Ese mensaje tiene varios movimientos. ¿Cuál borro?\n" +
        "1. egreso de $5.000 (pan)\n2. egreso de $3.000 (harina)\n3. egreso de $20.000 (bencina)\n4. Todos",
    );
    expect(talk.entries.every(({ reversed_by }) => reversed_by === null)).toBe(true);
  },
);

test.each([
  ["1", ["E1"]],
  ["la 2", ["E2"]],
  ["el último", ["E3"]],
  ["borra el 3", ["E3"]],
  ["harina", ["E2"]],
  ["la bencina", ["E3"]],
  ["el de 20 lucas", ["E3"]],
  ["4", ["E1", "E2", "E3"]],
  ["todos", ["E1", "E2", "E3"]],
  ["deshacer", ["E1", "E2", "E3"]],
])("«%s» answers which", (text, entry_ids) => {
  const talk = after(THREE, "bórralo");
  expect(actsOf(say(talk, text))).toMatchObject([{ kind: "undo", entry_ids }]);
  expect(talk.dialogue.open).toEqual([]);
});

test("of two movements each has a button, and so have both", () => {
  const talk = after(TWO, "bórralo");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["1. $5.000", "2. $20.000", "Todos"]);
  expect(actsOf(tap(talk, "2. $20.000"))).toMatchObject([{ kind: "undo", entry_ids: ["E2"] }]);
  expect(talk.dialogue.open).toEqual([]);
  expect(actsOf(tap(after(TWO, "bórralo"), "Todos"))).toMatchObject([{ entry_ids: ["E1", "E2"] }]);
});

test.each(["ninguno", "no", "cancela"])("«%s» leaves all of them", (text) => {
  const talk = after(TWO, "bórralo");
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toBe("Listo, lo dejo como estaba.");
  expect(talk.dialogue.open).toEqual([]);
});

test.each(["deshacer", "bórralos", "borra todos", "undo"])(
  "«%s» means the message as a whole, and lists it",
  (text) => {
    const talk = after(TWO);
    expect(actsOf(say(talk, text))).toMatchObject([{ kind: "undo", entry_ids: ["E1", "E2"] }]);
    expect(talk.answer).toContain("↩️ Deshecho: egreso de $5.000 (pan)\n↩️ Deshecho: egreso de $20.000 (bencina)");
  },
);

test("one that stands alone goes at once", () => {
  expect(actsOf(say(after(TWO, "vendí 9 lucas"), "borra el último"))).toMatchObject([{ entry_ids: ["E3"] }]);
  expect(actsOf(say(after(TWO, "deshacer el pan"), "hola"))).toEqual([]);
});

test("after something else was booked, «el último» is of that", () => {
  const talk = after(THREE, "bórralo", "gasté 7 lucas en sal");
  expect(talk.dialogue.open).toEqual([]);
  expect(actsOf(say(talk, "borra el último"))).toMatchObject([{ entry_ids: ["E4"] }]);
});

test("something else said meanwhile stays itself", () => {
  const talk = after(THREE, "bórralo");
  expect(say(talk, "saldo").effects).toEqual([{ kind: "balance" }]);
  expect(actsOf(say(talk, "2"))).toMatchObject([{ entry_ids: ["E2"] }]);
});

const GOODS = ["pan", "bencina", "harina", "flete", "luz"];
const MANY = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${GOODS[i % 5]} ${i + 2} lucas`).join(", ");

test("many of one message are told in a line each, so that their button stands under them", () => {
  const talk = after("hola", MANY(20));
  expect(talk.answer).toMatch(/^✅ \*20 movimientos anotados\*\n• egreso de \$2\.000 \(pan\)\n• /);
  expect(talk.answer).toContain("• egreso de $21.000 (luz)\n\n💰 Caja");
  expect(talk.answer.length).toBeLessThanOrEqual(1_024);
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Deshacer"]);
  expect(actsOf(tap(talk, "Deshacer"))).toMatchObject([{ entry_ids: talk.entries.map(({ id }) => id) }]);
});

test.each([
  [9, `undo:${ulids(9).join(",")}`],
  [10, "undo_of:wamid.A"],
  [60, "undo_of:wamid.A"],
])("the button of %i names the entries, or the message where they have no room", (count, id) => {
  const talk = after(TWO);
  const entries = ulids(count).flatMap((each) =>
    talk.entries[0] ? [{ ...talk.entries[0], id: each, source_ref: "whatsapp:wamid.A:0" }] : [],
  );
  const merged = mergeUndo(entries, { buttons: [{ id: "undo:E1", title: "" }], words: wordsOf("es-CL"), asks: false });
  expect(merged).toEqual([{ id, title: "Deshacer" }]);
});

test("more than even lines have room for are counted, and go together as well", () => {
  const talk = after("hola", MANY(50));
  expect(talk.entries).toHaveLength(50);
  expect(talk.answer.length).toBeLessThanOrEqual(1_024);
  expect(talk.answer).toMatch(/\n… y \d+ más\n\n💰 Caja/);
  const [act] = actsOf(say(talk, "deshacer"));
  expect(act?.kind === "undo" && act.entry_ids).toHaveLength(50);
});

test("of many, the list is numbered to its end", () => {
  const talk = after("hola", MANY(20), "bórralo");
  expect(talk.answer).toContain("\n20. egreso de $21.000 (luz)\n21. Todos");
  expect(actsOf(say(talk, "17"))).toMatchObject([{ entry_ids: ["E17"] }]);
});

test("a few keep their cards, another day and what is still owed stand behind a line", () => {
  expect(after("hola", TWO).answer).toContain("Concepto: pan");
  const talk = after("le fié 90 lucas a don Pedro", `don Pedro me pagó 15 lucas, ${MANY(12)}`);
  expect(talk.answer).toContain("• ingreso de $15.000 (Pago de don Pedro). Te quedan debiendo $75.000.");
  expect(after("hola", `ayer gasté ${MANY(12)}`).answer).toMatch(/• egreso de \$2\.000 \(pan\), ayer\n/);
});

function ulids(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i).padStart(26, "0"));
}

function after(...texts: string[]): Talk {
  const talk = talkIn();
  for (const text of texts) say(talk, text);
  return talk;
}
