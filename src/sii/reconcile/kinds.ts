// What the register does with the SII's types of document.

import { kindOfType } from "#dte";
import type { PaperKind } from "./books.ts";

/** The register writes the amounts of these above zero, and they take back. */
export function isCreditNote(type: number): boolean {
  return kindOfType(type) === "nota_credito";
}

/** Of these alone the SII takes an acceptance or a claim (registro de aceptación o reclamo, v1.2). */
export function mayBeClaimed(type: number): boolean {
  return type === 33 || type === 34 || type === 43;
}

/** Papers that the register holds one by one; of boletas and slips it has sums at most. */
export function isRegistered(kind: PaperKind): boolean {
  return kind === "factura" || kind === "factura_exenta" || kind === "nota_credito" || kind === "nota_debito";
}
