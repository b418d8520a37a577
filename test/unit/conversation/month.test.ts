import { expect, test } from "vitest";
import type { CategoryContext } from "#ledger";
import { isCrossing, meanBefore, riseOf } from "#src/conversation/rise.ts";
import { actsOf, hearAll, heard, say, tap, talkIn, type Talk } from "./talking.ts";

/** Three months whose mean is 180.000 in 6 entries of 30.000. */
const BEFORE: CategoryContext["before"] = [
  { month: "2026-08", total_minor: 150_000, entries: 5 },
  { month: "2026-09", total_minor: 180_000, entries: 6 },
  { month: "2026-10", total_minor: 210_000, entries: 7 },
];

function after(...said: string[]): Talk {
  const talk = talkIn();
  talk.dialogue.welcomed = true;
  talk.before = BEFORE;
  for (const words of said) say(talk, words);
  return talk;
}

test("from the second entry on the month's sum is told, and what it was before", () => {
  const talk = after("gasté 20 lucas en bencina");
  expect(talk.answer).not.toContain("este mes");
  say(talk, "gasté 30 lucas en bencina");
  expect(talk.answer).toContain(
    "Llevas $50.000 en combustible este mes.\nPromedio de los 3 meses anteriores: $180.000\n\n💰",
  );
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Deshacer", "Editar"]);
});

test("a mean of fewer than two months is none", () => {
  const talk = after("gasté 20 lucas en bencina");
  talk.before = BEFORE.map((month, i) => (i === 1 ? month : { ...month, total_minor: 0, entries: 0 }));
  say(talk, "gasté 30 lucas en bencina");
  expect(talk.answer).toContain("Llevas $50.000 en combustible este mes.");
  expect(talk.answer).not.toContain("Promedio");
});

test("crossing a quarter above the mean is told once, with the causes that the figures show", () => {
  const talk = after("gasté 160 lucas en bencina", "gasté 80 lucas en bencina");
  expect(talk.answer).toContain(
    [
      "Llevas $240.000 en combustible este mes.\nPromedio de los 3 meses anteriores: $180.000",
      "⚠️ Subió 33 %\n• Cada uno más caro: $120.000 en promedio, antes $30.000\n" +
        "• Uno solo es más de la mitad del alza: $160.000 (bencina, hoy)",
      "¿Revisamos?",
    ].join("\n\n"),
  );
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Sí", "No", "Deshacer"]);
  say(talk, "gasté 10 lucas en bencina");
  expect(talk.answer).not.toContain("Subió");
});

test("«sí» lists the entries behind it, «no» goes on", () => {
  const talk = after("gasté 160 lucas en bencina", "gasté 80 lucas en bencina");
  expect(actsOf(say(talk, "sí"))).toEqual([
    { kind: "entries", from: "2026-11-01", to: "2026-11-30", category: "combustible" },
  ]);
  expect(talk.answer).toBe(
    "📒 *Movimientos, Combustible · noviembre 2026*\n• hoy: −$160.000 bencina\n• hoy: −$80.000 bencina",
  );
  const other = after("gasté 160 lucas en bencina", "gasté 80 lucas en bencina");
  expect(actsOf(say(other, "no"))).toEqual([]);
  expect(other.answer).toBe("Bien, seguimos. 👍");
});

test("the buttons answer it too, once", () => {
  const talk = after("gasté 160 lucas en bencina", "gasté 80 lucas en bencina");
  const [yes] = talk.buttons;
  expect(actsOf(tap(talk, "Sí"))).toMatchObject([{ kind: "entries" }]);
  talk.buttons = yes ? [yes] : [];
  expect(actsOf(tap(talk, "Sí"))).toEqual([]);
});

test("nobody is warned about sales", () => {
  const talk = after("vendí 160 lucas", "vendí 800 lucas");
  expect(talk.answer).toContain("Llevas $960.000 en ventas este mes.");
  expect(talk.answer).not.toContain("Subió");
});

test.each([
  "le fié 40 lucas a don Pedro",
  "me prestaron 100 lucas",
  "retiré 50 lucas para la casa",
  "pan 5 lucas y bencina 20",
  "el 3 de septiembre gasté 20 lucas en bencina",
])("«%s» has no month to be told", (words) => {
  expect(say(after(), words).effects.map(({ kind }) => kind)).not.toContain("context");
});

test("a payment of a debt has no month to be told", () => {
  const talk = after("le fié 40 lucas a don Pedro");
  expect(say(talk, "don Pedro me pagó 10 lucas").effects.map(({ kind }) => kind)).toEqual(["record"]);
});

test("two bookings of one breath have none either", () => {
  const talk = after();
  const items = ["pan 5 lucas", "bencina 20 lucas"].map((text) => heard(talk, { kind: "text", text, voice: false }));
  expect(hearAll(talk, items).effects.map(({ kind }) => kind)).toEqual(["record", "record"]);
});

const MONTH: CategoryContext = {
  category: "combustible",
  kind: "expense",
  currency: "CLP",
  month: "2026-11",
  total_minor: 225_000,
  entries: 7,
  before: BEFORE,
};

test("the threshold is above a quarter over the mean, and is crossed by the entry that carries the month over it", () => {
  expect(meanBefore(MONTH)).toBe(180_000);
  expect(isCrossing(MONTH, 30_000)).toBe(false);
  expect(isCrossing({ ...MONTH, total_minor: 225_001 }, 1)).toBe(true);
  expect(isCrossing({ ...MONTH, total_minor: 255_001 }, 30_000)).toBe(false);
  expect(isCrossing({ ...MONTH, total_minor: 400_000, kind: "income" }, 300_000)).toBe(false);
});

test("more entries of the usual size are the cause where that is what the figures show", () => {
  const context = { ...MONTH, total_minor: 240_000, entries: 8 };
  expect(riseOf(context, [])).toEqual({ percent: 33, causes: [{ cause: "more", now: 8, mean: 6 }] });
});
