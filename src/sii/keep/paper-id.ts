import type { PaperId } from "#ledger";
import type { RcvDocument } from "../rcv/document.ts";

/** The SII's types that a photo or a file is told apart by; any other has its number in its name, and meets no photo. */
const KINDS: Readonly<Record<number, string>> = {
  33: "factura",
  34: "factura_exenta",
  56: "nota_debito",
  61: "nota_credito",
};

/** What names the paper of a document. @param ownRut who issued it where the business sold */
export function paperIdOf({ side, type, folio, counterparty }: RcvDocument, ownRut: string): PaperId {
  const issuer = side === "compra" ? counterparty.rut : ownRut;
  return { issuer, kind: KINDS[type] ?? `sii-${type}`, series: null, number: folio };
}
