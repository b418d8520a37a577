// Why a total of a month is not all there is to say; words for it are elsewhere.

/** `ids`: of the documents it is about. `amount`: whole pesos that hang on it, where it can be said. */
export type Caveat = { reason: CaveatReason; ids: readonly string[]; amount: number | null; type: number | null };

export type CaveatReason =
  /** The month's RCV was never asked for, or no summary of it is known to compare with. */
  | "never_asked"
  | "no_summary"
  /** The SII's summary counts or adds up otherwise than its documents do. */
  | "summary_differs"
  /** A type of document that we do not know; it is not counted. */
  | "unknown_type"
  /** A tax by a code that we do not know, or one that the draft has no line for. */
  | "unknown_tax"
  | "additional_tax"
  /** Tax of common use, and no factor of proportionality to take it by. */
  | "no_factor"
  /** … and it counts whole by a factor of 1 that the SII has while nobody has told one. */
  | "whole_factor"
  /** A factura de compra that does not tell what was withheld. */
  | "withheld_unsaid"
  /** A liquidación that we issued, whose tax is not ours alone; and the commission inside one that we received. */
  | "liquidation_issued"
  | "liquidation_commission"
  /** A note of credit for boletas: the amount is sure, of lines 13 and 14 it is not sure which. */
  | "boleta_note"
  /** 920 and 922, which stand in no document: counted with the notes, though the form names no line. */
  | "undocumented";

/** With one of these a total may be wrong by money; the others only say how it was made. */
const SHAKING: ReadonlySet<CaveatReason> = new Set([
  "never_asked",
  "summary_differs",
  "unknown_type",
  "unknown_tax",
  "additional_tax",
  "no_factor",
  "withheld_unsaid",
  "liquidation_issued",
  "liquidation_commission",
]);

export function isShaking({ reason }: Caveat): boolean {
  return SHAKING.has(reason);
}
