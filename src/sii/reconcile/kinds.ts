// What the SII's codes of documents stand for (Formato DTE, «Tipo de documento»; the two-digit ones below 33 and the hundreds
// below 110 are of paper).

import type { PaperKind } from "./books.ts";

const KINDS: Readonly<Record<number, PaperKind>> = {
  29: "factura",
  30: "factura",
  32: "factura_exenta",
  33: "factura",
  34: "factura_exenta",
  40: "factura",
  43: "factura",
  45: "factura",
  46: "factura",
  55: "nota_debito",
  56: "nota_debito",
  60: "nota_credito",
  61: "nota_credito",
  101: "factura",
  104: "nota_debito",
  106: "nota_credito",
  110: "factura",
  111: "nota_debito",
  112: "nota_credito",
  920: "nota_debito",
  922: "nota_credito",
};

/** Null for a type that no paper of ours is of. */
export function kindOf(type: number): PaperKind | null {
  return KINDS[type] ?? null;
}

/** An invoice of which the buyer is the issuer (factura de compra). */
export function isIssuedByBuyer(type: number): boolean {
  return type === 45 || type === 46;
}

/** Papers that the register holds one by one; of boletas and slips it has sums at most. */
export function isRegistered(kind: PaperKind): boolean {
  return kind === "factura" || kind === "factura_exenta" || kind === "nota_credito" || kind === "nota_debito";
}
