import { MINUTE_MS, monthOf, type Month } from "#kernel";
import { TAX_WORDS as WORDS, type TaxesShown } from "#locales";
import { trailing, type TaxBrief } from "#sii";
import type { Outcome, Part } from "./effect.ts";
import { documentNamed } from "./say-document.ts";
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

/** What falls due at the tax service, under what is owed to others; empty where nothing does. */
export function sayTaxesDue({ f29, lines }: Extract<Outcome, { kind: "taxes_due" }>, eyes: Eyes): string {
  const form = f29 && { month: f29.month, due: { on: showDay(f29.due.on), days_left: f29.due.days_left } };
  const payable = f29?.brief ? showAmount(f29.brief.payable, "CLP", eyes.membership) : null;
  const rows = lines.slice(0, ROWS_MAX).map((line) => {
    const day = line.left?.until.slice(0, "YYYY-MM-DD".length) ?? "";
    return { day: showDay(day), what: documentNamed(line), total: showAmount(line.total, "CLP", eyes.membership) };
  });
  const told = [
    form && WORDS.falls_due(form.month, form.due, payable),
    rows.length > 0 ? WORDS.answers_due(rows, lines.length - rows.length) : null,
  ];
  return told.filter((each) => each !== null).join("\n\n");
}

const ROWS_MAX = 10;

/** Whether the tax service's own figures say it better; «no debes nada» is no word above what it is owed. */
export function isOutdone(own: Outcome | undefined, more: Outcome | undefined): boolean {
  if (more?.kind === "taxes") return more.brief !== null;
  if (own?.kind !== "debts" || more?.kind !== "taxes_due") return false;
  return own.debts.length === 0 && (more.f29 !== null || more.lines.length > 0);
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
