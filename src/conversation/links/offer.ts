import { lookupHash } from "#security";
import type { Reply } from "../effect.ts";
import type { Room } from "../room.ts";
import type { OutboxRow } from "../store.ts";
import { hashOf } from "./state.ts";
import type { LinkPurpose } from "./store.ts";
import { writeLinkToken } from "./token.ts";

/** What is kept of a link: a hash of its secret, and the document that it was offered for. */
export type Link = { hash: string; replaces: string | null; purpose: LinkPurpose };

/**
 * The reply with the address of its link, where it offers one. The secret follows from the row, so that a message sent
 * again carries the same link, and it is written nowhere: only its hash is, when the message goes out.
 */
export async function withLink(
  room: Room,
  row: Pick<OutboxRow, "key" | "created_at">,
  reply: Reply,
): Promise<{ reply: Reply; link: Link | null }> {
  const offer = reply.parts.find((part) => part.part === "scan_link" || part.part === "sii_link");
  if (offer?.part !== "scan_link" && offer?.part !== "sii_link") return { reply, link: null };
  const { ring } = await room.keys();
  const derived = await lookupHash(ring, "scan-link", `${room.id}|${row.key}|${row.created_at}`);
  const secret = derived.slice(0, SECRET_HEX);
  const purpose = offer.part === "sii_link" ? "sii" : "scan";
  const page = purpose === "sii" ? room.ports.sii_page : room.ports.scan_page;
  const url = `${page}#${writeLinkToken({ conversation: room.id, secret })}`;
  const parts = reply.parts.map((part) => (part === offer ? { ...offer, url } : part));
  const replaces = offer.part === "scan_link" ? offer.replaces : null;
  return { reply: { ...reply, parts }, link: { hash: await hashOf(room, secret), replaces, purpose } };
}

const SECRET_HEX = 32;
