// What the register is held against. Whoever asks brings it: this room knows no paper.

import type { Entry, Rule } from "#ledger";

/** A paper of the business, known by what no other has: its issuer, its kind and its number. */
export type KnownPaper = {
  id: string;
  kind: PaperKind;
  /** The SII's type; absent where no stamp or signature says it, and the kind is as it is printed. */
  sii_type?: number | undefined;
  /** As `76123456-K`; null where it was not read. */
  issuer_tax_id: string | null;
  receiver_tax_id: string | null;
  number: string | null;
};

/** As contract §7 names them. */
export type PaperKind =
  | "boleta"
  | "factura"
  | "factura_exenta"
  | "nota_credito"
  | "nota_debito"
  | "guia"
  | "comprobante"
  | "recibo"
  | "unknown";

/** Somebody has said that this document, by its key, is not this entry. */
export type DeclinedPair = { document: string; entry_id: string };

export type Books = {
  /**
   * Those that stand, of the month and the months around it; and whatever their day, those that a document of the month is
   * booked as or that its paper is.
   */
  entries: readonly Entry[];
  /** Those of these entries, at least. */
  papers: readonly KnownPaper[];
  own_tax_id: string | null;
  /** What corrections have taught: other names of a company, and what is bought of it. */
  rules: readonly Rule[];
  declined: readonly DeclinedPair[];
};
