// What a document is to the RCV at a moment, and in which month. Pure.
import { DAY_MS, noonOf, periodOf } from "./chile.ts";
import { CLAIMABLE, CLAIMS } from "./document.ts";
import type { SiiDocument } from "./document.ts";

/** Ley 20.956 (art. 3 of Ley 19.983): eight days after the SII received it, silence accepts. */
export const CLAIM_DAYS = 8;

/** EMITIDO: the SII has not received it, or not yet. */
export type DocumentState = "EMITIDO" | "PENDIENTE" | "REGISTRO" | "RECLAMADO" | "NO_INCLUIR";

export function stateOf(document: SiiDocument, now: number): DocumentState {
  const { received_at } = document;
  if (received_at === null || received_at > now) return "EMITIDO";
  if (claimOf(document) !== null) return "RECLAMADO";
  const registeredAt = registrationOf(document);
  if (registeredAt === null || registeredAt > now) return "PENDIENTE";
  return document.transaction === NOT_INCLUDED ? "NO_INCLUIR" : "REGISTRO";
}

export const NOT_INCLUDED = 7;

/** Of a sale there is one list: whatever its buyer says of it, it was sold. */
export function saleStateOf({ received_at }: SiiDocument, now: number): "EMITIDO" | "REGISTRO" {
  return received_at === null || received_at > now ? "EMITIDO" : "REGISTRO";
}

/** Until when something may be said of it; null where nothing may, or nothing has come. */
export function deadlineOf(document: SiiDocument): number | null {
  const { type, cash, received_at } = document;
  return !CLAIMABLE.has(type) || cash || received_at === null ? null : received_at + CLAIM_DAYS * DAY_MS;
}

export function claimOf(document: SiiDocument): number | null {
  return document.events.find(({ code }) => CLAIMS.some((claim) => claim === code))?.at ?? null;
}

export function acceptanceOf(document: SiiDocument): number | null {
  return document.events.find(({ code }) => code === "ACD" || code === "ERM")?.at ?? null;
}

/** When it counts: at once, when its receiver said so, or after the eight days. */
function registrationOf(document: SiiDocument): number | null {
  return acceptanceOf(document) ?? deadlineOf(document) ?? document.received_at;
}

/**
 * The month in which a purchase stands. What waits or was claimed stands in that of its reception; what counts, in that
 * of its acceptance, so a document of the last days of a month moves to the next one while nobody looks.
 */
export function purchasePeriod(document: SiiDocument, now: number): string {
  if (document.moved_to !== null) return document.moved_to;
  const state = stateOf(document, now);
  const counts = state === "REGISTRO" || state === "NO_INCLUIR";
  return periodOf((counts ? registrationOf(document) : document.received_at) ?? now);
}

/** The month in which a sale stands: that of its date. */
export function salePeriod(document: SiiDocument): string {
  return document.moved_to ?? periodOf(noonOf(document.issued_on));
}
