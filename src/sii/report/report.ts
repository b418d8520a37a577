// What a business and its accountant want to know of a month's taxes, as one value; how it looks is elsewhere.

import { addMonths, dateIn, daysBetween, type CivilDate, type Month } from "#kernel";
import type { KeptRcvDocument, RcvMonth } from "../rcv/month.ts";
import { isShaking } from "../taxes/caveat.ts";
import { acceptanceOf, f29DueOn, postponedVatDueOn, type Countdown, type Filer } from "../taxes/due.ts";
import { compareF29, type Comparison } from "../taxes/f29/compare.ts";
import { draftF29, type F29Draft, type F29Given } from "../taxes/f29/draft.ts";
import type { Proposal } from "../taxes/f29/payload.ts";
import { ppmOf, type Ppm, type Taxpayer } from "../taxes/ppm.ts";
import { projectionsOf, type NotProjected, type Projected, type ProjectionAsked } from "../taxes/projection.ts";
import { SANTIAGO } from "../taxes/santiago.ts";
import { revalued, UTM_SCALE, type Remanente, type Revalued, type UtmOf } from "../taxes/utm.ts";
import { vatOf, type VatMonth } from "../taxes/vat.ts";
import { reportDifferences, type ReportDifference } from "./differences.ts";

/** `name`: null where nobody has told it. */
export type Business = { name: string | null; rut: string };

export type ReportAsked = {
  business: Business;
  rcv: RcvMonth;
  /** Of proportionality for tax of common use, 0–1. */
  factor: number | null;
  /** Null: nobody has said how the business is taxed. */
  taxpayer: Taxpayer | null;
  /** Code 77 of an earlier F29. */
  previous: Remanente | null;
  given: Omit<F29Given, "previous" | "ppm">;
  filer: Filer;
  proposal: Proposal | null;
  /** Of RCV documents of which no file is kept. */
  without_paper: ReadonlySet<string>;
  /** For the projection. */
  booked: ProjectionAsked["booked"];
  trailing: ProjectionAsked["trailing"];
  utmOf: UtmOf;
  /** The same, with the last one that is known in place of one that is not published yet. */
  utmAssumed: UtmOf;
  /** Epoch ms. */
  now: number;
};

/** `after`: the remanente that this month leaves; its `utm` in ten-thousandths, null where the UTM is not known yet. */
export type TaxReport = {
  business: Business;
  month: Month;
  now: number;
  documents: readonly KeptRcvDocument[];
  vat: VatMonth;
  /** `is_assumed`: by a UTM that may still change. */
  before: (Revalued & { is_assumed: boolean }) | null;
  after: { amount: number; utm: number | null } | null;
  ppm: Ppm | null;
  f29: F29Draft;
  due: { on: CivilDate; days_left: number; postponed_vat_on: CivilDate };
  pending: readonly (Countdown & { document: KeptRcvDocument })[];
  comparison: Comparison | null;
  differences: readonly ReportDifference[];
  projections: readonly (Projected | NotProjected)[];
  is_reliable: boolean;
};

export function taxReport(asked: ReportAsked): TaxReport {
  const { rcv, now, filer, business } = asked;
  const { month, documents } = rcv;
  const vat = vatOf(rcv, asked.factor);
  const before = beforeOf(asked);
  const ppm = asked.taxpayer === null ? null : ppmOf(vat.items, asked.taxpayer, month);
  const f29 = draftF29(vat, { ...asked.given, previous: before, ppm });
  const comparison = asked.proposal === null ? null : compareF29(f29, asked.proposal);
  const today = dateIn(now, SANTIAGO);
  const { booked, trailing } = asked;
  return {
    business,
    month,
    now,
    documents,
    vat,
    before,
    after: leftOver(f29, asked.utmOf),
    ppm,
    f29,
    due: dueOf(month, { filer, today }),
    pending: pendingOf(documents, now),
    comparison,
    differences: reportDifferences({ rcv, comparison, without_paper: asked.without_paper }),
    projections: projectionsOf({ month, today, booked, rcv: vat, trailing, previous: before?.amount ?? null }),
    is_reliable: !vat.caveats.some(isShaking),
  };
}

function beforeOf({ previous, rcv: { month }, utmOf, utmAssumed }: ReportAsked): TaxReport["before"] {
  if (previous === null) return null;
  // Nothing stays nothing, whatever a UTM is.
  if (previous.amount === 0) return { amount: 0, utm: 0, is_assumed: false };
  const published = revalued(previous, month, utmOf);
  if (published !== null) return { ...published, is_assumed: false };
  const assumed = revalued(previous, month, utmAssumed);
  return assumed && { ...assumed, is_assumed: true };
}

/** What line 77 leaves, in UTM of the month in which its F29 is to be paid. */
function leftOver({ month, lines }: F29Draft, utmOf: UtmOf): TaxReport["after"] {
  const amount = lines.find(({ code }) => code === REMANENTE)?.amount ?? null;
  if (amount === null) return null;
  const pesos = utmOf(addMonths(month, 1));
  return { amount, utm: pesos === null ? null : Math.round((amount * UTM_SCALE) / pesos) };
}

const REMANENTE = 77;

function dueOf(month: Month, { filer, today }: { filer: Filer; today: CivilDate }): TaxReport["due"] {
  const on = f29DueOn(month, filer);
  return { on, days_left: daysBetween(today, on), postponed_vat_on: postponedVatDueOn(month, filer) };
}

/** Those that end first stand first. Of one whose reception nobody wrote down its own day counts, which is no later. */
function pendingOf(documents: readonly KeptRcvDocument[], now: number): TaxReport["pending"] {
  return documents
    .filter(({ side, state }) => side === "compra" && state === "pendiente")
    .map((document) => ({
      document,
      ...acceptanceOf(document.receivedAt ?? `${document.issuedOn}T00:00:00`, now),
    }))
    .toSorted((a, b) => a.until.localeCompare(b.until) || a.document.id.localeCompare(b.document.id));
}
