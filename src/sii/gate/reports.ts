// Whether a host of the SII is away, or sends one taxpayer away: a clave that the firewall takes for an attack is theirs alone.

import { MINUTE_MS } from "#kernel";

/** So many have to be sent away, each another taxpayer's session. */
export const REPORTERS_MIN = 3;
/** One after the other within this time: who is sent away comes back no sooner, so each counts once. */
const REPORTED_WITHIN_MS = 10 * MINUTE_MS;

/** Who was sent away, and when (epoch ms). */
export type Reports = ReadonlyMap<string, number>;

/** Takes down that somebody was sent away. @param by names the session @returns whether the host is away for everybody */
export function heed(
  reports: Reports,
  { by, now }: { by: string; now: number },
): { is_away: boolean; reports: Reports } {
  const recent = [...reports].filter(([, at]) => at <= now && now - at <= REPORTED_WITHIN_MS);
  const next = new Map([...recent, [by, now]]);
  return next.size < REPORTERS_MIN ? { is_away: false, reports: next } : { is_away: true, reports: new Map() };
}
