import { and, desc, eq, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { draft, statementOf, type Statement } from "#database";
import type { Viewer } from "#tenants";
import { evidence } from "../tables.ts";

// Which entry stands for a paper. It follows its entry: to what replaces it, and away with what takes it back.

/** Four values a row, and D1 binds at most 100 in a statement. */
const ROWS_PER_STATEMENT = 25;
/** Bound as one value, a list in JSON: of a month of a busy shop there are thousands. */
const KEYS_PER_LIST = 1_000;

export type EvidenceRow = typeof evidence.$inferSelect;

export function insertEvidence(rows: readonly EvidenceRow[]): Statement[] {
  const statements: Statement[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
    statements.push(statementOf(draft.insert(evidence).values(rows.slice(i, i + ROWS_PER_STATEMENT))));
  }
  return statements;
}

export function moveEvidence(tenantId: string, from: string, to: string): Statement {
  const mine = and(eq(evidence.tenant_id, tenantId), eq(evidence.entry_id, from));
  return statementOf(draft.update(evidence).set({ entry_id: to }).where(mine));
}

/** After the reversal in the same batch: the paper of an entry that stands is not let go. */
export function freeEvidence(tenantId: string, entryId: string): Statement {
  const mine = and(eq(evidence.tenant_id, tenantId), eq(evidence.entry_id, entryId));
  return statementOf(draft.delete(evidence).where(mine));
}

/** Of these entries those that stand for a paper. */
export async function entriesWithEvidence(viewer: Viewer, entryIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let i = 0; i < entryIds.length; i += KEYS_PER_LIST) {
    const page = entryIds.slice(i, i + KEYS_PER_LIST);
    const rows = await viewer.ledger
      .select({ entry_id: evidence.entry_id })
      .from(evidence)
      .where(and(eq(evidence.tenant_id, viewer.tenant.id), isOneOf(evidence.entry_id, page)));
    for (const { entry_id } of rows) found.add(entry_id);
  }
  return found;
}

/** The entry of each paper that stands in the books, by its key. */
export async function entryIdsOfPapers(viewer: Viewer, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let i = 0; i < keys.length; i += KEYS_PER_LIST) {
    const page = keys.slice(i, i + KEYS_PER_LIST);
    const rows = await viewer.ledger
      .select({ key: evidence.paper_key, entry_id: evidence.entry_id })
      .from(evidence)
      .where(and(eq(evidence.tenant_id, viewer.tenant.id), isOneOf(evidence.paper_key, page)));
    for (const { key, entry_id } of rows) found.set(key, entry_id);
  }
  return found;
}

/** Of the papers of one number the entries, the newest first; a number is few companies' at a time. */
export async function entryIdsOfNumber(viewer: Viewer, number_key: string): Promise<string[]> {
  const rows = await viewer.ledger
    .select({ entry_id: evidence.entry_id })
    .from(evidence)
    .where(and(eq(evidence.tenant_id, viewer.tenant.id), eq(evidence.number_key, number_key)))
    .orderBy(desc(evidence.entry_id))
    .limit(OF_NUMBER_MAX);
  return rows.map(({ entry_id }) => entry_id);
}

const OF_NUMBER_MAX = 10;

function isOneOf(column: SQLWrapper, values: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
