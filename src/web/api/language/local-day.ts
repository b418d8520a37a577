import { dateIn, type CivilDate } from "#kernel";

/**
 * The local date of an instant that a client wrote. An offset is the writer's own and so is the day beside it; `Z` and
 * `+00:00` name an instant and no place, so its day is the one of the zone.
 * @param now ISO 8601 with its offset; @param timeZone IANA
 */
export function localDay(now: string, timeZone: string): CivilDate {
  const isInstant = /(?:Z|[+-]00:?00)$/.test(now);
  return isInstant ? dateIn(Date.parse(now), timeZone) : now.slice(0, "YYYY-MM-DD".length);
}
