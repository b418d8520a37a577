import { type CivilDate, isCivilDate, readRutUy } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { datesIn } from "../dates.ts";
import { hundredths } from "./amounts.ts";
import { type FiscalQr, plainNumber, unescaped } from "./code.ts";

const ADDRESS = /^https?:\/\/(?:[a-z]{1,20}\.){1,3}dgi\.gub\.uy\/consultaQR\/cfe\/?\?(.+)$/is;

/**
 * `…/consultaQR/cfe?RUT,type,series,number,total,date,hash` (DGI, Formato de los CFE). Seen in the field: the day
 * written `20261118`, `18/11/2026` or escaped, a decimal comma in the total, which splits it.
 */
export function readUruguayan(text: string): FiscalQr | null {
  const list = ADDRESS.exec(text)?.[1];
  if (list === undefined) return null;
  const { rut, type, series, number, total, date } = partsOf(list);
  const issuer = readRutUy(rut);
  const folio = plainNumber(number);
  if (issuer === null || folio === null || !/^[A-Z]{0,4}$/i.test(series)) return null;
  return {
    country: "UY",
    kind: kindOf(type),
    key: null,
    month: null,
    namesCurrency: false,
    fields: {
      merchant_tax_id: issuer,
      receiver_tax_id: null,
      series: series === "" ? null : series.toUpperCase(),
      number: folio,
      date: dayIn(date),
      currency: "UYU",
      total_minor: hundredths(total),
      tax_minor: null,
    },
  };
}

type Parts = { rut: string; type: string; series: string; number: string; total: string; date: string };

function partsOf(list: string): Parts {
  const said = unescaped(list).split(",");
  const isSplit = /^\d{1,2}$/.test(said[5] ?? "") && dayIn(said[6] ?? "") !== null;
  const parts = isSplit ? said.toSpliced(4, 2, `${said[4]}.${said[5]}`) : said;
  const [rut = "", type = "", series = "", number = "", total = "", date = ""] = parts.map((part) => part.trim());
  return { rut, type, series, number, total, date };
}

function dayIn(text: string): CivilDate | null {
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return datesIn(text)[0] ?? null;
  const date = `${year}-${month}-${day}`;
  return isCivilDate(date) ? date : null;
}

/**
 * DGI's table of CFE: tens tell what was issued, units 2 and 3 that it is a note of credit or debit on it; a hundred
 * more is the same document by contingency.
 */
function kindOf(type: string): DocumentKind {
  if (!/^[12]\d\d$/.test(type)) return "unknown";
  const [tens, unit] = [type[1] ?? "", type[2] ?? ""];
  if (tens === "8") return unit === "1" ? "guia" : "comprobante";
  if (tens === "2" && unit === "4") return "guia";
  if (unit === "2") return "nota_credito";
  if (unit === "3") return "nota_debito";
  if (unit !== "1") return "unknown";
  return "0 3 5".includes(tens) ? "boleta" : "factura";
}
