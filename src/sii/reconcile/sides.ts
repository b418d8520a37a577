// What each side of the register and of the books comes to in a month, and which causes part them.

import { compareText, monthOf, type Month } from "#kernel";
import type { Entry } from "#ledger";
import type { RcvSide } from "../rcv/document.ts";
import type { RcvTotal } from "../rcv/month.ts";
import type { Difference, DifferenceClass } from "./difference.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import type { Counted } from "./rows.ts";
import { bookedValue, flowOf, minus, NOTHING, plus, sideOf, sumOf, valueOf, type Value } from "./value.ts";

export type Sum = Value & { count: number };

/**
 * `sii`: what the register counts in documents, by its own sums where it has some. `books`: the entries that stand for such
 * documents, or say that they do. Their difference is the sum of the effects of all differences, and of `rounding`.
 * `beside`: what neither holds against the other, boletas and vouchers there, and here what was told without an invoice.
 */
export type SideTotals = { sii: Sum; books: Sum; rounding: Value; beside: { sii: Sum; books: Sum } };

type Sides = {
  month: Month;
  /** Of the month, each once. */
  documents: readonly Counted[];
  totals: readonly RcvTotal[];
  /** All of them, and those that are held against the register, with the side on which they are. */
  entries: readonly Entry[];
  held: ReadonlyMap<string, RcvSide>;
  differences: readonly Difference[];
  /** The pesos that rounding parts what agrees by. */
  rounding: Value;
};

export function sideTotals(side: RcvSide, sides: Sides): SideTotals {
  const sii = inRegister(side, sides);
  const entries = sides.entries.filter(({ date }) => monthOf(date) === sides.month);
  const books = sumBooked(
    entries.filter(({ id }) => sides.held.get(id) === side),
    side,
  );
  const told = entries.filter((entry) => {
    const flow = flowOf(entry);
    return flow !== null && !sides.held.has(entry.id) && sideIn(entry) === side;
  });
  return {
    sii,
    books,
    rounding: sides.rounding,
    beside: { sii: undetailed(side, sides.totals), books: sumBooked(told, side) },
  };
}

/** A debt that was lowered is on the side of the debt. */
function sideIn({ type, direction }: Entry): RcvSide {
  return sideOf(type === "egreso" || direction === "por_pagar" ? "out" : "in");
}

function inRegister(side: RcvSide, { documents, differences }: Sides): Sum {
  const counted = documents.filter((each) => each.side === side && each.state === "registro");
  const listed = { count: counted.length, ...sumOf(counted.map(valueOf)) };
  const unread = differences.filter((each) => each.side === side && each.summary?.state === "registro");
  return unread.reduce((sum, { effect, summary }) => {
    const more = summary ? summary.summed.count - summary.listed.count : 0;
    return { count: sum.count + more, ...plus(sum, effect) };
  }, listed);
}

function sumBooked(entries: readonly Entry[], side: RcvSide): Sum {
  return { count: entries.length, ...sumOf(entries.map((entry) => bookedValue(entry, side))) };
}

/** What the register only adds up, boletas and vouchers. */
export function undetailed(side: RcvSide, totals: readonly RcvTotal[]): Sum {
  return totals
    .filter((each) => each.side === side && each.state === "registro" && !each.isDetailed)
    .reduce<Sum>(
      (sum, { type, count, total, tax }) => {
        const value = { total, tax };
        return { count: sum.count + count, ...(isCreditNote(type) ? minus(sum, value) : plus(sum, value)) };
      },
      { count: 0, ...NOTHING },
    );
}

/** Differences of one class and side, what has most to do with the tax first. */
export type Cause = {
  class: DifferenceClass;
  side: RcvSide;
  count: number;
  effect: Value;
  vat: number;
  keys: string[];
};

/** What was set aside is no cause any more. */
export function causesOf(differences: readonly Difference[]): Cause[] {
  const open = differences.filter(({ is_set_aside }) => !is_set_aside);
  const groups = Map.groupBy(open, (each) => `${each.class}|${each.side}`);
  return [...groups.values()]
    .flatMap((group): Cause[] => {
      const [first] = group;
      if (!first) return [];
      const effect = sumOf(group.map((each) => each.effect));
      const vat = group.reduce((sum, each) => sum + each.vat, 0);
      return [
        { class: first.class, side: first.side, count: group.length, effect, vat, keys: group.map(({ key }) => key) },
      ];
    })
    .toSorted((a, b) => weightOf(b) - weightOf(a) || grossOf(b) - grossOf(a) || order(a, b));
}

function weightOf({ vat }: { vat: number }): number {
  return Math.abs(vat);
}

function grossOf({ effect }: { effect: Value }): number {
  return Math.abs(effect.total);
}

function order(a: Cause, b: Cause): number {
  return compareText(`${a.class}|${a.side}`, `${b.class}|${b.side}`);
}
