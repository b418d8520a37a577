import { fromHex, utf8 } from "#kernel";

const HEADER = /^sha256=([0-9a-f]{64})$/;

/** A ring of HMAC keys, newest first: any of them may have signed. */
export type SignatureKeys = readonly CryptoKey[];

/** @param ring secrets separated by commas, newest first; empty ones are left out, so an unset secret opens nothing */
export async function importSignatureKeys(ring: string): Promise<SignatureKeys> {
  const secrets = ring
    .split(",")
    .map((secret) => secret.trim())
    .filter((secret) => secret !== "");
  return Promise.all(
    secrets.map((secret) =>
      crypto.subtle.importKey("raw", utf8(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]),
    ),
  );
}

/**
 * True when `header` is exactly `sha256=` and 64 lower-case hex digits of an HMAC-SHA256 over the raw bytes
 * under one of the keys (Meta's X-Hub-Signature-256). Constant time per key; no key, no truth.
 */
export async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  header: string | null,
  keys: SignatureKeys,
): Promise<boolean> {
  const digest = HEADER.exec(header ?? "")?.[1];
  if (digest === undefined) return false;
  const signature = fromHex(digest);
  for (const key of keys) {
    if (await crypto.subtle.verify("HMAC", key, signature, body)) return true;
  }
  return false;
}
