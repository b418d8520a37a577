import { addMonths, assert, dateIn, err, type Month, type Result } from "#kernel";
import { sha256Hex } from "#security";
import type { Viewer } from "#tenants";
import type { Difference, DifferenceClass, Resolution } from "../reconcile/difference.ts";
import { differencesOf, type Reconciliation } from "../reconcile/differences-of.ts";
import type { SideTotals } from "../reconcile/sides.ts";
import type { RcvMonth } from "../rcv/month.ts";
import { booksAround, documentsOf, type BooksAsked, type Listed } from "../settle/books.ts";
import { setAsideKeys, totalsOf } from "../store.ts";

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

/** What of a validation is told in one message. */
export type ValidationTold = {
  month: Month;
  sides: Record<"compra" | "venta", Pick<SideTotals, "sii" | "books">>;
  /** The largest causes, as many as one looks at. */
  causes: { class: DifferenceClass; side: "compra" | "venta"; count: number; total: number; vat: number }[];
  /** Differences that nobody has left as they are. */
  open: number;
};

const CAUSES_TOLD_MAX = 4;

export function told({ month, sides, causes, differences }: Reconciliation): ValidationTold {
  const { compra, venta } = sides;
  return {
    month,
    sides: { compra: { sii: compra.sii, books: compra.books }, venta: { sii: venta.sii, books: venta.books } },
    causes: causes
      .slice(0, CAUSES_TOLD_MAX)
      .map(({ class: kind, side, count, effect, vat }) => ({ class: kind, side, count, total: effect.total, vat })),
    open: openOf(differences).length,
  };
}

/** Those that wait for somebody, in their order. */
export function openOf(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ is_set_aside }) => !is_set_aside);
}

/** A difference by a name that fits a button. */
export async function shortKeyOf({ key }: Pick<Difference, "key">): Promise<string> {
  return (await sha256Hex(key)).slice(0, SHORT_KEY_CHARS);
}

const SHORT_KEY_CHARS = 12;

/** What a button can do; the others are told in words. */
export function tappable({ resolutions }: Difference): { index: number; resolution: Resolution }[] {
  return resolutions
    .map((resolution, index) => ({ index, resolution }))
    .filter(({ resolution }) => resolution.do !== "accept" && resolution.do !== "claim");
}
