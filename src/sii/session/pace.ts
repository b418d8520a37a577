import { SLOT_WAIT_MAX_MS } from "../gate/slot.ts";
import type { PacedConnection, SiiHost } from "./client.ts";
import type { Desk } from "./desk.ts";
import { readMeta, setMeta } from "./store.ts";

/** The desk's own way to the SII: one call at a time, with the pause between them that the portal bears. */
export function paced(desk: Desk): PacedConnection | null {
  const { connection } = desk.ports;
  return connection && { ...connection, pace: (host) => pace(desk, host) };
}

async function pace(desk: Desk, host: SiiHost): Promise<number> {
  const { clock, gate, rest, spacing_ms } = desk.ports;
  const since = clock.now() - Number(readMeta(desk.sql, "called_at") ?? 0);
  // A clock that was set back must not stop everything.
  const own = since < 0 ? spacing_ms : spacing_ms - since;
  if (own > 0) await rest(own);
  const wait = await gate.take(host);
  if (wait > SLOT_WAIT_MAX_MS) return wait;
  if (wait > 0) await rest(wait);
  setMeta(desk.sql, "called_at", String(clock.now()));
  return 0;
}
