import { addMonths, dateIn, firstDayOf, HOUR_MS, monthOf, yearOf, type Month } from "#kernel";
import { logEvent, logProblem } from "#telemetry";
import { RATE_SCALE } from "./rate.ts";
import { sortOut } from "./sort-out.ts";
import { lastRead, storeReading, takeTurn, valuesIn } from "./store.ts";
import { readUtmPage, utmPath } from "./utm.ts";
import type { RatePorts } from "./value-on.ts";

const PAIR = { currency: "UTM", quote: "CLP" } as const;
const TIME_ZONE = "America/Santiago";
/** A page that was asked for is not asked for again within this time, whatever came of it. */
const ASK_AGAIN_MS = HOUR_MS;
/** The page has these years in the present form. */
const FIRST_YEAR = 2013;

/**
 * Whole pesos of the UTM of these months, of those that are published: kept from the SII's page of their year, which is
 * asked for at most once an hour by everybody together. A month that is over is never changed. Throws where the storage
 * fails.
 */
export async function utmsOf(ports: RatePorts, months: readonly Month[]): Promise<Map<Month, number>> {
  const now = ports.clock.now();
  const look = { ports, now, latest: addMonths(monthOf(dateIn(now, TIME_ZONE)), 1) };
  const known = new Map<Month, number>();
  const years = Map.groupBy(months, (month) => yearOf(firstDayOf(month)));
  for (const [year, own] of years) {
    const kept = await keptOf(ports, year);
    const isWhole = own.every((month) => kept.has(month) || month > look.latest);
    const read = isWhole || year < FIRST_YEAR || !(await refresh(look, year)) ? kept : await keptOf(ports, year);
    for (const month of own) {
      const pesos = read.get(month);
      if (pesos !== undefined) known.set(month, pesos);
    }
  }
  return known;
}

/** `latest`: the last month that anybody can have published. */
type Look = { ports: RatePorts; now: number; latest: Month };

async function keptOf(ports: RatePorts, year: number): Promise<Map<Month, number>> {
  const { directory } = (await ports.archive()).databases;
  const days = await valuesIn(directory, PAIR, { from: `${year}-01-01`, to: `${year}-12-31` });
  return new Map(days.map(({ on, value }) => [monthOf(on), value / RATE_SCALE]));
}

/** Asks for the page of a year where that may help; true where something new is known. */
async function refresh({ ports, now, latest }: Look, year: number): Promise<boolean> {
  const { directory } = (await ports.archive()).databases;
  const path = utmPath(year);
  const source = `www.sii.cl${path}`;
  const read_at = await lastRead(directory, source);
  // What the page of a year that is over did not say, it will not say.
  if (read_at !== null && yearOf(dateIn(Date.parse(read_at), TIME_ZONE)) > year) return false;
  if (!(await takeTurn(directory, source, { at: isoOf(now), free_before: isoOf(now - ASK_AGAIN_MS) }))) return false;
  const loaded = await ports.fetchPage(path);
  if (!loaded.ok) {
    logProblem("rates.away", { page: source, reason: loaded.error.reason });
    return false;
  }
  const said = readUtmPage(loaded.value, { year, latest });
  if (!said.ok) {
    logProblem("rates.refused", { page: source, ...said.error });
    return false;
  }
  const today = dateIn(now, TIME_ZONE);
  const known = await valuesIn(directory, PAIR, { from: `${year}-01-01`, to: `${year}-12-31` });
  const days = said.value.map(({ month, pesos }) => ({ on: firstDayOf(month), value: pesos * RATE_SCALE }));
  const { fresh, refused } = sortOut(known, days, today);
  await storeReading(directory, { ...PAIR, source, read_at: isoOf(now), today, days: fresh });
  logEvent("rates.read", { page: source, days: days.length, fresh: fresh.length });
  for (const { on, value, known: kept } of refused)
    logProblem("rates.past_changed", { page: source, on, kept, said: value });
  return fresh.length > 0;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
