import type { Month } from "#kernel";
import type { RunCause } from "../run/run.ts";

// The object's own tables: the syncs that it has to do, and the pages that they have so far.

const TABLES = [
  "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
  `CREATE TABLE IF NOT EXISTS jobs (
    tenant_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    cause TEXT NOT NULL,
    -- The last of its months, YYYY-MM.
    month TEXT NOT NULL,
    phase TEXT NOT NULL,
    -- Documents that the books' room has kept already, of the whole sync.
    kept INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    -- Since the last page that came.
    waits INTEGER NOT NULL DEFAULT 0,
    logins INTEGER NOT NULL DEFAULT 0,
    recounts INTEGER NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE IF NOT EXISTS pages (
    run_id TEXT NOT NULL, page TEXT NOT NULL, part INTEGER NOT NULL, sealed TEXT NOT NULL,
    PRIMARY KEY (run_id, page, part)
  )`,
];

/** What came later; how many of them are done is a row of `meta`. */
const ADDITIONS = [
  // Look-up hash of the RUT that it reads: a business that is connected as another one meanwhile has no use for it.
  "ALTER TABLE jobs ADD COLUMN rut_key TEXT",
  // How often in a row something of ours broke.
  "ALTER TABLE jobs ADD COLUMN faults INTEGER NOT NULL DEFAULT 0",
];

export function migrate(sql: SqlStorage): void {
  for (const table of TABLES) sql.exec(table);
  const done = Number(readMeta(sql, "additions") ?? 0);
  if (done >= ADDITIONS.length) return;
  for (const addition of ADDITIONS.slice(done)) sql.exec(addition);
  setMeta(sql, "additions", String(ADDITIONS.length));
}

export function readMeta(sql: SqlStorage, key: string): string | null {
  const [row] = sql.exec<{ value: string }>("SELECT value FROM meta WHERE key = ?", key).toArray();
  return row?.value ?? null;
}

export function setMeta(sql: SqlStorage, key: string, value: string): void {
  sql.exec(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}

/** What `setJson` put there; null where nothing stands. */
export function readJson(sql: SqlStorage, key: string): unknown {
  const value = readMeta(sql, key);
  return value === null ? null : JSON.parse(value);
}

export function setJson(sql: SqlStorage, key: string, value: object): void {
  setMeta(sql, key, JSON.stringify(value));
}

export function dropMeta(sql: SqlStorage, key: string): void {
  sql.exec("DELETE FROM meta WHERE key = ?", key);
}

/** What stands under keys that begin so, in their order. */
export function metaUnder(sql: SqlStorage, prefix: string): { key: string; value: string }[] {
  const found = "SELECT key, value FROM meta WHERE substr(key, 1, length(?)) = ? ORDER BY key";
  return sql.exec<{ key: string; value: string }>(found, prefix, prefix).toArray();
}

/** `reading`: pages are asked for. `keeping`, `settling`, `telling`: what came is written down, booked, told. */
export type Phase = "reading" | "keeping" | "settling" | "telling";

export type Job = {
  tenant_id: string;
  run_id: string;
  cause: RunCause;
  month: Month;
  phase: Phase;
  kept: number;
  /** Epoch ms. */
  due_at: number;
  waits: number;
  logins: number;
  recounts: number;
  rut_key: string | null;
  faults: number;
};

/** One sync of a business at a time; the one that runs goes on. */
export type NewJob = Pick<Job, "tenant_id" | "run_id" | "cause" | "month" | "due_at"> & { rut_key: string };

export function insertJob(sql: SqlStorage, job: NewJob): void {
  insert(sql, { ...job, phase: "reading" });
}

/** A file is kept before it is carried into the books; it is of a RUT that no key was given for. */
export function insertFile(sql: SqlStorage, job: Omit<NewJob, "rut_key">): void {
  insert(sql, { ...job, phase: "keeping", rut_key: null });
}

type Inserted = Pick<Job, "tenant_id" | "run_id" | "cause" | "month" | "phase" | "due_at" | "rut_key">;

function insert(sql: SqlStorage, { tenant_id, run_id, cause, month, phase, due_at, rut_key }: Inserted): void {
  sql.exec(
    `INSERT OR IGNORE INTO jobs (tenant_id, run_id, cause, month, phase, due_at, rut_key)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    tenant_id,
    run_id,
    cause,
    month,
    phase,
    due_at,
    rut_key,
  );
}

/**
 * `run_id`: the sync that is under way, be it another one than was to begin. `resumes_at`: where the SII holds it up, when it
 * goes on, epoch ms.
 */
export type Started = { outcome: "started" | "running"; run_id: string; resumes_at?: number };

/**
 * Begins a sync, or goes on with the one of this business that runs. One that has read all, and is only told yet, knows
 * nothing of why another is asked for: that one comes behind it.
 */
export function lineUp(sql: SqlStorage, job: NewJob): Started {
  const { tenant_id, run_id } = job;
  const before = findJob(sql, tenant_id);
  if (!before) {
    insertJob(sql, job);
    return { outcome: "started", run_id };
  }
  if (before.phase !== "telling" || before.run_id === run_id) return goesOn(before);
  const behind = behindOf(sql, tenant_id);
  if (behind) return { outcome: "running", run_id: behind.run_id };
  setJson(sql, behindKey(tenant_id), job);
  return { outcome: "started", run_id };
}

function goesOn({ run_id, waits, due_at }: Job): Started {
  return { outcome: "running", run_id, ...(waits > 0 && { resumes_at: due_at }) };
}

const behindKey = (tenantId: string): string => `behind:${tenantId}`;

function behindOf(sql: SqlStorage, tenantId: string): NewJob | null {
  return readJson(sql, behindKey(tenantId)) as NewJob | null;
}

/** Nothing comes behind the sync of this business any more. */
export function dropBehind(sql: SqlStorage, tenantId: string): void {
  dropMeta(sql, behindKey(tenantId));
}

export function findJob(sql: SqlStorage, tenantId: string): Job | null {
  const [job] = sql.exec<Job>("SELECT * FROM jobs WHERE tenant_id = ?", tenantId).toArray();
  return job ?? null;
}

/** The one that is due first; of several that are due the oldest, to its end, for a change of business is a login. */
export function nextJob(sql: SqlStorage, now: number): Job | null {
  const [job] = sql.exec<Job>("SELECT * FROM jobs ORDER BY max(due_at, ?), run_id LIMIT 1", now).toArray();
  return job ?? null;
}

export function updateJob(
  sql: SqlStorage,
  { tenant_id, run_id }: Job,
  change: Partial<Omit<Job, "tenant_id" | "run_id" | "cause" | "month" | "rut_key">>,
): void {
  const columns = Object.entries(change);
  const sets = columns.map(([column]) => `${column} = ?`).join(", ");
  sql.exec(
    `UPDATE jobs SET ${sets} WHERE tenant_id = ? AND run_id = ?`,
    ...columns.map(([, value]) => value),
    tenant_id,
    run_id,
  );
}

/** With all that it had read. What was asked for meanwhile begins. */
export function deleteJob(sql: SqlStorage, { tenant_id, run_id }: Pick<Job, "tenant_id" | "run_id">): void {
  sql.exec("DELETE FROM pages WHERE run_id = ?", run_id);
  const orders = orderKey(run_id, "");
  sql.exec("DELETE FROM meta WHERE substr(key, 1, length(?)) = ?", orders, orders);
  sql.exec("DELETE FROM jobs WHERE tenant_id = ? AND run_id = ?", tenant_id, run_id);
  const behind = behindOf(sql, tenant_id);
  if (!behind) return;
  dropBehind(sql, tenant_id);
  insertJob(sql, behind);
}

/** Under what it stands that a file was ordered for a page. */
export function orderKey(runId: string, page: string): string {
  return `export:${runId}:${page}`;
}

/** A page in parts, each well under the two megabytes of a value; none of a sync that was called off meanwhile. */
export function insertPage(
  sql: SqlStorage,
  { run_id, page, parts }: { run_id: string; page: string; parts: readonly string[] },
): void {
  for (const [part, sealed] of parts.entries()) {
    sql.exec(
      `INSERT OR REPLACE INTO pages (run_id, page, part, sealed)
       SELECT run_id, ?, ?, ? FROM jobs WHERE run_id = ?`,
      page,
      part,
      sealed,
      run_id,
    );
  }
}

/** @param lists what the ids of their pages begin with */
export function deleteLists(sql: SqlStorage, runId: string, lists: readonly string[]): void {
  for (const list of lists) {
    sql.exec("DELETE FROM pages WHERE run_id = ? AND substr(page, 1, length(?)) = ?", runId, list, list);
  }
}

export type StoredPart = { page: string; part: number; sealed: string };

export function partsOf(sql: SqlStorage, runId: string): StoredPart[] {
  const all = "SELECT page, part, sealed FROM pages WHERE run_id = ? ORDER BY page, part";
  return sql.exec<StoredPart>(all, runId).toArray();
}
