import { isIssuedByBuyer, paperKindOf } from "#dte";
import type { PaperId } from "#ledger";
import type { RcvDocument } from "../rcv/document.ts";

/** What names the paper of a document. @param ownRut the business's own */
export function paperIdOf(document: RcvDocument, ownRut: string): PaperId {
  const { type, folio } = document;
  return { issuer: issuerOf(document, ownRut), kind: paperKindOf(type), series: null, number: folio };
}

/** Whose folio it is: the business's own where it sold, or bought with its own invoice. */
export function issuerOf<O extends string | null>({ side, type, counterparty }: RcvDocument, ownRut: O): string | O {
  const isOurs = (side === "venta") !== isIssuedByBuyer(type);
  return isOurs ? ownRut : counterparty.rut;
}
