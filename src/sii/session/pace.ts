import { HOUR_MS } from "#kernel";
import { SLOT_WAIT_MAX_MS } from "../gate/slot.ts";
import type { PacedConnection, SiiHost } from "./client.ts";
import type { Desk } from "./desk.ts";
import { readMeta, setMeta } from "./store.ts";

/** The desk's own way to the SII: one call at a time, with the pause between them that the portal bears. */
export function paced(desk: Desk): PacedConnection | null {
  const { connection } = desk.ports;
  return connection && { ...connection, pace: (host) => pace(desk, host) };
}

/** A host that sent this taxpayer away is left alone by them; by all, where others were sent away as well. */
export async function keepAway(desk: Desk, host: string, ms: number): Promise<void> {
  setMeta(desk.sql, awayKey(host), String(desk.ports.clock.now() + ms));
  await desk.ports.gate.close(host, ms, desk.id);
}

/** In how many ms this taxpayer may ask the host again, as far as it is theirs alone. */
function ownWait({ sql, ports }: Desk, host: string): number {
  const left = Number(readMeta(sql, awayKey(host)) ?? 0) - ports.clock.now();
  // A clock that was set back must not stop everything.
  return left > AWAY_MS_MAX ? 0 : left;
}

/** No trouble keeps anybody away for longer. */
const AWAY_MS_MAX = HOUR_MS;

const awayKey = (host: string): string => `away:${host}`;

async function pace(desk: Desk, host: SiiHost): Promise<number> {
  const { clock, gate, rest, spacing_ms } = desk.ports;
  const away = ownWait(desk, host);
  if (away > SLOT_WAIT_MAX_MS) return away;
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
