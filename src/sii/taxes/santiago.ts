// Instants and the clocks of Chile's mainland, which the SII writes its times by.

import { dateIn, HOUR_MS, monthOf, type Month } from "#kernel";

export const SANTIAGO = "America/Santiago";

/** The month that runs where the SII is. @param now epoch ms */
export function monthNow(now: number): Month {
  return monthOf(dateIn(now, SANTIAGO));
}

/** Hours behind UTC, summer's first: of an hour that the clocks show twice the earlier is meant, so that nobody comes too late. */
const OFFSETS_HOURS = [3, 4] as const;

/**
 * The instant of a local time, epoch ms. A time that the clocks skip (the first hour of summer) is taken as if they had not
 * been put back before. @param local `YYYY-MM-DDTHH:MM:SS`
 */
export function instantOf(local: string): number {
  const [summer, winter] = OFFSETS_HOURS.map((hours) => Date.parse(`${local}Z`) + hours * HOUR_MS);
  const [first, second] = [summer ?? Number.NaN, winter ?? Number.NaN];
  return localTimeOf(first) !== local && localTimeOf(second) === local ? second : first;
}

/** The local time of an instant, `YYYY-MM-DDTHH:MM:SS`. @param instant epoch ms */
export function localTimeOf(instant: number): string {
  return clock.format(instant).replace(/,? /, "T");
}

/** Swedish writes its dates as ISO 8601 does. */
const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: SANTIAGO,
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
});
