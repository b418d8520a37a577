// What the VAT of a running month comes to: by the books alone, by the RCV so far, and by how the months before went on.

import { addMonths, lastDayOf, monthOf, type CivilDate, type Month } from "#kernel";
import { isShaking } from "./caveat.ts";
import { creditOf, debitOf, type VatMonth } from "./vat.ts";

/** Whole pesos. */
export type VatSums = { debit: number; credit: number };

export type ProjectionAsked = {
  month: Month;
  today: CivilDate;
  /** What our own entries of the month hold; null where there are none. */
  booked: VatSums | null;
  rcv: VatMonth | null;
  /** Whole months before; one that is not known is not among them. */
  trailing: readonly (VatSums & { month: Month })[];
  /** Remanente of the month before as it counts in this one; null where it is not known. */
  previous: number | null;
};

export type Basis = "booked" | "rcv" | "trend";

/** What a number takes for granted. */
export type Assumption =
  /** Only what was told or sent to us. */
  | "only_booked"
  /** As of when the RCV was last asked. */
  | "as_of_last_look"
  /** What is pending stays so; or is accepted. */
  | "pending_left_out"
  | "pending_accepted"
  /** Some types of document or tax are not counted. */
  | "totals_in_doubt"
  /** The rest of the month goes on at the mean of the months before, evenly by day; boletas are in it. */
  | "rest_at_mean"
  /** Nobody said what is left of the month before: taken as nothing. */
  | "no_previous"
  /** The month is over: nothing is to come. */
  | "month_over";

/** `vat` below zero is a remanente. `months`: of which the mean was taken. */
export type Projected = VatSums & {
  basis: Basis;
  vat: number;
  previous: number;
  months: readonly Month[];
  assumes: readonly Assumption[];
};

/** Why there is no number. */
export type NotProjected = { basis: Basis; reason: "nothing_booked" | "never_asked" | "too_few_months" | "not_begun" };

/** Three answers, in this order: booked, RCV, trend. None is made up where there is too little to make it of. */
export function projectionsOf(asked: ProjectionAsked): (Projected | NotProjected)[] {
  return [byBooks(asked), byRcv(asked), byTrend(asked)];
}

function byBooks(asked: ProjectionAsked): Projected | NotProjected {
  if (asked.booked === null) return { basis: "booked", reason: "nothing_booked" };
  return projected(asked, { basis: "booked", sums: asked.booked, months: [], assumes: ["only_booked"] });
}

function byRcv(asked: ProjectionAsked): Projected | NotProjected {
  const { rcv } = asked;
  if (rcv === null || rcv.asked_at === null) return { basis: "rcv", reason: "never_asked" };
  const assumes: Assumption[] = ["as_of_last_look", ...(rcv.pending.length > 0 ? (["pending_left_out"] as const) : [])];
  return projected(asked, { basis: "rcv", sums: sumsOf(rcv), months: [], assumes: [...assumes, ...doubtsOf(rcv)] });
}

/** At least so many whole months make a mean, and no more than so many are looked back upon. */
const MONTHS_MIN = 3;
const MONTHS_MAX = 6;

function byTrend(asked: ProjectionAsked): Projected | NotProjected {
  const { month, today, rcv } = asked;
  if (rcv === null || rcv.asked_at === null) return { basis: "trend", reason: "never_asked" };
  if (monthOf(today) < month) return { basis: "trend", reason: "not_begun" };
  const before = lastMonthsOf(asked);
  if (before.length < MONTHS_MIN) return { basis: "trend", reason: "too_few_months" };
  const left = 1 - elapsedOf(month, today);
  const mean = (sum: "debit" | "credit"): number => before.reduce((all, each) => all + each[sum], 0) / before.length;
  const soFar = sumsOf(rcv);
  const sums = {
    debit: soFar.debit + Math.round(mean("debit") * left),
    credit: soFar.credit + creditOf(rcv.pending) + Math.round(mean("credit") * left),
  };
  const assumes: Assumption[] = [
    "as_of_last_look",
    left > 0 ? "rest_at_mean" : "month_over",
    ...(rcv.pending.length > 0 ? (["pending_accepted"] as const) : []),
    ...doubtsOf(rcv),
  ];
  return projected(asked, { basis: "trend", sums, months: before.map((each) => each.month), assumes });
}

/** What counts of a month, that which waits left out. */
export function sumsOf({ items }: VatMonth): VatSums {
  return { debit: debitOf(items), credit: creditOf(items) };
}

function doubtsOf({ caveats }: VatMonth): Assumption[] {
  return caveats.some(isShaking) ? ["totals_in_doubt"] : [];
}

/** Those that stand in a row right before the month, newest first. */
function lastMonthsOf({ month, trailing }: ProjectionAsked): ProjectionAsked["trailing"] {
  const known = new Map(trailing.map((each) => [each.month, each]));
  const row = Array.from({ length: MONTHS_MAX }, (_, nth) => known.get(addMonths(month, -1 - nth)));
  const gap = row.indexOf(undefined);
  return row.slice(0, gap === -1 ? MONTHS_MAX : gap).flatMap((each) => each ?? []);
}

/** How much of the month is over at the end of a day: 0.5 on 15 April. */
function elapsedOf(month: Month, today: CivilDate): number {
  const last = lastDayOf(month);
  return today >= last ? 1 : Number(today.slice(8)) / Number(last.slice(8));
}

type Parts = { basis: Basis; sums: VatSums; months: readonly Month[]; assumes: readonly Assumption[] };

function projected({ previous }: ProjectionAsked, { basis, sums, months, assumes }: Parts): Projected {
  const taken = previous ?? 0;
  return {
    basis,
    ...sums,
    previous: taken,
    vat: sums.debit - sums.credit - taken,
    months,
    assumes: previous === null ? [...assumes, "no_previous"] : assumes,
  };
}
