import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  sql,
  type SQL,
  type SQLWrapper,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { draft, KEYS_PER_QUERY, statementOf, type Statement } from "#database";
import type { Viewer } from "#tenants";
import { TAX_CREDIT, TAX_DEBIT, WITHDRAWALS } from "./account.ts";
import type { Posting } from "./entry.ts";
import type { Draft } from "./row.ts";
import { entries, postings } from "./tables.ts";

export type EntryRow = typeof entries.$inferSelect;

/** A row, its postings in their order, and the reversal that took it back. */
export type StoredEntry = { row: EntryRow; postings: Posting[]; reversed_by: string | null };

const reversal = alias(entries, "reversal");

export async function entryById(viewer: Viewer, id: string): Promise<StoredEntry | null> {
  const [found] = await select(viewer, [eq(entries.id, id)], 1);
  return found ?? null;
}

export async function entriesById(viewer: Viewer, ids: readonly string[]): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for (let i = 0; i < ids.length; i += KEYS_PER_QUERY) {
    const page = ids.slice(i, i + KEYS_PER_QUERY);
    found.push(...(await select(viewer, [inArray(entries.id, page)], page.length)));
  }
  return found;
}

export async function entriesBySourceKey(viewer: Viewer, keys: readonly string[]): Promise<StoredEntry[]> {
  return select(viewer, [inArray(entries.source_key, [...keys])], keys.length);
}

/** What took an entry back, or null while it is live. */
export async function reversalOf(viewer: Viewer, id: string): Promise<StoredEntry | null> {
  const [found] = await select(viewer, [eq(entries.reverses_id, id)], 1);
  return found ?? null;
}

/** The newest entry that is no reversal and is not reversed. @param recordedBy only what this actor recorded */
export async function lastLive(viewer: Viewer, recordedBy: string | null): Promise<StoredEntry | null> {
  const by = recordedBy === null ? [] : [eq(entries.recorded_by, recordedBy)];
  const [found] = await select(viewer, [...liveOnly(), ...by], 1);
  return found ?? null;
}

export type EntryFilter = {
  from: string | null;
  to: string | null;
  category: string | null;
  counterparty_key: string | null;
  live: boolean;
  /** Only entries with a smaller number: where the page before ended. */
  before: number | null;
  limit: number;
};

/** Newest first, by their number in the books. */
export async function entryPage(viewer: Viewer, filter: EntryFilter): Promise<StoredEntry[]> {
  const { from, to, category, counterparty_key, before } = filter;
  const conditions = [
    ...(from === null ? [] : [gte(entries.date, from)]),
    ...(to === null ? [] : [lte(entries.date, to)]),
    ...(category === null ? [] : [eq(entries.category, category)]),
    ...(counterparty_key === null ? [] : [eq(entries.counterparty_key, counterparty_key)]),
    ...(before === null ? [] : [lt(entries.seq, before)]),
    ...(filter.live ? liveOnly() : []),
  ];
  return select(viewer, conditions, filter.limit);
}

/** How many entries stand in the tenant's books, history included. */
export async function entryCount(viewer: Viewer): Promise<number> {
  const [row] = await viewer.ledger
    .select({ count: sql<number>`count(*)` })
    .from(entries)
    .where(eq(entries.tenant_id, viewer.tenant.id));
  return row?.count ?? 0;
}

/** True when a posting stands in the tenant's books without its entry. */
export async function hasStrayPosting(viewer: Viewer): Promise<boolean> {
  const [row] = await viewer.ledger
    .select({ entry_id: postings.entry_id })
    .from(postings)
    .leftJoin(entries, and(eq(entries.tenant_id, postings.tenant_id), eq(entries.id, postings.entry_id)))
    .where(and(eq(postings.tenant_id, viewer.tenant.id), isNull(entries.id)))
    .limit(1);
  return row !== undefined;
}

function liveOnly(): SQL[] {
  return [ne(entries.type, "reversa"), isNull(reversal.id)];
}

/** Every read of entries goes through here: the tenant's predicate is added once, and never left out. */
async function select(viewer: Viewer, conditions: readonly SQL[], limit: number): Promise<StoredEntry[]> {
  const rows = await viewer.ledger
    .select({ row: entries, lines: LINES, reversed_by: reversal.id })
    .from(entries)
    .leftJoin(reversal, and(eq(reversal.tenant_id, entries.tenant_id), eq(reversal.reverses_id, entries.id)))
    .where(and(eq(entries.tenant_id, viewer.tenant.id), ...conditions))
    .orderBy(desc(entries.seq))
    .limit(limit);
  return rows.map(({ row, lines, reversed_by }) => ({ row, postings: postingsIn(lines), reversed_by }));
}

/** The postings of an entry as one JSON column: one query for a page, and no limit on bound values to mind. */
const LINES = sql<string>`(
  SELECT json_group_array(json_array(${postings.line}, ${postings.debit}, ${postings.credit}, ${postings.amount_minor}, ${postings.currency}))
  FROM ${postings} WHERE ${postings.tenant_id} = ${entries.tenant_id} AND ${postings.entry_id} = ${entries.id}
)`;

type Line = [line: number, debit: string, credit: string, amount_minor: number, currency: string];

function postingsIn(lines: string): Posting[] {
  return (JSON.parse(lines) as Line[])
    .toSorted(([a], [b]) => a - b)
    .map(([, debit, credit, amount_minor, currency]) => ({ debit, credit, amount_minor, currency }));
}

/** Postings first, then their entry: its trigger checks that they add up, and closes it. */
export function insertEntry({ row, postings: lines }: Draft): Statement[] {
  const key = { tenant_id: row.tenant_id, entry_id: row.id };
  const numbered = { ...row, seq: nextSeq(row.tenant_id) };
  return [
    statementOf(draft.insert(postings).values(lines.map((line, index) => ({ ...key, line: index + 1, ...line })))),
    statementOf(draft.insert(entries).values(numbered)),
  ];
}

/** Counted inside the batch, so that two at once can't get the same number. */
function nextSeq(tenantId: string): SQL<number> {
  return sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE tenant_id = ${tenantId})`;
}

/** All that went from one account to another, as exact decimal text: a sum may pass 2^53, where D1 rounds. */
export type PairSum = { debit: string; credit: string; currency: string; amount: string };

export async function pairSums(viewer: Viewer): Promise<PairSum[]> {
  const { debit, credit, currency, amount_minor } = postings;
  return viewer.ledger
    .select({ debit, credit, currency, amount: exactSum(amount_minor) })
    .from(postings)
    .where(eq(postings.tenant_id, viewer.tenant.id))
    .groupBy(debit, credit, currency);
}

export type FlowFilter = { from: string; to: string; category: string | null; counterparty_key: string | null };

/** What was earned, spent and taken out under one category in one month and currency; tax is part of both. */
export type FlowSum = {
  month: string;
  category: string | null;
  currency: string;
  income: string;
  expense: string;
  withdrawals: string;
  tax_debit: string;
  tax_credit: string;
  /** Live entries: each reversal takes one away. */
  entries: number;
};

export async function flowSums(viewer: Viewer, filter: FlowFilter): Promise<FlowSum[]> {
  const month = sql<string>`substr(${entries.date}, 1, 7)`;
  return viewer.ledger
    .select({
      month,
      category: entries.category,
      currency: entries.currency,
      income: netOf("credit", sql`GLOB 'ingreso:*'`, sql`= ${TAX_DEBIT}`),
      expense: netOf("debit", sql`GLOB 'gasto:*'`, sql`= ${TAX_CREDIT}`),
      withdrawals: netOf("debit", sql`= ${WITHDRAWALS}`),
      tax_debit: netOf("credit", sql`= ${TAX_DEBIT}`),
      tax_credit: netOf("debit", sql`= ${TAX_CREDIT}`),
      entries: sql<number>`sum(CASE WHEN ${postings.line} <> 1 THEN 0 WHEN ${entries.type} = 'reversa' THEN -1 ELSE 1 END)`,
    })
    .from(entries)
    .innerJoin(postings, and(eq(postings.tenant_id, entries.tenant_id), eq(postings.entry_id, entries.id)))
    .where(
      and(
        eq(entries.tenant_id, viewer.tenant.id),
        gte(entries.date, filter.from),
        lte(entries.date, filter.to),
        filter.category === null ? undefined : eq(entries.category, filter.category),
        filter.counterparty_key === null ? undefined : eq(entries.counterparty_key, filter.counterparty_key),
      ),
    )
    .groupBy(month, entries.category, entries.currency)
    .orderBy(month, entries.category, entries.currency);
}

/** What one side gained less what its mirror took back, over the accounts that one of the tests names. */
function netOf(side: "debit" | "credit", ...tests: SQL[]): SQL<string> {
  const other = side === "debit" ? postings.credit : postings.debit;
  const isOn = (column: typeof other): SQL =>
    sql.join(
      tests.map((test) => sql`${column} ${test}`),
      sql` OR `,
    );
  const amount = postings.amount_minor;
  return exactSum(sql`CASE WHEN ${isOn(postings[side])} THEN ${amount} WHEN ${isOn(other)} THEN -${amount} ELSE 0 END`);
}

function exactSum(of: SQLWrapper): SQL<string> {
  return sql<string>`CAST(coalesce(sum(${of}), 0) AS TEXT)`;
}

export type AccountFilter = {
  account: string;
  side: "debit" | "credit";
  currency: string;
  from: string;
  to: string;
};

/** What entries that stand brought to one side of an account month by month; a tax beside it is part of the amount. */
export type AccountMonth = { month: string; amount: string; entries: number };

export async function accountMonths(viewer: Viewer, filter: AccountFilter): Promise<AccountMonth[]> {
  const month = sql<string>`substr(${entries.date}, 1, 7)`;
  return viewer.ledger
    .select({ month, amount: exactSum(entries.amount_minor), entries: sql<number>`count(*)` })
    .from(entries)
    .innerJoin(postings, firstPosting())
    .leftJoin(reversal, and(eq(reversal.tenant_id, entries.tenant_id), eq(reversal.reverses_id, entries.id)))
    .where(
      and(
        eq(entries.tenant_id, viewer.tenant.id),
        gte(entries.date, filter.from),
        lte(entries.date, filter.to),
        eq(entries.currency, filter.currency),
        eq(postings[filter.side], filter.account),
        ...liveOnly(),
      ),
    )
    .groupBy(month);
}

function firstPosting(): SQL | undefined {
  return and(eq(postings.tenant_id, entries.tenant_id), eq(postings.entry_id, entries.id), eq(postings.line, 1));
}

/** The newest entry that stands of each counterparty, newest first, with the name that it was given there. */
export async function namesWritten(
  viewer: Viewer,
  limit: number,
): Promise<Pick<EntryRow, "id" | "counterparty_sealed">[]> {
  // Beside a lone max() SQLite takes the other columns from the row that has it.
  const newest = sql<number>`max(${entries.seq})`;
  return viewer.ledger
    .select({ id: entries.id, counterparty_sealed: entries.counterparty_sealed, newest })
    .from(entries)
    .leftJoin(reversal, and(eq(reversal.tenant_id, entries.tenant_id), eq(reversal.reverses_id, entries.id)))
    .where(and(eq(entries.tenant_id, viewer.tenant.id), isNotNull(entries.counterparty_key), ...liveOnly()))
    .groupBy(entries.counterparty_key)
    .orderBy(desc(newest))
    .limit(limit);
}
