import type { PaperKind } from "./books.ts";

/** Papers that the register holds one by one; of boletas and slips it has sums at most. */
export function isRegistered(kind: PaperKind): boolean {
  return kind === "factura" || kind === "factura_exenta" || kind === "nota_credito" || kind === "nota_debito";
}
