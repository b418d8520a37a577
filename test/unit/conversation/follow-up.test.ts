import { expect, test } from "vitest";
import { MINUTE_MS } from "#kernel";
import { actsOf, heard, hearAll, say, talkIn } from "./talking.ts";

const MONTH = { from: "2026-11-01", to: "2026-11-30" };

test("«¿y en pan?», «¿y el mes pasado?», «¿y ayer?» keep what they do not name", () => {
  const talk = talkIn();
  say(talk, "¿cuánto gasté en bencina este mes?");
  expect(actsOf(say(talk, "¿y en pan?"))).toEqual([total({ ...MONTH, category: "alimentacion" })]);
  expect(actsOf(say(talk, "¿y el mes pasado?"))).toEqual([
    total({ from: "2026-10-01", to: "2026-10-31", category: "alimentacion" }),
  ]);
  expect(actsOf(say(talk, "y ayer?"))).toEqual([
    total({ from: "2026-11-17", to: "2026-11-17", category: "alimentacion" }),
  ]);
  expect(actsOf(say(talk, "y en fletes la semana pasada"))).toEqual([
    total({ from: "2026-11-09", to: "2026-11-15", category: "transporte" }),
  ]);
  expect(actsOf(say(talk, "¿y a Copec?"))).toEqual([
    total({ from: "2026-11-09", to: "2026-11-15", counterparty: "Copec" }),
  ]);
});

test.each(["¿y la luz?", "¿y luz?", "y en luz", "¿y en la luz?"])("«%s» is of the same days", (text) => {
  const talk = talkIn();
  say(talk, "¿cuánto gasté en bencina ayer?");
  const yesterday = { from: "2026-11-17", to: "2026-11-17" };
  expect(actsOf(say(talk, text))).toEqual([total({ ...yesterday, category: "servicios_basicos" })]);
});

test("another figure is of the same days too", () => {
  const talk = talkIn();
  say(talk, "¿cuánto gasté ayer?");
  expect(actsOf(say(talk, "¿y cuánto vendí?"))).toMatchObject([
    { query: { metric: "ingresos", from: "2026-11-17", to: "2026-11-17" } },
  ]);
});

test("who else owes, whom else we owe", () => {
  const talk = talkIn();
  say(talk, "¿cuánto me debe Pedro?");
  expect(actsOf(say(talk, "¿y la Rosa?"))).toEqual([{ kind: "debts", direction: "por_cobrar", counterparty: "Rosa" }]);
  say(talk, "¿cuánto le debo a Soprole?");
  expect(actsOf(say(talk, "¿y a Copec?"))).toEqual([{ kind: "debts", direction: "por_pagar", counterparty: "Copec" }]);
});

test("in Portuguese and in English as well", () => {
  const [brazil, states] = [talkIn("BR"), talkIn("US")];
  say(brazil, "quanto gastei com gasolina este mês?");
  expect(actsOf(say(brazil, "e com pão?"))).toEqual([total({ ...MONTH, category: "alimentacion" })]);
  say(states, "how much did I spend on gas this month?");
  expect(actsOf(say(states, "and on bread?"))).toEqual([total({ ...MONTH, category: "alimentacion" })]);
});

test("without a question before it, or long after it, it asks nothing", () => {
  expect(actsOf(say(talkIn(), "¿y en pan?"))).toEqual([]);
  const talk = talkIn();
  say(talk, "¿cuánto gasté en bencina este mes?");
  const said = heard(talk, { kind: "text", text: "¿y en pan?", voice: false });
  expect(actsOf(hearAll(talk, [{ ...said, at: said.at + 31 * MINUTE_MS }]))).toEqual([]);
});

test.each(["y gracias", "¿y tú?", "y ya"])("«%s» goes on with no question", (text) => {
  const talk = talkIn();
  say(talk, "¿cuánto gasté en bencina este mes?");
  expect(actsOf(say(talk, text))).toEqual([]);
});

test("«y 5 lucas en pan» is a movement", () => {
  const talk = talkIn();
  say(talk, "¿cuánto gasté en bencina este mes?");
  expect(actsOf(say(talk, "y gasté 5 lucas en pan"))).toMatchObject([{ kind: "record" }]);
});

function total(query: { from: string; to: string; category?: string; counterparty?: string }): unknown {
  return { kind: "total", query: { metric: "egresos", category: null, counterparty: null, ...query } };
}
