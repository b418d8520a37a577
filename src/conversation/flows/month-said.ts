import { addMonths, monthOf, type CivilDate, type Month } from "#kernel";
import { SPANISH_MONTHS } from "#locales";

/** The months' names as alternatives of a regular expression, both spellings of September among them. */
export const MONTHS_SAID = [...SPANISH_MONTHS, "setiembre"].join("|");

/** The last month of that name, or of that year; null where none is named. @param said folded */
export function monthSaid(said: string, today: CivilDate): Month | null {
  const now = monthOf(today);
  if (/\bmes (?:pasado|anterior)\b/.test(said)) return addMonths(now, -1);
  if (/\beste mes\b/.test(said)) return now;
  const [name] = NAME.exec(said) ?? [];
  if (name === undefined) return null;
  const month = String(SPANISH_MONTHS.indexOf(name.replace("setiembre", "septiembre")) + 1).padStart(2, "0");
  const year = /\b(20\d\d)\b/.exec(said)?.[1];
  if (year !== undefined) return `${year}-${month}`;
  const thisYear = `${today.slice(0, 4)}-${month}`;
  return thisYear <= now ? thisYear : addMonths(thisYear, -12);
}

const NAME = new RegExp(`\\b(?:${MONTHS_SAID})\\b`);
