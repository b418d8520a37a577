import { expect, test } from "vitest";
import { moneyWayOf, wayOf, whyNoPurchase, blankExtraction, type DocumentKind } from "#documents";

const told = (text: string, kind: DocumentKind = "comprobante") => moneyWayOf({ kind, text });

test.each([
  "Banco de Chile\nHas recibido una transferencia\n$250.000\nDe\nMaría González Rojas",
  "Recibiste una transferencia de Juan Pérez\n$20.000",
  "¡Recibiste $15.000!\nMercado Pago",
  "Juan te transfirió\n$30.000",
  "María te ha depositado $12.000",
  "Transferencia recibida\nMonto $45.000",
  "Abono recibido\n$45.000",
  "Pago recibido\n$9.990",
  "TRANSBANK\nCOMPROBANTE DE VENTA\nALMACEN DOÑA ROSA\nMONTO $18.900\nCOPIA COMERCIO",
  "GETNET\nVENTA DEBITO\n$7.000\nCopia para el Comercio",
  "Você recebeu um Pix\nR$ 30,00",
  "Te enviaron $20.000\nDe\nJuan Pérez",
  "Te enviaron dinero",
  "Juan te envió $ 20.000",
  "Recibiste\n$15.000\nde Juan Pérez",
  "Recibiste de Juan Pérez\n$15.000",
  "Te transfirieron $30.000",
  "Te pagaron $5.000",
  "Usted ha recibido una transferencia de fondos\n$40.000",
  "Recibida de\nJuan Pérez\n$45.000",
  "Comprobante de transferencia recibida\n$45.000",
  "Transferencia recibida por $45.000",
  "¡Recibiste $15.000!\nTransferencia realizada el 21/11/2026",
])("money came in: %j", (text) => {
  expect(told(text)).toBe("in");
  expect(wayOf({ ...blankExtraction("CL"), kind: "comprobante", text }, null)).toBe("ingreso");
});

test.each([
  "BANCO ESTADO CAJA VECINA\nCOMPROBANTE DE DEPOSITO\nMONTO $120.000",
  "Banco Santander\nDepósito en efectivo\n$80.000",
  "PAPELETA DE DEPOSITO",
  "DEPOSITO EN CUENTA CORRIENTE\n100.000",
  "Abono por transferencia\n$40.000",
  "BancoEstado\nDe Pedro Rojas\nPara María González\n$60.000\n20/11/2026",
  "Comprobante de transferencia\nDe: Pedro Rojas Soto\nPara: María González\nMonto $60.000",
  "Comprobante de\ntransferencia\nCuenta de origen\nPedro Rojas Muñoz\n00-123-45678-09\nCuenta de destino\nMaría González Díaz",
  "$60.000\nDe\nPedro Rojas\nPara\nMaría González Díaz\nBanco Falabella",
  "Comprobante de transferencia\nRemitente: Pedro Rojas\nDestinatario: María González\nMonto $60.000",
])("nobody says whose money it was: %j", (text) => {
  expect(told(text)).toBe("untold");
  expect(whyNoPurchase({ ...blankExtraction("CL"), kind: "comprobante", text })).toBe("way");
});

test("a «boleta de depósito» is no boleta", () => {
  expect(told("BOLETA DE DEPOSITO\n$50.000", "boleta")).toBe("untold");
});

test.each([
  ["comprobante", "BancoEstado\nTransferencia exitosa\n$85.000\nNombre destinatario\nJuan Pérez"],
  ["comprobante", "TRANSBANK\nCOPEC\nMONTO $32.500\nCOPIA CLIENTE"],
  ["comprobante", "Comprobante de transferencia\nEnviaste $20.000 a Juan"],
  ["comprobante", "Transferencia realizada\n$85.000\nJuan Pérez ha recibido la transferencia"],
  ["comprobante", "Transferencia exitosa\n$85.000\nEl destinatario\nha recibido el dinero\nAbono recibido"],
  ["comprobante", "Transferiste $85.000 a Juan Pérez\nTransferencia recibida"],
  ["comprobante", "Comprobante de pago\n$85.000\nPago recibido por: Comercial Sur SpA"],
  ["comprobante", "Pagaste $85.000\nMercado Pago\nPago recibido"],
  ["unknown", "¡Gracias! Hemos recibido tu pago\n$15.990"],
  ["unknown", "Hemos recibido el pago de tu cuenta\n$15.990"],
  ["unknown", "Te enviaron un mensaje\nTotal $5.000"],
  ["unknown", "Has recibido 150 puntos\nTotal $5.000"],
  ["comprobante", "Transferencia exitosa\nDe Pedro Rojas\nPara María González\n$60.000"],
  ["comprobante", "Comprobante de transferencia\nDesde: Cuenta Vista 12345678\nPara: Juan Pérez Soto\n$60.000"],
  ["comprobante", "TRANSBANK\nDe lunes a viernes\nPara llevar\nMONTO $6.000"],
  ["recibo", "RECIBO DE ARRIENDO\nPago recibido de Juan Pérez\n$300.000"],
  ["recibo", "RECIBO\nRecibí de Juan Pérez la suma de $20.000"],
  ["recibo", "Recibo de arriendo\nGarantía en depósito $300.000"],
  ["boleta", "DEPOSITO DE MATERIALES EL SOL\nBOLETA ELECTRONICA N° 5\nTOTAL 5.000"],
  ["boleta", "ALMACEN\nBOLETA N° 4\nHas recibido una transferencia de puntos\nTOTAL 4.000"],
  ["factura", "FACTURA ELECTRONICA N° 4\nPago recibido conforme\nTOTAL 4.000"],
] as const)("%s: tells of what others sold: %j", (kind, text) => {
  expect(told(text, kind)).toBeNull();
});
