// Which documents stand in a month of a taxpayer's register, on which side and in which list.
import { TOTALS_ONLY } from "../state/document.ts";
import type { SiiDocument } from "../state/document.ts";
import { purchasePeriod, salePeriod, stateOf } from "../state/life.ts";
import type { SiiOffice } from "../state/office.ts";

export type Operation = "COMPRA" | "VENTA";
export const LISTS = ["REGISTRO", "PENDIENTE", "NO_INCLUIR", "RECLAMADO"] as const;
export type List = (typeof LISTS)[number];

export type Wanted = { rut: string; period: string; operation: Operation; list: List; type?: number };

/** Oldest first. Sales have one list only. */
export function documentsOf(office: SiiOffice, wanted: Wanted): SiiDocument[] {
  const now = office.now();
  const isThere = (document: SiiDocument): boolean => {
    const state = stateOf(document, now);
    if (state === "EMITIDO") return false;
    if (wanted.type !== undefined && document.type !== wanted.type) return false;
    if (wanted.operation === "VENTA") {
      return document.issuer.rut === wanted.rut && wanted.list === "REGISTRO" && salePeriod(document) === wanted.period;
    }
    // Nobody's boletas are a purchase in the register.
    const isBought = document.receiver.rut === wanted.rut && !TOTALS_ONLY.has(document.type);
    return isBought && state === wanted.list && purchasePeriod(document, now) === wanted.period;
  };
  return office.documents.filter(isThere).toSorted((a, b) => (a.received_at ?? 0) - (b.received_at ?? 0));
}

/** The rows of a list: without what has totals only, and a duplicate as often as it is one. */
export function rowsOf(office: SiiOffice, wanted: Wanted): SiiDocument[] {
  return documentsOf(office, wanted)
    .filter(({ type }) => !TOTALS_ONLY.has(type))
    .flatMap((document) => Array.from({ length: document.copies }, () => document));
}

/** Who sold, or who bought. */
export function counterpartyOf(document: SiiDocument, operation: Operation): SiiDocument["issuer"] {
  return operation === "COMPRA" ? document.issuer : document.receiver;
}

/** 7712: a number that stays the same for the same words. */
export function codeOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 90_000_000, 7) + 1_000_000;
}
