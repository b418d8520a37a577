import type { KeyRing } from "./key-ring.ts";
import { newDataKey, rewrapDataKey, unwrapDataKey, type DataKey } from "./vault.ts";

/** Where an object keeps its wrapped data key: in its own storage, which no other reads. */
export type KeyShelf = { read(): string | null; write(wrapped: string): void };

/** An object's own data key, made at its first use; after a rotation it is wrapped anew where it stands. */
export async function ownKey(ring: KeyRing, owner: string, shelf: KeyShelf): Promise<DataKey> {
  const stored = shelf.read();
  if (stored !== null) {
    const rewrapped = await rewrapDataKey(ring, owner, stored);
    if (rewrapped !== null) shelf.write(rewrapped);
    return unwrapDataKey(ring, owner, stored);
  }
  const made = await newDataKey(ring, owner);
  // Somebody else may have come between.
  const first = shelf.read();
  if (first !== null) return unwrapDataKey(ring, owner, first);
  shelf.write(made.wrapped);
  return made.key;
}
