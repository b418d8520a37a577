import { bookedUnder } from "#documents";
import type { Draft } from "./dialogue.ts";

/** Who bought with a paper of ours: its receiver, else whom the person named; null for one of others, and where nobody is. */
export function customerOf({ extraction, type, way, customer }: Draft, own_tax_id: string | null): string | null {
  if (type !== "ingreso" || way === "own" || extraction.kind === "nota_credito") return null;
  return bookedUnder(extraction, { type, own_tax_id }).seller ?? customer ?? null;
}

/** A paper by which we sold, whatever it is made out to: an invoice of ours names who bought. */
export function isOurSale({ extraction, type }: Pick<Draft, "extraction" | "type">): boolean {
  return type === "ingreso" && extraction.kind !== "nota_credito";
}
