import { assert } from "#kernel";
import type { Statement } from "./connection.ts";

/** D1 allows 1,000 queries in one invocation; a batch of ours is one message or one page of documents. */
const BATCH_STATEMENTS_MAX = 100;

/** `conflict`: the columns of the UNIQUE constraint that refused the batch, as SQLite names them: `entries.tenant_id, entries.seq`. */
export type BatchOutcome = { done: true } | { done: false; conflict: string };

/**
 * Runs the statements as one atomic batch: all of them or none. A broken UNIQUE constraint is an outcome, since it is
 * how a repeated message is recognised; every other failure throws. For `tenants/commit` alone.
 */
export async function runBatch(d1: D1Database, statements: readonly Statement[]): Promise<BatchOutcome> {
  assert(statements.length > 0 && statements.length <= BATCH_STATEMENTS_MAX, "a batch has 1 to 100 statements");
  try {
    await d1.batch(statements.map(({ sql, params }) => d1.prepare(sql).bind(...params)));
    return { done: true };
  } catch (error) {
    const conflict = conflictOf(error);
    if (conflict === null) throw error;
    return { done: false, conflict };
  }
}

const UNIQUE_VIOLATION = /UNIQUE constraint failed: ([\w.]+(?:, [\w.]+)*)/;

/** The columns that a UNIQUE violation names, or null for any other failure. */
export function conflictOf(error: unknown): string | null {
  return UNIQUE_VIOLATION.exec(error instanceof Error ? error.message : "")?.[1] ?? null;
}
