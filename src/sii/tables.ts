import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ClaimAction, ClaimReason } from "./claims/action.ts";
import type { ConnectionState } from "./connection/connection.ts";
import type { RcvSide, RcvState } from "./rcv/document.ts";
import type { RunCause, RunState } from "./run/run.ts";
import type { Credential } from "./session/credential.ts";
import type { SiiTrouble } from "./session/trouble.ts";

// Columns as `migrations/ledger` makes them.

const mine = { tenant_id: text().notNull(), id: text().notNull() };

export const siiDocuments = sqliteTable(
  "sii_documents",
  {
    ...mine,
    document_key: text().notNull(),
    paper_key: text().notNull(),
    side: text().$type<RcvSide>().notNull(),
    type: integer().notNull(),
    state: text().$type<RcvState>().notNull(),
    month: text().notNull(),
    facts_sealed: text().notNull(),
    facts_key: text().notNull(),
    declined: text().notNull().default("[]"),
    run_id: text().notNull(),
    first_seen_at: text().notNull(),
    changed_at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const siiChanges = sqliteTable(
  "sii_changes",
  {
    ...mine,
    document_id: text().notNull(),
    run_id: text().notNull(),
    from_state: text().$type<RcvState>().notNull(),
    to_state: text().$type<RcvState>().notNull(),
    from_month: text().notNull(),
    to_month: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const siiMonths = sqliteTable(
  "sii_months",
  { tenant_id: text().notNull(), month: text().notNull(), totals_sealed: text().notNull(), asked_at: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.month] })],
);

export const siiRuns = sqliteTable(
  "sii_runs",
  {
    ...mine,
    cause: text().$type<RunCause>().notNull(),
    request_key: text().notNull(),
    state: text().$type<RunState>().notNull(),
    reason: text(),
    started_at: text().notNull(),
    ended_at: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const siiConnections = sqliteTable("sii_connections", {
  tenant_id: text().notNull().primaryKey(),
  kind: text().$type<Credential["kind"]>().notNull(),
  rut_sealed: text().notNull(),
  credential_sealed: text().notNull(),
  valid_until: text(),
  consent_by: text().notNull(),
  consent_at: text().notNull(),
  conversation: text(),
  state: text().$type<ConnectionState>().notNull(),
  reason: text().$type<SiiTrouble>(),
  synced_at: text(),
});

export const siiSetAside = sqliteTable(
  "sii_set_aside",
  { tenant_id: text().notNull(), difference_key: text().notNull(), set_by: text().notNull(), set_at: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.difference_key] })],
);

export const siiClaims = sqliteTable(
  "sii_claims",
  {
    ...mine,
    document_id: text().notNull(),
    action: text().$type<ClaimAction>().notNull(),
    state: text().$type<"asked" | "registered" | "refused">().notNull(),
    reason: text().$type<ClaimReason>(),
    asked_by: text().notNull(),
    asked_at: text().notNull(),
    ended_at: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const siiProfiles = sqliteTable("sii_profiles", {
  tenant_id: text().notNull().primaryKey(),
  profile_sealed: text().notNull(),
  changed_at: text().notNull(),
});
