import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { draft, statementOf } from "#database";
import { assert } from "#kernel";
import { commit, type Viewer, type Writer } from "#tenants";
import { siiRuns } from "../tables.ts";
import type { Run, RunCause, RunState, RunTrouble } from "./run.ts";

type RunRow = typeof siiRuns.$inferSelect;

/** @param opening `request` is its natural key: the same request again is the run that it made */
export async function openRun(
  writer: Writer,
  { id, cause, request, now }: { id: string; cause: RunCause; request: string; now: number },
): Promise<Run> {
  const request_key = await writer.keyOf("sii-run", request);
  const row: RunRow = {
    tenant_id: writer.tenant.id,
    id,
    cause,
    request_key,
    state: "running",
    reason: null,
    started_at: new Date(now).toISOString(),
    ended_at: null,
  };
  const statement = statementOf(draft.insert(siiRuns).values(row));
  await commit(writer, { action: "sii.keep", targets: [id], at: now }, [statement]);
  const [stored] = await select(writer, eq(siiRuns.request_key, request_key), 1);
  assert(stored, "a run that was opened is there");
  return runOf(stored);
}

type Turn = { id: string; state: RunState; reason?: RunTrouble; now: number };

/** How far it is. One that has ended stays as it ended. */
export async function turnRun(writer: Writer, { id, state, reason, now }: Turn): Promise<void> {
  const isOver = state === "done" || state === "failed";
  const change = { state, reason: reason ?? null, ended_at: isOver ? new Date(now).toISOString() : null };
  const open = and(
    eq(siiRuns.tenant_id, writer.tenant.id),
    eq(siiRuns.id, id),
    inArray(siiRuns.state, ["running", "waiting"]),
  );
  const statement = statementOf(draft.update(siiRuns).set(change).where(open));
  await commit(writer, { action: "sii.keep", targets: [id], at: now }, [statement]);
}

export async function findRun(viewer: Viewer, id: string): Promise<Run | null> {
  const [row] = await select(viewer, eq(siiRuns.id, id), 1);
  return row ? runOf(row) : null;
}

/** The newest one. */
export async function lastRun(viewer: Viewer): Promise<Run | null> {
  const [row] = await select(viewer, undefined, 1);
  return row ? runOf(row) : null;
}

async function select(viewer: Viewer, condition: SQL | undefined, limit: number): Promise<RunRow[]> {
  return viewer.ledger
    .select()
    .from(siiRuns)
    .where(and(eq(siiRuns.tenant_id, viewer.tenant.id), condition))
    .orderBy(desc(siiRuns.id))
    .limit(limit);
}

function runOf({ id, cause, state, reason, started_at, ended_at }: RunRow): Run {
  return { id, cause, state, reason: reason as RunTrouble | null, started_at, ended_at };
}
