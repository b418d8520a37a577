import { and, desc, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { draft, statementOf, type Statement } from "#database";
import type { Viewer } from "#tenants";
import { rules } from "../tables.ts";

export type RuleRow = typeof rules.$inferSelect;

/** A row before the database has given it its number. */
export type UnnumberedRule = Omit<RuleRow, "seq">;

/** Rules that hold, newest first. */
export async function rulesThatHold(viewer: Viewer, limit: number): Promise<RuleRow[]> {
  return select(viewer, isNull(rules.ended_at), limit);
}

export async function ruleById(viewer: Viewer, id: string): Promise<RuleRow | null> {
  const [row] = await select(viewer, eq(rules.id, id), 1);
  return row ?? null;
}

export async function ruleBySourceKey(viewer: Viewer, sourceKey: string): Promise<RuleRow | null> {
  const [row] = await select(viewer, eq(rules.source_key, sourceKey), 1);
  return row ?? null;
}

/** What gave way to the rule that this request taught; the newest, should it have been several. */
export async function ruleEndedBy(viewer: Viewer, sourceKey: string): Promise<RuleRow | null> {
  const [row] = await select(viewer, eq(rules.ended_key, sourceKey), 1);
  return row ?? null;
}

/** The newest rule that holds and that the given one says again, or otherwise. */
export async function ruleInPlaceOf(viewer: Viewer, row: UnnumberedRule): Promise<RuleRow | null> {
  const [found] = await select(viewer, saysAgainOrOtherwise(row), 1);
  return found ?? null;
}

/** Ends what the new rule says otherwise, then writes it: in one batch, so that no two that hold contradict each other. */
export function insertRule(row: UnnumberedRule): Statement[] {
  const ended = { ended_at: row.taught_at, ended_key: row.source_key };
  const others = and(eq(rules.tenant_id, row.tenant_id), saysAgainOrOtherwise(row));
  const seq = sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM rules WHERE tenant_id = ${row.tenant_id})`;
  return [
    statementOf(draft.update(rules).set(ended).where(others)),
    statementOf(draft.insert(rules).values({ ...row, seq })),
  ];
}

export function endRule(tenantId: string, id: string, ended: { ended_at: string; ended_key: string }): Statement {
  const mine = and(eq(rules.tenant_id, tenantId), eq(rules.id, id), isNull(rules.ended_at));
  return statementOf(draft.update(rules).set(ended).where(mine));
}

/**
 * A match has one category per side, and is one counterparty at most; that it is another counterparty, and that it is
 * not, can't both hold.
 */
function saysAgainOrOtherwise({ kind, match_key, side, name_key }: UnnumberedRule): SQL | undefined {
  const samePair = eq(rules.name_key, name_key ?? "");
  const contradicts = {
    category: eq(rules.side, side ?? "expense"),
    same: or(eq(rules.kind, "same"), samePair),
    distinct: samePair,
  }[kind];
  return and(isNull(rules.ended_at), eq(rules.match_key, match_key), contradicts);
}

/** Every read of rules goes through here: the tenant's predicate is added once, and never left out. */
async function select(viewer: Viewer, condition: SQL | undefined, limit: number): Promise<RuleRow[]> {
  return viewer.ledger
    .select()
    .from(rules)
    .where(and(eq(rules.tenant_id, viewer.tenant.id), condition))
    .orderBy(desc(rules.seq))
    .limit(limit);
}
