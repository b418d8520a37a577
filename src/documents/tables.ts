import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { STATES } from "./states.ts";

/** A file that somebody sent and how far its reading got; the DDL with its checks and triggers is in migrations/ledger. */
export const documents = sqliteTable("documents", {
  tenant_id: text().notNull(),
  id: text().notNull(),
  contact_id: text(),
  conversation: text(),
  source: text().notNull(),
  source_key: text().notNull(),
  sha256: text(),
  mime_type: text(),
  bytes: integer(),
  r2_key: text(),
  filename_sealed: text(),
  paper_key: text(),
  stamp_key: text(),
  fingerprint: text(),
  twin_id: text(),
  state: text({ enum: STATES }).notNull(),
  reason: text(),
  extraction_sealed: text(),
  answers_sealed: text(),
  declined: text().notNull().default("[]"),
  entry_id: text(),
  created_at: text().notNull(),
  updated_at: text().notNull(),
});

export type DocumentRow = typeof documents.$inferSelect;
