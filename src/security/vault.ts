import { assert, fromBase64, fromUtf8, toBase64, utf8 } from "#kernel";
import type { KeyRing } from "./key-ring.ts";

const IV_BYTES = 12;
const KEY_BYTES = 32;
const FORMAT = "v1";

/** A key that encrypts what one owner (a tenant, a conversation object) stores. Lives in memory only. */
export type DataKey = CryptoKey;

/** Where a ciphertext belongs; moved anywhere else it does not open. */
export type Place = { owner: string; table: string; column: string; row: string };

export type NewDataKey = { key: DataKey; wrapped: string };

/** A fresh random AES-256-GCM key, and its wrapping under the ring's newest master key for storage. */
export async function newDataKey(ring: KeyRing, owner: string): Promise<NewDataKey> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", true, ["encrypt", "decrypt"]);
  const wrapped = await wrap(ring, owner, key);
  return { key: await unwrapDataKey(ring, owner, wrapped), wrapped };
}

/** Opens a stored data key. Throws when its master key is no longer in the ring, or when it is another owner's. */
export async function unwrapDataKey(ring: KeyRing, owner: string, wrapped: string): Promise<DataKey> {
  return unwrap(ring, { owner, wrapped, extractable: false });
}

/** The same data key under the newest master key, or null when it already stands under it. */
export async function rewrapDataKey(ring: KeyRing, owner: string, wrapped: string): Promise<string | null> {
  if (masterIdOf(wrapped) === ring.newest.id) return null;
  return wrap(ring, owner, await unwrap(ring, { owner, wrapped, extractable: true }));
}

/** The id of the master key that a stored data key stands under. */
export function masterIdOf(wrapped: string): string {
  return wrapped.split(".")[1] ?? "";
}

/** Encrypts text for its place: `v1.<iv>.<ciphertext+tag>`, base64. A random 96-bit nonce each time. */
export async function seal(key: DataKey, place: Place, plain: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aadOf(place) }, key, utf8(plain));
  return `${FORMAT}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** Opens what `seal` made for the same place; throws (`OperationError`) on anything else. */
export async function unseal(key: DataKey, place: Place, sealed: string): Promise<string> {
  const [format, iv = "", body = ""] = sealed.split(".");
  assert(format === FORMAT, "a sealed value is of a known format");
  const parameters = { name: "AES-GCM", iv: fromBase64(iv), additionalData: aadOf(place) };
  return fromUtf8(new Uint8Array(await crypto.subtle.decrypt(parameters, key, fromBase64(body))));
}

function aadOf(place: Place): Uint8Array<ArrayBuffer> {
  return utf8([place.owner, place.table, place.column, place.row].join("|"));
}

/** `v1.<master id>.<iv>.<wrapped key>`; the owner is authenticated with it. */
async function wrap(ring: KeyRing, owner: string, key: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const parameters = { name: "AES-GCM", iv, additionalData: ownerAad(owner) };
  const wrapped = await crypto.subtle.wrapKey("raw", key, ring.newest.key, parameters);
  return `${FORMAT}.${ring.newest.id}.${toBase64(iv)}.${toBase64(new Uint8Array(wrapped))}`;
}

type Wrapped = { owner: string; wrapped: string; extractable: boolean };

async function unwrap(ring: KeyRing, { owner, wrapped, extractable }: Wrapped): Promise<CryptoKey> {
  const [format, masterId = "", iv = "", body = ""] = wrapped.split(".");
  assert(format === FORMAT, "a wrapped key is of a known format");
  const master = ring.byId.get(masterId);
  assert(master, "the master key of a stored data key is still in the ring");
  const parameters = { name: "AES-GCM", iv: fromBase64(iv), additionalData: ownerAad(owner) };
  const uses = ["encrypt", "decrypt"] as const;
  return crypto.subtle.unwrapKey("raw", fromBase64(body), master.key, parameters, "AES-GCM", extractable, [...uses]);
}

function ownerAad(owner: string): Uint8Array<ArrayBuffer> {
  return utf8(`${owner}|data-key`);
}
