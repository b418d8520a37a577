import { expect, test } from "vitest";
import { read, TODAY } from "./read.ts";

// What stands beside a deal is no deal, and talk of money moves none.

test.each([
  ["le aboné 100.000 al proveedor de abarrotes, le debía 380.000", [100_000]],
  ["pagué 180 lucas al maestro por la cerámica, él me cobraba 220 pero lo regatié", [180_000]],
  ["el pan salió 3.200, pagué con un billete de 10 lucas y me dieron 6.800 de vuelto", [3_200]],
  ["eché 20.000 de bencina 93 al furgón, me alcanza pa 180 km", [20_000]],
  ["saqué 40 lucas de la caja pa mí, quedaron 112.000", [40_000]],
  ["pan 5.000; 2 x 1.990 = 3.980", [5_000, 3_980]],
  ["pan 5 lucas y bencina 20 y 3 bolsas a 990 cada una", [5_000, 20_000, 2_970]],
  ["ayer vendí 63 lucas y antes de ayer 71 lucas", [63_000, 71_000]],
  ["35 lucas de pan menos 10 % de descuento", [31_500]],
  ["compré pan con un billete de 20 lucas y me dieron 17 de vuelto", [3_000]],
  ["me dieron 20 lucas y di 5 de vuelto por unas empanadas", [15_000]],
  ["vendí un pantalón talla 38 en 15 lucas y me pagaron con 20", [15_000]],
  ["me pagaron con 10 lucas una bebida de 1.500", [1_500]],
  ["el flete salió 12 lucas, la otra vez 10 lucas", [12_000]],
  ["vendí una mesa, me pagó 40 lucas y me queda debiendo 20", [40_000, 20_000]],
])("books of «%s» what was paid", (text, amounts) => {
  const reading = read(text);
  expect(reading.needs_clarification).toBe(false);
  expect(reading.movements.map((movement) => movement.amount_minor)).toEqual(amounts);
});

test.each([
  "dicen que la Juana le debe 300 lucas a medio barrio",
  "COTIZACIÓN N° 221\n3 puertas de pino 450.000\nInstalación 90.000",
  "vendo refrigerador 300 litros poco uso, 120 lucas conversable, interesados al interno",
  "si junto 2 palos cambio el auto",
  "le voy a fiar 10 lucas a Rosa",
  "ayer casi vendí 40 lucas",
  "anulé la venta de 20 lucas",
  "me dieron 3 lucas de vuelto",
  "mi abuelo en 1982 pagó 80 mil pesos por la casa",
  "gasté 2 horas en la fila del banco",
  "mil gracias, Dios le pague",
])("books nothing of «%s»", (text) => {
  expect(read(text)).toMatchObject({ movements: [], needs_clarification: false });
});

test.each(["menú $3.500", "pan5.000", "gasté 12.000 hoy en la noche en pan"])("books «%s»", (text) => {
  expect(read(text)).toMatchObject({ type: "egreso", needs_clarification: false });
});

test("asks about a wordy message of several amounts, and offers each", () => {
  const text =
    "tuve que ir a Talca por un repuesto, 255 km, el peaje de 3.400 lo puso mi compadre de su bolsillo y yo pagué la bencina, 33 mil";
  const reading = read(text);
  expect(reading).toMatchObject({ asks: "which_amount", needs_clarification: true });
  expect(reading.options.map((option) => option.amount_minor)).toEqual([3_400, 33_000]);
});

test("asks what a negative amount means", () => {
  expect(read("vendí -5 lucas")).toMatchObject({ asks: "which_amount", question: "¿Son $5.000?" });
});

test("takes no day from a comparison", () => {
  expect(read("pagué 40 lucas de luz, el mes pasado fueron 32").movements).toMatchObject([{ date: "2026-11-18" }]);
  expect(read("vendí 10 lucas más que ayer").movements).toMatchObject([{ date: "2026-11-18" }]);
});

test("of a note whose figure is open, each reading is less its change", () => {
  const reading = read("pagué con un billete de 20 y me dieron 7 de vuelto");
  expect(reading.options.map((option) => option.amount_minor)).toEqual([13, 13_000]);
});

test.each([
  ["el notebook que valía 300 lucas lo compré en 250", "notebook"],
  ["me robaron 30 lucas", "Pérdida"],
  ["pagué la luz, 40 lucas, vence el 15", "luz"],
])("what «%s» is for holds no verb of another figure", (text, concept) => {
  expect(read(text).movements).toMatchObject([{ type: "egreso", concept, date: TODAY }]);
});

test.each(["pagué 20 lucas y me quedan 15", "la etiqueta decía 30 pero pagué 25 lucas"])(
  "«%s» names nothing, and is asked about",
  (text) => {
    expect(read(text)).toMatchObject({ asks: "concept", movements: [{ concept: null }] });
  },
);

test("who paid a part owes the rest", () => {
  expect(read("Luis me pagó 5 lucas, me debe 15").movements).toMatchObject([
    { type: "ingreso", counterparty: "Luis" },
    { type: "deuda", direction: "por_cobrar", counterparty: "Luis" },
  ]);
});

test.each([
  ["saqué 10 lucas del cajero", { from: "banco", to: "caja" }],
  ["deposité 30 lucas en el banco", undefined],
])("«%s» moves own money the way it says", (text, transfer) => {
  expect(read(text).movements[0]).toMatchObject({ type: "transferencia" });
  expect(read(text).movements[0]?.transfer).toEqual(transfer);
});

test("money sent to somebody's account is spent", () => {
  expect(read("transferí 25 lucas a la cuenta 12345678 de Juan").movements).toMatchObject([
    { type: "egreso", counterparty: "Juan" },
  ]);
});
