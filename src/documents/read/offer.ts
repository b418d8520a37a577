// A quotation offers a price: it looks like an invoice, and nothing was bought with it.

/** Titles stand at the head of a page. */
const HEAD_LINES = 15;

/**
 * `COTIZACION N° 55`, `PRESUPUESTO`, `FACTURA PROFORMA`; «cotizaciones» are what is paid for a pension, and so is one that is
 * `PREVISIONAL`, `OBLIGATORIA` or `DE SALUD`.
 */
const OFFER =
  /^\W*(?:cotizacion(?!\W{0,3}(?:adicional|voluntaria|obligatoria|previsional|provisional|legal|individual|independiente|(?:(?:del?|para|al?) )?(?:la |el |su )?(?:a\W?f\W?p|afc|isapre|fonasa|salud|pension(?:es)?|prevision|seguro|sis|cesantia|trabajador|mutual|ips|previred|apv))\b)|presupuesto|(?:factura )?pro ?forma|orcamento|quotation|price quote|quote|estimate)\b(?! (?:del? )?(?:dia|dolar))/;

/** The line in which a paper calls itself an offer; −1 where none does. @param lines folded */
export function offerLine(lines: readonly string[]): number {
  return lines.slice(0, HEAD_LINES).findIndex((line) => OFFER.test(line));
}
