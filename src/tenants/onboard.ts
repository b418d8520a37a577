import { assert } from "#kernel";
import { lookupHash, masterIdOf, newDataKey } from "#security";
import { aliasNames, knownAliases, type Address, type AliasName } from "./alias.ts";
import { commitDirectory } from "./commit.ts";
import { profileOf } from "./profile.ts";
import {
  insertAlias,
  insertFounding,
  repointAlias,
  roleOf,
  tenantRow,
  updateContact,
  type AliasRow,
  type ContactChange,
  type ContactRow,
  type TenantRow,
} from "./store.ts";
import type { Role, Tenant } from "./tenant.ts";
import { openViewer, sealerOf, viewerOf, type Archive, type Viewer } from "./viewer.ts";
import { grant } from "./writer.ts";

/** A try is lost only to another message of the same person; the one that wins leaves the alias for the next to find. */
const ONBOARD_TRIES_MAX = 10;

/** The first message of a turn, as far as it tells who writes. */
export type Arrival = {
  channel: Tenant["source"];
  /** The conversation object that serves the address. */
  object_name: string;
  address: Address;
  profile_name: string | null;
  /** Epoch ms. */
  now: number;
  ids: { id(): string };
};

/** `founded` stays true for the object that founded the tenant, also when it asks again after a crash. */
export type Onboarded = { tenant: Tenant; contact_id: string; role: Role; founded: boolean };

/**
 * The tenant and contact of whoever writes: found by any of the addresses, or founded with its first owner. The alias
 * row decides a race, so a thousand first messages of one person found one tenant. Addresses not yet known are linked
 * to the contact that is; where phone and user id belong to two contacts the phone decides.
 */
export async function onboard(archive: Archive, arrival: Arrival): Promise<Onboarded> {
  const names = await aliasNames(archive.ring, arrival.channel, arrival.address);
  assert(names.length > 0, "a person has a phone or a user id");
  for (let tries = 0; tries < ONBOARD_TRIES_MAX; tries++) {
    const known = await knownAliases(archive, names);
    const [first] = known;
    const onboarded = first
      ? await welcomeBack(archive, arrival, { first, known, names })
      : await found(archive, arrival, names);
    if (onboarded) return onboarded;
  }
  throw new Error("the addresses of a person are contended");
}

/** Null when another message of the same person was faster. */
async function found(archive: Archive, arrival: Arrival, names: readonly AliasName[]): Promise<Onboarded | null> {
  const [tenantId, contactId] = [arrival.ids.id(), arrival.ids.id()];
  const { key, wrapped } = await newDataKey(archive.ring, tenantId);
  const tenant = await newTenant(archive, arrival, { tenantId, wrapped });
  const sealer = sealerOf(archive.ring, tenantId, key);
  const contact = await newContact(sealer, arrival, { tenant_id: tenantId, id: contactId });
  const aliases = names.map((name) => aliasOf(arrival, name, contact));
  const viewer = await viewerOf(archive, tenant, key);
  const writer = grant(viewer, { kind: "contact", id: contactId }, "system");
  const change = { action: "tenant.found" as const, targets: [tenantId, contactId], at: arrival.now };
  const { committed } = await commitDirectory(writer, change, insertFounding({ tenant, contact, aliases }));
  return committed ? { tenant: viewer.tenant, contact_id: contactId, role: "owner", founded: true } : null;
}

type NewTenant = { tenantId: string; wrapped: string };

async function newTenant(archive: Archive, arrival: Arrival, { tenantId, wrapped }: NewTenant): Promise<TenantRow> {
  const { profile, certain } = profileOf(arrival.address.phone, arrival.address.user_id);
  return {
    id: tenantId,
    name_sealed: null,
    industry: null,
    tax_id_sealed: null,
    country: profile.country,
    currency: profile.currency,
    time_zone: profile.time_zone,
    language: profile.language,
    plan: "free",
    source: arrival.channel,
    onboarding_step: certain ? "complete" : "country_pending",
    shard: await shardFor(archive, tenantId),
    data_key: wrapped,
    key_id: masterIdOf(wrapped),
    founded_by: arrival.object_name,
    created_at: new Date(arrival.now).toISOString(),
    erasing_at: null,
  };
}

const SHARD_DIGITS = 8;

/** Spreads new tenants evenly; the row keeps the answer, so that shards may be added later. */
async function shardFor(archive: Archive, tenantId: string): Promise<string> {
  const names = [...archive.databases.ledgers.keys()];
  const draw = Number.parseInt((await lookupHash(archive.ring, "shard", tenantId)).slice(0, SHARD_DIGITS), 16);
  const name = names[draw % names.length];
  assert(name, "there is at least one shard");
  return name;
}

type ContactId = { tenant_id: string; id: string };

async function newContact(
  sealer: Pick<Viewer, "seal">,
  arrival: Pick<Arrival, "address" | "profile_name" | "now">,
  { tenant_id, id }: ContactId,
): Promise<ContactRow> {
  const place = { table: "contacts", row: id };
  const { phone, user_id } = arrival.address;
  const name = arrival.profile_name;
  return {
    id,
    tenant_id,
    phone_sealed: phone === null ? null : await sealer.seal({ ...place, column: "phone" }, phone),
    user_id_sealed: user_id === null ? null : await sealer.seal({ ...place, column: "user_id" }, user_id),
    profile_name_sealed: name === null ? null : await sealer.seal({ ...place, column: "profile_name" }, name),
    created_at: new Date(arrival.now).toISOString(),
  };
}

type Encounter = { first: AliasRow; known: readonly AliasRow[]; names: readonly AliasName[] };

/** Null when an address was linked elsewhere in the meantime. */
async function welcomeBack(archive: Archive, arrival: Arrival, encounter: Encounter): Promise<Onboarded | null> {
  const { tenant_id, contact_id } = encounter.first;
  const viewer = await openViewer(archive, tenant_id);
  if (!viewer) throw new Error("the tenant of an alias can't be opened");
  if (!(await linkNews(viewer, arrival, encounter))) return null;
  const row = await tenantRow(viewer.directory, tenant_id);
  const role = await roleOf(viewer.directory, tenant_id, contact_id);
  assert(row && role, "a contact that writes is a member of its tenant");
  return { tenant: viewer.tenant, contact_id, role, founded: row.founded_by === arrival.object_name };
}

/**
 * Links the addresses that are new, and lets the object that serves the phone serve the user id too: one person has
 * one conversation. False when somebody else linked one of them first.
 */
async function linkNews(viewer: Viewer, arrival: Arrival, { first, known, names }: Encounter): Promise<boolean> {
  const owner = { tenant_id: first.tenant_id, id: first.contact_id };
  const unknown = names.filter((name) => !known.some((alias) => alias.alias_hash === name.hash));
  const elsewhere = known.filter((a) => a.contact_id === owner.id && a.object_name !== arrival.object_name);
  const moved = arrival.address.phone === null ? [] : elsewhere.filter((alias) => alias.kind === "user");
  if (unknown.length === 0 && moved.length === 0) return true;
  const change = await sealedAddress(viewer, owner, addressOf(arrival.address, unknown));
  const rows = [
    ...unknown.map((name) => insertAlias(aliasOf(arrival, name, owner))),
    ...moved.map((alias) => repointAlias(alias, arrival.object_name)),
    ...(unknown.length > 0 ? [updateContact(owner.tenant_id, owner.id, change)] : []),
  ];
  const writer = grant(viewer, { kind: "contact", id: owner.id }, "system");
  const audited = { action: "alias.link" as const, targets: [owner.id], at: arrival.now };
  return (await commitDirectory(writer, audited, rows)).committed;
}

/** Only those parts of an address whose names are among these. */
function addressOf(address: Address, names: readonly AliasName[]): Address {
  return {
    phone: names.some((name) => name.kind === "phone") ? address.phone : null,
    user_id: names.some((name) => name.kind === "user") ? address.user_id : null,
  };
}

/** The columns of a contact that a new address fills. */
export async function sealedAddress(
  sealer: Pick<Viewer, "seal">,
  owner: ContactId,
  address: Address,
): Promise<ContactChange> {
  const place = { table: "contacts", row: owner.id };
  const { phone, user_id } = address;
  return {
    ...(phone !== null && { phone_sealed: await sealer.seal({ ...place, column: "phone" }, phone) }),
    ...(user_id !== null && { user_id_sealed: await sealer.seal({ ...place, column: "user_id" }, user_id) }),
  };
}

type Source = Pick<Arrival, "channel" | "object_name" | "now">;

export function aliasOf(source: Source, name: AliasName, contact: ContactId): AliasRow {
  return {
    alias_hash: name.hash,
    kind: name.kind,
    channel: source.channel,
    tenant_id: contact.tenant_id,
    contact_id: contact.id,
    object_name: source.object_name,
    created_at: new Date(source.now).toISOString(),
  };
}
