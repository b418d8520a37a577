// What the SII's types of document are on paper (Formato DTE v2.5, «Tipo de documento»; the two-digit ones below 33 and the
// hundreds below 110 are of paper themselves). One table for whoever reads a paper and whoever reads a list.

/** As contract §7 names them. */
export type TypeKind = "boleta" | "factura" | "factura_exenta" | "guia" | "nota_debito" | "nota_credito";

const KINDS: Readonly<Record<number, TypeKind>> = {
  29: "factura",
  30: "factura",
  32: "factura_exenta",
  33: "factura",
  34: "factura_exenta",
  39: "boleta",
  40: "factura",
  41: "boleta",
  43: "factura",
  45: "factura",
  46: "factura",
  52: "guia",
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

/** Liquidación-factura: what was sold on behalf of another, less the commission. Its amounts may be below zero. */
export const SETTLEMENT_TYPE = 43;

/** What a type is to a shopkeeper; null for one that is no paper of theirs. */
export function kindOfType(type: number): TypeKind | null {
  return KINDS[type] ?? null;
}

/** Types that a paper without a code is told apart by: what it prints as its title is one of these. */
const PRINTED: ReadonlySet<number> = new Set([33, 34, 39, 41, 52, 56, 61]);

/**
 * What names a paper beside its issuer and its folio. Each type has folios of its own, so a kind alone is no name: our own
 * factura de compra 12 (46) is not our sale 12 (33).
 * @returns the kind of a type that is known by its print alone, `sii-46` of any other
 */
export function paperKindOf(type: number): string {
  return (PRINTED.has(type) ? kindOfType(type) : null) ?? `sii-${type}`;
}

/** An invoice of which the buyer is the issuer (factura de compra, on paper and electronic). */
export function isIssuedByBuyer(type: number): boolean {
  return type === 45 || type === 46;
}

/** Whoever sells issues; but a factura de compra is issued by who buys, and its receiver is the seller. */
export function dealersOf<I, R>({
  type,
  issuer,
  receiver,
}: {
  type: number;
  issuer: I;
  receiver: R;
}): {
  seller: I | R;
  buyer: I | R;
} {
  return isIssuedByBuyer(type) ? { seller: receiver, buyer: issuer } : { seller: issuer, buyer: receiver };
}
