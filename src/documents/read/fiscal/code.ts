// What a fiscal code says, whichever country prescribes it.

import type { DocumentKind, Fields } from "../../extraction.ts";

export type FiscalQr = {
  country: "PE" | "AR" | "MX" | "UY" | "CO" | "EC" | "BR";
  /** `unknown` where the code does not tell one kind from another. */
  kind: DocumentKind;
  /** What the tax authority knows the document by (UUID, CUFE, access key); null where the code has no such thing. */
  key: string | null;
  /** `YYYY-MM` where the code says the month without the day. */
  month: string | null;
  /** True where the amounts are surely in `fields.currency`: some codes state a figure and leave out of what. */
  namesCurrency: boolean;
  /** Null is what the code does not say, or what failed its check digit. */
  fields: Pick<Fields, CodedName | "currency">;
};

export type CodedName =
  | "merchant_tax_id"
  | "receiver_tax_id"
  | "series"
  | "number"
  | "date"
  | "total_minor"
  | "tax_minor";

/** A code that says nothing yet, to be spread under what one does say. */
export const SAYS_NOTHING = {
  merchant_tax_id: null,
  receiver_tax_id: null,
  series: null,
  number: null,
  date: null,
  total_minor: null,
  tax_minor: null,
} as const;

/** The fields that the code itself states. */
export function saidBy({ fields }: FiscalQr): CodedName[] {
  return (Object.keys(SAYS_NOTHING) as CodedName[]).filter((name) => fields[name] !== null);
}

/** Octets written as %XX, as characters; some programs escape twice. */
export function unescaped(text: string): string {
  const once = (escaped: string): string =>
    escaped.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return once(once(text));
}

/** The parameters of an address by their lower-case names; the last of two with one name. */
export function parametersOf(query: string): ReadonlyMap<string, string> {
  const pairs = query.replace(/&amp;/gi, "&").split("&");
  return new Map(
    pairs
      .filter((pair) => pair.includes("="))
      .map((pair) => [
        pair.slice(0, pair.indexOf("=")).trim().toLowerCase(),
        unescaped(pair.slice(pair.indexOf("=") + 1)).trim(),
      ]),
  );
}

/** A number without the zeros it was padded with, or null where it is no number. */
export function plainNumber(text: string): string | null {
  return /^\d{1,20}$/.test(text) ? text.replace(/^0+(?=\d)/, "") : null;
}
