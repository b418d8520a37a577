import type { Earlier } from "#documents";
import { addDays, dateIn, tame } from "#kernel";
import type { EarlierPaper } from "#locales";
import type { Part } from "./effect.ts";
import { showDate, showDay, showMoney, type Eyes } from "./show.ts";

// A paper that came before, told beside another picture of it.

/** As much of what was written as tells which words are meant. */
const WORDS_CHARS_MAX = 60;
/** A longer one was misread. */
export const NUMBER_CHARS_MAX = 20;

/** What came again is not booked again; what still waits says so. */
export function sayDuplicate(
  { earlier, unheard, waits, altered }: Extract<Part, { part: "document_duplicate" }>,
  eyes: Eyes,
): string {
  const { words } = eyes;
  const seen = earlier && earlierIn(earlier, eyes);
  const known = waits ? words.document_waits(seen, waits) : words.document_duplicate(seen);
  return [
    known,
    ...(altered ? [words.document_verdict("altered")] : []),
    ...(unheard === undefined ? [] : [words.payment_not_taken(tame(unheard, WORDS_CHARS_MAX))]),
  ].join("\n");
}

/** The earlier one as it is told apart from others, and when it came. */
export function earlierIn({ at, paper }: Earlier, eyes: Eyes): EarlierPaper {
  const day = dateIn(Date.parse(at), eyes.membership.time_zone);
  // Of the day before yesterday the date is as short, and surer.
  const came = day >= addDays(eyes.today, -1) ? showDate(day, eyes) : showDay(day);
  if (!paper) return { name: null, shop: null, number: null, date: null, total: null, came };
  const { kind, merchant, total_minor, currency, number = null, date = null } = paper;
  const total = total_minor === null ? null : showMoney({ amount_minor: total_minor, currency }, eyes);
  return {
    name: kind,
    shop: merchant === null ? null : tame(merchant),
    number: number === null ? null : tame(number, NUMBER_CHARS_MAX),
    date: date === null ? null : showDay(date),
    total,
    came,
  };
}
