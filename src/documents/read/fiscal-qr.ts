// The fiscal QR codes of Peru, Argentina and Mexico: printed by law, unsigned, but never misread.

import { type CivilDate, isCivilDate, readCuit, readRuc } from "#kernel";
import type { DocumentKind, Fields } from "../extraction.ts";
import { datesIn } from "./dates.ts";

export type FiscalQr = {
  country: "PE" | "AR" | "MX";
  kind: DocumentKind;
  fields: Pick<
    Fields,
    "merchant_tax_id" | "receiver_tax_id" | "series" | "number" | "date" | "currency" | "total_minor" | "tax_minor"
  >;
};

/** Reads a fiscal QR, or null where the text is another kind of code or fails its checks. */
export function parseFiscalQr(text: string): FiscalQr | null {
  if (text.length > QR_CHARS_MAX) return null;
  return peruvian(text.trim()) ?? argentine(text.trim()) ?? mexican(text.trim());
}

const QR_CHARS_MAX = 4_096;

const PERU_KINDS: Readonly<Record<string, DocumentKind>> = {
  "01": "factura",
  "03": "boleta",
  "07": "nota_credito",
  "08": "nota_debito",
};

/** `RUC|type|series|number|IGV|total|date|customer type|customer id|[hash|]` (SUNAT, RS 097-2012 annex 6). */
function peruvian(text: string): FiscalQr | null {
  const match = PERU_CODE.exec(text);
  if (!match?.groups) return null;
  const { ruc, type, series, number, igv, total, date, customer, id } = match.groups as Record<
    PeruPart,
    string | undefined
  >;
  const kind = PERU_KINDS[type ?? ""];
  const issuer = readRuc(ruc ?? "");
  if (kind === undefined || issuer === null) return null;
  return {
    country: "PE",
    kind,
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: customer === "6" ? readRuc(id ?? "") : null,
      series: (series ?? "").toUpperCase(),
      number: String(Number(number)),
      date: datesIn(date ?? "")[0] ?? null,
      currency: "PEN",
      total_minor: cents(total ?? ""),
      tax_minor: cents(igv ?? ""),
    },
  };
}

type PeruPart = "ruc" | "type" | "series" | "number" | "igv" | "total" | "date" | "customer" | "id";

const PERU_CODE =
  /^(?<ruc>\d{11}) ?\| ?(?<type>\d\d) ?\| ?(?<series>[A-Z0-9]{4}) ?\| ?(?<number>\d{1,8}) ?\| ?(?<igv>[\d.,]*) ?\| ?(?<total>[\d.,]*) ?\| ?(?<date>[^|]*)(?:\| ?(?<customer>[^| ]*) ?\| ?(?<id>[^| ]*))?/i;

/** A decimal amount in hundredths, or null. */
function cents(text: string): number | null {
  const match = /^(\d{1,11})(?:\.(\d{1,6}))?$/.exec(text.replace(/,(?=\d{3})/g, ""));
  return match ? Number(match[1]) * 100 + Math.round(Number(`0.${match[2] ?? "0"}`) * 100) : null;
}

/** `…/fe/qr/?p=<base64 of JSON>` at afip.gob.ar or arca.gob.ar (RG 4892, QR specification). */
function argentine(text: string): FiscalQr | null {
  const match = /^https?:\/\/(?:www\.)?(?:afip|arca)\.gob\.ar\/fe\/qr\/?\?p=(.+)$/i.exec(text);
  const voucher = match?.[1] === undefined ? null : voucherOf(match[1]);
  if (voucher === null) return null;
  const issuer = readCuit(textIn(voucher, "cuit"));
  const number = Number(textIn(voucher, "nroCmp"));
  if (issuer === null || !Number.isInteger(number)) return null;
  return {
    country: "AR",
    kind: argentineKind(Number(voucher["tipoCmp"])),
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: Number(voucher["tipoDocRec"]) === 80 ? readCuit(textIn(voucher, "nroDocRec")) : null,
      series: textIn(voucher, "ptoVta").replace(/^0+/, "").padStart(4, "0"),
      number: String(number),
      date: dayIn(textIn(voucher, "fecha")),
      currency: voucher["moneda"] === "DOL" ? "USD" : "ARS",
      total_minor: argentineAmount(voucher["importe"]),
      tax_minor: null,
    },
  };
}

function textIn(voucher: Record<string, unknown>, name: string): string {
  const value = voucher[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function dayIn(text: string): CivilDate | null {
  return isCivilDate(text) ? text : null;
}

/** Seen in the field: a Python byte string, missing padding, an escaped plus. */
function voucherOf(parameter: string): Record<string, unknown> | null {
  const base64 = unescaped(parameter)
    .replace(/^b'|'$/g, "")
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

function unescaped(parameter: string): string {
  return parameter.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Vouchers of classes A, B, C and M (ARCA's table of types). */
function argentineKind(type: number): DocumentKind {
  if ([1, 6, 11, 51, 201, 206, 211].includes(type)) return "factura";
  if ([2, 7, 12, 52, 202, 207, 212].includes(type)) return "nota_debito";
  if ([3, 8, 13, 53, 203, 208, 213].includes(type)) return "nota_credito";
  if ([4, 9, 15, 54].includes(type)) return "recibo";
  return [81, 82, 83, 111, 118].includes(type) ? "boleta" : "unknown";
}

/** A number of pesos; some programs write hundredths as a string of fourteen digits. */
function argentineAmount(value: unknown): number | null {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return Math.round(value * 100);
  if (typeof value !== "string") return null;
  return /^0\d{13}$/.test(value) ? Number(value) : cents(value);
}

/** `…/default.aspx?id=UUID&re=&rr=&tt=&fe=` (SAT, Anexo 20): it names the parties and the total, no date. */
function mexican(text: string): FiscalQr | null {
  const query = /^(?:https:\/\/verificacfdi\.facturaelectronica\.sat\.gob\.mx\/default\.aspx)?\?(.+)$/i.exec(text)?.[1];
  if (query === undefined) return null;
  const values = new Map(
    query.split("&").map((pair) => [pair.slice(0, pair.indexOf("=")).toLowerCase(), pair.slice(pair.indexOf("=") + 1)]),
  );
  const issuer = rfcOf(values.get("re"));
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(values.get("id") ?? "")?.[0];
  if (issuer === null || uuid === undefined) return null;
  return {
    country: "MX",
    kind: "factura",
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: rfcOf(values.get("rr")),
      series: null,
      number: uuid.toUpperCase(),
      date: null,
      currency: "MXN",
      total_minor: cents((values.get("tt") ?? "").replace(/^0+(?=\d)/, "")),
      tax_minor: null,
    },
  };
}

function rfcOf(text: string | undefined): string | null {
  const rfc = unescaped(text ?? "").toUpperCase();
  return /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}$/.test(rfc) ? rfc : null;
}
