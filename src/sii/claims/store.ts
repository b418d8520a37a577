import { and, eq, ne } from "drizzle-orm";
import { draft, statementOf, type Statement } from "#database";
import { actorName, commit, type Viewer, type Writer } from "#tenants";
import { siiClaims } from "../tables.ts";
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
