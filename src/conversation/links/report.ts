import type { Month } from "#kernel";
import { readDialogue, type Room } from "../room.ts";
import { spendOnce } from "./spend.ts";
import { hashOf, stateOf, type LinkRefusal } from "./state.ts";
import { findLink } from "./store.ts";

/** Whose report a link gives, and of which month. */
export type ReportHolder = { tenant_id: string; month: Month };

/** What a link to a report is for; nothing is spent by looking. */
export async function openReport(room: Room, secret: string): Promise<ReportHolder | LinkRefusal> {
  const { membership } = await readDialogue(room);
  const link = findLink(room.sql, await hashOf(room, secret), "report");
  const state = stateOf(link, room.ports.clock.now());
  if (state !== "open") return state;
  return link && link.month !== null && membership ? { tenant_id: membership.tenant_id, month: link.month } : "unknown";
}

/** Spends such a link, once. */
export async function redeemReport(room: Room, secret: string): Promise<"spent" | LinkRefusal> {
  return spendOnce(room, secret, "report");
}
