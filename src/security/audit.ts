import { toHex, utf8 } from "#kernel";
import { lookupHash, type KeyRing } from "./key-ring.ts";

/** What stands before the first link of a chain. */
export const GENESIS_HASH = "0".repeat(64);

/** What one audit line says: who did what to which rows, and when. Never a text, a phone or an amount. */
export type AuditFields = {
  tenant_id: string;
  /** 1, 2, 3 … within the tenant. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  actor: string;
  standing: string;
  action: string;
  targets: readonly string[];
  /** SHA-256 over the rows written, or null where rows may change afterwards. */
  digest: string | null;
  prev_hash: string;
};

/**
 * `hash` chains the line to the one before: SHA-256, so that anyone with an export can check it.
 * `seal` is an HMAC of it under the index key, so that nobody with the database alone can forge a chain.
 */
export type AuditLink = AuditFields & { hash: string; seal: string };

export async function chainLink(ring: KeyRing, fields: AuditFields): Promise<AuditLink> {
  const hash = await sha256Hex(canonical(fields));
  return { ...fields, hash, seal: await lookupHash(ring, "audit", hash) };
}

/** How far a chain has been read: its length and the hash of its last link. */
export type ChainHead = { seq: number; hash: string };

export type ChainFault = { seq: number; reason: "gap" | "broken_link" | "altered" | "forged" };

export type ChainCheck = { intact: true; head: ChainHead } | { intact: false; fault: ChainFault };

/**
 * Checks the links that follow `head`, in order. A cut-off tail leaves a shorter chain that is intact in itself:
 * only a head that somebody kept elsewhere tells of it.
 */
export async function checkChain(ring: KeyRing, head: ChainHead, links: readonly AuditLink[]): Promise<ChainCheck> {
  let last = head;
  for (const link of links) {
    const reason = await faultOf(ring, last, link);
    if (reason !== null) return { intact: false, fault: { seq: link.seq, reason } };
    last = { seq: link.seq, hash: link.hash };
  }
  return { intact: true, head: last };
}

async function faultOf(ring: KeyRing, last: ChainHead, link: AuditLink): Promise<ChainFault["reason"] | null> {
  if (link.seq !== last.seq + 1) return "gap";
  if (link.prev_hash !== last.hash) return "broken_link";
  const fresh = await chainLink(ring, link);
  if (fresh.hash !== link.hash) return "altered";
  return fresh.seal === link.seal ? null : "forged";
}

/** Hex SHA-256 of a text. */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text))));
}

/** An array and not an object: its order is the format. */
function canonical(fields: AuditFields): string {
  const { tenant_id, seq, at, actor, standing, action, targets, digest, prev_hash } = fields;
  return JSON.stringify(["v1", tenant_id, seq, at, actor, standing, action, targets, digest, prev_hash]);
}
