import type { Month } from "#kernel";
import { lookupHash } from "#security";
import type { Part, Reply } from "../effect.ts";
import type { Room } from "../room.ts";
import type { OutboxRow } from "../store.ts";
import { hashOf } from "./state.ts";
import type { LinkPurpose } from "./store.ts";
import { writeLinkToken } from "./token.ts";

/** What is kept of a link: a hash of its secret, and the document that it was offered for. */
export type Link = { hash: string; replaces: string | null; purpose: LinkPurpose; month: Month | null };

/**
 * The reply with the address of its link, where it offers one. The secret follows from the row, so that a message sent
 * again carries the same link, and it is written nowhere: only its hash is, when the message goes out.
 */
export async function withLink(
  room: Room,
  row: Pick<OutboxRow, "key" | "created_at">,
  reply: Reply,
): Promise<{ reply: Reply; link: Link | null }> {
  const offer = reply.parts.find(isOffer);
  if (!offer) return { reply, link: null };
  const { ring } = await room.keys();
  const derived = await lookupHash(ring, "scan-link", `${room.id}|${row.key}|${row.created_at}`);
  const secret = derived.slice(0, SECRET_HEX);
  const purpose = PURPOSES[offer.part];
  const { scan_page: scan, sii_page: sii, report_page: report } = room.ports;
  const url = `${{ scan, sii, report }[purpose]}#${writeLinkToken({ conversation: room.id, secret })}`;
  const parts = reply.parts.map((part) => (part === offer ? { ...offer, url } : part));
  const replaces = offer.part === "scan_link" ? offer.replaces : null;
  const month = offer.part === "report_link" ? offer.month : null;
  return { reply: { ...reply, parts }, link: { hash: await hashOf(room, secret), replaces, purpose, month } };
}

const PURPOSES = { scan_link: "scan", sii_link: "sii", report_link: "report" } as const satisfies Partial<
  Record<Part["part"], LinkPurpose>
>;

type Offer = Extract<Part, { part: keyof typeof PURPOSES }>;

function isOffer(part: Part): part is Offer {
  return part.part in PURPOSES;
}

const SECRET_HEX = 32;
