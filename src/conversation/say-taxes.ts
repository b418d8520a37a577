import { MINUTE_MS, monthOf, type Month } from "#kernel";
import { TAX_WORDS as WORDS, type TaxesShown } from "#locales";
import { trailing, type TaxBrief } from "#sii";
import type { Outcome, Part } from "./effect.ts";
import { SCAN_LINK_MS } from "./schedule.ts";
import { showAmount, showDay, type Eyes } from "./show.ts";
import { showMoment } from "./say-sii.ts";

// A month's taxes in words.

type RefPart = Extract<Part, { ref: number }>;

export function sayTaxes(part: RefPart, outcome: Extract<Outcome, { kind: "taxes" }>, eyes: Eyes): string {
  const { brief, connected, month } = outcome;
  if (part.part === "report_link") {
    return brief === null
      ? WORDS.no_report(month, { connected, is_read: isRead(month, eyes) })
      : WORDS.report(month, part.url ?? "", SCAN_LINK_MS / MINUTE_MS);
  }
  if (part.part !== "taxes") return "";
  const due = { on: showDay(outcome.due.on), days_left: outcome.due.days_left };
  if (part.asks === "due") return WORDS.due(month, due, brief && signed(brief.vat, eyes));
  // The books tell it: their totals stand before this.
  if (brief === null) return connected ? "" : WORDS.of_documents;
  if (part.asks === "vat") return WORDS.vat(shownOf(brief, eyes), due);
  const lacks = brief.lacks.flatMap((code) => WORDS.lacking[code] ?? []);
  const ppm = brief.ppm === null ? null : showAmount(brief.ppm, "CLP", eyes.membership);
  const payable = showAmount(brief.payable, "CLP", eyes.membership);
  return WORDS.f29(shownOf(brief, eyes), { ppm, payable, lacks }, due);
}

/** Whether a sync reads it by itself. */
function isRead(month: Month, { today }: Eyes): boolean {
  return trailing(monthOf(today)).includes(month);
}

function shownOf(brief: TaxBrief, eyes: Eyes): TaxesShown {
  const money = (amount: number): string => showAmount(amount, "CLP", eyes.membership);
  const { month, debit, credit, previous, pending, trend, asked_at, is_previous_assumed, is_running, is_reliable } =
    brief;
  return {
    month,
    debit: money(debit),
    credit: money(credit),
    previous: previous === null ? null : money(previous),
    is_previous_assumed,
    vat: signed(brief.vat, eyes),
    pending: pending.count === 0 ? null : { count: pending.count, credit: money(pending.credit) },
    trend: trend && { ...signed(trend.vat, eyes), months: trend.months },
    asked_at: asked_at && showMoment(asked_at, eyes),
    is_running,
    is_reliable,
  };
}

function signed(vat: number, { membership }: Eyes): { amount: string; is_left: boolean } {
  return { amount: showAmount(Math.abs(vat), "CLP", membership), is_left: vat < 0 };
}
