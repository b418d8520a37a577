import { readRuc } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { datesIn } from "../dates.ts";
import { hundredths } from "./amounts.ts";
import type { FiscalQr } from "./code.ts";

const KINDS: Readonly<Record<string, DocumentKind>> = {
  "01": "factura",
  "02": "recibo",
  "03": "boleta",
  "07": "nota_credito",
  "08": "nota_debito",
  "09": "guia",
};

/**
 * `RUC|type|series|number|IGV|total|date|customer type|customer id|[hash|]` (SUNAT, RS 097-2012 annex 6). Seen in the
 * field: blanks around the bars, the day first, no bar at the end, series and number in one part, no amounts on a guía.
 */
export function readPeruvian(text: string): FiscalQr | null {
  const [ruc, type, series, number, igv, total, date, customer, id] = partsOf(text);
  const issuer = readRuc(ruc);
  const kind = KINDS[type.padStart(2, "0")];
  if (issuer === null || kind === undefined) return null;
  if (!/^[A-Z0-9]{4}$/i.test(series) || !/^\d{1,8}$/.test(number)) return null;
  return {
    country: "PE",
    kind,
    key: null,
    month: null,
    namesCurrency: false,
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: customer === "6" ? readRuc(id) : null,
      series: series.toUpperCase(),
      number: String(Number(number)),
      date: datesIn(date)[0] ?? null,
      currency: "PEN",
      total_minor: hundredths(total),
      tax_minor: hundredths(igv),
    },
  };
}

type Parts = [string, string, string, string, string, string, string, string, string];

const PART_COUNT = 9;

/** The nine parts, empty where the code is shorter. */
function partsOf(text: string): Parts {
  const apart = text.replace(/^(\d{11} ?\| ?\d{1,2} ?\| ?[A-Z0-9]{4})-(?=\d{1,8} ?\|)/i, "$1|");
  const parts = apart.split("|", PART_COUNT).map((part) => part.trim());
  return Array.from({ length: PART_COUNT }, (_, at) => parts[at] ?? "") as Parts;
}
