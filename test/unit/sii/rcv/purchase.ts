import type { RcvDocument } from "#sii";

/** A purchase as it is read, whatever brought it. */
export const PURCHASE_READ: RcvDocument = {
  side: "compra",
  state: "registro",
  type: 33,
  folio: "23084",
  counterparty: { rut: "76123456-0", name: "COMERCIAL ANDES SPA", isValid: true },
  issuedOn: "2026-06-21",
  receivedAt: "2026-06-24T09:55:53",
  acknowledgedAt: null,
  claimedAt: null,
  transaction: "Del Giro",
  exempt: 0,
  net: 240_169,
  tax: 45_632,
  total: 285_801,
  unrecoverable: null,
  fixedAsset: null,
  commonUseTax: 0,
  otherTaxes: [],
  references: [],
  period: "2026-06",
};

/** A purchase of so much net, at 19 %, of which its total is the sum; `over` says what is not as with that one. */
export function purchaseOf(over: Partial<RcvDocument>): RcvDocument {
  const { net = 100_000, exempt = 0 } = over;
  const tax = over.tax ?? Math.round(net * 0.19);
  return { ...PURCHASE_READ, exempt, net, tax, total: net + exempt + tax, ...over };
}
