import { expect, test } from "vitest";
import { creditIn, dueIn, dueOn } from "#src/documents/read/term.ts";

const ISSUED = "2026-11-18";

const due = (...lines: string[]) => {
  const credit = creditIn(lines, ISSUED);
  return credit && dueOn(credit, ISSUED);
};

test.each([
  ["CONDICIÓN DE PAGO: CRÉDITO 30 DÍAS", "2026-12-18"],
  ["Condicion de Pago : 30 dias", "2026-12-18"],
  ["COND. VENTA: CREDITO 15 DIAS", "2026-12-03"],
  ["Condiciones de venta 45 días fecha factura", "2027-01-02"],
  ["Forma de pago: A 30 días", "2026-12-18"],
  ["FORMA DE PAGO: 30/60/90 DIAS", "2026-12-18"],
  ["Forma de Pago: Crédito 18-12-2026", "2026-12-18"],
  ["Forma de pago: cheque a 30 días", "2026-12-18"],
  ["Forma de pago: 30 días. Validez de la oferta: 5 días", "2026-12-18"],
  ["Condición de pago: crédito 30 días, entrega inmediata", "2026-12-18"],
  ["C0ND1CION DE PAG0: CREDIT0 30 D1AS", "2026-12-18"],
  ["Condição de pagamento: 28 dias", "2026-12-16"],
  ["Payment terms: net 30", "2026-12-18"],
  ["CREDITO A 30 DIAS", "2026-12-18"],
  ["30 DIAS", "2026-12-18"],
  ["Vence: 18/12/2026", "2026-12-18"],
  ["FECHA VENCIMIENTO 18-12-2026", "2026-12-18"],
  ["Fecha límite de pago: 18/12/2026", "2026-12-18"],
  ["Fecha Emisión: 18-11-2026  Fecha Vcto: 18-12-2026", "2026-12-18"],
])("«%s» falls due on %s", (line, day) => {
  expect(due("Fecha: 18-11-2026", line, "TOTAL $119.000")).toBe(day);
});

test.each([
  "forma de pago: credito",
  "FORMA DE PAGO: CRÉDITO",
  "Condición de venta: Cuenta Corriente",
  "FORMA DE PAGO: CTA. CTE.",
  "Método de pago: PPD",
  "VENTA A CREDITO",
  "Al crédito",
])("«%s» is owed, on no day that is printed", (line) => {
  expect(creditIn([line], ISSUED)).toEqual({ due: null, days: null });
});

test.each([
  "contado",
  "Condición de pago: CONTADO",
  "Forma de pago: Efectivo",
  "FORMA DE PAGO: TARJETA DE CREDITO",
  "Forma de pago: T. CREDITO",
  "Medio de pago: Tarjeta Crédito 3 cuotas",
  "Forma de pago: 1",
  "Forma de pago: 2",
  "FORMA DE PAGO: TRANSFERENCIA CTA CTE 00123 BANCO ESTADO",
  "Forma de pago: Depósito en cuenta corriente",
  "Condiciones de venta: plazo de entrega 5 días",
  "Condición de venta: entrega en 5 días hábiles",
  "Forma de pago: 0 días",
  "Método de pago: PUE",
  "TARJETA CREDITO ************1234",
  "CREDITO",
  "Forma de pago: Transferencia",
  "Cambios y devoluciones dentro de 30 días",
  "Esta factura devengará intereses después de 30 días de su vencimiento",
  "Garantía 90 días",
  "NOTA DE CREDITO",
  "Vto. CAE: 28/11/2026",
  "Certificado vence 18-12-2026",
  "Vencimiento resolución: 01-01-2027",
  "Vence: 01/10/2026",
  "Lote A12 vence 18-12-2027",
  "Saldo anterior, vencimiento 10/12/2026",
  "",
])("«%s» is no credit", (line) => {
  expect(creditIn(["Fecha: 18-11-2026", line], ISSUED)).toBeNull();
});

test("what is printed as paid in cash is not owed because a day is printed as well", () => {
  expect(due("Condición de venta: Contado", "Fecha Vto. para el pago: 28/11/2026")).toBeNull();
});

test("a condition and its day may stand below their labels, as in a table", () => {
  expect(due("FORMA DE PAGO   VENCIMIENTO   VENDEDOR", "CREDITO   18-12-2026   JUAN PEREZ")).toBe("2026-12-18");
  expect(due("Emisión   Vencimiento", "18-11-2026   18-12-2026")).toBe("2026-12-18");
});

test.each([
  ["Forma de pago: Transferencia", "Plazo de entrega: 5 días hábiles"],
  ["Forma de pago: Transferencia", "30 días de cambio"],
  ["Forma de pago: Transferencia", "Crédito fiscal"],
  ["Forma de pago:", "Plazo de entrega: 5 días"],
  ["GARANTIA", "30 DIAS"],
  ["VALIDEZ", "30 DIAS"],
  ["Plazo de entrega", "5 días"],
])("«%s» above «%s» is no term of payment", (...lines) => {
  expect(creditIn(lines, ISSUED)).toBeNull();
});

test.each(["REDCOMPRA 119.000", "EFECTIVO $119.000", "Tarjeta de débito: 119.000"])(
  "what «%s» has paid is not owed because a day is printed",
  (row) => {
    expect(creditIn([row, "Vence: 18-12-2026"], ISSUED, 119_000)).toBeNull();
    expect(creditIn([row, "Vence: 18-12-2026"], ISSUED, 238_000)).toEqual({ days: null, due: "2026-12-18" });
  },
);

test.each([
  ["VENCIMIENTO 15/12/2026"],
  ["VENCIMIENTO", "15 DIC 2026"],
  ["Vence el 15 de diciembre de 2026"],
  ["Pagar antes de 15-12-2026"],
  ["Pagar antes del 15/12/2026"],
  ["Pague hasta el 15/12/2026"],
  ["Último día de pago: 15-12-2026"],
  ["Saldo vencido $12.000", "Vence el 15/12/2026"],
  ["Corte a partir del 28/12/2026", "Fecha de vencimiento 15/12/2026", "Próxima lectura 17/12/2026"],
])("of a bill the day until which it is to be paid is known, though it was paid: «%s» «%s»", (...lines) => {
  expect(dueIn(["EFECTIVO $119.000", ...lines], ISSUED)).toBe("2026-12-15");
});

test.each([
  ["Saldo vencido $12.000", "Corte a partir del 28/12/2026"],
  ["Próxima lectura 17/12/2026", "Fecha último pago 20/11/2026"],
  ["Vencimiento boleta anterior 20/11/2026"],
])("«%s» «%s» is no day of payment", (...lines) => {
  expect(dueIn(lines, ISSUED)).toBeNull();
});

test("the printed day counts more than the counted one", () => {
  expect(due("Condición de pago: 30 días", "Fecha de vencimiento: 20-12-2026")).toBe("2026-12-20");
});

test("the days are counted from the day that the paper turns out to be of", () => {
  const credit = creditIn(["Condición de pago: 30 días"], null);
  expect(credit && dueOn(credit, "2026-11-01")).toBe("2026-12-01");
});

test("a long line of anything is read in no time", () => {
  const began = performance.now();
  creditIn(
    [
      "condicion de pago ".repeat(20_000),
      `forma de pago ${"n.".repeat(70)}x`,
      `forma de pago ${"venc. o.c. ".repeat(13)}x`,
      `forma de pago ${"5 dias de ".repeat(14)}x`,
      "credito a ".repeat(15),
      "1/".repeat(100_000),
      ...Array<string>(300).fill("venc ".repeat(500)),
    ],
    ISSUED,
  );
  expect(performance.now() - began).toBeLessThan(2_000);
});
