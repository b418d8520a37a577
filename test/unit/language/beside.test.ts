import { expect, test } from "vitest";
import { read } from "./read.ts";

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
