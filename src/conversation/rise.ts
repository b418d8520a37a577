import type { CategoryContext, Entry } from "#ledger";

// Whether a month's spending on something stands out, and why, as far as the figures tell it. Pure.

export type Rise = {
  /** How much the month stands above the mean of the three before it, in whole percent. */
  percent: number;
  causes: Cause[];
};

export type Cause =
  | { cause: "more"; now: number; mean: number }
  | { cause: "dearer"; now_minor: number; mean_minor: number }
  | { cause: "single"; entry: Entry };

/** A month is remarkable from 25 % over the mean. */
const REMARKABLE_PERCENT = 25;
/** A difference that nobody would call a cause. */
const CAUSE_PERCENT_MIN = 10;
/** A mean of one month is none. */
const MONTHS_MIN = 2;

/** The mean of the months before, rounded to the minor unit; null where fewer than two of them have entries. */
export function meanBefore({ before }: CategoryContext): number | null {
  if (before.filter((month) => month.entries > 0).length < MONTHS_MIN) return null;
  return Math.round(sumOf(before.map((month) => month.total_minor)) / before.length);
}

/**
 * Whether the entry that was just booked carried its month over the threshold: once, not with every entry after it.
 * Spending only; nobody needs a warning about sales.
 */
export function isCrossing(context: CategoryContext, bookedMinor: number): boolean {
  const mean = meanBefore(context);
  if (context.kind !== "expense" || mean === null || mean <= 0) return false;
  const limit = mean * (100 + REMARKABLE_PERCENT);
  return context.total_minor * 100 > limit && (context.total_minor - bookedMinor) * 100 <= limit;
}

/** @param entries those of the month */
export function riseOf(context: CategoryContext, entries: readonly Entry[]): Rise {
  const mean = meanBefore(context) ?? 0;
  return {
    percent: Math.round((context.total_minor / mean - 1) * 100),
    causes: [...moreOf(context), ...dearerOf(context), ...singleOf(context, entries)],
  };
}

function moreOf({ entries, before }: CategoryContext): Cause[] {
  const mean = Math.round(sumOf(before.map((month) => month.entries)) / before.length);
  return entries * 100 > mean * (100 + CAUSE_PERCENT_MIN) ? [{ cause: "more", now: entries, mean }] : [];
}

function dearerOf({ total_minor, entries, before }: CategoryContext): Cause[] {
  const now_minor = Math.round(total_minor / entries);
  const mean_minor = ticketOf(before);
  const isDearer = now_minor * 100 > mean_minor * (100 + CAUSE_PERCENT_MIN);
  return isDearer ? [{ cause: "dearer", now_minor, mean_minor }] : [];
}

/** One entry that is more than half of the rise by itself, and no everyday one. */
function singleOf(context: CategoryContext, entries: readonly Entry[]): Cause[] {
  const rise = context.total_minor - (meanBefore(context) ?? 0);
  const [largest] = entries.toSorted((a, b) => b.amount_minor - a.amount_minor);
  if (!largest || largest.amount_minor * 2 <= rise || largest.amount_minor <= ticketOf(context.before)) return [];
  return [{ cause: "single", entry: largest }];
}

function ticketOf(before: CategoryContext["before"]): number {
  const entries = sumOf(before.map((month) => month.entries));
  return entries === 0 ? 0 : Math.round(sumOf(before.map((month) => month.total_minor)) / entries);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
