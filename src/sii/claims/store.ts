import { and, desc, eq, gt, lte, ne, or } from "drizzle-orm";
import { draft, statementOf, type Statement } from "#database";
import type { Month } from "#kernel";
import { actorName, commit, type Viewer, type Writer } from "#tenants";
import type { RcvState } from "../rcv/document.ts";
import { siiChanges, siiClaims, siiRuns } from "../tables.ts";
import type { ClaimAction, ClaimReason } from "./action.ts";

export type ClaimRow = typeof siiClaims.$inferSelect;

/** What was said of a document with this action, or begun to be said. */
export async function findClaim(
  viewer: Viewer,
  { document_id, action }: { document_id: string; action: ClaimAction },
): Promise<ClaimRow | null> {
  const { tenant_id: mine, document_id: of, action: how } = siiClaims;
  const [row] = await viewer.ledger
    .select()
    .from(siiClaims)
    .where(and(eq(mine, viewer.tenant.id), eq(of, document_id), eq(how, action)))
    .limit(1);
  return row ?? null;
}

type Beginning = { id: string; document_id: string; action: ClaimAction; now: number };

/** Notes that it is about to be said, before it is; one that was refused may be said again, one that was said stays so. */
export async function beginClaim(writer: Writer, { id, document_id, action, now }: Beginning): Promise<void> {
  const asked = {
    state: "asked" as const,
    reason: null,
    asked_by: actorName(writer.actor),
    asked_at: new Date(now).toISOString(),
    ended_at: null,
  };
  const row: ClaimRow = { tenant_id: writer.tenant.id, id, document_id, action, ...asked };
  const target = [siiClaims.tenant_id, siiClaims.document_id, siiClaims.action];
  const statement = statementOf(
    draft
      .insert(siiClaims)
      .values(row)
      .onConflictDoUpdate({ target, set: asked, setWhere: ne(siiClaims.state, "registered") }),
  );
  await commit(writer, { action: "sii.claim", targets: [document_id], at: now }, [statement]);
}

type Ending = { state: "registered" | "refused"; reason: ClaimReason | null; now: number };

export function endClaim({ tenant_id, id }: ClaimRow, { state, reason, now }: Ending): Statement {
  const mine = and(eq(siiClaims.tenant_id, tenant_id), eq(siiClaims.id, id), eq(siiClaims.state, "asked"));
  const change = { state, reason, ended_at: new Date(now).toISOString() };
  return statementOf(draft.update(siiClaims).set(change).where(mine));
}

/**
 * The lists of a month from which or into which what was said has moved a document since its sums were asked for.
 * @param asked_at when they were written down; what was said after that sync began may be in them or not
 */
export async function answeredSince(viewer: Viewer, month: Month, asked_at: string): Promise<RcvState[]> {
  const mine = viewer.tenant.id;
  const [run] = await viewer.ledger
    .select({ started_at: siiRuns.started_at })
    .from(siiRuns)
    .where(and(eq(siiRuns.tenant_id, mine), ne(siiRuns.cause, "file"), lte(siiRuns.started_at, asked_at)))
    .orderBy(desc(siiRuns.started_at))
    .limit(1);
  const since = run?.started_at ?? asked_at;
  const { run_id, from_state, to_state, from_month, to_month } = siiChanges;
  const ofClaim = and(eq(siiChanges.tenant_id, siiClaims.tenant_id), eq(run_id, siiClaims.id));
  const moved = await viewer.ledger
    .select({ from_state, to_state, from_month, to_month })
    .from(siiClaims)
    .innerJoin(siiChanges, ofClaim)
    .where(
      and(eq(siiClaims.tenant_id, mine), gt(siiClaims.ended_at, since), or(eq(from_month, month), eq(to_month, month))),
    )
    .limit(MOVED_MAX);
  const lists = moved.flatMap((each) => [
    ...(each.from_month === month ? [each.from_state] : []),
    ...(each.to_month === month ? [each.to_state] : []),
  ]);
  return [...new Set(lists)];
}

/** More than anybody answers between two syncs. */
const MOVED_MAX = 500;
