import { expect, test } from "vitest";
import type { ClaimLine } from "#sii";
import { list } from "./listed.ts";
import { actsOf, say, talkIn, tap, type Talk } from "./talking.ts";

// What is told of a paper that a photo or the tax service's list has brought is asked about before it is booked again.

function listed(): Talk {
  const talk = talkIn();
  list(talk, {
    concept: "Factura 4322, Mapocho",
    amount_minor: 119_000,
    counterparty: "Mapocho",
  });
  const sold = { type: "ingreso", category: "ventas", counterparty: "Colegio Santa Inés" } as const;
  list(talk, { concept: "Factura 514, Colegio Santa Inés", amount_minor: 80_000, ...sold });
  return talk;
}

test.each([
  "compré 119 lucas a Mapocho factura 4322",
  "compré 119 lucas a Mapocho, factura n° 4.322",
  "compré harina por 119 lucas a Mapocho con la factura electrónica 4322",
  "pagué 119.000 de la factura 4322 de Mapocho",
  "pagué la factura 4322, 119 lucas",
  "pagué 50 lucas de la factura 4322",
  "compra Mapocho 119.000 fact 4322",
  "compré 120 lucas a Mapocho factura 04322",
  "vendí 80 lucas a Colegio Santa Inés factura 514",
  "facturé 80 lucas al Colegio Santa Inés, folio 514",
  "emití la factura 514 por 80 lucas a Colegio Santa Inés",
])("«%s» is asked about, and booked once", (words) => {
  const same = listed();
  expect(actsOf(say(same, words))).toEqual([]);
  expect(same.answer).toContain("Con ese número ya tengo");
  expect(same.buttons.map(({ title }) => title)).toEqual(["Es la misma", "Es otra"]);
  expect(actsOf(tap(same, "Es la misma"))).toEqual([]);
  expect(same.answer).toContain("no lo anoté dos veces");
  expect(same.entries).toHaveLength(2);
  expect(same.dialogue.open).toEqual([]);
  const other = listed();
  say(other, words);
  expect(actsOf(tap(other, "Es otra"))).toMatchObject([{ kind: "record" }]);
});

test.each([
  ["la misma", 2],
  ["sí", 2],
  ["es la misma factura", 2],
  ["no", 3],
  ["es otra", 3],
  ["es otra factura", 3],
  ["no es la misma", 3],
  ["no, es de otro proveedor", 3],
  ["es otra compra", 3],
  ["anótala igual", 3],
  ["ya estaba", 2],
  ["no la anotes de nuevo", 2],
  // Another deal is no answer.
  ["gasté 5 lucas en pan", 3],
])("«%s» answers it", (words, entries) => {
  const talk = listed();
  say(talk, "compré 119 lucas a Mapocho factura 4322");
  say(talk, words);
  expect(talk.entries).toHaveLength(entries);
});

test("what is told to be of another sum says so in the question", () => {
  const talk = listed();
  say(talk, "compré 120 lucas a Mapocho factura 4322");
  expect(talk.answer).toContain("$119.000");
  expect(talk.answer).toContain("$120.000");
});

test.each([
  // Every company has numbers of its own.
  "compré 35 lucas a Molinos San Cristóbal factura 4322",
  // It was sold, and this is bought.
  "compré 80 lucas a Colegio Santa Inés factura 514",
  "compré 119 lucas a Mapocho factura 4323",
  "compré 119 lucas a Mapocho",
  "gasté 3 lucas en pan boleta 4322",
  "nota de crédito de la factura 4322 de Mapocho por 20 lucas",
  "pagué el flete de la factura 4322 15 lucas",
  "me cobraron 5 lucas de interés por la factura 4322",
])("«%s» is another one, and booked at once", (words) => {
  expect(actsOf(say(listed(), words))).toMatchObject([{ kind: "record" }]);
});

test("who still owes a listed invoice says so: it is a debt from then on", () => {
  const talk = listed();
  say(talk, "le debo 119 lucas a Mapocho por la factura 4322");
  expect(actsOf(tap(talk, "Es la misma"))).toMatchObject([
    { kind: "correct", entry_id: "E1", patch: { type: "deuda" } },
  ]);
});

test("of several deals the one that is booked is told, and the others are booked", () => {
  const talk = listed();
  expect(actsOf(say(talk, "gasté 20 lucas en pan y 119 lucas en Mapocho factura 4322"))).toEqual([]);
  expect(actsOf(tap(talk, "Es la misma"))).toMatchObject([{ kind: "record", entry: { amount_minor: 20_000 } }]);
  expect(talk.answer).toContain("no lo anoté dos veces");
});

test("where the entry was taken back meanwhile, it is booked after all", () => {
  const talk = listed();
  say(talk, "compré 119 lucas a Mapocho factura 4322");
  for (const entry of talk.entries) entry.reversed_by = "R";
  expect(actsOf(tap(talk, "Es la misma"))).toMatchObject([{ kind: "record", entry: { amount_minor: 119_000 } }]);
});

test("whose short name is told of a company with a longer one is asked about the paper first", () => {
  const talk = talkIn();
  list(talk, { concept: "Factura 4322", amount_minor: 119_000, counterparty: "COMERCIAL MAPOCHO LIMITADA" });
  say(talk, "compré 119 lucas a Mapocho factura 4322");
  expect(actsOf(tap(talk, "Es la misma"))).toEqual([]);
  expect(talk.answer).toContain("no lo anoté dos veces");
});

test("of two companies with that number the one of the same sum is meant", () => {
  const talk = listed();
  list(talk, { concept: "Factura 4322, Molinos", amount_minor: 35_000, counterparty: "Molinos" });
  say(talk, "compré 119 lucas con la factura 4322");
  expect(talk.answer).toContain("$119.000");
});

test.each([
  ["pagué la factura electrónica 4322 de Mapocho 119 lucas", 119_000],
  ["pagué fact 4322 a Mapocho 119 lucas", 119_000],
  ["pagué la factura n° 4.322 a Mapocho, 119 lucas", 119_000],
  ["le transferí 119 lucas a Mapocho por el folio 4322", 119_000],
  ["pagué harina 119 lucas a Mapocho factura 4322", 119_000],
  ["pagué 50 lucas de la factura electrónica 4322", 50_000],
  ["pagué 119 lucas a Mapocho doc 4322", 119_000],
])("«%s» pays the invoice that is owed, unasked", (words, amount_minor) => {
  const talk = talkIn();
  const owed = { type: "deuda", direction: "por_pagar", counterparty: "Mapocho" } as const;
  list(talk, { concept: "Factura 4322, Mapocho", amount_minor: 119_000, ...owed });
  expect(actsOf(say(talk, words))).toMatchObject([
    { kind: "record", entry: { settles_id: "E1", direction: "por_pagar", amount_minor } },
  ]);
});

test("what is owed for a paper of which only the list knows the number is paid by that number", () => {
  const talk = talkIn();
  const owed = { type: "deuda", direction: "por_pagar", counterparty: "Mapocho" } as const;
  list(talk, { concept: "harina", amount_minor: 119_000, source_ref: "sii:compra:33:76455871-4:4322", ...owed });
  expect(actsOf(say(talk, "pagué 119 lucas a Mapocho por la factura 4322"))).toMatchObject([
    { kind: "record", entry: { settles_id: "E1" } },
  ]);
});

test.each(["pagué la factura 4322", "le debo la factura 4322 a Mapocho", "le pagué a Mapocho la factura 4322"])(
  "«%s» is known by its number before anybody asks how much it was",
  (words) => {
    const talk = listed();
    say(talk, words);
    expect(talk.answer).toContain("Con ese número ya tengo");
    tap(talk, "Es la misma");
    const live = talk.entries.filter(({ reversed_by }) => reversed_by === null);
    expect(live).toHaveLength(2);
    expect(live.some(({ type }) => type === "deuda")).toBe(words.includes("debo"));
  },
);

const WAITING: ClaimLine = {
  id: "D6200",
  side: "compra",
  state: "pendiente",
  type: 33,
  folio: "6200",
  issuer: "76455871-K",
  name: "Molinos",
  date: "2026-11-12",
  received_at: "2026-11-12T15:00:00",
  total: 99_960,
  tax: 15_960,
  left: { until: "2026-11-20T15:00:00", days: 2, hours: 3, is_over: false },
};

test("«sí» is of what was asked last, with its accent too, and of what the last answer named", () => {
  const talk = listed();
  say(talk, "compré 119 lucas a Mapocho factura 4322");
  talk.look = { is: "found", lines: [WAITING] };
  say(talk, "aceptar factura 6200");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "claim" }]);
  for (const words of ["sí", "no", "claro"]) {
    say(talk, "gasté 3 lucas en pan");
    say(talk, "gasté 4 lucas en pan");
    expect(actsOf(say(talk, words))).toEqual([]);
    expect(talk.answer).toContain("Con ese número ya tengo");
  }
  say(talk, "sí");
  expect(talk.answer).toContain("no lo anoté dos veces");
});

test.each([
  ["le debo 50 lucas de la factura 4322", "E1"],
  ["me deben 30 lucas de la factura 514", "E2"],
])("«%s», of another sum and of nobody named, is asked about as well", (words, entry_id) => {
  const talk = listed();
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(talk.answer).toContain("Con ese número ya tengo");
  expect(actsOf(tap(talk, "Es la misma"))).toMatchObject([{ kind: "correct", entry_id, patch: { type: "deuda" } }]);
});
