// A line of the Registro de Compras y Ventas (RCV), whatever brought it: the portal's CSV or its facade.

import type { CivilDate, Month } from "#kernel";

/** `compra`: the business bought; `venta`: it sold. */
export type RcvSide = "compra" | "venta";

/**
 * What a purchase is to the SII: `registro` counts; `pendiente` does until its receiver accepts it, claims it or eight
 * days have gone; `no_incluir` and `reclamado` never. Sales have `registro` alone.
 */
export type RcvState = "registro" | "pendiente" | "no_incluir" | "reclamado";

/** Amounts in whole pesos, as the SII writes them: those of a credit note above zero, as any other's. */
export type RcvDocument = {
  side: RcvSide;
  state: RcvState;
  /** SII's code: 33 factura, 61 nota de crédito … */
  type: number;
  folio: string;
  /** Who sold of a purchase, who bought of a sale; `rut` as `76123456-K`, though its check digit be wrong. */
  counterparty: { rut: string; name: string; isValid: boolean };
  issuedOn: CivilDate;
  /** Local, `YYYY-MM-DDTHH:MM:SS`; the eight days of a claim run from here. */
  receivedAt: string | null;
  acknowledgedAt: string | null;
  claimedAt: string | null;
  /** «Del Giro», «Activo Fijo», «No Corresp. Incluir» … */
  transaction: string | null;
  exempt: number;
  net: number;
  /** Of a purchase what may be recovered of it. */
  tax: number;
  total: number;
  unrecoverable: { tax: number; code: number | null } | null;
  fixedAsset: { net: number; tax: number } | null;
  commonUseTax: number;
  /** Additional taxes by the SII's code; `rate` in percent. */
  otherTaxes: { code: number; amount: number; rate: number | null }[];
  references: { type: number | null; folio: string }[];
  /** The month in which it counts, which may be later than its day; null where the source does not say. */
  period: Month | null;
};

/** Who issued it, its type and its folio: a folio alone is anybody's. */
export function keyOf({ side, type, folio, counterparty }: RcvDocument): string {
  return `sii:${side}:${type}:${counterparty.rut}:${folio}`;
}

/** What the books take from a document. When it was received, and by whom, may differ between rows of one. */
export function bookedOf(document: RcvDocument): string {
  const { issuedOn, exempt, net, tax, total, unrecoverable, fixedAsset, commonUseTax, otherTaxes } = document;
  return JSON.stringify([issuedOn, exempt, net, tax, total, unrecoverable, fixedAsset, commonUseTax, otherTaxes]);
}
