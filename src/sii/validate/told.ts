import type { Month } from "#kernel";
import { sha256Hex } from "#security";
import type { Difference, DifferenceClass, Resolution } from "../reconcile/difference.ts";
import type { Reconciliation } from "../reconcile/differences-of.ts";
import type { SideTotals } from "../reconcile/sides.ts";

// Of a month held against the tax service what one message tells, and what its buttons name.

/** What of a validation is told in one message. */
export type ValidationTold = {
  month: Month;
  sides: Record<"compra" | "venta", Pick<SideTotals, "sii" | "books">>;
  /** What the tax service only adds up by the month, boletas and vouchers, and what the books have without a document. */
  beside?: Record<"compra" | "venta", { sii: number; books: number }>;
  /** The largest causes, as many as one looks at. `total`: what they do to the month, of what waits what it is worth. */
  causes: { class: DifferenceClass; side: "compra" | "venta"; count: number; total: number; vat: number }[];
  /** Differences that nobody has left as they are. */
  open: number;
};

const CAUSES_TOLD_MAX = 4;

export function validationTold({ month, sides, causes, differences }: Reconciliation): ValidationTold {
  const { compra, venta } = sides;
  return {
    month,
    sides: { compra: { sii: compra.sii, books: compra.books }, venta: { sii: venta.sii, books: venta.books } },
    beside: { compra: besideOf(compra), venta: besideOf(venta) },
    causes: causes.slice(0, CAUSES_TOLD_MAX).map(({ class: kind, side, count, effect, vat, keys }) => {
      const total = kind === "pending" ? worthOf(differences.filter(({ key }) => keys.includes(key))) : effect.total;
      return { class: kind, side, count, total, vat };
    }),
    open: openOf(differences).length,
  };
}

/** What does not count yet does nothing to its month. */
function worthOf(waiting: readonly Difference[]): number {
  return waiting.flatMap(({ documents }) => documents).reduce((sum, { total }) => sum + total, 0);
}

function besideOf({ beside: { sii, books } }: SideTotals): { sii: number; books: number } {
  return { sii: sii.total, books: books.total };
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

/** What a button can do; the others are told in words. What waits is answered first, and booked once it counts. */
export function tappable({ class: kind, resolutions }: Difference): { index: number; resolution: Resolution }[] {
  return resolutions
    .map((resolution, index) => ({ index, resolution }))
    .filter(({ resolution }) => resolution.do !== "accept" && resolution.do !== "claim")
    .filter(({ resolution }) => kind !== "pending" || resolution.do !== "book");
}
