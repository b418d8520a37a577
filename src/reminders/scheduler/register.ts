import { SANTIAGO } from "#sii";
import { dueAfter, nextDue, tickAt, type Kind, type Whom } from "../due.ts";
import type { Desk } from "./desk.ts";
import { findDue, saveDue, type DueRow } from "./store.ts";

// Who stands in the list, and from when on.

export function kindsOf({ ports }: Desk): Kind[] {
  return Object.keys(ports.errands) as Kind[];
}

export function whomOf({ ports }: Desk, { tenant_id, time_zone, last_tick }: Omit<Whom, "spread_ms">): Whom {
  return { tenant_id, time_zone, last_tick, spread_ms: ports.spread_ms };
}

/** One that has just connected has been looked at: its first turn is the next one. */
export function enlistOne(desk: Desk, { tenant_id, time_zone }: { tenant_id: string; time_zone: string }): void {
  const now = desk.ports.clock.now();
  for (const kind of kindsOf(desk)) {
    const last_tick = findDue(desk.sql, tenant_id, kind)?.last_tick ?? firstTick(desk, kind, time_zone);
    const { due_at } = dueAfter(kind, whomOf(desk, { tenant_id, time_zone, last_tick }), now);
    saveDue(desk.sql, { tenant_id, kind, due_at, time_zone, last_tick, tries: 0 });
  }
}

/** Whoever is not known gets its place; whoever is and could come earlier does, which mends a clock that was set back. */
export function takeIn(desk: Desk, tenants: readonly string[]): void {
  for (const tenant_id of tenants) for (const kind of kindsOf(desk)) takeInOne(desk, tenant_id, kind);
}

function takeInOne(desk: Desk, tenant_id: string, kind: Kind): void {
  const known = findDue(desk.sql, tenant_id, kind);
  // The tax service has Chile's taxpayers alone; one that enlists itself says where it is.
  const row: Omit<DueRow, "due_at"> = known ?? {
    tenant_id,
    kind,
    time_zone: SANTIAGO,
    last_tick: firstTick(desk, kind, SANTIAGO),
    tries: 0,
  };
  const { due_at } = nextDue(kind, whomOf(desk, row), desk.ports.clock.now());
  if (!known || due_at < known.due_at) saveDue(desk.sql, { ...row, due_at });
}

/** What was before somebody came is none of its turns; a look at the tax service's list is never too early. */
function firstTick(desk: Desk, kind: Kind, time_zone: string): string | null {
  return kind === "sync" ? null : tickAt(kind, { time_zone }, desk.ports.clock.now());
}
