import type { Effect } from "../effect.ts";
import { readDialogue, refOf, sealJson, type Room } from "../room.ts";
import { insertOutbox } from "../store.ts";
import { hashOf, stateOf, type LinkRefusal } from "./state.ts";
import { findLink, spendLink } from "./store.ts";

export type ScanOpened = { state: "open"; locale: string; expires_at: number } | { state: LinkRefusal };

/** What a link opens; nothing is spent by looking. */
export async function openScan(room: Room, secret: string): Promise<ScanOpened> {
  const link = findLink(room.sql, await hashOf(room, secret), "scan");
  const state = stateOf(link, room.ports.clock.now());
  if (state !== "open" || !link) return { state: state === "open" ? "unknown" : state };
  const { membership } = await readDialogue(room);
  return { state, locale: membership?.locale ?? "", expires_at: link.expires_at };
}

/**
 * Takes what was scanned. When this returns `received` it is on disk, with the link spent in the same transaction; the
 * same code brought again with the same link, because the answer was lost, is received once.
 * @param code the bytes that the code holds, base64
 */
export async function redeemScan(
  room: Room,
  { secret, code }: { secret: string; code: string },
): Promise<"received" | LinkRefusal> {
  const hash = await hashOf(room, secret);
  const used_by = await refOf(room, `code:${code}`);
  const now = room.ports.clock.now();
  const before = findLink(room.sql, hash, "scan");
  const early = before?.used_by === used_by ? "received" : stateOf(before, now);
  if (early !== "open" || !before) return early === "open" ? "unknown" : early;
  const key = `scan.${hash.slice(0, KEY_CHARS)}`;
  const { replaces } = before;
  const effect: Effect = { kind: "read_code", code, message_id: `${SCANNED}${hash}`, at: now, replaces };
  const sealed = await sealJson(room, { table: "outbox", row: key }, effect);
  return room.storage.transactionSync(() => {
    const link = findLink(room.sql, hash, "scan");
    const state = link?.used_by === used_by ? "received" : stateOf(link, now);
    if (state !== "open") return state;
    spendLink(room.sql, hash, used_by);
    insertOutbox(room.sql, { key, lane: "document", turn: 0, due_at: now, sealed }, now);
    return "received";
  });
}

const KEY_CHARS = 24;

/** What a scanned code goes by where a photo has the id of its message. */
const SCANNED = "scan:";

/** The message to quote; a scanned code came in none. */
export function quotable(messageId: string | null): string | null {
  return messageId?.startsWith(SCANNED) ? null : messageId;
}
