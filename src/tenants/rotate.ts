import { shelfOf } from "#database";
import { masterIdOf, rewrapDataKey } from "#security";
import { commitDirectory } from "./commit.ts";
import { countUnderOtherKeys, tenantsUnderOtherKeys, updateTenant, type TenantRow } from "./store.ts";
import { openViewer, type Archive } from "./viewer.ts";
import { grant } from "./writer.ts";

/** `remaining` above 0: call again. */
export type Sweep = { rewrapped: number; remaining: number };

/**
 * Puts tenants' data keys under the ring's newest master key, at most `limit` of them. The rows they encrypt stay as
 * they are; after a sweep to the end the older master keys may go, save the last, which the index key comes from.
 */
export async function rewrapTenantKeys(archive: Archive, sweep: { limit: number; now: number }): Promise<Sweep> {
  const directory = shelfOf(archive.databases.directory);
  const due = await tenantsUnderOtherKeys(directory, archive.ring.newest.id, sweep.limit);
  let rewrapped = 0;
  for (const row of due) if (await rewrap(archive, row, sweep.now)) rewrapped++;
  return { rewrapped, remaining: await countUnderOtherKeys(directory, archive.ring.newest.id) };
}

async function rewrap(archive: Archive, row: TenantRow, now: number): Promise<boolean> {
  const wrapped = await rewrapDataKey(archive.ring, row.id, row.data_key);
  const viewer = await openViewer(archive, row.id);
  if (wrapped === null || !viewer) return false;
  const writer = grant(viewer, { kind: "system", id: "key-rotation" }, "system");
  const update = updateTenant(row.id, { data_key: wrapped, key_id: masterIdOf(wrapped) });
  return (await commitDirectory(writer, { action: "tenant.rewrap", targets: [row.id], at: now }, [update])).committed;
}
