import type { Entropy } from "#kernel";
import type { Kind } from "../due.ts";

/**
 * One turn of one business. `request` is its natural key: begun again it is the same, and nothing is done twice. `last_tick`:
 * of the turn of this kind that was begun before, which is not always the one before; null where there was none.
 */
export type Turn = { tenant_id: string; tick: string; last_tick: string | null; request: string };

/** `gone`: there is nothing to do for this business until it asks anew. Where a later try may go better it throws. */
export type Carried = "begun" | "gone";

/** Whoever carries a kind out. Rows are kept of those kinds alone that somebody carries out. */
export type Errands = Partial<Record<Kind, (turn: Turn) => Promise<Carried>>>;

/** `next`: where the list goes on; null at its end. */
export type ListPage = { tenants: string[]; next: string | null };

export type SchedulerPorts = {
  clock: { now(): number };
  entropy: Entropy;
  /** Over how much of six hours syncs are spread, ms. */
  spread_ms: number;
  errands: Errands;
  /** All businesses of which the tax service is asked, page by page. @param after where the list goes on, null at its head */
  listed(after: string | null): Promise<ListPage>;
  /** Hands businesses to the scheduler of that name, which knows many of them. */
  handTo(scheduler: string, tenants: string[]): Promise<void>;
};

/** One scheduler object from the inside. */
export type Desk = { sql: SqlStorage; storage: DurableObjectStorage; ports: SchedulerPorts };
