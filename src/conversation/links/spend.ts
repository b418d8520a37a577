import type { Room } from "../room.ts";
import { hashOf, stateOf, type LinkRefusal } from "./state.ts";
import { findLink, spendLink, type LinkPurpose } from "./store.ts";

/** Spends a link, once; it keeps no more of it than that. */
export async function spendOnce(room: Room, secret: string, purpose: LinkPurpose): Promise<"spent" | LinkRefusal> {
  const hash = await hashOf(room, secret);
  return room.storage.transactionSync(() => {
    const state = stateOf(findLink(room.sql, hash, purpose), room.ports.clock.now());
    if (state !== "open") return state;
    spendLink(room.sql, hash, purpose);
    return "spent";
  });
}
