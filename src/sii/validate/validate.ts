import { addMonths, assert, dateIn, type Month, type Result } from "#kernel";
import type { Viewer } from "#tenants";
import { differencesOf, type Reconciliation } from "../reconcile/differences-of.ts";
import type { RcvMonth } from "../rcv/month.ts";
import { booksAround, documentsOf, type Listed, type PapersOf } from "../settle/books.ts";
import { setAsideKeys, totalsOf } from "../store.ts";

// The books of a month held against the tax service's list, as they stand now.

export type ValidatePorts = { now: number; papersOf: PapersOf };

/** A month with what parts it from the books; `never_asked`: nothing is known of it. */
export type Validated = Result<Reconciliation, { reason: "never_asked" }>;

/** An invoice may count a month or two behind its day, and be told of before. */
const AROUND_MONTHS = [-2, -1, 1, 2];

export async function validate(viewer: Viewer, month: Month, ports: ValidatePorts): Promise<Validated> {
  const around = AROUND_MONTHS.map((by) => addMonths(month, by));
  const months = [month, ...around];
  const listed = await documentsOf(viewer, months);
  const books = await booksAround(viewer, { months, listed, papersOf: ports.papersOf });
  const [rcv, ...others] = await Promise.all(months.map((each) => monthOfRegister(viewer, each, listed)));
  assert(rcv, "the month that was asked for is the first");
  return differencesOf({
    rcv,
    around: others,
    books,
    today: dateIn(ports.now, viewer.tenant.time_zone),
    set_aside: await setAsideKeys(viewer),
  });
}

async function monthOfRegister(viewer: Viewer, month: Month, listed: readonly Listed[]): Promise<RcvMonth> {
  const sums = await totalsOf(viewer, month);
  const own = listed.filter(({ row }) => row.month === month);
  // A month that came as a file has no sums; what it lists is known all the same.
  const [last] = own.map(({ row }) => row.changed_at).toSorted((a, b) => (a < b ? 1 : -1));
  return {
    month,
    documents: own.map(({ document }) => document),
    totals: sums?.totals ?? [],
    asked_at: sums?.asked_at ?? last ?? null,
  };
}
