import { assert, toHex } from "#kernel";
import { sha256Hex } from "./audit.ts";

const SECRET_BYTES = 32;
const API_KEY = /^lu_([0-9A-Z]{26})_([0-9a-f]{64})$/;

/** The parts of a bearer token `lu_<id>_<secret>`: the id finds its row, the secret is compared by hash. */
export type ApiKey = { id: string; secret: string };

/** @param id a ULID @param random 32 random bytes; shown once inside the token and never stored */
export function writeApiKey(id: string, random: Uint8Array): string {
  assert(random.length === SECRET_BYTES, "an API key has 256 bits of secret");
  return `lu_${id}_${toHex(random)}`;
}

/** The parts of a token of ours, or null for any other text. */
export function readApiKey(token: string): ApiKey | null {
  const [, id, secret] = API_KEY.exec(token) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** What is stored of a secret. It is random, 256 bits: a plain SHA-256 can't be searched, a slow hash would add nothing. */
export async function hashOfSecret(secret: string): Promise<string> {
  return sha256Hex(secret);
}

/** Compares two hashes of one length without telling by its time where they differ. */
export function isSameHash(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
