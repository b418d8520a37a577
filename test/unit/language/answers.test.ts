import { expect, test } from "vitest";
import { answer, readAmount, readConcept, type ClassifyRequest, type Reading } from "#language";
import { LAST, read, TODAY } from "./read.ts";

const request: ClassifyRequest = { text: "", country: "CL", channel: "text", today: TODAY, last: null };

test.each([
  ["45 mil", 45_000],
  ["45.000", 45_000],
  ["45 lucas", 45_000],
  ["$45", 45],
  ["$45.000", 45_000],
  ["la segunda", 45_000],
  ["1", 45],
  ["lucas", 45_000],
  ["pesos", 45],
  ["fueron 46 lucas", 46_000],
])("«%s» settles which amount «gasté 45 en pan» meant", (text, amount) => {
  expect(answered("gasté 45 en pan", text)).toMatchObject({
    type: "egreso",
    needs_clarification: false,
    movements: [{ amount_minor: amount, concept: "pan", category: "alimentacion" }],
  });
});

test("an amount in words fills the open amount", () => {
  expect(answered("pagué la luz", "treinta y dos mil")).toMatchObject({
    needs_clarification: false,
    movements: [{ amount_minor: 32_000, concept: "luz" }],
  });
});

test("an answer that is itself undecidable is asked again with its readings", () => {
  expect(answered("pagué la luz", "45")).toMatchObject({
    asks: "which_amount",
    options: [{ amount_minor: 45 }, { amount_minor: 45_000 }],
  });
});

test.each([
  ["en pan", "pan", "alimentacion", null],
  ["bencina", "bencina", "combustible", null],
  ["fue en la Copec", "Copec", "combustible", "Copec"],
  ["repuestos para la moto", "repuestos para la moto", "mantencion", null],
])("«%s» says what the $80.000 were for", (...row) => {
  const [text, concept, category, counterparty] = row;
  expect(answered("gasté como 80 lucas", text)).toMatchObject({
    needs_clarification: false,
    movements: [{ amount_minor: 80_000, concept, category, counterparty }],
  });
});

test.each([
  ["gasto", "egreso", null],
  ["salieron", "egreso", null],
  ["ingreso", "ingreso", null],
  ["entraron", "ingreso", null],
  ["vendí", "ingreso", null],
  ["2", "ingreso", null],
  ["me lo deben", "deuda", "por_cobrar"],
])("«%s» says which way 50 lucas went", (text, type, direction) => {
  const reading = answered("zapatos 50 lucas", text);
  expect(reading).toMatchObject({
    needs_clarification: false,
    movements: [{ amount_minor: 50_000, type, direction, concept: "zapatos" }],
  });
});

test("one answer may leave the next question open", () => {
  expect(answered("50 lucas", "gasto")).toMatchObject({ asks: "concept", needs_clarification: true });
});

test.each(["vendí 30 lucas a Juan", "saldo", "hola", "no", "sí", "ayuda", "bórralo", "no sé"])(
  "«%s» is no answer to «¿$45 o $45.000?» but a message of its own",
  (text) => {
    expect(answered("gasté 45 en pan", text)).toBeNull();
  },
);

test("what is to change is answered with the change", () => {
  const open = read("está mal", "CL", LAST);
  expect(answer(open, "el monto, eran 45", { ...request, last: LAST })).toMatchObject({
    patch: { amount_minor: 45_000 },
  });
  expect(answer(open, "45", { ...request, last: LAST })).toMatchObject({ patch: { amount_minor: 45_000 } });
  expect(answer(open, "ayer", { ...request, last: LAST })).toMatchObject({ patch: { date: "2026-11-17" } });
  expect(answer(open, "bórralo", { ...request, last: LAST })).toMatchObject({ patch: { delete: true } });
});

test("a reading that asks nothing takes no answer", () => {
  expect(answer(read("vendí 30 lucas"), "45", request)).toBeNull();
});

test("the other movements of the message stay as they were", () => {
  const reading = answered("pan 5.000 y bencina 20", "20 lucas");
  expect(reading?.movements.map((movement) => movement.amount_minor)).toEqual([5_000, 20_000]);
});

test("reads the amount of a short answer", () => {
  expect(readAmount("45", { country: "CL", currency: "CLP" })).toBeNull();
  expect(readAmount("45", { country: "CL", currency: "CLP", like: 54_000 })).toBe(45_000);
  expect(readAmount("45 lucas", { country: "CL", currency: "CLP" })).toBe(45_000);
  expect(readAmount("son como 45 mil", { country: "CL", currency: "CLP" })).toBe(45_000);
  expect(readAmount("45", { country: "PE", currency: "PEN" })).toBe(4_500);
  expect(readAmount("2,5", { country: "CL", currency: "UF" })).toBe(25_000);
  expect(readAmount("20 dólares", { country: "CL", currency: "CLP" })).toBeNull();
  expect(readAmount("20 lucas y 30 lucas", { country: "CL", currency: "CLP" })).toBeNull();
  expect(readAmount("no sé", { country: "CL", currency: "CLP" })).toBeNull();
});

test("reads what an answer names", () => {
  expect(readConcept("en pan", { country: "CL", today: TODAY })).toEqual({
    concept: "pan",
    category: "alimentacion",
    counterparty: null,
  });
  expect(readConcept("no", { country: "CL", today: TODAY })).toBeNull();
});

function answered(asked: string, text: string): Reading | null {
  const open = read(asked);
  expect(open.needs_clarification).toBe(true);
  return answer(open, text, request);
}

test.each([
  ["metí 200 lucas de mi bolsillo", "cuanto vendí ayer?"],
  ["metí 200 lucas de mi bolsillo", "quién me debe"],
  ["45 lucas", "pagué la luz"],
  ["le pagué 30 al maestro", "¿puedo gastar 100 lucas?"],
  ["gasté en pan", "10 lucas de bencina"],
  ["gasté 45 en pan", "una docena de huevos a 3 lucas"],
])("to the question behind «%s», «%s» is no answer", (told, text) => {
  const open = read(told);
  expect(open.needs_clarification).toBe(true);
  expect(answer(open, text, { ...request, text })).toBeNull();
});

test.each([
  "la vecina dice que Juan se ganó 5 millones en el casino",
  "mi cuñado se compró un auto de 12 millones",
  "dicen que el kilo de pan está a 2500",
])("«%s» is no amount of ours", (text) => {
  expect(answered("gasté 45 en pan", text)).toBeNull();
});

test.each(["la vecina está enferma", "costaba 40 lucas y me lo dejaron en 32", "mi perro pesa 45 kilos"])(
  "«%s» says nothing of what the money was for",
  (text) => {
    expect(answered("gasté como 80 lucas", text)).toBeNull();
  },
);

test("«como 3 lucas» is about so much, and no question", () => {
  expect(answered("compré pan", "como 3 lucas")).toMatchObject({ movements: [{ amount_minor: 3_000 }] });
});

test("an amount that is asked about later keeps what it may be", () => {
  const first = answered("vendí 12 completos a 2 lucas y 5 bebidas a mil", "1");
  expect(first?.options.map((option) => option.amount_minor)).toEqual([5_000, 1_000]);
});
