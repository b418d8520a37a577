import { brazilianDigit, type CivilDate, isCivilDate, readCnpj, readCpf } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { hundredths } from "./amounts.ts";
import { type FiscalQr, parametersOf, SAYS_NOTHING, unescaped } from "./code.ts";

/** Models that a shop hands out: NF-e, NFC-e, and the CF-e of a SAT till. */
const KINDS: Readonly<Record<string, DocumentKind>> = { "55": "factura", "65": "boleta", "59": "boleta" };

/** IBGE's numbers of the states. */
const STATES = /^(?:1[1-7]|2[1-9]|3[1235]|4[123]|5[0123])$/;

/** State, year and month, CNPJ, model; then series and number, or the serial of the till and its number; check digit. */
const KEY = /^(\d\d)(\d\d)(0[1-9]|1[0-2])([0-9A-Z]{12}\d\d)(55|59|65)(\d{3})(\d{9})\d{9}\d$/;

/**
 * The codes of Brazil's consumer receipts, all around a `chave de acesso` of 44 characters:
 * - NFC-e `…?p=<chave>|<version>|…|hash`; issued offline it goes on with day and total (Manual DANFE NFC-e 5 and 6)
 * - its form before 2018, `…?chNFe=…&dhEmi=<hex>&vNF=…`
 * - SAT `<chave>|<time>|<total>|<consumer>|<signature>`
 * Online they say neither day nor amount, only the month.
 */
export function readBrazilian(text: string): FiscalQr | null {
  const query = /^https?:\/\/[^?\s]+\?(.+)$/is.exec(text)?.[1];
  if (query === undefined) return fromTill(text);
  const values = parametersOf(query);
  const listed = values.get("p");
  if (listed !== undefined) return fromList(listed.split("|").map((part) => part.trim()));
  return fromParameters(values);
}

/** Reads a `chave de acesso`, or null where a check of it fails. */
export function readChave(text: string): FiscalQr | null {
  const chave = text
    .replace(/[\s.]/g, "")
    .toUpperCase()
    .replace(/^(?:NFE|CFE)/, "");
  const [, state = "", year, month, issuer = "", model = "", series, number] = KEY.exec(chave) ?? [];
  const kind = KINDS[model];
  if (kind === undefined || !STATES.test(state) || brazilianDigit(chave.slice(0, 43), 9) !== chave[43]) return null;
  const taxId = readCnpj(issuer) ?? (issuer.startsWith("000") ? readCpf(issuer.slice(3)) : null);
  if (taxId === null) return null;
  return {
    country: "BR",
    kind,
    key: chave,
    month: `20${year}-${month}`,
    namesCurrency: true,
    fields: {
      ...SAYS_NOTHING,
      merchant_tax_id: taxId,
      ...(model === "59" ? tillNumber(chave) : { series: plain(series), number: plain(number) }),
      currency: "BRL",
    },
  };
}

/** A SAT's key has the serial of the till (nine digits) and six digits of number where others have series and number. */
function tillNumber(chave: string): { series: string; number: string } {
  return { series: plain(chave.slice(22, 31)), number: plain(chave.slice(31, 37)) };
}

function plain(digits: string | undefined): string {
  return String(Number(digits));
}

/** Offline: `chave|version|environment|day|total|…`, three parts more than online at least. */
function fromList(parts: string[]): FiscalQr | null {
  const code = readChave(parts[0] ?? "");
  const [day = "", total = ""] = parts.slice(3);
  if (code === null || parts.length < 7 || !/^\d\d$/.test(day)) return code;
  return told(code, { date: dayOf(`${code.month}-${day}`), total: hundredths(total) });
}

function fromParameters(values: ReadonlyMap<string, string>): FiscalQr | null {
  const code = readChave(values.get("chnfe") ?? "");
  if (code === null) return null;
  const receiver = values.get("cdest") ?? "";
  const said = told(code, { date: dayIn(values.get("dhemi") ?? ""), total: hundredths(values.get("vnf") ?? "") });
  return { ...said, fields: { ...said.fields, receiver_tax_id: readCnpj(receiver) } };
}

function fromTill(text: string): FiscalQr | null {
  const [chave = "", time = "", total = "", consumer = ""] = text.split("|").map((part) => part.trim());
  const code = text.includes("|") ? readChave(chave) : null;
  if (code === null || !/^\d{14}$/.test(time)) return null;
  const said = told(code, {
    date: dayOf(time.replace(/^(\d{4})(\d\d)(\d\d).*/, "$1-$2-$3")),
    total: hundredths(total),
  });
  return { ...said, fields: { ...said.fields, receiver_tax_id: readCnpj(consumer) } };
}

/** A day of another month than the key's is none of this receipt. */
function told(code: FiscalQr, { date, total }: { date: CivilDate | null; total: number | null }): FiscalQr {
  const day = date !== null && code.month !== null && date.startsWith(code.month) ? date : null;
  return { ...code, fields: { ...code.fields, date: day, total_minor: total } };
}

/** The moment of issue, its letters written as hexadecimal numbers. */
function dayIn(hex: string): CivilDate | null {
  const text = /^(?:[0-9a-f]{2}){10,40}$/i.test(hex) ? unescaped(hex.replace(/../g, "%$&")) : hex;
  return dayOf(text.slice(0, 10));
}

function dayOf(text: string): CivilDate | null {
  return isCivilDate(text) ? text : null;
}
