import { expect, test } from "vitest";
import { blankExtraction, feesOf } from "#documents";
import { feesIn } from "#src/documents/read/fees.ts";
import { readFields } from "#src/documents/read/text-fields.ts";

const BILL = [
  "BOLETA DE HONORARIOS ELECTRONICA",
  "N° 312",
  "JUAN PEREZ SOTO",
  "Fecha: 18 de Noviembre de 2026",
  "Por atención profesional:",
  "Diseño de logo 200.000",
  "Total Honorarios: $ 200.000",
  "15,25 % Impto. Retenido: 30.500",
  "Total: 169.500",
];
const FEES = { gross_minor: 200_000, retained_minor: 30_500, paid_minor: 169_500 };

test("of a fee what is paid is what is left after the retention", () => {
  const { kind, fields, totalSigns } = readFields(BILL, { country: "CL", today: "2026-11-18" });
  expect({ kind, total: fields.total_minor, tax: fields.tax_minor }).toEqual({
    kind: "boleta",
    total: 169_500,
    tax: null,
  });
  expect(totalSigns).toEqual({ proof: "sum", contested: false });
  const read = { ...blankExtraction("CL"), kind, fields, text: BILL.join("\n") };
  expect(feesOf(read)).toEqual(FEES);
  expect(feesOf({ ...read, fields: { ...fields, total_minor: 200_000 } })).toBeNull();
});

test.each([
  ["with the amounts below their words", BILL.flatMap((line) => line.split(/(?<=Honorarios:|Retenido:|Total:) /))],
  [
    "as gross, retention and net",
    [BILL[0] ?? "", "Monto bruto 200.000", "Retención 15,25% 30.500", "Líquido a pagar 169.500"],
  ],
  ["without what is left", BILL.slice(0, -1)],
])("a fee is read %s", (_, lines) => {
  expect(feesIn(lines)).toEqual(FEES);
});

test.each([
  ["figures that do not fit", [...BILL.slice(0, -1), "Total: 170.000"]],
  ["a fee of which nothing is withheld", ["BOLETA DE HONORARIOS", "Total Honorarios 200.000", "Total 200.000"]],
  ["another boleta", ["BOLETA ELECTRONICA", ...BILL.slice(1)]],
])("%s: nothing is taken off", (_, lines) => {
  expect(feesIn(lines)).toBeNull();
});
