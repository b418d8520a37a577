// The media that lie with Meta: bytes by id, and short-lived addresses to fetch them.
import { createHash, randomBytes } from "node:crypto";
import { toHex } from "#kernel";
import { mediaId } from "./ids.ts";

/** A media address is valid for 5 minutes. */
const MEDIA_URL_MS = 5 * 60_000;

export type MediaItem = {
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  mime_type: string;
  filename: string | null;
  sha256_hex: string;
};

export type MediaShelf = {
  put(bytes: Uint8Array<ArrayBuffer>, mimeType: string, filename: string | null): MediaItem;
  get(id: string): MediaItem | null;
  remove(id: string): boolean;
  /** A new ticket for an address of this media. */
  ticket(id: string, now: number): string;
  /** The media of a ticket, or null when it is unknown or older than five minutes. */
  redeem(ticket: string, now: number): MediaItem | null;
  clear(): void;
};

export function createMediaShelf(): MediaShelf {
  const items = new Map<string, MediaItem>();
  const tickets = new Map<string, { id: string; until: number }>();
  return {
    put: (bytes, mimeType, filename) => {
      const sha256_hex = createHash("sha256").update(bytes).digest("hex");
      const item = { id: mediaId(), bytes, mime_type: mimeType, filename, sha256_hex };
      items.set(item.id, item);
      return item;
    },
    get: (id) => items.get(id) ?? null,
    remove: (id) => items.delete(id),
    ticket: (id, now) => {
      const ticket = toHex(randomBytes(18));
      tickets.set(ticket, { id, until: now + MEDIA_URL_MS });
      return ticket;
    },
    redeem: (ticket, now) => {
      const found = tickets.get(ticket);
      return found === undefined || found.until < now ? null : (items.get(found.id) ?? null);
    },
    clear: () => {
      items.clear();
      tickets.clear();
    },
  };
}
