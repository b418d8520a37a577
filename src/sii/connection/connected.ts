import { shelfOf, type Databases } from "#database";
import { idsConnected } from "./store.ts";

/** An id has 26 characters, so a page is 13 kB. */
const PAGE_TENANTS_MAX = 500;

/** `next`: where the list goes on; null at its end. */
export type ConnectedPage = { tenants: string[]; next: string | null };

/**
 * The businesses of which the SII may be asked, over all shards of the ledger: their ids, and no way to anything else of
 * theirs. What comes while the list is read stands in it or not; what stays is never left out.
 * @param after where the list goes on (`LEDGER_00|<id>`), null at its head
 */
export async function connectedTenants({ ledgers }: Databases, after: string | null): Promise<ConnectedPage> {
  const names = [...ledgers.keys()];
  const [name = names[0] ?? "", last = ""] = after?.split("|") ?? [];
  const shard = ledgers.get(name);
  if (!shard) return { tenants: [], next: null };
  const tenants = await idsConnected(shelfOf(shard), { after: last, limit: PAGE_TENANTS_MAX });
  if (tenants.length === PAGE_TENANTS_MAX) return { tenants, next: `${name}|${tenants.at(-1)}` };
  const following = names[names.indexOf(name) + 1];
  return { tenants, next: following === undefined ? null : `${following}|` };
}
