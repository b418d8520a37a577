// What a business must be reminded of on a day. Each reminder has a natural key: whoever tells it tells it once.

import { addDays, dateIn, monthOf, addMonths, type CivilDate, type Month } from "#kernel";
import { acceptanceOf, f29DueOn, instantOf, type Filer } from "#sii";

/** The F29 of a month is spoken of so many days before its last day: time to send what is missing, and time to file. */
export const F29_DAYS_BEFORE = [5, 1] as const;

/** Whole days that are left of the eight in which a document may be claimed (Ley 19.983 art. 3). */
export const ACCEPTANCE_DAYS_LEFT = 2;

export type Reminder =
  | { key: string; what: "f29"; month: Month; due_on: CivilDate }
  /** `document_id`: of one that waits to be accepted or claimed. `until`: local, as the RCV has it. */
  | { key: string; what: "acceptance"; document_id: string; until: string };

/** A document that waits. `received_at`: at the SII, local, `YYYY-MM-DDTHH:MM:SS`. */
export type Pending = { id: string; received_at: string };

export type Asked = {
  filer: Filer;
  pending: readonly Pending[];
  /** IANA. */
  time_zone: string;
  /** The day on which it was looked before; null where it never was. What fell between the two is still said, once. */
  looked_on: CivilDate | null;
};

/** @param now epoch ms */
export function remindersAt(now: number, asked: Asked): Reminder[] {
  return [...f29Reminders(dateIn(now, asked.time_zone), asked), ...acceptanceReminders(now, asked.pending)];
}

/** One of a month at most: of two that were missed the later says it all. */
function f29Reminders(today: CivilDate, { filer, looked_on }: Asked): Reminder[] {
  const month = addMonths(monthOf(today), -1);
  const due_on = f29DueOn(month, filer);
  if (today > due_on) return [];
  const before = looked_on ?? addDays(today, -1);
  const days = F29_DAYS_BEFORE.findLast((each) => {
    const day = addDays(due_on, -each);
    return day > before && day <= today;
  });
  if (days === undefined) return [];
  return [{ key: `f29:${month}:${days}`, what: "f29", month, due_on }];
}

function acceptanceReminders(now: number, pending: readonly Pending[]): Reminder[] {
  return pending.flatMap(({ id, received_at }): Reminder[] => {
    const { until, days, is_over } = acceptanceOf(received_at, now);
    if (is_over || days > ACCEPTANCE_DAYS_LEFT) return [];
    return [{ key: `acceptance:${id}`, what: "acceptance", document_id: id, until }];
  });
}

/** One that waited until nobody can heed it any more. @param now epoch ms @param timeZone where the business is */
export function isPast(reminder: Reminder, now: number, timeZone: string): boolean {
  return reminder.what === "f29" ? dateIn(now, timeZone) > reminder.due_on : instantOf(reminder.until) <= now;
}
