// Entries that say that there is an invoice, and so should stand in the register. What was only told never does: the register
// has no boleta, no fee and no market stall of its own line.

import { fold, monthOf, type Month } from "#kernel";
import { isIssuedByBuyer } from "#dte";
import type { Entry } from "#ledger";
import type { RcvSide } from "../rcv/document.ts";
import { isRegistered } from "./kinds.ts";
import type { Books, KnownPaper } from "./books.ts";
import { bareNumber } from "./ties.ts";
import { flowOf, sideOf, taxBooked, type Flow } from "./value.ts";

export type Claim = {
  entry: Entry;
  side: RcvSide;
  month: Month;
  isCreditNote: boolean;
  /** Of the invoice; null where only its tax tells of it. */
  number: string | null;
  paper: KnownPaper | null;
};

/** What an entry claims; null where the register need not know of it. @param paper the entry's own, null where it has none that is known */
export function claimOf(entry: Entry, paper: KnownPaper | null, { own_tax_id }: Books): Claim | null {
  const flow = flowOf(entry);
  if (flow === null) return null;
  const of = { entry, month: monthOf(entry.date), paper };
  const booked = BOOKED_FROM.exec(entry.source_ref);
  if (booked) {
    const [, side = "compra", folio = ""] = booked;
    return { ...of, side: side as RcvSide, isCreditNote: (side === "compra") !== (flow === "out"), number: folio };
  }
  if (entry.document_id !== null)
    return paper && isRegistered(paper.kind) ? papered({ ...of, paper }, flow, own_tax_id) : null;
  return told(of, flow);
}

/** `sii:compra:33:76123456-0:23084` */
const BOOKED_FROM = /^sii:(compra|venta):\d+:[\dK-]+:(\d+)$/;

type Of = Pick<Claim, "entry" | "month">;

/** A sale where we issued it, or who bought with their own invoice did; where nobody knows who did, as its kind and the way of the money say. */
function papered(of: Of & { paper: KnownPaper }, flow: Flow, ownTaxId: string | null): Claim {
  const { issuer_tax_id, kind, sii_type, number } = of.paper;
  const isNote = kind === "nota_credito";
  const bySide = isNote ? otherSide(flow) : sideOf(flow);
  const isBuyers = sii_type !== undefined && isIssuedByBuyer(sii_type);
  const byIssuer = (issuer_tax_id === ownTaxId) !== isBuyers ? "venta" : "compra";
  const side = issuer_tax_id === null || ownTaxId === null ? bySide : byIssuer;
  return { ...of, side, isCreditNote: isNote, number: number && bareNumber(number) };
}

/**
 * Without a paper: an invoice named by its number, or a purchase whose tax stands apart, for only an invoice brings any. A
 * sale with its tax may as well be a boleta.
 */
function told(of: Of, flow: Flow): Claim | null {
  const { isNote, number } = namedIn(of.entry.concept);
  const side = isNote ? otherSide(flow) : sideOf(flow);
  if (number === null && (flow !== "out" || taxBooked(of.entry) === 0)) return null;
  return { ...of, side, isCreditNote: isNote, number, paper: null };
}

/** The invoice or note that words name by its number. */
export function namedIn(concept: string | null): { isNote: boolean; number: string | null } {
  const [, note, number] = NAMED.exec(fold(concept ?? "")) ?? [];
  return number === undefined
    ? { isNote: false, number: null }
    : { isNote: note !== undefined, number: bareNumber(number) };
}

/** `factura 1234`, `nota de crédito N° 88`; how a number of pesos begins is no folio: `factura 35.000`. */
const NAMED =
  /\b(?:facturas?(?: electronica| exenta)?|nota (?:de )?debito|(nota (?:de )?credito))\W{0,3}(?:n\S{0,3}|nro\.?|folio)?\W{0,3}(\d{1,10})\b(?![.,]\d)/;

function otherSide(flow: Flow): RcvSide {
  return flow === "out" ? "venta" : "compra";
}
