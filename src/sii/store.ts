import { and, asc, desc, eq, gt, inArray, lt, type SQL } from "drizzle-orm";
import { draft, KEYS_PER_QUERY, statementOf, type Statement } from "#database";
import { assert, type Month } from "#kernel";
import type { Viewer } from "#tenants";
import type { KeptRcvDocument, RcvTotal } from "./rcv/month.ts";
import type { RcvDocument, RcvSide, RcvState } from "./rcv/document.ts";
import { siiChanges, siiDocuments, siiMonths, siiSetAside } from "./tables.ts";

export type SiiDocumentRow = typeof siiDocuments.$inferSelect;
export type SiiChangeRow = typeof siiChanges.$inferSelect;

/** Some 1,200 bytes each: what the databases answer at once stays small, and a list is read to its end. */
const ROWS_PER_QUERY = 2_000;

export async function rowsByKey(viewer: Viewer, keys: readonly string[]): Promise<Map<string, SiiDocumentRow>> {
  const found = new Map<string, SiiDocumentRow>();
  for (let i = 0; i < keys.length; i += KEYS_PER_QUERY) {
    const page = keys.slice(i, i + KEYS_PER_QUERY);
    const rows = await select(viewer, inArray(siiDocuments.document_key, page), page.length);
    for (const row of rows) found.set(row.document_key, row);
  }
  return found;
}

export async function rowsById(viewer: Viewer, ids: readonly string[]): Promise<SiiDocumentRow[]> {
  const found: SiiDocumentRow[] = [];
  for (let i = 0; i < ids.length; i += KEYS_PER_QUERY) {
    const page = ids.slice(i, i + KEYS_PER_QUERY);
    found.push(...(await select(viewer, inArray(siiDocuments.id, page), page.length)));
  }
  return found;
}

export async function rowById(viewer: Viewer, id: string): Promise<SiiDocumentRow | null> {
  const [row] = await rowsById(viewer, [id]);
  return row ?? null;
}

/** Those that count in a month, in the order in which they came. */
export async function rowsOfMonth(viewer: Viewer, month: Month): Promise<SiiDocumentRow[]> {
  return selectAll(viewer, eq(siiDocuments.month, month));
}

/** Purchases that wait to be accepted or claimed, of whatever month. */
export async function pendingRows(viewer: Viewer): Promise<SiiDocumentRow[]> {
  return selectAll(viewer, eq(siiDocuments.state, "pendiente"));
}

/** Those that a run brought first. */
export async function rowsOfRun(viewer: Viewer, runId: string): Promise<SiiDocumentRow[]> {
  return selectAll(viewer, eq(siiDocuments.run_id, runId));
}

/** Those that a run found in another state or month than before. */
export async function changesOfRun(viewer: Viewer, runId: string): Promise<SiiChangeRow[]> {
  const ofRun = and(eq(siiChanges.tenant_id, viewer.tenant.id), eq(siiChanges.run_id, runId));
  return toTheEnd((after) =>
    viewer.ledger
      .select()
      .from(siiChanges)
      .where(and(ofRun, gt(siiChanges.id, after)))
      .orderBy(asc(siiChanges.id))
      .limit(ROWS_PER_QUERY),
  );
}

async function selectAll(viewer: Viewer, condition: SQL): Promise<SiiDocumentRow[]> {
  return toTheEnd((after) => select(viewer, and(condition, gt(siiDocuments.id, after)), ROWS_PER_QUERY));
}

/** Every page of a list. @param pageAfter the first rows behind an id, in the order of their ids */
async function toTheEnd<T extends { id: string }>(pageAfter: (id: string) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await pageAfter(all.at(-1)?.id ?? "");
    all.push(...page);
    if (page.length < ROWS_PER_QUERY) return all;
  }
}

/** `before`: the id behind which the page begins; ids grow with time. */
type ListedRows = { month?: Month; side?: RcvSide; state?: RcvState; before: string | null; limit: number };

/** Newest first. */
export async function listRows(
  viewer: Viewer,
  { month, side, state, before, limit }: ListedRows,
): Promise<SiiDocumentRow[]> {
  const conditions = [
    eq(siiDocuments.tenant_id, viewer.tenant.id),
    ...(month === undefined ? [] : [eq(siiDocuments.month, month)]),
    ...(side === undefined ? [] : [eq(siiDocuments.side, side)]),
    ...(state === undefined ? [] : [eq(siiDocuments.state, state)]),
    ...(before === null ? [] : [lt(siiDocuments.id, before)]),
  ];
  return viewer.ledger
    .select()
    .from(siiDocuments)
    .where(and(...conditions))
    .orderBy(desc(siiDocuments.id))
    .limit(limit);
}

/** Every other read of documents goes through here: the tenant's predicate is added once, and never left out. */
async function select(viewer: Viewer, condition: SQL | undefined, limit: number): Promise<SiiDocumentRow[]> {
  return viewer.ledger
    .select()
    .from(siiDocuments)
    .where(and(eq(siiDocuments.tenant_id, viewer.tenant.id), condition))
    .orderBy(asc(siiDocuments.id))
    .limit(limit);
}

export function insertDocument(row: SiiDocumentRow): Statement {
  return statementOf(draft.insert(siiDocuments).values(row));
}

type Moving = Pick<SiiDocumentRow, "state" | "month" | "facts_sealed" | "facts_key" | "changed_at">;

export function changeDocument(row: Pick<SiiDocumentRow, "tenant_id" | "id">, change: Moving): Statement {
  return statementOf(draft.update(siiDocuments).set(change).where(own(row)));
}

/** Entries of which somebody has said that they are not of this document: added to, never taken back. */
export function declineEntries(
  row: Pick<SiiDocumentRow, "tenant_id" | "id" | "declined">,
  ids: readonly string[],
): Statement {
  const declined = JSON.stringify([...new Set([...declinedOf(row), ...ids])]);
  return statementOf(draft.update(siiDocuments).set({ declined }).where(own(row)));
}

export function declinedOf({ declined }: Pick<SiiDocumentRow, "declined">): string[] {
  return JSON.parse(declined) as string[];
}

function own({ tenant_id, id }: Pick<SiiDocumentRow, "tenant_id" | "id">): SQL | undefined {
  return and(eq(siiDocuments.tenant_id, tenant_id), eq(siiDocuments.id, id));
}

export function insertChange(row: SiiChangeRow): Statement {
  return statementOf(draft.insert(siiChanges).values(row));
}

/** The document that a row holds, in the state and month in which it is kept. */
export async function documentOf(viewer: Viewer, row: SiiDocumentRow): Promise<RcvDocument> {
  const facts = JSON.parse(await viewer.unseal(placeOf("facts", row.id), row.facts_sealed)) as RcvDocument;
  return { ...facts, state: row.state, period: row.month };
}

export async function sealFacts(viewer: Viewer, id: string, document: RcvDocument): Promise<string> {
  return viewer.seal(placeOf("facts", id), JSON.stringify(document));
}

export async function keptOf(viewer: Viewer, row: SiiDocumentRow, entry_id: string | null): Promise<KeptRcvDocument> {
  return { ...(await documentOf(viewer, row)), id: row.id, entry_id };
}

/** What the tax service counts of a month (`factor`: of proportionality, 0–1), and when it was asked. */
export type MonthCounted = { totals: readonly RcvTotal[]; factor: number | null; asked_at: string };

/** Null where a month was never asked for. */
export async function countedOfMonth(viewer: Viewer, month: Month): Promise<MonthCounted | null> {
  const [row] = await viewer.ledger
    .select()
    .from(siiMonths)
    .where(and(eq(siiMonths.tenant_id, viewer.tenant.id), eq(siiMonths.month, month)))
    .limit(1);
  if (!row) return null;
  const kept = JSON.parse(await viewer.unseal(monthPlace(month), row.totals_sealed)) as SealedMonth | RcvTotal[];
  // Before there was a factor the totals stood alone.
  const counted = Array.isArray(kept) ? { totals: kept, factor: null } : kept;
  return { ...counted, asked_at: row.asked_at };
}

type SealedMonth = Pick<MonthCounted, "totals" | "factor">;

export async function saveTotals(
  viewer: Viewer,
  month: Month,
  { totals, factor, asked_at }: MonthCounted,
): Promise<Statement> {
  assert(/^\d{4}-\d{2}$/.test(month), "totals are of a month");
  const sealed: SealedMonth = { totals, factor };
  const totals_sealed = await viewer.seal(monthPlace(month), JSON.stringify(sealed));
  const row = { tenant_id: viewer.tenant.id, month, totals_sealed, asked_at };
  return statementOf(
    draft
      .insert(siiMonths)
      .values(row)
      .onConflictDoUpdate({ target: [siiMonths.tenant_id, siiMonths.month], set: { totals_sealed, asked_at } }),
  );
}

function monthPlace(month: Month): { table: string; column: string; row: string } {
  return { table: "sii_months", column: "totals", row: month };
}

function placeOf(column: string, row: string): { table: string; column: string; row: string } {
  return { table: "sii_documents", column, row };
}

/** Keys of differences that somebody has left as they are. */
export async function setAsideKeys(viewer: Viewer): Promise<string[]> {
  const rows = await viewer.ledger
    .select({ key: siiSetAside.difference_key })
    .from(siiSetAside)
    .where(eq(siiSetAside.tenant_id, viewer.tenant.id))
    .limit(SET_ASIDE_MAX);
  return rows.map(({ key }) => key);
}

/** Some a month, for many years. */
const SET_ASIDE_MAX = 5_000;

export function setAside(row: typeof siiSetAside.$inferInsert): Statement {
  return statementOf(draft.insert(siiSetAside).values(row).onConflictDoNothing());
}
