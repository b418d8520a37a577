import { z } from "@hono/zod-openapi";
import { briefOf, type ProposalAsked, type TaxProfile, type TaxReport } from "#sii";
import { orNull } from "../../describe.ts";
import { Period } from "../shapes.ts";

export const MonthQuery = z.object({ period: Period, compare: z.enum(["sii"]).optional() });

export const ReportQuery = MonthQuery.extend({ format: z.enum(["json", "pdf", "xlsx"]).default("json") });

const Whole = z.int();

const Remanente = z.strictObject({
  period: Period.openapi({ description: "The month of whose F29 it is code 77" }),
  amount_minor: z.int().min(0),
});

const profileFields = {
  regime: z.enum(["pro_pyme", "pro_pyme_over", "transparent", "general"]).nullable(),
  ppm_rate: z.number().nullable().openapi({ description: "Percent; its own rate, where the regime has none" }),
  filer: z.enum(["electronic", "other"]).nullable().openapi({ description: "Day 20, or day 12" }),
  factor: z.number().nullable().openapi({ description: "Of proportionality for tax of common use, 0–1" }),
  remanente: Remanente.nullable(),
};

export const ProfileShape = z.object(profileFields).openapi("SiiProfile");
export const ProfilePatch = z.strictObject(profileFields).partial().openapi("SiiProfilePatch");

export function shownProfile({ remanente, ...profile }: TaxProfile): z.output<typeof ProfileShape> {
  return { ...profile, remanente: remanente && { period: remanente.month, amount_minor: remanente.amount } };
}

const LineShape = z
  .object({
    section: z.enum(["debit", "credit", "vat", "income", "withheld", "total"]),
    code: Whole,
    count_code: Whole.nullable(),
    caption: z.string(),
    sign: z.enum(["+", "-", "=", ""]),
    count: Whole.nullable(),
    amount: z.number().nullable().openapi({ description: "Whole pesos; of code 115 percent" }),
    ids: z.array(z.string()).openapi({ description: "Documents behind it; `total:venta:39` is a month's boletas" }),
    lacks: z.array(Whole).openapi({ description: "Codes that this sum was made without" }),
  })
  .openapi("SiiF29Line");

const ProjectionShape = z.object({
  basis: z.enum(["booked", "rcv", "trend"]),
  debit_minor: Whole.nullable(),
  credit_minor: Whole.nullable(),
  previous_minor: Whole.nullable(),
  vat_minor: Whole.nullable().openapi({ description: "Below zero it is left over for the next month" }),
  months: z.array(z.string()),
  assumes: z.array(z.string()),
  reason: z.string().nullable().openapi({ description: "Why there is no number" }),
});

const ComparisonShape = z.object({
  agreed: z.array(Whole),
  differences: z.array(
    z.object({ code: Whole, ours: z.number().nullable(), theirs: z.number().nullable(), ids: z.array(z.string()) }),
  ),
});

export const TaxesShape = z
  .object({
    period: Period,
    asked_at: z.string().nullable(),
    is_reliable: z.boolean(),
    caveats: z.array(
      z.object({
        reason: z.string(),
        ids: z.array(z.string()),
        amount_minor: Whole.nullable(),
        type: Whole.nullable(),
      }),
    ),
    vat: z.object({
      debit_minor: Whole,
      credit_minor: Whole,
      pending_credit_minor: Whole,
      previous_minor: Whole.nullable(),
      previous_is_assumed: z
        .boolean()
        .openapi({ description: "By the last UTM, for the month's is not published yet" }),
      due_minor: Whole.openapi({ description: "Below zero it is left over for the next month" }),
    }),
    ppm: orNull(
      z.object({
        regime: z.string(),
        base_minor: Whole,
        rate: z.number(),
        amount_minor: Whole,
        assumes: z.array(z.string()),
      }),
    ),
    f29: z.object({ lines: z.array(LineShape), lacks: z.array(Whole) }),
    projections: z.array(ProjectionShape),
    due: z.object({ on: z.string(), days_left: Whole, postponed_vat_on: z.string() }),
    profile: ProfileShape,
    comparison: orNull(ComparisonShape),
    comparison_trouble: z.string().nullable(),
  })
  .openapi("SiiTaxes");

type Beside = { profile: TaxProfile; proposed: ProposalAsked | null };

export function shownTaxes(report: TaxReport, { profile, proposed }: Beside): z.output<typeof TaxesShape> {
  const { month, vat, ppm, f29, due, is_reliable } = report;
  const brief = briefOf(report);
  return {
    period: month,
    asked_at: vat.asked_at,
    is_reliable,
    caveats: vat.caveats.map(({ reason, ids, amount, type }) => ({
      reason,
      ids: [...ids],
      amount_minor: amount,
      type,
    })),
    vat: {
      debit_minor: brief.debit,
      credit_minor: brief.credit,
      pending_credit_minor: brief.pending.credit,
      previous_minor: brief.previous,
      previous_is_assumed: brief.is_previous_assumed,
      due_minor: brief.vat,
    },
    ppm: ppm && {
      regime: ppm.regime,
      base_minor: ppm.base,
      rate: ppm.rate,
      amount_minor: ppm.amount,
      assumes: [...ppm.assumes],
    },
    f29: {
      lines: f29.lines.map(({ ids, lacks, ...line }) => ({ ...line, ids: [...ids], lacks: [...lacks] })),
      lacks: [...f29.lacks],
    },
    projections: report.projections.map(shownProjection),
    due: { ...due },
    profile: shownProfile(profile),
    ...shownComparison(report, proposed),
  };
}

function shownProjection(each: TaxReport["projections"][number]): z.output<typeof ProjectionShape> {
  if ("reason" in each) {
    const none = { debit_minor: null, credit_minor: null, previous_minor: null, vat_minor: null };
    return { basis: each.basis, ...none, months: [], assumes: [], reason: each.reason };
  }
  const { basis, debit, credit, previous, vat, months, assumes } = each;
  const sums = { debit_minor: debit, credit_minor: credit, previous_minor: previous, vat_minor: vat };
  return { basis, ...sums, months: [...months], assumes: [...assumes], reason: null };
}

function shownComparison(
  { comparison }: TaxReport,
  proposed: ProposalAsked | null,
): Pick<z.output<typeof TaxesShape>, "comparison" | "comparison_trouble"> {
  const comparison_trouble = troubleOf(proposed);
  if (comparison === null) return { comparison: null, comparison_trouble };
  const differences = comparison.differences.map(({ code, ours, theirs, ids }) => ({
    code,
    ours,
    theirs,
    ids: [...ids],
  }));
  return { comparison: { agreed: [...comparison.agreed], differences }, comparison_trouble };
}

/** The whole report as a value; moments in ISO 8601. */
export function shownReport(
  report: TaxReport,
  proposed: ProposalAsked | null,
): { month: string } & Record<string, unknown> {
  return { ...report, now: new Date(report.now).toISOString(), comparison_trouble: troubleOf(proposed) };
}

/** Why there is nothing to compare with, where somebody wanted to. */
function troubleOf(proposed: ProposalAsked | null): string | null {
  return proposed === null || proposed.ok ? null : proposed.reason;
}
