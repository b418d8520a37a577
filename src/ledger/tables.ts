import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DebtDirection, EntrySource, EntryType } from "./entry.ts";
import type { Rule, Side } from "./rules/rule.ts";

// Columns as `migrations/ledger` makes them.

export const entries = sqliteTable(
  "entries",
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    seq: integer().notNull(),
    type: text().$type<EntryType>().notNull(),
    direction: text().$type<DebtDirection>(),
    loan: integer({ mode: "boolean" }).notNull(),
    amount_minor: integer().notNull(),
    net_minor: integer(),
    tax_minor: integer(),
    currency: text().notNull(),
    date: text().notNull(),
    due_date: text(),
    recorded_at: text().notNull(),
    recorded_by: text().notNull(),
    concept_sealed: text(),
    category: text(),
    counterparty_sealed: text(),
    counterparty_key: text(),
    source: text().$type<EntrySource>().notNull(),
    source_ref_sealed: text().notNull(),
    source_key: text().notNull(),
    document_id: text(),
    reverses_id: text(),
    replaces_id: text(),
    settles_id: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const postings = sqliteTable(
  "postings",
  {
    tenant_id: text().notNull(),
    entry_id: text().notNull(),
    line: integer().notNull(),
    debit: text().notNull(),
    credit: text().notNull(),
    amount_minor: integer().notNull(),
    currency: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.entry_id, table.line] })],
);

export const rules = sqliteTable(
  "rules",
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    seq: integer().notNull(),
    kind: text().$type<Rule["kind"]>().notNull(),
    match_sealed: text().notNull(),
    match_key: text().notNull(),
    category: text(),
    side: text().$type<Side>(),
    name_sealed: text(),
    name_key: text(),
    source_key: text().notNull(),
    taught_at: text().notNull(),
    taught_by: text().notNull(),
    ended_at: text(),
    ended_key: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.id] })],
);

export const evidence = sqliteTable(
  "evidence",
  { tenant_id: text().notNull(), paper_key: text().notNull(), entry_id: text().notNull(), number_key: text() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.paper_key] })],
);
