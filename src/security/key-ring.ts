import { err, fromBase64, ok, toHex, utf8, type Result } from "#kernel";

const KEY_BYTES = 32;
const ENTRY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

/** One master key, in both uses: wrapping data keys, and (the last of the ring) deriving the index key. */
type MasterKey = { id: string; key: CryptoKey };

/** The ring of master keys. Newest first; the last one is never removed, because the index key comes from it. */
export type KeyRing = {
  newest: MasterKey;
  byId: ReadonlyMap<string, MasterKey>;
  /** HMAC-SHA256 key for object names and look-ups: rotation never changes it. */
  index: CryptoKey;
};

export type KeyRingError = { reason: "missing" | "malformed" | "duplicate"; entry: number };

/**
 * Opens `MASTER_KEYS`: `id:base64(32 bytes)` separated by commas, newest first.
 * Errors name the entry by its position, never by its content.
 */
export async function openKeyRing(setting: string | undefined): Promise<Result<KeyRing, KeyRingError>> {
  const entries = (setting ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if (entries.length === 0) return err({ reason: "missing", entry: 0 });
  const byId = new Map<string, MasterKey>();
  let last = new Uint8Array(KEY_BYTES);
  for (const [position, entry] of entries.entries()) {
    const [, id = "", encoded = ""] = ENTRY.exec(entry) ?? [];
    if (id === "") return err({ reason: "malformed", entry: position });
    if (byId.has(id)) return err({ reason: "duplicate", entry: position });
    last = fromBase64(encoded);
    byId.set(id, { id, key: await crypto.subtle.importKey("raw", last, "AES-GCM", false, ["wrapKey", "unwrapKey"]) });
  }
  const [newest] = byId.values();
  if (!newest) return err({ reason: "missing", entry: 0 });
  return ok({ newest, byId, index: await indexKey(last) });
}

/**
 * The name under which a value is looked up without being stored: hex HMAC-SHA256 under the index key.
 * @param purpose separates the uses, so that a phone's object name tells nothing of its alias row
 */
export async function lookupHash(ring: KeyRing, purpose: string, value: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", ring.index, utf8(`${purpose}|${value}`))));
}

async function indexKey(master: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", master, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8("lucas|index|v1") };
  return crypto.subtle.deriveKey(derivation, base, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}
