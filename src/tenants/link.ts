import { aliasNames, knownAliases, type Address, type AliasName } from "./alias.ts";
import { commitDirectory } from "./commit.ts";
import { aliasOf, sealedAddress } from "./onboard.ts";
import { deleteAlias, insertAlias, updateContact, type AliasRow } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import { openViewer, type Archive } from "./viewer.ts";
import { grant } from "./writer.ts";

/** A person changed number or user id: `to` holds what is new, `from` what the channel knew them by. */
export type Move = { channel: Tenant["source"]; from: Address; to: Address; now: number };

/** `unknown`: nobody stands behind `from`. `taken`: the new address is another contact's already. */
export type Moved = { outcome: "linked"; tenant_id: string; contact_id: string } | { outcome: "unknown" | "taken" };

/**
 * Lets the new address lead to the same contact, and frees the old one of the same kind: whoever gets a number next must
 * not find somebody else's books behind it. Told twice, it changes nothing the second time.
 */
export async function linkAlias(archive: Archive, move: Move): Promise<Moved> {
  const old = await knownAliases(archive, await aliasNames(archive.ring, move.channel, move.from));
  const names = await aliasNames(archive.ring, move.channel, move.to);
  const reached = await knownAliases(archive, names);
  const first = old[0] ?? reached[0];
  if (!first) return { outcome: "unknown" };
  if (reached.some((alias) => alias.contact_id !== first.contact_id)) return { outcome: "taken" };
  const unknown = names.filter((name) => !reached.some((alias) => alias.alias_hash === name.hash));
  const freed = old.filter((alias) => alias.contact_id === first.contact_id && isReplaced(alias, names));
  if (unknown.length + freed.length > 0 && !(await relink(archive, move, { first, unknown, freed }))) {
    return { outcome: "taken" };
  }
  return { outcome: "linked", tenant_id: first.tenant_id, contact_id: first.contact_id };
}

function isReplaced(alias: AliasRow, names: readonly AliasName[]): boolean {
  return names.some((name) => name.kind === alias.kind && name.hash !== alias.alias_hash);
}

type Relink = { first: AliasRow; unknown: readonly AliasName[]; freed: readonly AliasRow[] };

async function relink(archive: Archive, move: Move, { first, unknown, freed }: Relink): Promise<boolean> {
  const viewer = await openViewer(archive, first.tenant_id);
  if (!viewer) return false;
  const owner = { tenant_id: first.tenant_id, id: first.contact_id };
  const source = { channel: move.channel, object_name: first.object_name, now: move.now };
  const rows = [
    ...freed.map(deleteAlias),
    ...unknown.map((name) => insertAlias(aliasOf(source, name, owner))),
    updateContact(owner.tenant_id, owner.id, await sealedAddress(viewer, owner, move.to)),
  ];
  const writer = grant(viewer, { kind: "system", id: "channel" }, "system");
  const change = { action: "alias.link" as const, targets: [owner.id], at: move.now };
  return (await commitDirectory(writer, change, rows)).committed;
}
