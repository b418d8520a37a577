// What a document calls itself: its kind, series and number.

import { fold } from "#kernel";
import type { DocumentKind } from "../extraction.ts";
import type { Country } from "./country.ts";
import { offerLine } from "./offer.ts";

export type Numbering = { kind: DocumentKind; series: string | null; number: string | null };

/** The kind, series and number of a document from its printed lines. */
export function numberingOf(lines: string[], country: Country): Numbering {
  const folded = lines.map((line) => fold(line));
  const { kind, line } = kindIn(folded);
  return { kind, ...numberIn(folded, line, country) };
}

const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ["nota_credito", /nota de credito/],
  ["nota_debito", /nota de debito/],
  ["guia", /guia de (despacho|remision)/],
  ["factura_exenta", /factura (electronica )?(no afecta|exenta)|factura no afecta/],
  ["factura", /\bfactura\b|invoice/],
  ["boleta", /\bboleta\b|\bbo[l1i]eta\b|ticket|tique\b/],
  ["recibo", /\brecibo\b|receipt/],
  ["comprobante", /comprobante|voucher|transbank|redcompra|getnet|transferencia/],
];

/** «No válido como boleta», «en esta boleta»: a mention is not a title. */
const MENTION =
  /no valid|en (esta|su) (boleta|factura)|(boleta|factura)s? (y|o) |cambi|canje|reemplaza|ref(erencia)?\b|solicite|exija/;

/** «NO VALIDO COMO», and «BOLETA» in the line below. */
const GOES_ON = /\bno valid\w* (?:como|para)$/;

function kindIn(lines: string[]): { kind: DocumentKind; line: number } {
  const offer = offerLine(lines);
  for (const [kind, pattern] of KINDS) {
    const line = lines.findIndex(
      (text, at) => pattern.test(text) && !MENTION.test(text) && !GOES_ON.test(lines[at - 1] ?? ""),
    );
    // «Precios con factura» below the title of a quotation makes it no invoice.
    if (line !== -1 && (offer === -1 || line < offer)) return { kind, line };
  }
  return { kind: "unknown", line: offer };
}

/** N°, Nº, Nro., No, N', # and «folio»: OCR rarely gets the little ring right, and then often nothing like it («NM"»). */
const NUMBER_WORD =
  /(?:\bfolio\b|\bnumero\b|\bnro\b|\bn[°ºo*%'"’”?e029]{1,2}(?=\s)|\bn[°ºo*%'"’”?]{1,2}|\bn[.:]|\bno\b|(?:^|(?<=(?:nica|boleta|factura)\s))n(?!ov)\S{1,2}(?=[\s.,:;]+\d[\d.]*$)|#)[\s.,:;°º]*(\d[\d.]{0,12}\d|\d)\b/;
const LINES_AFTER_TITLE = 3;

function numberIn(lines: string[], title: number, { code }: Country): Omit<Numbering, "kind"> {
  if (code === "CL") return { series: null, number: folioIn(lines, title) };
  const serial = SERIALS[code];
  const match = serial ? lines.map((line) => serial.exec(line)).find((found) => found !== null) : undefined;
  return match
    ? { series: (match[1] ?? "").toUpperCase(), number: String(Number(match[2])) }
    : { series: null, number: null };
}

function folioIn(lines: string[], title: number): string | null {
  const near = title === -1 ? lines.slice(0, 12) : lines.slice(title, title + LINES_AFTER_TITLE + 1);
  for (const line of near) {
    const digits = (NUMBER_WORD.exec(line)?.[1] ?? "").replace(/\./g, "");
    // A folio has at most ten digits (SII, Formato DTE).
    if (digits.length <= 10 && Number(digits) > 0) return String(Number(digits));
  }
  return null;
}

/** Series and number printed as one: F001-00012345 in Peru, 0003-00012345 in Argentina. */
const SERIALS: Readonly<Record<string, RegExp>> = {
  PE: /\b([fbe][a-z0-9]{3}) ?[-–] ?(\d{1,8})\b/,
  AR: /\b(\d{4,5}) ?[-–] ?(\d{8})\b/,
};
