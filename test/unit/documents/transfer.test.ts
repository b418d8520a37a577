import { expect, test } from "vitest";
import { readFields } from "#src/documents/read/text-fields.ts";

function read(text: string) {
  const lines = text.split("\n").map((line) => line.trim());
  const { merchant, merchant_tax_id, receiver_tax_id, total_minor } = readFields(lines, {
    country: "CL",
    today: "2026-11-22",
  }).fields;
  return { merchant, merchant_tax_id, receiver_tax_id, total_minor };
}

const TO_JUAN = { merchant: "Juan Pérez Soto", merchant_tax_id: "12345678-5", receiver_tax_id: null };

test.each([
  [
    "a label in each line and its value in the next",
    `Transferencia exitosa
     $85.000
     Nombre destinatario
     Juan Pérez Soto
     RUT
     12.345.678-5
     Banco
     Banco de Chile
     Cuenta
     Cuenta Corriente 00-123-45678
     Cuenta de origen
     CuentaRUT 18765432
     Fecha y hora
     21/11/2026 18:32`,
  ],
  [
    "labels beside their values",
    `Comprobante de transferencia
     Monto: $85.000
     Desde: Cuenta Vista 12345678
     Para: Juan Pérez Soto
     RUT: 12.345.678-5
     Banco: Banco Estado`,
  ],
  [
    "a sentence",
    `¡Listo!
     Transferiste a
     Juan Pérez Soto
     12345678-5
     $ 85.000
     Santander`,
  ],
  [
    "the amount in the sentence",
    `¡Transferencia exitosa!
     Transferiste $85.000
     Para
     Juan Pérez Soto
     12.345.678-5`,
  ],
  [
    "a comment that names another paper",
    `Transferencia exitosa
     $85.000
     Para
     Juan Pérez Soto
     12.345.678-5
     Comentario
     factura 3345`,
  ],
  [
    "the giver first",
    `Transferencia realizada
     Datos del origen
     Nombre María Rojas Díaz
     RUT 9.876.543-3
     Datos del destinatario
     Nombre Juan Pérez Soto
     RUT 12.345.678-5
     Monto transferido $ 85.000`,
  ],
])("of money that went out the paper names who got it: %s", (_, text) => {
  expect(read(text)).toEqual({ ...TO_JUAN, total_minor: 85_000 });
});

test.each([
  "Has recibido una transferencia",
  "¡Recibiste $250.000!",
  "Recibiste",
  "Te enviaron dinero",
  "Te transfirieron",
  "Te han depositado",
  "Usted ha recibido un abono",
  "Abono recibido",
  "Pago recibido",
  "Comprobante de transferencia recibida",
])("of money that came in it names who sent it: %s", (said) => {
  const text = `${said}
    $250.000
    De
    María González Rojas
    RUT 12.345.678-5
    Para
    Almacén Doña Rosa`;
  expect(read(text)).toEqual({
    merchant: "María González Rojas",
    merchant_tax_id: "12345678-5",
    receiver_tax_id: null,
    total_minor: 250_000,
  });
});

test.each(["Transferencia recibida", "Te depositaron", "Pago recibido por transferencia"])(
  "«%s» is money that came in as well",
  (title) => {
    const text = `${title}\n$250.000\nTransferencia\nDe\nMaría González Rojas\nPara\nAlmacén Doña Rosa`;
    expect(read(text).merchant).toBe("María González Rojas");
  },
);

test.each([
  "¡Listo! Transferiste",
  "Enviaste",
  "Transferencia realizada",
  "Transferencia exitosa",
  "Comprobante de transferencia\nPago recibido por el destinatario",
])("of money that went out who got it, though it says that it was received there: %s", (said) => {
  const text = `${said}\n$85.000
    Desde
    María González Rojas
    Para
    Juan Pérez Soto
    12.345.678-5
    El destinatario ha recibido la transferencia
    Abono recibido por el destinatario`;
  expect(read(text)).toEqual({ ...TO_JUAN, total_minor: 85_000 });
});

test.each([
  ["$ 12.500", 12_500],
  ["S 12.500", 12_500],
  ["Monto transferido $12.500", 12_500],
  ["Te depositaron: $12.500", 12_500],
  ["5 12.500", null],
  ["Saldo disponible $12.500", null],
])("on a bank's screen «%s» is %s", (line, total_minor) => {
  expect(read(`Transferencia exitosa\n${line}\nPara\nJuan Pérez Soto`).total_minor).toBe(total_minor);
});

test("a comment that names an invoice makes none of it", () => {
  const lines = ["Transferencia exitosa", "$85.500", "Para", "Juan Pérez", "Comentario", "factura 3345"];
  expect(readFields(lines, { country: "CL", today: "2026-11-22" }).kind).toBe("comprobante");
});

test("of two amounts without a word neither is the total", () => {
  expect(read("Transferencia exitosa\n$85.000\n$1.200\nPara\nJuan Pérez").total_minor).toBeNull();
});

test("a receipt that was paid by transfer is none", () => {
  const text =
    "FERRETERIA EL TORNILLO LTDA.\nRUT 76.543.210-3\nBOLETA N 12\nTOTAL $ 5.000\nPAGO: TRANSFERENCIA\nPara cambios";
  expect(read(text)).toMatchObject({ merchant: "FERRETERIA EL TORNILLO LTDA.", total_minor: 5_000 });
});

test("what it was for is what the giver wrote, and no bank's name", () => {
  const text = "Transferencia exitosa\n$85.000\nPara\nJuan Pérez\nBanco de Chile\nComentario\narriendo local";
  const { fields } = readFields(text.split("\n"), { country: "CL", today: "2026-11-22" });
  expect(fields).toMatchObject({ category: "arriendo", items: [] });
});
