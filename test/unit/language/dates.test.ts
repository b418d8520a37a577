import { expect, test } from "vitest";
import { movementOf } from "./read.ts";

test.each([
  ["hoy", "2026-11-18"],
  ["ayer", "2026-11-17"],
  ["anoche", "2026-11-17"],
  ["anteayer", "2026-11-16"],
  ["antier", "2026-11-16"],
  ["antes de ayer", "2026-11-16"],
  ["esta mañana", "2026-11-18"],
  ["en la mañana", "2026-11-18"],
  ["hace 3 días", "2026-11-15"],
  ["hace dos semanas", "2026-11-04"],
  ["hace un mes", "2026-10-18"],
  ["la semana pasada", "2026-11-11"],
  ["el mes pasado", "2026-10-18"],
  ["el lunes", "2026-11-16"],
  ["el miércoles", "2026-11-11"],
  ["el jueves", "2026-11-12"],
  ["el lunes pasado", "2026-11-16"],
  ["el lunes 16", "2026-11-16"],
  ["el domingo antepasado", "2026-11-08"],
  ["el 5", "2026-11-05"],
  ["el 18", "2026-10-18"],
  ["el 25", "2026-10-25"],
  ["el 31", "2026-10-31"],
  ["el 3/11", "2026-11-03"],
  ["el 3/11/2025", "2025-11-03"],
  ["el 03-11-2026", "2026-11-03"],
  ["el 03.11.2026", "2026-11-03"],
  ["el 2026-11-03", "2026-11-03"],
  ["el 3 de noviembre", "2026-11-03"],
  ["el 18 de noviembre", "2026-11-18"],
  ["el 25 de diciembre", "2025-12-25"],
  ["el 3 de nov", "2026-11-03"],
  ["el primero de noviembre", "2026-11-01"],
  ["el 12 del mes pasado", "2026-10-12"],
])("«%s gasté …» was on %s", (words, date) => {
  expect(movementOf(`${words} gasté 5 lucas en pan`)).toMatchObject({ date, due_date: null });
  expect(movementOf(`gasté 5 lucas en pan ${words}`)).toMatchObject({ date, due_date: null, concept: "pan" });
});

test.each([
  ["el 5", "2026-12-05"],
  ["el 18", "2026-12-18"],
  ["el 30", "2026-11-30"],
  ["el viernes", "2026-11-20"],
  ["el miércoles", "2026-11-25"],
  ["mañana", "2026-11-19"],
  ["mañana en la mañana", "2026-11-19"],
  ["pasado mañana", "2026-11-20"],
  ["en 15 días", "2026-12-03"],
  ["dentro de una semana", "2026-11-25"],
  ["a fin de mes", "2026-11-30"],
  ["a fines de diciembre", "2026-12-31"],
  ["el próximo lunes", "2026-11-23"],
  ["el lunes que viene", "2026-11-23"],
  ["el 3/11", "2027-11-03"],
  ["el 1 de diciembre", "2026-12-01"],
  ["antes del 10", "2026-12-10"],
])("«tengo que pagar … %s» is due on %s", (words, due) => {
  expect(movementOf(`tengo que pagar 30 lucas de luz ${words}`)).toMatchObject({
    type: "deuda",
    date: "2026-11-18",
    due_date: due,
  });
});

test("a debt has the day it was made and the day it is due", () => {
  expect(movementOf("le presté 50 lucas a Juan el lunes, me paga a fin de mes")).toMatchObject({
    date: "2026-11-16",
    due_date: "2026-11-30",
  });
  expect(movementOf("le fié 8 lucas a Rosa, me paga el viernes")).toMatchObject({
    date: "2026-11-18",
    due_date: "2026-11-20",
  });
  expect(movementOf("Pedro me debe 50 lucas desde el lunes")).toMatchObject({ date: "2026-11-16", due_date: null });
});

test("a payment announced for a day to come is still owed", () => {
  expect(movementOf("mañana pago 30 lucas de luz")).toMatchObject({
    type: "deuda",
    direction: "por_pagar",
    due_date: "2026-11-19",
  });
});

test("the month of what was paid for is not the day it was paid", () => {
  expect(movementOf("pagué la luz de octubre, 32 lucas")).toMatchObject({ date: "2026-11-18" });
  expect(movementOf("pagué 20 lucas del arriendo del mes pasado")).toMatchObject({ date: "2026-11-18" });
});

test.each([
  ["BR", "vendi 200 reais ontem", "2026-11-17"],
  ["BR", "há 3 dias vendi 200 reais", "2026-11-15"],
  ["US", "sold 20 bucks yesterday", "2026-11-17"],
  ["US", "sold 20 bucks 3 days ago", "2026-11-15"],
  ["US", "sold 20 bucks last monday", "2026-11-16"],
])("in %s «%s» was on %s", (country, text, date) => {
  expect(movementOf(text, country)).toMatchObject({ date });
});
