// One line of the portal's table: a document, or a further tax of the one above.

import { type CivilDate, err, isCivilDate, ok, readRut, type Result } from "#kernel";
import type { Layout, Row } from "./csv-layout.ts";
import type { RcvDocument } from "./document.ts";

/** The first value of a line that is none. */
export type RowFault = "type" | "rut" | "folio" | "date" | "amount";

export function documentOf(row: Row, { side, state }: Layout): Result<RcvDocument, RowFault> {
  const [type, folio] = [row("type"), folioOf(row)];
  if (!/^\d{2,3}$/.test(type)) return err("type");
  if (!/^\d{1,15}$/.test(folio)) return err("folio");
  const rut = rutOf(row("rut"));
  if (rut === null) return err("rut");
  const issuedOn = dayOf(row("issued"));
  if (issuedOn === null) return err("date");
  const figures = figuresOf(row);
  if (figures === null) return err("amount");
  return ok({
    side,
    state,
    type: Number(type),
    folio,
    counterparty: { ...rut, name: row("name").replace(/\s+/g, " ") },
    issuedOn,
    receivedAt: momentOf(row("received")),
    acknowledgedAt: momentOf(row("acknowledged")),
    claimedAt: momentOf(row("claimed")),
    transaction: row("transaction") || null,
    ...figures,
    references: referencesOf(row),
    period: null,
  });
}

/** One that fails its check digit is kept and flagged: the SII lists it all the same. */
function rutOf(text: string): { rut: string; isValid: boolean } | null {
  const valid = readRut(text);
  if (valid !== null) return { rut: valid, isValid: true };
  const plain = text
    .replaceAll(".", "")
    .toUpperCase()
    .replace(/^0+(?=\d)/, "");
  return /^\d{1,8}-[\dK]$/.test(plain) ? { rut: plain, isValid: false } : null;
}

/** `24/06/2019` */
function dayOf(text: string): CivilDate | null {
  const [, day, month, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(text) ?? [];
  const civil = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return year !== undefined && isCivilDate(civil) ? civil : null;
}

/** `24/06/2019 09:55:53` */
function momentOf(text: string): string | null {
  const day = dayOf(text);
  const time = / (\d\d:\d\d:\d\d)$/.exec(text)?.[1] ?? "00:00:00";
  return day && `${day}T${time}`;
}

type Figures = Pick<
  RcvDocument,
  "exempt" | "net" | "tax" | "total" | "unrecoverable" | "fixedAsset" | "commonUseTax" | "otherTaxes"
>;

const AMOUNTS = ["exempt", "net", "tax", "total", "unrecoverable", "fixed_net", "fixed_tax", "common_tax"] as const;

function figuresOf(row: Row): Figures | null {
  const amounts = new Map(AMOUNTS.map((column) => [column, amountOf(row(column))]));
  if ([...amounts.values()].includes(null) || row("total") === "") return null;
  const at = (column: (typeof AMOUNTS)[number]): number => amounts.get(column) ?? 0;
  const [lost, fixed] = [at("unrecoverable"), { net: at("fixed_net"), tax: at("fixed_tax") }];
  const other = otherTaxOf(row);
  return {
    exempt: at("exempt"),
    net: at("net"),
    tax: at("tax"),
    total: at("total"),
    commonUseTax: at("common_tax"),
    unrecoverable: lost === 0 ? null : { tax: lost, code: amountOf(row("unrecoverable_code")) || null },
    fixedAsset: fixed.net === 0 && fixed.tax === 0 ? null : fixed,
    otherTaxes: other === null ? [] : [other],
  };
}

/** Zero where the cell is empty, null where it is no amount of whole pesos. */
function amountOf(text: string): number | null {
  if (text === "") return 0;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

export function otherTaxOf(row: Row): RcvDocument["otherTaxes"][number] | null {
  const [code, amount] = [row("other_code"), amountOf(row("other_amount"))];
  if (!/^\d{1,4}$/.test(code) || code === "0" || amount === null) return null;
  const rate = row("other_rate").replace(",", ".");
  return { code: Number(code), amount, rate: /^\d{1,3}(?:\.\d{1,4})?$/.test(rate) ? Number(rate) : null };
}

/** Several of one document are joined by hyphens: `10370-10371`. */
function referencesOf(row: Row): RcvDocument["references"] {
  const type = row("reference_type");
  const folios = row("reference_folio")
    .split("-")
    .filter((folio) => /^\d{1,18}$/.test(folio) && !/^0+$/.test(folio));
  return folios.map((folio) => ({ type: /^\d{2,3}$/.test(type) ? Number(type) : null, folio }));
}

/**
 * A second tax of the document above stands on a line of its own, without a number or under the same one; it may repeat
 * what it is of. Where no line has a number, the same tax once more is the same line once more.
 */
export function isFurtherTax(row: Row, { last, number }: { last: RcvDocument | null; number: string }): boolean {
  const code = row("other_code");
  if (code === "" || (row("number") !== "" && row("number") !== number)) return false;
  if (row("total") === "" && row("folio") === "") return row("number") === "";
  if (last === null || !isOf(row, last)) return false;
  const isNumbered = number !== "" && row("number") === "";
  return isNumbered || last.otherTaxes.every((tax) => tax.code !== Number(code));
}

function isOf(row: Row, { type, folio, counterparty }: RcvDocument): boolean {
  const own = Number(row("type")) === type && folioOf(row) === folio;
  return own && rutOf(row("rut"))?.rut === counterparty.rut;
}

function folioOf(row: Row): string {
  return row("folio").replace(/^0+(?=\d)/, "");
}
