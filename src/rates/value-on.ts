import { addDays, dateIn, HOUR_MS, weekdayOf, yearOf, type CivilDate, type Clock, type Currency } from "#kernel";
import { logEvent, logProblem } from "#telemetry";
import type { Archive } from "#tenants";
import type { FetchPage } from "./errors.ts";
import { readPage } from "./page.ts";
import type { DayValue, Rate } from "./rate.ts";
import { sortOut } from "./sort-out.ts";
import { FRIDAY, hasPage, pageOf, sourceOf, type Source } from "./sources.ts";
import { lastRead, storeReading, takeTurn, valuesIn } from "./store.ts";

export type RatePorts = { clock: Clock; archive(): Promise<Archive>; fetchPage: FetchPage };

/** A page that was asked for is not asked for again within this time, whatever came of it. */
const ASK_AGAIN_MS = HOUR_MS;
/** Longer than banks are closed at a stretch: a weekend with the holidays of September or of a year's end around it. */
const CLOSED_DAYS_MAX = 7;

/**
 * The value of that day in the country's own currency: from the table, else from the authority's page of that year,
 * which is asked for at most once an hour by all conversations together and whose days are then all known. Null where
 * there is no such value, or it can't be had now. Throws where the storage fails.
 */
export async function valueOn(
  ports: RatePorts,
  asked: { currency: Currency; date: CivilDate; country: string },
): Promise<Rate | null> {
  const source = sourceOf(asked.currency, asked.country);
  if (source === null) return null;
  const now = ports.clock.now();
  const look: Look = { ports, source, now, today: dateIn(now, source.time_zone) };
  const day = source.published === "daily" ? asked.date : weekdayUpTo(asked.date);
  if (!hasPage(day) || day > addDays(look.today, source.ahead_days)) return null;
  const found = source.published === "daily" ? await ownValue(look, day) : await lastValue(look, day);
  return found === null ? null : { currency: source.currency, quote: source.quote, ...found };
}

/** The country's own day beside the instant. */
type Look = { ports: RatePorts; source: Source; now: number; today: CivilDate };

async function ownValue(look: Look, day: CivilDate): Promise<DayValue | null> {
  const known = await newestIn(look, day, day);
  if (known !== null) return known;
  await cover(look, day);
  return newestIn(look, day, day);
}

/**
 * The value of a banking day is its own, that of another day the one of the last banking day before. That a day was
 * no banking day is known only from a page which was read on that day or later and has no value for it: the last
 * value that happens to be stored is not taken for the last there is.
 */
async function lastValue(look: Look, day: CivilDate): Promise<DayValue | null> {
  const known = await newestIn(look, day, day);
  if (known !== null) return known;
  if (!(await cover(look, day))) return newestIn(look, day, day);
  const earliest = addDays(day, -CLOSED_DAYS_MAX);
  const firstOfYear = `${yearOf(day)}-01-01`;
  const inYear = await newestIn(look, earliest < firstOfYear ? firstOfYear : earliest, day);
  if (inYear !== null || earliest >= firstOfYear) return inYear;
  const lastOfYearBefore = addDays(firstOfYear, -1);
  if (!hasPage(lastOfYearBefore) || !(await cover(look, lastOfYearBefore))) return null;
  return newestIn(look, earliest, lastOfYearBefore);
}

/** Banks are closed on Saturdays and Sundays: of these no page need be asked. */
function weekdayUpTo(date: CivilDate): CivilDate {
  return addDays(date, -Math.max(0, weekdayOf(date) - FRIDAY));
}

async function newestIn({ ports, source }: Look, from: CivilDate, to: CivilDate): Promise<DayValue | null> {
  const { directory } = (await ports.archive()).databases;
  const [newest] = await valuesIn(directory, source, { from, to });
  return newest ?? null;
}

/** True once the page of that day's year has been read on that day or later; it is asked for where that may help. */
async function cover(look: Look, day: CivilDate): Promise<boolean> {
  const { ports, source, now } = look;
  const { directory } = (await ports.archive()).databases;
  const page = pageOf(source, yearOf(day));
  const readAt = await lastRead(directory, page.source);
  const readOn = readAt === null ? null : dateIn(Date.parse(readAt), source.time_zone);
  // What a page did not say of a day that was over when it was read, it will not say.
  if (readOn !== null && readOn > day) return true;
  const turn = { at: isoOf(now), free_before: isoOf(now - ASK_AGAIN_MS) };
  if (await takeTurn(directory, page.source, turn)) {
    if (await refresh(look, yearOf(day))) return look.today >= day;
  }
  return readOn !== null && readOn >= day;
}

/** Asks for a page and stores what it says; false where nothing of it could be had or believed. */
async function refresh({ ports, source, now, today }: Look, year: number): Promise<boolean> {
  const page = pageOf(source, year);
  const loaded = await ports.fetchPage(page.path);
  if (!loaded.ok) {
    logProblem("rates.away", { page: page.source, reason: loaded.error.reason });
    return false;
  }
  const said = readPage(loaded.value, { source, year, latest: addDays(today, source.ahead_days) });
  if (!said.ok) {
    logProblem("rates.refused", { page: page.source, ...said.error });
    return false;
  }
  const { directory } = (await ports.archive()).databases;
  const known = await valuesIn(directory, source, { from: `${year}-01-01`, to: `${year}-12-31` });
  const { fresh, refused } = sortOut(known, said.value, today);
  const { currency, quote } = source;
  await storeReading(directory, { currency, quote, source: page.source, read_at: isoOf(now), today, days: fresh });
  logEvent("rates.read", { page: page.source, days: said.value.length, fresh: fresh.length });
  for (const { on, value, known: kept } of refused.slice(0, REFUSALS_LOGGED_MAX)) {
    logProblem("rates.past_changed", { page: page.source, on, kept, said: value, of: refused.length });
  }
  return true;
}

const REFUSALS_LOGGED_MAX = 5;

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
