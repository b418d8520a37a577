import { expect, test } from "vitest";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

test("a second «deshacer» takes nothing more back: it says what stands before, and how to take that back", () => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan");
  expect(actsOf(say(talk, "deshacer"))).toMatchObject([{ kind: "undo", entry_ids: ["E2"] }]);
  for (const again of ["deshacer", "bórralo", "deshacer"]) {
    expect(actsOf(say(talk, again))).toEqual([]);
    expect(talk.answer).toBe(
      "Ese movimiento ya estaba deshecho. Antes de eso está: Venta, $20.000. " +
        "Para deshacer eso, responde a ese mensaje o di «deshacer la venta».",
    );
  }
  expect(actsOf(say(talk, "deshacer la venta"))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("with nothing before it, a second «deshacer» says that it is undone", () => {
  const talk = after("vendí 10 lucas", "deshacer", "deshacer");
  expect(talk.answer).toBe("Ese movimiento ya estaba deshecho.");
  expect(say(talkIn(), "deshacer").reply?.parts).toContainEqual({ part: "nothing_to_undo" });
});

test("«deshacer» works again once something was booked", () => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan", "deshacer", "vendí 7 lucas a Rosa");
  expect(actsOf(say(talk, "deshacer"))).toMatchObject([{ entry_ids: ["E3"] }]);
});

test("«deshacer» after two movements of one message takes back both", () => {
  const talk = after("vendí 20 lucas", "pan 5 lucas y bencina 30 lucas");
  expect(actsOf(say(talk, "deshacer"))).toMatchObject([{ kind: "undo", entry_ids: ["E2", "E3"] }]);
  expect(talk.entries.map(({ reversed_by }) => reversed_by !== null)).toEqual([false, true, true]);
});

test("after a correction «deshacer» takes the movement back whole", () => {
  const talk = after("gasté 54 lucas en bencina", "no, eran 45");
  expect(actsOf(say(talk, "deshacer"))).toMatchObject([{ entry_ids: ["E1'"] }]);
});

test.each([
  ["deshacer la venta", "E1"],
  ["borra el pan", "E2"],
  ["elimina el gasto de flete", "E3"],
  ["deshaz la compra de pan", "E2"],
  ["undo the sale", "E1"],
])("«%s» takes back the newest entry by that name", (text, id) => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan", "gasté 9 lucas en flete");
  expect(actsOf(say(talk, text))).toMatchObject([{ kind: "undo", entry_ids: [id] }]);
});

test("«borra todo» names nothing, and takes nothing back", () => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan");
  expect(actsOf(say(talk, "borra todo"))).toEqual([]);
  expect(actsOf(say(talk, "borra la base de datos"))).toEqual([]);
});

test("«deshacer» that let a question go is no permission to take the entry before it", () => {
  const talk = after("vendí 20 lucas", "gasté como 80 lucas", "deshacer");
  expect(talk.dialogue.open).toEqual([]);
  expect(actsOf(say(talk, "deshacer"))).toEqual([]);
  expect(talk.answer).toContain("Venta, $20.000");
  expect(actsOf(say(talk, "hola"))).toEqual([]);
  expect(actsOf(say(talk, "deshacer"))).toMatchObject([{ entry_ids: ["E1"] }]);
});

test("a payment that is taken back opens its debt again, and says so", () => {
  const talk = after("le fié 40 lucas a don Pedro", "don Pedro me pagó 15 lucas");
  say(talk, "deshacer");
  expect(talk.answer).toContain("La deuda de *don Pedro* vuelve a estar abierta: $40.000.");
});

test("of several payments that are taken back together, each party that owes again is told", () => {
  const talk = after(
    "le fié 40 lucas a don Pedro y 30 lucas a Rosa",
    "don Pedro me pagó 15 lucas y Rosa me pagó 10 lucas",
  );
  expect(talk.entries).toHaveLength(4);
  say(talk, "deshacer");
  expect(talk.answer).toContain("La deuda de *don Pedro* vuelve a estar abierta: $40.000.");
  expect(talk.answer).toContain("La deuda de *Rosa* vuelve a estar abierta: $30.000.");
});

test("the button undoes what stood on it, and «deshacer» right after undoes nothing more", () => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan");
  tap(talk, "Deshacer");
  expect(actsOf(say(talk, "deshacer"))).toEqual([]);
  expect(talk.answer).toContain("Antes de eso está: Venta, $20.000");
});

test("an answer to a quoted message undoes that message's entry", () => {
  const talk = after("vendí 20 lucas", "gasté 5 lucas en pan", "deshacer");
  const [sale] = talk.entries;
  expect(actsOf(say(talk, "deshacer", sale ?? null))).toMatchObject([{ entry_ids: ["E1"] }]);
});

test("[Editar] names its entry, each time it is tapped, and the words after it are of that one", () => {
  const talk = after("gasté 8 lucas en pan");
  const { buttons } = talk;
  say(talk, "vendí 20 lucas");
  for (let times = 0; times < 2; times++) {
    expect(hearSaid(talk, { kind: "choice", id: buttons[1]?.id ?? "", title: "Editar" }).effects).toEqual([]);
    expect(talk.answer.split("\n")[0]).toBe("✏️ *egreso de $8.000* (pan)");
    expect(talk.dialogue.open).toHaveLength(1);
  }
  say(talk, "vendí 30 lucas a Rosa");
  expect(actsOf(say(talk, "eran 9"))).toMatchObject([
    { kind: "correct", entry_id: "E1", patch: { amount_minor: 9_000 } },
  ]);
  expect(talk.dialogue.open).toEqual([]);
  expect(actsOf(say(talk, "fue ayer"))).toMatchObject([{ entry_id: "E1'" }]);
});

test.each([
  ["45 lucas", { amount_minor: 45_000 }],
  ["ayer", { date: "2026-11-17" }],
  ["insumos", { category: "insumos" }],
  ["bórralo", undefined],
])("«%s» answers [Editar]", (text, patch) => {
  const talk = after("gasté 8 lucas en pan", "vendí 20 lucas");
  hearSaid(talk, { kind: "choice", id: "edit:E1", title: "Editar" });
  const [act] = actsOf(say(talk, text));
  expect(act).toMatchObject(patch ? { kind: "correct", entry_id: "E1", patch } : { kind: "undo", entry_ids: ["E1"] });
});

test.each(["vendí 20 lucas a Rosa", "hola", "¿cuánto gasté este mes?", "bencina 30 lucas"])(
  "«%s» after [Editar] corrects nothing",
  (text) => {
    const talk = after("gasté 8 lucas en pan");
    tap(talk, "Editar");
    expect(say(talk, text).effects.some(({ kind }) => kind === "correct")).toBe(false);
  },
);

test("[Editar] of an entry that was taken back edits nothing", () => {
  const talk = after("gasté 8 lucas en pan", "deshacer");
  hearSaid(talk, { kind: "choice", id: "edit:E1", title: "Editar" });
  expect(talk.answer).toContain("No encuentro qué corregir");
});

function after(...texts: string[]): Talk {
  const talk = talkIn();
  for (const text of texts) say(talk, text);
  return talk;
}
