import type { Month } from "#kernel";
import { readDialogue, type Room } from "../room.ts";
import { hashOf, stateOf, type LinkRefusal } from "./state.ts";
import { findLink, spendLink } from "./store.ts";

/** Whose report a link gives, and of which month. */
export type ReportHolder = { tenant_id: string; month: Month };

/** Spends a link to a report, once, and says what it is for. */
export async function redeemReport(room: Room, secret: string): Promise<ReportHolder | LinkRefusal> {
  const hash = await hashOf(room, secret);
  const { membership } = await readDialogue(room);
  if (!membership) return "unknown";
  const { tenant_id } = membership;
  return room.storage.transactionSync(() => {
    const link = findLink(room.sql, hash, "report");
    const state = stateOf(link, room.ports.clock.now());
    if (state !== "open") return state;
    if (!link || link.month === null) return "unknown";
    spendLink(room.sql, hash, SPENT);
    return { tenant_id, month: link.month };
  });
}

const SPENT = "report";
