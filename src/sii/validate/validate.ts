import { addMonths, assert, err, type Month, type Result } from "#kernel";
import type { Viewer } from "#tenants";
import { differencesOf, type Reconciliation } from "../reconcile/differences-of.ts";
import { registerMonth } from "../month/load.ts";
import { booksAround, documentsOf, type BooksAsked } from "../settle/books.ts";
import { setAsideKeys } from "../store.ts";

// The books of a month held against the tax service's list, as they stand now.

export type ValidatePorts = { now: number } & Pick<BooksAsked, "papersOf" | "entries_max">;

/**
 * A month with what parts it from the books. `never_asked`: nothing is known of it. `too_large`: the books around it have more
 * entries than can be held against it.
 */
export type Validated = Result<Reconciliation, { reason: "never_asked" | "too_large" }>;

/** An invoice may count a month or two behind its day, and be told of before. */
const AROUND_MONTHS = [-2, -1, 1, 2];

export async function validate(viewer: Viewer, month: Month, ports: ValidatePorts): Promise<Validated> {
  const around = AROUND_MONTHS.map((by) => addMonths(month, by));
  const months = [month, ...around];
  const listed = await documentsOf(viewer, months);
  const { papersOf, entries_max } = ports;
  const books = await booksAround(viewer, { months, listed, papersOf, entries_max });
  if (!books) return err({ reason: "too_large" });
  const byMonth = Map.groupBy(listed, ({ row }) => row.month);
  const [rcv, ...others] = await Promise.all(
    months.map((each) => registerMonth(viewer, each, byMonth.get(each) ?? [])),
  );
  assert(rcv, "the month that was asked for is the first");
  return differencesOf({
    rcv,
    around: others,
    books,
    now: ports.now,
    set_aside: await setAsideKeys(viewer),
  });
}
