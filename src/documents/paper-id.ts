import { isIssuedByBuyer, paperKindOf } from "#dte";
import { copyOf, type PaperId } from "#ledger";
import type { Extraction } from "./extraction.ts";

/** Issuer, kind and folio name a paper exactly; without all three there is no such name, and a forged one is not it. */
export function paperIdOf(extraction: Extraction): PaperId | null {
  return isAltered(extraction) ? null : claimedIdOf(extraction);
}

/** What names a paper that can't be the one of that name; null for any that can. */
export function alteredIdOf(extraction: Extraction): PaperId | null {
  return isAltered(extraction) ? claimedIdOf(extraction) : null;
}

/** Under what it stands in the books: by its name, or as an altered copy of the paper that has it. */
export function evidenceOf(extraction: Extraction): PaperId | null {
  const altered = alteredIdOf(extraction);
  return altered ? copyOf(altered) : paperIdOf(extraction);
}

function isAltered({ authenticity }: Extraction): boolean {
  return authenticity.verdict === "altered";
}

function claimedIdOf(extraction: Extraction): PaperId | null {
  const { kind, sii_type, fields } = extraction;
  const { number, series } = fields;
  const issuer = issuerOf(extraction);
  if (!issuer || !number || kind === "unknown") return null;
  return { issuer, kind: sii_type === undefined ? kind : paperKindOf(sii_type), series, number };
}

/** Whose folio it is: the seller's, and of a factura de compra the buyer's. Null where their tax id was not read. */
export function issuerOf({ sii_type, fields }: Pick<Extraction, "sii_type" | "fields">): string | null {
  const isBuyers = sii_type !== undefined && isIssuedByBuyer(sii_type);
  return isBuyers ? fields.receiver_tax_id : fields.merchant_tax_id;
}
