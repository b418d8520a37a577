import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// As migrations/directory/0002_rates.sql makes them.

export const rates = sqliteTable(
  "rates",
  {
    currency: text().notNull(),
    quote: text().notNull(),
    on_date: text().notNull(),
    value: integer().notNull(),
    source: text().notNull(),
    fetched_at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.quote, table.on_date] })],
);

export const ratePages = sqliteTable("rate_pages", {
  source: text().primaryKey(),
  tried_at: text().notNull(),
  read_at: text(),
});
