import type { Kind } from "../due.ts";

// The object's own tables: what falls due when, and how far a sweep is.

const TABLES = [
  `CREATE TABLE IF NOT EXISTS due (
    tenant_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Epoch ms.
    due_at INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    -- Of the last time that it was begun.
    last_tick TEXT,
    -- In a row that failed.
    tries INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, kind)
  ) WITHOUT ROWID`,
  "CREATE INDEX IF NOT EXISTS due_order ON due (due_at)",
  // One row while a sweep is on its way. `after` is where its list goes on.
  "CREATE TABLE IF NOT EXISTS sweep (one INTEGER PRIMARY KEY CHECK (one = 1), after TEXT, due_at INTEGER NOT NULL, tries INTEGER NOT NULL)",
];

export function migrate(sql: SqlStorage): void {
  for (const table of TABLES) sql.exec(table);
}

export type DueRow = {
  tenant_id: string;
  kind: Kind;
  due_at: number;
  time_zone: string;
  last_tick: string | null;
  tries: number;
};

export function findDue(sql: SqlStorage, tenantId: string, kind: Kind): DueRow | null {
  const [row] = sql.exec<DueRow>("SELECT * FROM due WHERE tenant_id = ? AND kind = ?", tenantId, kind).toArray();
  return row ?? null;
}

export function saveDue(sql: SqlStorage, { tenant_id, kind, due_at, time_zone, last_tick, tries }: DueRow): void {
  sql.exec(
    "INSERT OR REPLACE INTO due (tenant_id, kind, due_at, time_zone, last_tick, tries) VALUES (?, ?, ?, ?, ?, ?)",
    tenant_id,
    kind,
    due_at,
    time_zone,
    last_tick,
    tries,
  );
}

/** What is due, the longest first. */
export function dueBy(sql: SqlStorage, now: number, limit: number): DueRow[] {
  const due = "SELECT * FROM due WHERE due_at <= ? ORDER BY due_at, tenant_id LIMIT ?";
  return sql.exec<DueRow>(due, now, limit).toArray();
}

type Seen = Pick<DueRow, "tenant_id" | "kind" | "due_at">;

/** Only where the row still is as it was seen: whoever came or went meanwhile knows better. */
export function moveDue(
  sql: SqlStorage,
  { tenant_id, kind, due_at }: Seen,
  to: Pick<DueRow, "due_at" | "last_tick" | "tries">,
): void {
  sql.exec(
    "UPDATE due SET due_at = ?, last_tick = ?, tries = ? WHERE tenant_id = ? AND kind = ? AND due_at = ?",
    to.due_at,
    to.last_tick,
    to.tries,
    tenant_id,
    kind,
    due_at,
  );
}

/** As `moveDue`, for one that has nothing left to do. */
export function dropDue(sql: SqlStorage, { tenant_id, kind, due_at }: Seen): void {
  sql.exec("DELETE FROM due WHERE tenant_id = ? AND kind = ? AND due_at = ?", tenant_id, kind, due_at);
}

export function dropTenant(sql: SqlStorage, tenantId: string): void {
  sql.exec("DELETE FROM due WHERE tenant_id = ?", tenantId);
}

export type SweepRow = { after: string | null; due_at: number; tries: number };

export function findSweep(sql: SqlStorage): SweepRow | null {
  const [row] = sql.exec<SweepRow>("SELECT after, due_at, tries FROM sweep").toArray();
  return row ?? null;
}

export function saveSweep(sql: SqlStorage, { after, due_at, tries }: SweepRow): void {
  sql.exec("INSERT OR REPLACE INTO sweep (one, after, due_at, tries) VALUES (1, ?, ?, ?)", after, due_at, tries);
}

export function dropSweep(sql: SqlStorage): void {
  sql.exec("DELETE FROM sweep");
}

/** When something is next to be done, epoch ms; null where nothing is. */
export function nextAt(sql: SqlStorage): number | null {
  const first =
    "SELECT MIN(due_at) AS at FROM (SELECT MIN(due_at) AS due_at FROM due UNION ALL SELECT due_at FROM sweep)";
  return sql.exec<{ at: number | null }>(first).one().at;
}
