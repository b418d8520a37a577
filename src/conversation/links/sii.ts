import type { Membership } from "../dialogue.ts";
import { readDialogue, type Room } from "../room.ts";
import { spendOnce } from "./spend.ts";
import { hashOf, stateOf, type LinkRefusal } from "./state.ts";
import { findLink } from "./store.ts";

/** Who gave the link to the page on which the SII is connected. */
export type SiiLinkHolder = Pick<Membership, "tenant_id" | "contact_id" | "role">;

/** Whether such a link is good; nothing is spent by looking. */
export async function openSiiLink(room: Room, secret: string): Promise<{ state: "open" | LinkRefusal }> {
  const link = findLink(room.sql, await hashOf(room, secret), "sii");
  return { state: stateOf(link, room.ports.clock.now()) };
}

/** Spends such a link, once, and says for whom it was. */
export async function redeemSiiLink(room: Room, secret: string): Promise<SiiLinkHolder | LinkRefusal> {
  const { membership } = await readDialogue(room);
  if (!membership) return "unknown";
  const { tenant_id, contact_id, role } = membership;
  const spent = await spendOnce(room, secret, "sii");
  return spent === "spent" ? { tenant_id, contact_id, role } : spent;
}
