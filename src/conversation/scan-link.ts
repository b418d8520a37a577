import { lookupHash } from "#security";
import type { Effect, Reply } from "./effect.ts";
import { readDialogue, refOf, sealJson, type Room } from "./room.ts";
import { writeScanToken } from "./scan-token.ts";
import { findScanLink, insertOutbox, spendScanLink, type OutboxRow, type ScanLinkRow } from "./store.ts";

/** What is kept of a link: a hash of its secret, and the document that it was offered for. */
export type ScanLink = { hash: string; replaces: string | null };

/**
 * The reply with the address of its link, where it offers one. The secret follows from the row, so that a message sent
 * again carries the same link, and it is written nowhere: only its hash is, when the message goes out.
 */
export async function withScanLink(
  room: Room,
  row: Pick<OutboxRow, "key" | "created_at">,
  reply: Reply,
): Promise<{ reply: Reply; link: ScanLink | null }> {
  const offer = reply.parts.find((part) => part.part === "scan_link");
  if (offer?.part !== "scan_link") return { reply, link: null };
  const { ring } = await room.keys();
  const derived = await lookupHash(ring, "scan-link", `${room.id}|${row.key}|${row.created_at}`);
  const secret = derived.slice(0, SECRET_HEX);
  const url = `${room.ports.scan_page}#${writeScanToken({ conversation: room.id, secret })}`;
  const parts = reply.parts.map((part) => (part === offer ? { ...offer, url } : part));
  return { reply: { ...reply, parts }, link: { hash: await hashOf(room, secret), replaces: offer.replaces } };
}

const SECRET_HEX = 32;

/** Why a link opens nothing: it is none of this conversation's, its time is over, or something was scanned with it. */
export type ScanRefusal = "unknown" | "expired" | "used";

export type ScanOpened = { state: "open"; locale: string; expires_at: number } | { state: ScanRefusal };

/** What a link opens; nothing is spent by looking. */
export async function openScan(room: Room, secret: string): Promise<ScanOpened> {
  const link = findScanLink(room.sql, await hashOf(room, secret));
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
): Promise<"received" | ScanRefusal> {
  const hash = await hashOf(room, secret);
  const used_by = await refOf(room, `code:${code}`);
  const now = room.ports.clock.now();
  const before = findScanLink(room.sql, hash);
  const early = before?.used_by === used_by ? "received" : stateOf(before, now);
  if (early !== "open" || !before) return early === "open" ? "unknown" : early;
  const key = `scan.${hash.slice(0, KEY_CHARS)}`;
  const { replaces } = before;
  const effect: Effect = { kind: "read_code", code, message_id: `${SCANNED}${hash}`, at: now, replaces };
  const sealed = await sealJson(room, { table: "outbox", row: key }, effect);
  return room.storage.transactionSync(() => {
    const link = findScanLink(room.sql, hash);
    const state = link?.used_by === used_by ? "received" : stateOf(link, now);
    if (state !== "open") return state;
    spendScanLink(room.sql, hash, used_by);
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

function stateOf(link: ScanLinkRow | null, now: number): "open" | ScanRefusal {
  if (!link) return "unknown";
  if (link.used_by !== null) return "used";
  return link.expires_at > now ? "open" : "expired";
}

async function hashOf(room: Room, secret: string): Promise<string> {
  return lookupHash(await room.ports.ring(), "scan-secret", `${room.id}|${secret}`);
}
