import { and, between, desc, eq, gte, lte, ne, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { draft, runBatch, shelfOf, statementOf, type Statement } from "#database";
import type { CivilDate, Currency } from "#kernel";
import type { DayValue } from "./rate.ts";
import { ratePages, rates } from "./tables.ts";

type Pair = { currency: Currency; quote: Currency };
type Span = { from: CivilDate; to: CivilDate };

/** The known values of these days, newest first. */
export async function valuesIn(directory: D1Database, pair: Pair, { from, to }: Span): Promise<DayValue[]> {
  return shelfOf(directory)
    .select({ on: rates.on_date, value: rates.value })
    .from(rates)
    .where(and(eq(rates.currency, pair.currency), eq(rates.quote, pair.quote), between(rates.on_date, from, to)))
    .orderBy(desc(rates.on_date));
}

/** When a page was last read whole, or null. */
export async function lastRead(directory: D1Database, source: string): Promise<string | null> {
  const [row] = await shelfOf(directory)
    .select({ read_at: ratePages.read_at })
    .from(ratePages)
    .where(eq(ratePages.source, source))
    .limit(1);
  return row?.read_at ?? null;
}

/**
 * Takes the turn to ask for a page; false where somebody took it after `free_before`. One statement, so that of many
 * conversations that want the same page at once only one asks for it.
 */
export async function takeTurn(
  directory: D1Database,
  source: string,
  { at, free_before }: { at: string; free_before: string },
): Promise<boolean> {
  const taken = await drizzle(directory)
    .insert(ratePages)
    .values({ source, tried_at: at })
    .onConflictDoUpdate({
      target: ratePages.source,
      set: { tried_at: at },
      setWhere: lte(ratePages.tried_at, free_before),
    })
    .returning({ source: ratePages.source });
  return taken.length > 0;
}

/** `today` is the country's own day: a value before it is not changed. */
export type Reading = Pair & { source: string; read_at: string; today: CivilDate; days: readonly DayValue[] };

/** Stores what a page said and that it was read, as one batch. */
export async function storeReading(directory: D1Database, reading: Reading): Promise<void> {
  await runBatch(directory, [...chunked(reading.days).map((days) => upsertDays(reading, days)), markRead(reading)]);
}

/** D1 binds at most 100 parameters in a statement, a row has 6 and the conflict clause 1. */
const ROWS_PER_STATEMENT = 16;

function chunked(days: readonly DayValue[]): DayValue[][] {
  const count = Math.ceil(days.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, nth) =>
    days.slice(nth * ROWS_PER_STATEMENT, (nth + 1) * ROWS_PER_STATEMENT),
  );
}

function upsertDays({ currency, quote, source, read_at, today }: Reading, days: readonly DayValue[]): Statement {
  const rows = days.map(({ on, value }) => ({ currency, quote, on_date: on, value, source, fetched_at: read_at }));
  return statementOf(
    draft
      .insert(rates)
      .values(rows)
      .onConflictDoUpdate({
        target: [rates.currency, rates.quote, rates.on_date],
        set: { value: sql`excluded.value`, source: sql`excluded.source`, fetched_at: sql`excluded.fetched_at` },
        setWhere: sql`${ne(rates.value, sql`excluded.value`)} AND ${gte(rates.on_date, today)}`,
      }),
  );
}

function markRead({ source, read_at }: Reading): Statement {
  return statementOf(draft.update(ratePages).set({ read_at }).where(eq(ratePages.source, source)));
}
