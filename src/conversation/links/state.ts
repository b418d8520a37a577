import { lookupHash } from "#security";
import type { Room } from "../room.ts";
import type { LinkRow } from "./store.ts";

/** Why a link opens nothing: it is none of this conversation's, its time is over, or it was spent. */
export type LinkRefusal = "unknown" | "expired" | "used";

/** Whether a link opens what it is for. */
export function stateOf(link: LinkRow | null, now: number): "open" | LinkRefusal {
  if (!link) return "unknown";
  if (link.used_by !== null) return "used";
  return link.expires_at > now ? "open" : "expired";
}

/** Under what a link is kept: its secret stands nowhere. */
export async function hashOf(room: Room, secret: string): Promise<string> {
  return lookupHash(await room.ports.ring(), "scan-secret", `${room.id}|${secret}`);
}
