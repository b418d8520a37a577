import { isIssuedByBuyer, paperKindOf } from "#dte";
import type { PaperId } from "#ledger";
import type { RcvDocument } from "../rcv/document.ts";

/** What names the paper of a document. @param ownRut who issued it where the business sold, or bought with its own invoice */
export function paperIdOf({ side, type, folio, counterparty }: RcvDocument, ownRut: string): PaperId {
  const isOurs = (side === "venta") !== isIssuedByBuyer(type);
  return { issuer: isOurs ? ownRut : counterparty.rut, kind: paperKindOf(type), series: null, number: folio };
}
