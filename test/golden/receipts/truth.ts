// What stands on the pictures of this folder: the tests ask the reader for exactly this.

import type { StampFields } from "./stamp.ts";

/** The day on which all of them are read. */
export const TODAY = "2026-11-20";

export const FACTURA_STAMP: StampFields = {
  folio: 118,
  date: "2026-11-18",
  receiver: "76543210-3",
  receiverName: "Almacén Doña Rosa EIRL",
  total: 117_810,
  item: "Caja de cartón 40x30x30",
};

export const PERUVIAN_QR = "20131312955|03|B001|00004521|6.61|43.30|2026-11-16|1|45678912|";

export const ARGENTINE_VOUCHER = {
  ver: 1,
  fecha: "2026-11-14",
  cuit: 30_712_345_671,
  ptoVta: 3,
  tipoCmp: 6,
  nroCmp: 12_345,
  importe: 11_762.33,
  moneda: "PES",
  ctz: 1,
  tipoDocRec: 99,
  nroDocRec: 0,
  tipoCodAut: "E",
  codAut: 76_461_234_567_890,
};

export const ARGENTINE_QR = `https://www.afip.gob.ar/fe/qr/?p=${btoa(JSON.stringify(ARGENTINE_VOUCHER))}`;
