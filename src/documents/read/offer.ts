// A quotation offers a price: it looks like an invoice, and nothing was bought with it.

/** Titles stand at the head of a page. */
const HEAD_LINES = 15;

/** `COTIZACION N° 55`, `PRESUPUESTO`, `FACTURA PROFORMA`; «cotizaciones» are what is paid for a pension. */
const OFFER =
  /^\W*(?:cotizacion|presupuesto|(?:factura )?pro ?forma|orcamento|quotation|price quote|quote|estimate)\b(?! (?:del? )?(?:dia|dolar))/;

/** The line in which a paper calls itself an offer; −1 where none does. @param lines folded */
export function offerLine(lines: readonly string[]): number {
  return lines.slice(0, HEAD_LINES).findIndex((line) => OFFER.test(line));
}
