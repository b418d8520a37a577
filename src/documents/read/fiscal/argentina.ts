import { type CivilDate, isCivilDate, readCuit } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { datesIn } from "../dates.ts";
import { hundredths } from "./amounts.ts";
import { type FiscalQr, plainNumber, unescaped } from "./code.ts";

/** ARCA's table of currencies, as far as shops use it. */
const CURRENCIES: Readonly<Record<string, string>> = {
  PES: "ARS",
  DOL: "USD",
  "060": "EUR",
  "012": "BRL",
  "011": "UYU",
};

/** `…/fe/qr/?p=<base64 of JSON>` at afip.gob.ar or arca.gob.ar (RG 4892, QR specification). */
export function readArgentine(text: string): FiscalQr | null {
  const match = /^https?:\/\/(?:[a-z]{1,20}\.)?(?:afip|arca)\.gob\.ar\/fe\/qr\/?\?p=(.+)$/is.exec(text);
  const voucher = match?.[1] === undefined ? null : voucherOf(match[1]);
  if (voucher === null) return null;
  const issuer = readCuit(textIn(voucher, "cuit"));
  const number = plainNumber(textIn(voucher, "nroCmp"));
  const currency = CURRENCIES[textIn(voucher, "moneda").toUpperCase() || "PES"];
  if (issuer === null || number === null) return null;
  return {
    country: "AR",
    kind: kindOf(Number(textIn(voucher, "tipoCmp"))),
    key: null,
    month: null,
    namesCurrency: true,
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: textIn(voucher, "tipoDocRec") === "80" ? readCuit(textIn(voucher, "nroDocRec")) : null,
      series: plainNumber(textIn(voucher, "ptoVta"))?.padStart(4, "0") ?? null,
      number,
      date: dayIn(textIn(voucher, "fecha")),
      currency: currency ?? "ARS",
      total_minor: currency === undefined ? null : amountOf(voucher["importe"]),
      tax_minor: null,
    },
  };
}

function textIn(voucher: Record<string, unknown>, name: string): string {
  const value = voucher[name];
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** The specification asks for an ISO date; the day first is seen as well. */
function dayIn(text: string): CivilDate | null {
  return isCivilDate(text) ? text : (datesIn(text)[0] ?? null);
}

/** Seen in the field: a Python byte string, missing padding, an escaped plus, line breaks. */
function voucherOf(parameter: string): Record<string, unknown> | null {
  const base64 = unescaped(parameter)
    .replace(/^b'|'$/g, "")
    .replace(/[\r\n\t]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replaceAll(" ", "+");
  try {
    const parsed: unknown = JSON.parse(atob(base64.replace(/=+$/, "")));
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Vouchers of classes A, B, C and M (ARCA's table of types). */
function kindOf(type: number): DocumentKind {
  if ([1, 6, 11, 19, 51, 201, 206, 211].includes(type)) return "factura";
  if ([2, 7, 12, 20, 52, 202, 207, 212].includes(type)) return "nota_debito";
  if ([3, 8, 13, 21, 53, 203, 208, 213].includes(type)) return "nota_credito";
  if ([4, 9, 15, 54].includes(type)) return "recibo";
  return [81, 82, 83, 111, 118].includes(type) ? "boleta" : "unknown";
}

/** A number of pesos; some programs write hundredths as a string of fourteen digits. */
function amountOf(value: unknown): number | null {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) {
    const amount = Math.round(value * 100);
    return Number.isSafeInteger(amount) ? amount : null;
  }
  if (typeof value !== "string") return null;
  return /^0\d{13}$/.test(value) ? Number(value) : hundredths(value);
}
