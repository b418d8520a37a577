import { whyNoPurchase, type NoPurchase } from "#documents";
import type { Draft } from "../dialogue.ts";

/** Why «sí» does not book a paper, though it prints a total; null where it does. */
export function whyUnbooked({ extraction, way }: Draft): NoPurchase | null {
  if (way === "asked") return "way";
  const why = whyNoPurchase(extraction);
  return why === "way" && way !== undefined ? null : why;
}
