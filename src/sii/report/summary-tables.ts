// The first page: what is owed and when, what it rests on, and what is still to come.

import { tame } from "#kernel";
import { TAX_REPORT as WORDS } from "#locales";
import { F29 } from "../taxes/f29/codes.ts";
import { lineOf, type F29Line } from "../taxes/f29/draft.ts";
import type { NotProjected, Projected } from "../taxes/projection.ts";
import { creditOf } from "../taxes/vat.ts";
import { pesos, row, type Cell, type Row, type Table } from "./cell.ts";
import type { Business, TaxReport } from "./report.ts";
import { writtenInstant, writtenPercent, writtenPesos, writtenUtm } from "./written.ts";

const { heads, tables, summary } = WORDS;

export function summaryTable(report: TaxReport): Table {
  const { business, vat, f29, before, due } = report;
  const retained = lineOf(f29, F29.retained);
  return {
    title: tables.summary,
    columns: [
      { head: heads.item, width: 44 },
      { head: heads.value, width: 26 },
      { head: heads.note, width: 46 },
    ],
    rows: [
      row(summary.business, nameOf(business), WORDS.rut(business.rut)),
      row(summary.asked_at, vat.asked_at === null ? summary.never : writtenInstant(Date.parse(vat.asked_at)), null),
      row(summary.reliable, report.is_reliable ? summary.is_reliable : summary.is_shaky, null),
      amountRow(summary.debit, lineOf(f29, F29.debits)),
      row(summary.credit, pesos(creditOf(vat.items)), creditNote(report)),
      row(summary.before, told(before?.amount ?? null), beforeNote(before)),
      ...vatRows(report),
      ...(vat.pending.length > 0 ? [row(summary.pending, pesos(creditOf(vat.pending)), null)] : []),
      row(summary.ppm, told(report.ppm?.amount ?? null), ppmNote(report)),
      row(summary.fees, told(lineOf(f29, F29.fees_withheld)?.amount ?? null), null),
      row(summary.workers, told(lineOf(f29, F29.workers_tax)?.amount ?? null), null),
      ...(retained === undefined ? [] : [amountRow(summary.withheld, retained)]),
      { ...amountRow(summary.payable, lineOf(f29, F29.payable)), is_total: true },
      { ...row(summary.due_on, { day: due.on }, daysLeft(due.days_left)), is_total: true },
      row(summary.postponed, { day: due.postponed_vat_on }, null),
      row(summary.made_at, writtenInstant(report.now), null),
    ],
  };
}

const NAME_CHARS_MAX = 80;

function nameOf({ name }: Business): string {
  return name === null ? summary.unnamed : tame(name, NAME_CHARS_MAX);
}

/** What of it counts by a factor that nobody has told. */
function creditNote({ vat }: TaxReport): string | null {
  const whole = vat.caveats.find(({ reason }) => reason === "whole_factor")?.amount ?? null;
  return whole === null ? null : summary.whole_factor(writtenPesos(whole));
}

function beforeNote(before: TaxReport["before"]): string | null {
  if (before === null) return null;
  const utm = WORDS.utm(writtenUtm(before.utm));
  return before.is_assumed ? `${utm}; ${WORDS.utm_assumed}` : utm;
}

function told(amount: number | null): Cell {
  return pesos(amount) ?? summary.unknown;
}

function amountRow(name: string, line: F29Line | undefined): Row {
  return row(name, told(line?.amount ?? null), noteOf(line));
}

function noteOf(line: F29Line | undefined): string | null {
  return line === undefined || line.lacks.length === 0 ? null : WORDS.lacks(line.lacks);
}

function vatRows({ after, f29 }: TaxReport): Row[] {
  if (after === null) return [amountRow(summary.due, lineOf(f29, F29.vat))];
  const utm = after.utm === null ? null : WORDS.utm(writtenUtm(after.utm));
  const notes = [utm, noteOf(lineOf(f29, F29.remanente))].filter((note) => note !== null);
  return [row(summary.after, pesos(after.amount), notes.join("; ") || null)];
}

function ppmNote({ ppm }: TaxReport): string | null {
  if (ppm === null) return null;
  const said = WORDS.ppm(WORDS.regimes[ppm.regime], writtenPercent(ppm.rate), writtenPesos(ppm.base));
  return ppm.assumes.length > 0 ? `${said}; ${WORDS.billed}` : said;
}

function daysLeft(days: number): string {
  if (days === 0) return WORDS.today;
  return days > 0 ? WORDS.days_left(days) : WORDS.days_over(-days);
}

export function caveatTable({ vat }: TaxReport): Table {
  return {
    title: tables.caveats,
    columns: [
      { head: heads.warning, width: 62 },
      { head: heads.code, width: 10 },
      { head: heads.documents, width: 8 },
      { head: heads.amount, width: 14 },
    ],
    rows: vat.caveats.map(({ reason, type, ids, amount }) =>
      row(
        WORDS.caveats[reason],
        type === null ? null : String(type),
        ids.length === 0 ? null : { count: ids.length },
        pesos(amount),
      ),
    ),
  };
}

export function projectionTable({ projections }: TaxReport): Table {
  return {
    title: tables.projection,
    columns: [
      { head: heads.basis, width: 20 },
      { head: heads.debit, width: 13 },
      { head: heads.credit, width: 13 },
      { head: heads.before, width: 13 },
      { head: heads.vat, width: 13 },
      { head: heads.assumes, width: 48 },
    ],
    rows: projections.map(projectionRow),
  };
}

function projectionRow(each: Projected | NotProjected): Row {
  const name = WORDS.bases[each.basis];
  if ("reason" in each) return row(name, null, null, null, null, WORDS.no_projection[each.reason]);
  const assumes = each.assumes.map((assumption) => WORDS.assumptions[assumption]);
  return row(name, ...[each.debit, each.credit, each.previous, each.vat].map(pesos), assumes.join("; "));
}
