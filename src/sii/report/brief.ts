// A month's taxes as one message tells them. Pure.

import { dateIn, monthOf, type CivilDate, type Month } from "#kernel";
import { SANTIAGO } from "../taxes/santiago.ts";
import { sumsOf } from "../taxes/projection.ts";
import { creditOf } from "../taxes/vat.ts";
import { F29 } from "../taxes/f29/codes.ts";
import { lineOf } from "../taxes/f29/draft.ts";
import type { TaxReport } from "./report.ts";

/** Whole pesos; null where nobody has told what is needed for it. */
export type TaxBrief = {
  month: Month;
  /** ISO 8601, UTC. */
  asked_at: string | null;
  debit: number;
  credit: number;
  /** Of purchases that wait to be accepted: not counted. */
  pending: { count: number; credit: number };
  previous: number | null;
  /** By a UTM that is not published yet. */
  is_previous_assumed: boolean;
  /** What the month has come to so far; below zero it is left over for the next one. */
  vat: number;
  ppm: number | null;
  /** TOTAL A PAGAR DENTRO DEL PLAZO LEGAL of the draft. */
  payable: number;
  /** Codes that nobody has told: `payable` was made without them. */
  lacks: readonly number[];
  /** The month still runs; `trend`: what it comes to at the mean of these months, where there are enough of them. */
  is_running: boolean;
  trend: { vat: number; months: number } | null;
  due: { on: CivilDate; days_left: number };
  is_reliable: boolean;
};

export function briefOf(report: TaxReport): TaxBrief {
  const { vat, f29, before, due, ppm, now, month } = report;
  const { debit, credit } = sumsOf(vat);
  const trend = report.projections.find(({ basis }) => basis === "trend");
  const is_running = monthOf(dateIn(now, SANTIAGO)) <= month;
  return {
    month,
    asked_at: vat.asked_at,
    debit,
    credit,
    pending: { count: new Set(vat.pending.map(({ id }) => id)).size, credit: creditOf(vat.pending) },
    previous: before?.amount ?? null,
    is_previous_assumed: before?.is_assumed ?? false,
    vat: debit - credit - (before?.amount ?? 0),
    ppm: ppm?.amount ?? null,
    payable: lineOf(f29, F29.payable)?.amount ?? 0,
    lacks: f29.lacks,
    is_running,
    trend: is_running && trend && "vat" in trend ? { vat: trend.vat, months: trend.months.length } : null,
    due: { on: due.on, days_left: due.days_left },
    is_reliable: report.is_reliable,
  };
}
