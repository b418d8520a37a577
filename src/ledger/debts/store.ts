import { asc, eq, sql, type SQL } from "drizzle-orm";
import type { Viewer } from "#tenants";
import type { EntryRow } from "../store.ts";
import { entries } from "../tables.ts";

/** `open_minor`: what of the debt is not settled, above 0 and at most its amount. */
export type OpenDebtRow = { row: EntryRow; open_minor: number };

/** Every debt that is not wholly settled, oldest first. */
export async function openDebtRows(viewer: Viewer): Promise<OpenDebtRow[]> {
  const { id } = viewer.tenant;
  return viewer.ledger
    .select({ row: entries, open_minor: sql<number>`still.open_minor` })
    .from(entries)
    .innerJoin(sql`(${stillOpen(id)}) AS still`, sql`still.id = ${entries.id}`)
    .where(eq(entries.tenant_id, id))
    .orderBy(asc(entries.date), asc(entries.seq));
}

/** What is open of a debt, or of the entry that was booked in its place, in minor units; 0 where it stands no more. */
export async function openOfDebt(viewer: Viewer, debtId: string): Promise<number> {
  const { id } = viewer.tenant;
  const [open] = await viewer.ledger
    .select({ open_minor: sql<number>`still.open_minor` })
    .from(sql`(${stillOpen(id)}) AS still`)
    .where(sql`still.id IN (${heirsOf(id, debtId)})`);
  return open?.open_minor ?? 0;
}

/** The debt and each entry that corrects it. */
function heirsOf(tenantId: string, debtId: string): SQL {
  return sql`
WITH RECURSIVE heirs (id) AS (
  SELECT ${debtId}
  UNION
  SELECT corrected.id
  FROM heirs JOIN entries AS corrected ON corrected.tenant_id = ${tenantId} AND corrected.replaces_id = heirs.id
)
SELECT id FROM heirs`;
}

/**
 * Payments that name a debt go to it, or to the entry that corrects it. All the others, what was paid beyond a named
 * debt and what was paid for one that no longer stands go to the oldest debts of the same counterparty, direction and
 * currency. So what is open of a counterparty's debts is always what was owed less what was paid, and never below 0.
 *
 * `heirs`: each debt that is named, and what was booked in its place. `targets`: those of them that stand. `queue`: what
 * is left of every debt after the payments that named it, below 0 where it was overpaid, and each other payment below 0;
 * summed within a counterparty from the payments on and then from the oldest debt on.
 */
function stillOpen(tenantId: string): SQL {
  return sql`
WITH RECURSIVE
  live AS MATERIALIZED (
    SELECT id, seq, type, direction, currency, counterparty_key, amount_minor, date, settles_id
    FROM entries AS one
    WHERE tenant_id = ${tenantId} AND direction IS NOT NULL AND type <> 'reversa' AND NOT EXISTS (
      SELECT 1 FROM entries AS reversal WHERE reversal.tenant_id = one.tenant_id AND reversal.reverses_id = one.id
    )
  ),
  heirs (named, id) AS (
    SELECT settles_id, settles_id FROM live WHERE settles_id IS NOT NULL
    UNION
    SELECT heirs.named, corrected.id
    FROM heirs JOIN entries AS corrected ON corrected.tenant_id = ${tenantId} AND corrected.replaces_id = heirs.id
  ),
  targets AS MATERIALIZED (
    SELECT heirs.named, live.* FROM heirs JOIN live ON live.id = heirs.id WHERE live.type = 'deuda'
  ),
  movements AS (
    SELECT id, direction, currency, counterparty_key, date, seq, amount_minor FROM live WHERE type = 'deuda'
    UNION ALL
    SELECT coalesce(debt.id, live.id), live.direction, live.currency,
      CASE WHEN debt.id IS NULL THEN live.counterparty_key ELSE debt.counterparty_key END,
      coalesce(debt.date, live.date), coalesce(debt.seq, live.seq), -live.amount_minor
    FROM live LEFT JOIN targets AS debt
      ON debt.named = live.settles_id AND debt.direction = live.direction AND debt.currency = live.currency
    WHERE live.type <> 'deuda'
  ),
  shares AS (
    SELECT id, direction, currency, counterparty_key, date, seq, sum(amount_minor) AS rest
    FROM movements GROUP BY id, direction, currency, counterparty_key, date, seq
  ),
  queue AS (
    SELECT id, rest, sum(rest) OVER (
      PARTITION BY direction, currency, counterparty_key ORDER BY rest > 0, date, seq
    ) AS owed_by_then
    FROM shares
  )
SELECT id, min(rest, owed_by_then) AS open_minor FROM queue WHERE rest > 0 AND owed_by_then > 0`;
}
