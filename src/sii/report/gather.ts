import { addMonths, firstDayOf, lastDayOf, type Month } from "#kernel";
import { summary, totals } from "#ledger";
import type { Viewer } from "#tenants";
import { loadMonths, type LoadedMonth } from "../month/load.ts";
import { filerOf, type TaxProfile } from "../profile/profile.ts";
import { findProfile } from "../profile/store.ts";
import { CARRIED_MONTHS_MAX, carriedInto } from "../taxes/carried.ts";
import type { Proposal } from "../taxes/f29/payload.ts";
import { knownUtmOf, type Remanente, type UtmOf } from "../taxes/utm.ts";
import { sumsOf, type VatSums } from "../taxes/projection.ts";
import { vatOf, type VatMonth } from "../taxes/vat.ts";
import { taxReport, type TaxReport } from "./report.ts";

export type GatherPorts = {
  /** Epoch ms. */
  now: number;
  /** Whole pesos of the UTM of these months, of those that are published. */
  utmsOf(months: readonly Month[]): Promise<ReadonlyMap<Month, number>>;
};

export type Gathered = { report: TaxReport; profile: TaxProfile };

/** Months before that the trend looks back upon. */
const TRAILING_MONTHS = 6;

/**
 * The taxes of a month from everything that is kept: the RCV and its neighbours, the books, what was told of the business.
 * Null where nothing of the RCV was ever seen of that month.
 */
export async function gatherReport(
  viewer: Viewer,
  { month, proposal }: { month: Month; proposal: Proposal | null },
  { now, utmsOf }: GatherPorts,
): Promise<Gathered | null> {
  const own = (await loadMonths(viewer, [month])).get(month);
  if (!own) return null;
  const profile = await findProfile(viewer);
  const before = await loadMonths(viewer, monthsBefore(month, profile.remanente));
  const vats = vatsOf(before, profile.factor);
  const utm = await utmOf(month, profile.remanente, utmsOf);
  const { regime, ppm_rate, remanente } = profile;
  const told = remanente === null ? null : { told: remanente, vatOf: (of: Month) => vats.get(of) ?? null };
  const report = taxReport({
    business: { name: viewer.tenant.name, rut: viewer.tenant.tax_id ?? "" },
    rcv: own.rcv,
    factor: profile.factor,
    taxpayer: regime === null ? null : { regime, ppm_rate },
    previous: told && carriedInto(month, { ...told, utmOf: utm.utmOf }),
    given: { workers_tax: null, fees_withheld: null, directors_withheld: null },
    filer: filerOf(profile),
    proposal,
    without_paper: own.without_paper,
    booked: await bookedIn(viewer, month),
    trailing: trailingOf(vats),
    ...utm,
    now,
  });
  return { report, profile };
}

function monthsBefore(month: Month, told: Remanente | null): Month[] {
  const all = Array.from({ length: CARRIED_MONTHS_MAX }, (_, nth) => addMonths(month, -1 - nth));
  return all.filter((each, nth) => nth < TRAILING_MONTHS || (told !== null && each > told.month));
}

function vatsOf(loaded: ReadonlyMap<Month, LoadedMonth>, factor: number | null): Map<Month, VatMonth> {
  return new Map([...loaded].map(([month, { rcv }]) => [month, vatOf(rcv, factor)]));
}

function trailingOf(vats: ReadonlyMap<Month, VatMonth>): (VatSums & { month: Month })[] {
  return [...vats].map(([month, vat]) => ({ month, ...sumsOf(vat) }));
}

/** What our own entries hold; null where there are none. */
async function bookedIn(viewer: Viewer, month: Month): Promise<VatSums | null> {
  const [own] = await totals(viewer, { from: firstDayOf(month), to: lastDayOf(month) });
  if (!own || own.entries === 0) return null;
  const { tax } = await summary(viewer, month);
  return { debit: tax.debit_minor, credit: tax.credit_minor };
}

/** The UTM as published; `utmAssumed` goes on with the last one while that of the next month is not. */
async function utmOf(
  month: Month,
  told: Remanente | null,
  utmsOf: GatherPorts["utmsOf"],
): Promise<{ utmOf: UtmOf; utmAssumed: UtmOf }> {
  if (told === null) return { utmOf: knownUtmOf, utmAssumed: knownUtmOf };
  const wanted = [told.month, ...monthsBefore(month, told), month].map((each) => addMonths(each, 1));
  const read = await utmsOf([...new Set(wanted)]);
  const published: UtmOf = (of) => read.get(of) ?? knownUtmOf(of);
  return { utmOf: published, utmAssumed: (of) => published(of) ?? published(addMonths(of, -1)) };
}
