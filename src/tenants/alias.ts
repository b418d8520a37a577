import { shelfOf } from "#database";
import { lookupHash, type KeyRing } from "#security";
import { aliasRows, roleOf, type AliasRow } from "./store.ts";
import type { Role } from "./tenant.ts";
import type { Archive } from "./viewer.ts";

/** How a person is reached: E.164 digits, the channel's own id of the person, or both. */
export type Address = { phone: string | null; user_id: string | null };

/** One of the two ways of an address, as it is looked up. */
export type AliasName = { kind: AliasRow["kind"]; hash: string };

/** The look-up hashes of an address: the phone first, because it decides where both are known. */
export async function aliasNames(ring: KeyRing, channel: string, address: Address): Promise<AliasName[]> {
  const names: AliasName[] = [];
  if (address.phone !== null)
    names.push({ kind: "phone", hash: await hashOf(ring, `${channel}|phone|${address.phone}`) });
  if (address.user_id !== null)
    names.push({ kind: "user", hash: await hashOf(ring, `${channel}|user|${address.user_id}`) });
  return names;
}

/** The rows of these aliases that exist, in the order of the names. */
export async function knownAliases(archive: Archive, names: readonly AliasName[]): Promise<AliasRow[]> {
  if (names.length === 0) return [];
  const hashes = names.map((name) => name.hash);
  const rows = await aliasRows(shelfOf(archive.databases.directory), hashes);
  return rows.toSorted((a, b) => hashes.indexOf(a.alias_hash) - hashes.indexOf(b.alias_hash));
}

/** The conversation object that serves a user id, or null: events with a phone are routed by that. */
export async function aliasObject(archive: Archive, of: { channel: string; user_id: string }): Promise<string | null> {
  const names = await aliasNames(archive.ring, of.channel, { phone: null, user_id: of.user_id });
  return (await knownAliases(archive, names))[0]?.object_name ?? null;
}

export type Acquaintance = { tenant_id: string; contact_id: string; role: Role; object_name: string };

/** The contact behind an address, or null for a stranger. */
export async function findByAddress(archive: Archive, channel: string, address: Address): Promise<Acquaintance | null> {
  const [alias] = await knownAliases(archive, await aliasNames(archive.ring, channel, address));
  if (!alias) return null;
  const role = await roleOf(shelfOf(archive.databases.directory), alias.tenant_id, alias.contact_id);
  if (role === null) return null;
  return { tenant_id: alias.tenant_id, contact_id: alias.contact_id, role, object_name: alias.object_name };
}

function hashOf(ring: KeyRing, alias: string): Promise<string> {
  return lookupHash(ring, "alias", alias);
}
