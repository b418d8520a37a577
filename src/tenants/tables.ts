import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role, Tenant } from "./tenant.ts";

// Columns as `migrations/directory` makes them; `audit` stands in the directory and in every ledger shard.

export const tenants = sqliteTable("tenants", {
  id: text().primaryKey(),
  name_sealed: text(),
  industry: text(),
  tax_id_sealed: text(),
  country: text().notNull(),
  currency: text().notNull(),
  time_zone: text().notNull(),
  language: text().notNull(),
  plan: text().$type<Tenant["plan"]>().notNull(),
  source: text().$type<Tenant["source"]>().notNull(),
  onboarding_step: text().$type<Tenant["onboarding_step"]>().notNull(),
  shard: text().notNull(),
  data_key: text().notNull(),
  key_id: text().notNull(),
  founded_by: text().notNull(),
  created_at: text().notNull(),
  erasing_at: text(),
});

export const contacts = sqliteTable("contacts", {
  id: text().primaryKey(),
  tenant_id: text().notNull(),
  phone_sealed: text(),
  user_id_sealed: text(),
  profile_name_sealed: text(),
  created_at: text().notNull(),
});

export const members = sqliteTable(
  "members",
  {
    tenant_id: text().notNull(),
    contact_id: text().notNull(),
    role: text().$type<Role>().notNull(),
    created_at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.contact_id] })],
);

export const aliases = sqliteTable("aliases", {
  alias_hash: text().primaryKey(),
  kind: text().$type<"phone" | "user">().notNull(),
  channel: text().notNull(),
  tenant_id: text().notNull(),
  contact_id: text().notNull(),
  object_name: text().notNull(),
  created_at: text().notNull(),
});

export const apiTokens = sqliteTable("api_tokens", {
  id: text().primaryKey(),
  tenant_id: text().notNull(),
  secret_hash: text().notNull(),
  role: text().$type<Role>().notNull(),
  scopes: text().notNull(),
  created_at: text().notNull(),
  revoked_at: text(),
});

export const audit = sqliteTable(
  "audit",
  {
    tenant_id: text().notNull(),
    seq: integer().notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    standing: text().notNull(),
    action: text().notNull(),
    targets: text().notNull(),
    digest: text(),
    prev_hash: text().notNull(),
    hash: text().notNull(),
    seal: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.seq] })],
);

export const erasures = sqliteTable("erasures", {
  tenant_id: text().primaryKey(),
  erased_at: text().notNull(),
});

export const counters = sqliteTable("counters", {
  name: text().primaryKey(),
  value: integer().notNull(),
});
