import { isCivilDate, readRucEc, weightedSum } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { type FiscalQr, SAYS_NOTHING } from "./code.ts";

const KINDS: Readonly<Record<string, DocumentKind>> = {
  "01": "factura",
  "03": "comprobante",
  "04": "nota_credito",
  "05": "nota_debito",
  "06": "guia",
  "07": "comprobante",
};

/** Day, kind, RUC, environment, series, number, code of the issuer's own, kind of issue, check digit. */
const KEY = /^(\d\d)(\d\d)(20\d\d)(\d\d)(\d{13})[12](\d{3})(\d{3})(\d{9})\d{8}[12]\d$/;

/**
 * The `clave de acceso` of 49 digits, alone or in an address (SRI, Ficha técnica de comprobantes electrónicos, table 1).
 * It says no amount. Its own check digit covers it all; a RUC that fails its own is left out (the SRI gave out some).
 */
export function readEcuadorian(text: string): FiscalQr | null {
  const digits = /^(?:https?:\/\/\S*\D)?(\d{49})\D?$/.exec(text.replace(/(?<=\d)[\s-](?=\d)/g, ""))?.[1];
  return digits === undefined ? null : readAccessKey(digits);
}

/** Reads the 49 digits, or null where a check of theirs fails. */
export function readAccessKey(digits: string): FiscalQr | null {
  const [, day, month, year, type = "", ruc = "", shop, till, number] = KEY.exec(digits) ?? [];
  const kind = KINDS[type];
  const date = `${year}-${month}-${day}`;
  if (kind === undefined || !isCivilDate(date) || checkDigit(digits.slice(0, 48)) !== digits[48]) return null;
  return {
    country: "EC",
    kind,
    key: digits,
    month: null,
    namesCurrency: true,
    fields: {
      ...SAYS_NOTHING,
      merchant_tax_id: readRucEc(ruc),
      series: `${shop}-${till}`,
      number: String(Number(number)),
      date,
      currency: "USD",
    },
  };
}

/** Modulo 11 with weights 2 to 7 from the right; 11 becomes 0 and 10 becomes 1. */
function checkDigit(body: string): string {
  const digit = 11 - (weightedSum(body, [2, 3, 4, 5, 6, 7]) % 11);
  return String(digit === 11 ? 0 : digit === 10 ? 1 : digit);
}
