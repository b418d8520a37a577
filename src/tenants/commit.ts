import { runBatch, shardOf, shelfOf, type Statement } from "#database";
import { assert } from "#kernel";
import { chainLink, GENESIS_HASH, type AuditFields } from "#security";
import { actorName, mayDo, type Action } from "./permission.ts";
import { auditHead, insertAudit, raiseCounter } from "./store.ts";
import type { Archive } from "./viewer.ts";
import { archiveOfWriter, type Writer } from "./writer.ts";

/** Each try loses only to a commit of the same tenant that came through, so this is how many may overtake one. */
const COMMIT_TRIES_MAX = 50;

/** What a write did, for the audit: never a text, a phone or an amount. */
export type Change = {
  action: Action;
  /** Ids of the rows that it touched. */
  targets: readonly string[];
  /** Epoch ms. */
  at: number;
  /** SHA-256 over rows that will never change again, so that the audit vouches for them. */
  digest?: string;
};

/** `conflict` names the columns of the natural key that stood there already; then nothing at all was written. */
export type Committed = { committed: true; seq: number } | { committed: false; conflict: string };

/**
 * Writes rows of the tenant's ledger shard and their audit line as one atomic batch: the only way to write them.
 * Throws when the storage fails or the tenant's audit is contended beyond `COMMIT_TRIES_MAX`; both may be tried again.
 */
export async function commit(writer: Writer, change: Change, rows: readonly Statement[]): Promise<Committed> {
  const { databases } = archiveOfWriter(writer);
  return write(shardOf(databases, writer.tenant.shard), { writer, change, rows });
}

/** The same for rows of the directory, which has its own audit chain of the tenant. */
export async function commitDirectory(writer: Writer, change: Change, rows: readonly Statement[]): Promise<Committed> {
  return write(archiveOfWriter(writer).databases.directory, { writer, change, rows });
}

/** Raises counters of the metrics: the one write without an audit line, since it is of no tenant. */
export async function bump(archive: Archive, counts: Readonly<Record<string, number>>): Promise<void> {
  const raises = Object.entries(counts).map(([name, by]) => raiseCounter(name, by));
  if (raises.length > 0) await runBatch(archive.databases.directory, raises);
}

/** Deletes what is left of a tenant that is being erased: its audit goes too, so there is none left to write to. */
export async function expunge(d1: D1Database, rows: readonly Statement[]): Promise<void> {
  await runBatch(d1, rows);
}

type Write = { writer: Writer; change: Change; rows: readonly Statement[] };

const AUDIT_OVERTAKEN = "audit.tenant_id, audit.seq";

async function write(d1: D1Database, { writer, change, rows }: Write): Promise<Committed> {
  assert(mayDo(writer.standing, change.action), "a writer does only what its standing allows");
  const { ring } = archiveOfWriter(writer);
  for (let tries = 0; tries < COMMIT_TRIES_MAX; tries++) {
    const head = (await auditHead(shelfOf(d1), writer.tenant.id)) ?? { seq: 0, hash: GENESIS_HASH };
    const link = await chainLink(ring, fieldsOf(writer, change, head));
    const outcome = await runBatch(d1, [...rows, insertAudit(link)]);
    if (outcome.done) return { committed: true, seq: link.seq };
    if (outcome.conflict !== AUDIT_OVERTAKEN) return { committed: false, conflict: outcome.conflict };
  }
  throw new Error("the audit of a tenant is contended");
}

function fieldsOf(writer: Writer, change: Change, head: { seq: number; hash: string }): AuditFields {
  return {
    tenant_id: writer.tenant.id,
    seq: head.seq + 1,
    at: new Date(change.at).toISOString(),
    actor: actorName(writer.actor),
    standing: writer.standing,
    action: change.action,
    targets: change.targets,
    digest: change.digest ?? null,
    prev_hash: head.hash,
  };
}
