// The SII as it is met: mostly quick, slow for some hours, away once in a while, and now and then it answers nonsense.

import type { SiiHost } from "#src/sii/session/client.ts";
import type { SiiTrouble } from "#src/sii/session/trouble.ts";
import type { Random } from "../../chaos/random.ts";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

/** Hours of a day from its first window on, UTC: the mornings in Chile. */
const SLOW_HOURS = [
  [13, 16],
  [20, 21.5],
] as const;
/** A Tuesday's maintenance that was announced to nobody. */
const AWAY_HOURS = [8, 8.6] as const;

/** Of all calls; each kind as the portal shows it (the hang ends with our own patience of a minute). */
const FAULTS: readonly (readonly [share: number, reason: SiiTrouble, ms: number])[] = [
  [0.002, "unavailable", 400],
  [0.0005, "unavailable", 60 * SECOND_MS],
  [0.001, "session_over", 300],
  [0.00005, "sessions_full", 300],
];

export type Reply = { ms: number; reason: SiiTrouble | null };

/** @param since ms from the beginning of the day */
export function replyOf(host: SiiHost, since: number, random: Random): Reply {
  const hour = (since / HOUR_MS) % 24;
  if (host === "www4.sii.cl" && hour >= AWAY_HOURS[0] && hour < AWAY_HOURS[1])
    return { ms: 300, reason: "maintenance" };
  let dice = random.fraction();
  for (const [share, reason, ms] of FAULTS) {
    if (dice < share) return { ms, reason };
    dice -= share;
  }
  const isSlow = SLOW_HOURS.some(([from, to]) => hour >= from && hour < to);
  return { ms: latencyMs(isSlow ? 6 * SECOND_MS : 0.7 * SECOND_MS, random), reason: null };
}

/** Log-normal around a median: one in a hundred takes four times as long. */
function latencyMs(medianMs: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  return Math.min(59 * SECOND_MS, medianMs * Math.exp(0.6 * normal));
}
