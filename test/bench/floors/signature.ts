import { fromHex } from "#kernel";

const HEADER = /^sha256=([0-9a-f]{64})$/;

let key: Promise<CryptoKey> | null = null;

/** What every honest receiver does first: HMAC-SHA256 over the raw bytes. */
export async function isSigned(body: ArrayBuffer, header: string | null, secret: string): Promise<boolean> {
  const digest = HEADER.exec(header ?? "")?.[1];
  if (digest === undefined) return false;
  key ??= crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]);
  return crypto.subtle.verify("HMAC", await key, fromHex(digest), body);
}
