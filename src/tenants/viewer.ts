import { shardOf, shelfOf, type Databases, type Shelf } from "#database";
import { assert } from "#kernel";
import { lookupHash, seal, unseal, unwrapDataKey, type DataKey, type KeyRing } from "#security";
import { tenantRow, type TenantRow } from "./store.ts";
import type { Tenant } from "./tenant.ts";

/** The databases of a deployment and the keys that open what stands sealed in them. */
export type Archive = { databases: Databases; ring: KeyRing };

/** Where a sealed value belongs inside its tenant. */
export type SealedPlace = { table: string; column: string; row: string };

/**
 * One tenant's books, to be read. It holds no way to write and no way to another tenant's secrets; each query adds the
 * tenant's predicate, and what it reads unsealed opens for this tenant only.
 */
export type Viewer = {
  readonly tenant: Tenant;
  /** The tenant's shard, `select` only. */
  readonly ledger: Shelf;
  readonly directory: Shelf;
  /** Encrypts under the tenant's data key. */
  seal(place: SealedPlace, plain: string): Promise<string>;
  unseal(place: SealedPlace, sealed: string): Promise<string>;
  /** The name under which a sealed value is looked up; of no use in another tenant. */
  keyOf(purpose: string, value: string): Promise<string>;
};

/** Opens a tenant to read, or null for an id that is no tenant's, or one that is being erased. */
export async function openViewer(archive: Archive, tenantId: string): Promise<Viewer | null> {
  const row = await tenantRow(shelfOf(archive.databases.directory), tenantId);
  if (!row || row.erasing_at !== null) return null;
  return viewerOf(archive, row, await unwrapDataKey(archive.ring, row.id, row.data_key));
}

export async function findTenant(archive: Archive, tenantId: string): Promise<Tenant | null> {
  return (await openViewer(archive, tenantId))?.tenant ?? null;
}

/** A viewer of a tenant whose row and open key are at hand. */
export async function viewerOf(archive: Archive, row: TenantRow, key: DataKey): Promise<Viewer> {
  const sealer = sealerOf(archive.ring, row.id, key);
  const viewer: Viewer = Object.freeze({
    tenant: Object.freeze(await tenantOf(row, sealer.unseal)),
    ledger: shelfOf(shardOf(archive.databases, row.shard)),
    directory: shelfOf(archive.databases.directory),
    ...sealer,
  });
  enrol(viewer, archive);
  return viewer;
}

/** The databases and keys never stand on the viewer itself: a room that is handed one can't reach past it. */
const archives = new WeakMap<Viewer, Archive>();

export function enrol(viewer: Viewer, archive: Archive): void {
  archives.set(viewer, archive);
}

export function archiveOf(viewer: Viewer): Archive {
  const archive = archives.get(viewer);
  assert(archive, "a viewer comes from openViewer or authorize and is not a copy");
  return archive;
}

/** Sealing in the name of one tenant. */
export function sealerOf(ring: KeyRing, tenantId: string, key: DataKey): Pick<Viewer, "seal" | "unseal" | "keyOf"> {
  return {
    seal: (place, plain) => seal(key, { owner: tenantId, ...place }, plain),
    unseal: (place, sealed) => unseal(key, { owner: tenantId, ...place }, sealed),
    keyOf: (purpose, value) => lookupHash(ring, purpose, `${tenantId}|${value}`),
  };
}

async function tenantOf(row: TenantRow, open: Viewer["unseal"]): Promise<Tenant> {
  const {
    name_sealed,
    tax_id_sealed,
    data_key: _key,
    key_id: _master,
    founded_by: _object,
    erasing_at: _none,
    ...clear
  } = row;
  const place = { table: "tenants", row: row.id };
  return {
    ...clear,
    name: name_sealed === null ? null : await open({ ...place, column: "name" }, name_sealed),
    tax_id: tax_id_sealed === null ? null : await open({ ...place, column: "tax_id" }, tax_id_sealed),
  };
}
