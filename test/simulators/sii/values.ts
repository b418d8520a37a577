// Values that nobody published: of the right size and shape, the same on every run. Pure.

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse("2013-01-01") / DAY_MS;

/** Hundredths of a peso: from 22.837 on the first day, 3,63 more on each, and so 41.059 in September 2026. */
export function ufOn(day: number): number {
  return 2_283_700 + 363 * (day - FIRST_DAY);
}

/** Hundredths of a peso, or null where banks are closed: from about 480 to about 950, up and down by up to 15 a day. */
export function dollarOn(day: number): number | null {
  if (isBankHoliday(day)) return null;
  const since = day - FIRST_DAY;
  return 48_000 + Math.floor((since * 94) / 10) + (((since * 7_919) % 1_500) - 750);
}

export function dayOf(date: string): number {
  return Date.parse(date) / DAY_MS;
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The last day whose UF is known: fixed on the 9th for the month that begins on the 10th. */
export function lastUfDay(today: number): number {
  const [year = 0, month = 0, day = 0] = dateOf(today).split("-").map(Number);
  return Date.UTC(year, month - 1 + (day >= 9 ? 1 : 0), 9) / DAY_MS;
}

/** Weekends, the fixed holidays of Chile that close banks, and the last day of the year. Easter is left out. */
function isBankHoliday(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6 || HOLIDAYS.has(dateOf(day).slice(5));
}

const HOLIDAYS: ReadonlySet<string> = new Set(
  "01-01 05-01 05-21 07-16 08-15 09-18 09-19 11-01 12-08 12-25 12-31".split(" "),
);
