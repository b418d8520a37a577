// Until when: the F29 of a month, its postponed VAT, and what may still be said against a document.

import { addDays, addMonths, civilDate, DAY_MS, HOUR_MS, monthOf, type CivilDate, type Month } from "#kernel";
import { workingDayFrom } from "./holidays.ts";
import { instantOf } from "./santiago.ts";

/** `electronic`: issues electronic documents and files on the internet (DS Hacienda 1.001 of 2006, art. 1); `other`: all else. */
export type Filer = "electronic" | "other";

const DUE_DAY: Readonly<Record<Filer, number>> = { electronic: 20, other: 12 };

/** The last day to file and pay the F29 of a month: in the next one; a Saturday, Sunday or holiday moves it on. */
export function f29DueOn(month: Month, filer: Filer): CivilDate {
  return dueIn(addMonths(month, 1), filer);
}

/** Of the forms that fall due from today on the first, within `days` where some are meant; null where none does. */
export function nextF29({ today, filer, days }: NextF29): { month: Month; on: CivilDate } | null {
  const { from, to } = days ?? { from: today, to: NEVER };
  const months = Array.from({ length: FORMS_AHEAD_MAX }, (_, ahead) => addMonths(monthOf(today), ahead - 1));
  const forms = months.map((month) => ({ month, on: f29DueOn(month, filer) }));
  return forms.find(({ on }) => on >= today && on >= from && on <= to) ?? null;
}

/** `days`: null where any will do. */
export type NextF29 = { today: CivilDate; filer: Filer; days: { from: CivilDate; to: CivilDate } | null };

const NEVER = "9999-12-31";
/** Of a year to come nobody asks further on. */
const FORMS_AHEAD_MAX = 12;

/** The last day to pay postponed VAT, two months later; the F29 itself is not postponed (DL 825 art. 64). */
export function postponedVatDueOn(month: Month, filer: Filer): CivilDate {
  return dueIn(addMonths(month, 1 + POSTPONED_MONTHS), filer);
}

const POSTPONED_MONTHS = 2;

function dueIn(month: Month, filer: Filer): CivilDate {
  const [year, number] = month.split("-").map(Number);
  return workingDayFrom(civilDate(year ?? 0, number ?? 0, DUE_DAY[filer]) ?? "");
}

/** A document may be accepted or claimed for so many days from its reception at the SII; silence then accepts (Ley 19.983 art. 3). */
export const ACCEPTANCE_DAYS = 8;

/**
 * `until`: local, `YYYY-MM-DDTHH:MM:SS`, the same time of day eight days on. `days` and `hours` are whole ones that are left,
 * hours beyond the days; both 0 once it is over.
 */
export type Countdown = { until: string; days: number; hours: number; is_over: boolean };

/** @param receivedAt local, as the RCV has it @param now epoch ms */
export function acceptanceOf(receivedAt: string, now: number): Countdown {
  const [day = "", time = ""] = receivedAt.split("T");
  const until = `${addDays(day, ACCEPTANCE_DAYS)}T${time}`;
  const left = instantOf(until) - now;
  if (left <= 0) return { until, days: 0, hours: 0, is_over: true };
  return { until, days: Math.floor(left / DAY_MS), hours: Math.floor((left % DAY_MS) / HOUR_MS), is_over: false };
}
