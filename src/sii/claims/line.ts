// A document as whoever may accept or claim it is shown it, and why they may not. Pure.

import type { CivilDate } from "#kernel";
import type { RcvDocument, RcvSide, RcvState } from "../rcv/document.ts";
import { acceptanceOf } from "../taxes/due.ts";
import { isClaimable, type ClaimReason } from "./action.ts";

/**
 * `received_at`: at the SII, local, `YYYY-MM-DDTHH:MM:SS`; null where nobody wrote it down. `until`: local too, with whole
 * days and hours (beyond the days) that are left. Amounts in whole pesos.
 */
export type ClaimLine = {
  id: string;
  side: RcvSide;
  state: RcvState;
  type: number;
  folio: string;
  issuer: string;
  name: string;
  date: CivilDate;
  total: number;
  tax: number;
  received_at: string | null;
  left: { until: string; days: number; hours: number; is_over: boolean } | null;
};

/** @param now epoch ms */
export function claimLineOf(id: string, document: RcvDocument, now: number): ClaimLine {
  const { side, state, type, folio, counterparty, issuedOn: date, total, tax, receivedAt: received_at } = document;
  const left = received_at === null ? null : acceptanceOf(received_at, now);
  const about = { id, side, state, type, folio, issuer: counterparty.rut, name: counterparty.name, date };
  return { ...about, total, tax, received_at, left };
}

/** What closes a document without asking the SII. */
export type ClaimClosed = Extract<ClaimReason, "not_receiver" | "type" | "claimed" | "late" | "accepted">;

/** Why nothing may be said of it any more, where that is plain without asking; null where the SII is to be asked. */
export function closedBy({ side, state, type, left }: ClaimLine): ClaimClosed | null {
  if (side === "venta") return "not_receiver";
  if (!isClaimable(type)) return "type";
  if (state === "reclamado") return "claimed";
  if (left?.is_over) return "late";
  return state === "pendiente" ? null : "accepted";
}
