import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import { draft, statementOf, type Shelf, type Statement } from "#database";
import type { AuditLink, ChainHead } from "#security";
import { aliases, apiTokens, audit, contacts, counters, erasures, members, tenants } from "./tables.ts";
import type { Role } from "./tenant.ts";

export type TenantRow = typeof tenants.$inferSelect;
export type ContactRow = typeof contacts.$inferSelect;
export type AliasRow = typeof aliases.$inferSelect;
export type TokenRow = typeof apiTokens.$inferSelect;

export async function tenantRow(directory: Shelf, tenantId: string): Promise<TenantRow | null> {
  const [row] = await directory.select().from(tenants).where(eq(tenants.id, tenantId)).limit(1);
  return row ?? null;
}

/** Who stands behind these alias hashes. */
export async function aliasRows(directory: Shelf, hashes: readonly string[]): Promise<AliasRow[]> {
  return directory
    .select()
    .from(aliases)
    .where(inArray(aliases.alias_hash, [...hashes]));
}

export type MemberRow = { role: Role; since: string; contact: ContactRow };

/** The people of a tenant, in the order they came. */
export async function memberRows(directory: Shelf, tenantId: string): Promise<MemberRow[]> {
  return directory
    .select({ role: members.role, since: members.created_at, contact: contacts })
    .from(members)
    .innerJoin(contacts, and(eq(contacts.tenant_id, members.tenant_id), eq(contacts.id, members.contact_id)))
    .where(eq(members.tenant_id, tenantId))
    .orderBy(asc(members.created_at), asc(members.contact_id));
}

export async function roleOf(directory: Shelf, tenantId: string, contactId: string): Promise<Role | null> {
  const [row] = await directory
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.tenant_id, tenantId), eq(members.contact_id, contactId)))
    .limit(1);
  return row?.role ?? null;
}

/** Rows that make a tenant: itself, its first contact as its owner, and the addresses of that contact. */
export function insertFounding(founding: {
  tenant: TenantRow;
  contact: ContactRow;
  aliases: readonly AliasRow[];
}): Statement[] {
  const { tenant, contact } = founding;
  const owner = { tenant_id: tenant.id, contact_id: contact.id, role: "owner" as const, created_at: tenant.created_at };
  return [
    statementOf(draft.insert(tenants).values(tenant)),
    statementOf(draft.insert(contacts).values(contact)),
    statementOf(draft.insert(members).values(owner)),
    ...founding.aliases.map(insertAlias),
  ];
}

export function insertAlias(alias: AliasRow): Statement {
  return statementOf(draft.insert(aliases).values(alias));
}

/** Lets another conversation object serve an address. */
export function repointAlias(alias: AliasRow, objectName: string): Statement {
  return statementOf(
    draft.update(aliases).set({ object_name: objectName }).where(eq(aliases.alias_hash, alias.alias_hash)),
  );
}

/** Frees an address of this contact, so that whoever has it next is a stranger. */
export function deleteAlias(alias: AliasRow): Statement {
  return statementOf(
    draft
      .delete(aliases)
      .where(and(eq(aliases.alias_hash, alias.alias_hash), eq(aliases.contact_id, alias.contact_id))),
  );
}

export type ContactChange = Partial<Pick<ContactRow, "phone_sealed" | "user_id_sealed" | "profile_name_sealed">>;

export function updateContact(tenantId: string, contactId: string, change: ContactChange): Statement {
  const mine = and(eq(contacts.tenant_id, tenantId), eq(contacts.id, contactId));
  return statementOf(draft.update(contacts).set(change).where(mine));
}

export function updateTenant(tenantId: string, change: Partial<TenantRow>): Statement {
  return statementOf(draft.update(tenants).set(change).where(eq(tenants.id, tenantId)));
}

/** Tenants whose data key stands under another master key than this one. */
export async function tenantsUnderOtherKeys(directory: Shelf, keyId: string, limit: number): Promise<TenantRow[]> {
  return directory.select().from(tenants).where(isUnderOther(keyId)).limit(limit);
}

export async function countUnderOtherKeys(directory: Shelf, keyId: string): Promise<number> {
  const [row] = await directory
    .select({ count: sql<number>`count(*)` })
    .from(tenants)
    .where(isUnderOther(keyId));
  return row?.count ?? 0;
}

/** A tenant that is being erased has no data key any more. */
function isUnderOther(keyId: string): SQL | undefined {
  return and(ne(tenants.key_id, keyId), isNull(tenants.erasing_at));
}

/** Tenants whose erasure has begun, the first to ask first. */
export async function tenantsErasing(directory: Shelf, limit: number): Promise<TenantRow[]> {
  return directory
    .select()
    .from(tenants)
    .where(isNotNull(tenants.erasing_at))
    .orderBy(asc(tenants.erasing_at))
    .limit(limit);
}

/**
 * From here on the tenant is unknown: its data key is gone, and with it every sealed word; its tokens open nothing, and
 * its addresses are strangers'.
 */
export function beginErasingRows(tenantId: string, at: string): Statement[] {
  const gone = { erasing_at: at, data_key: "", key_id: "", name_sealed: null, tax_id_sealed: null, industry: null };
  return [
    statementOf(draft.update(tenants).set(gone).where(eq(tenants.id, tenantId))),
    statementOf(draft.delete(aliases).where(eq(aliases.tenant_id, tenantId))),
    statementOf(draft.delete(apiTokens).where(eq(apiTokens.tenant_id, tenantId))),
  ];
}

/** The last of a tenant in the directory, and the line that remembers it. */
export function finishErasingRows(tenantId: string, at: string): Statement[] {
  return [
    statementOf(draft.delete(members).where(eq(members.tenant_id, tenantId))),
    statementOf(draft.delete(contacts).where(eq(contacts.tenant_id, tenantId))),
    statementOf(draft.delete(audit).where(eq(audit.tenant_id, tenantId))),
    statementOf(draft.delete(tenants).where(eq(tenants.id, tenantId))),
    statementOf(draft.insert(erasures).values({ tenant_id: tenantId, erased_at: at })),
  ];
}

/** Empties the tables of a shard of one tenant, after telling their triggers to let go. */
export function emptyShardRows(tenantId: string, tables: readonly string[], at: string): Statement[] {
  return [
    { sql: "INSERT OR IGNORE INTO erasures (tenant_id, started_at) VALUES (?, ?)", params: [tenantId, at] },
    ...tables.map((table) => ({ sql: `DELETE FROM "${table}" WHERE tenant_id = ?`, params: [tenantId] })),
  ];
}

export async function tokenRow(directory: Shelf, id: string): Promise<TokenRow | null> {
  const [row] = await directory.select().from(apiTokens).where(eq(apiTokens.id, id)).limit(1);
  return row ?? null;
}

export function insertToken(token: TokenRow): Statement {
  return statementOf(draft.insert(apiTokens).values(token));
}

export function revokeTokenRow(tenantId: string, id: string, at: string): Statement {
  const mine = and(eq(apiTokens.tenant_id, tenantId), eq(apiTokens.id, id), isNull(apiTokens.revoked_at));
  return statementOf(draft.update(apiTokens).set({ revoked_at: at }).where(mine));
}

export async function auditHead(shelf: Shelf, tenantId: string): Promise<ChainHead | null> {
  const [row] = await shelf
    .select({ seq: audit.seq, hash: audit.hash })
    .from(audit)
    .where(eq(audit.tenant_id, tenantId))
    .orderBy(desc(audit.seq))
    .limit(1);
  return row ?? null;
}

export function insertAudit(link: AuditLink): Statement {
  return statementOf(draft.insert(audit).values({ ...link, targets: JSON.stringify(link.targets) }));
}

/** Links after `seq`, oldest first. */
export async function auditPage(
  shelf: Shelf,
  tenantId: string,
  after: { seq: number; limit: number },
): Promise<AuditLink[]> {
  const rows = await shelf
    .select()
    .from(audit)
    .where(and(eq(audit.tenant_id, tenantId), gt(audit.seq, after.seq)))
    .orderBy(asc(audit.seq))
    .limit(after.limit);
  return rows.map((row) => ({ ...row, targets: JSON.parse(row.targets) as string[] }));
}

export function raiseCounter(name: string, by: number): Statement {
  return statementOf(
    draft
      .insert(counters)
      .values({ name, value: by })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } }),
  );
}

export async function counterRows(directory: Shelf): Promise<{ name: string; value: number }[]> {
  return directory.select().from(counters).orderBy(asc(counters.name));
}
