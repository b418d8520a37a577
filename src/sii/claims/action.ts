// What a receiver may say of a document, and what may come of it (Ley 19.983 art. 3; SII, WS Registro de Aceptación o
// Reclamo de un DTE, v1.2 of 2017-08-07). Whatever is said stays said.

/** ACD accepts the content, ERM what was delivered; RCD claims the content, RFP a part that is missing, RFT all of it. */
export type ClaimAction = "ACD" | "ERM" | "RCD" | "RFP" | "RFT";

export function isClaim(action: ClaimAction): boolean {
  return action === "RCD" || action === "RFP" || action === "RFT";
}

/** Invoices, exempt ones and liquidaciones; of all else nothing may be said. */
export function isClaimable(type: number): boolean {
  return CLAIMABLE.has(type);
}

const CLAIMABLE: ReadonlySet<number> = new Set([33, 34, 43]);

/**
 * What the SII says of what was asked. `registered`, `listed` and `no_events` are good answers; `repeated`: it was said
 * before; `claimed`, `accepted`, `received`: the contrary was said before; `late`: the eight days are over; `cash`: paid at
 * once or free, so nothing may be said. `cession`: of whether it may be ceded, which nobody here asks.
 */
export type ClaimReason =
  | "registered"
  | "issuer"
  | "folio"
  | "type"
  | "action"
  | "claimed"
  | "repeated"
  | "late"
  | "no_record"
  | "not_at_sii"
  | "accepted"
  | "received"
  | "not_party"
  | "listed"
  | "no_events"
  | "not_receiver"
  | "not_received"
  | "goods_claimed"
  | "cession"
  | "cash"
  | "busy";

/** `codResp`: the tables of output parameters of that document; 27 is of later years. */
const REASONS: Readonly<Record<number, ClaimReason>> = {
  [-1]: "busy",
  0: "registered",
  1: "issuer",
  2: "folio",
  3: "type",
  4: "action",
  5: "claimed",
  6: "claimed",
  7: "repeated",
  8: "late",
  9: "no_record",
  10: "not_at_sii",
  11: "accepted",
  12: "claimed",
  13: "received",
  14: "not_party",
  15: "listed",
  16: "no_events",
  17: "not_receiver",
  18: "not_received",
  19: "goods_claimed",
  20: "cession",
  21: "cession",
  22: "cession",
  23: "cession",
  24: "cession",
  25: "cession",
  26: "cession",
  27: "cash",
};

/** Null for a code that nobody here knows: what it says of the document is then not known either. */
export function claimReasonOf(code: number): ClaimReason | null {
  return REASONS[code] ?? null;
}
