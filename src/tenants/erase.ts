import { shardOf, shelfOf } from "#database";
import { commitDirectory, expunge } from "./commit.ts";
import { beginErasingRows, emptyShardRows, finishErasingRows, tenantsErasing, type TenantRow } from "./store.ts";
import type { Archive } from "./viewer.ts";
import type { Writer } from "./writer.ts";

/**
 * Ends a tenant at once: nobody opens it any more, what is sealed can't be read by anyone, and a message from its
 * people founds another. What is stored of it goes with the next sweep. Ley 21.719 gives the right to ask for it.
 */
export async function beginErasure(writer: Writer, now: number): Promise<void> {
  const { id } = writer.tenant;
  const rows = beginErasingRows(id, new Date(now).toISOString());
  await commitDirectory(writer, { action: "tenant.erase", targets: [id], at: now }, rows);
}

export type Erasing = {
  /** Tables of a ledger shard, in an order in which they may be emptied: what refers before what is referred to. */
  tables: readonly string[];
  /** Deletes what the tenant has outside the databases; done again when a sweep was cut short. */
  forget(tenantId: string): Promise<void>;
  limit: number;
  now: number;
};

/** Deletes every row of tenants whose erasure has begun, and answers whose. A sweep that is cut short is swept again. */
export async function sweepErasures(archive: Archive, erasing: Erasing): Promise<string[]> {
  const due = await tenantsErasing(shelfOf(archive.databases.directory), erasing.limit);
  for (const tenant of due) await erase(archive, tenant, erasing);
  return due.map(({ id }) => id);
}

/** The directory last: its row is what the next sweep finds. */
async function erase(archive: Archive, tenant: TenantRow, erasing: Erasing): Promise<void> {
  const at = new Date(erasing.now).toISOString();
  await erasing.forget(tenant.id);
  await expunge(shardOf(archive.databases, tenant.shard), emptyShardRows(tenant.id, erasing.tables, at));
  await expunge(archive.databases.directory, finishErasingRows(tenant.id, at));
}
