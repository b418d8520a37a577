// Hours of the day where a business is, and the instants that they are.

import { HOUR_MS, type CivilDate } from "#kernel";

/** The instant of a full hour of a local day, epoch ms. An hour that the clocks skip is the one behind it. */
export function instantAt(date: CivilDate, hour: number, timeZone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + hour * HOUR_MS;
  const first = asUtc - aheadOf(asUtc, timeZone);
  // The offset of the guess may be that of the other side of a change of the clocks.
  return asUtc - aheadOf(first, timeZone);
}

/** The hour that clocks show, 0 to 23. @param now epoch ms */
export function hourIn(now: number, timeZone: string): number {
  return new Date(now + aheadOf(now, timeZone)).getUTCHours();
}

/** How far the clocks of a time zone are ahead of UTC, ms. */
function aheadOf(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  return Date.parse(`${clockOf(timeZone).format(whole).replace(/,? /, "T")}Z`) - whole;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  // Swedish writes its dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
    hourCycle: "h23",
  });
  clocks.set(timeZone, made);
  return made;
}
