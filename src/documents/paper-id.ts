import type { PaperId } from "#ledger";
import type { Extraction } from "./extraction.ts";

/** Issuer, kind and folio name a paper exactly; without all three there is no such name, and a forged one is not it. */
export function paperIdOf({ kind, fields, authenticity }: Extraction): PaperId | null {
  const { merchant_tax_id: issuer, number, series } = fields;
  if (authenticity.verdict === "altered" || !issuer || !number || kind === "unknown") return null;
  return { issuer, kind, series, number };
}
