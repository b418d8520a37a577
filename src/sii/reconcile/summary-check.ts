// Whether the documents that were read are those that the SII counts and adds up.

import type { RcvTotal } from "../rcv/month.ts";
import type { SummaryShown } from "./difference.ts";
import { isCreditNote } from "./kinds.ts";
import type { Counted } from "./rows.ts";
import { minus, NOTHING, type Value } from "./value.ts";

/** One type of one side that does not add up, and what it does to the month: nothing where the register does not count it. */
export type Unsummed = { side: RcvTotal["side"]; summary: SummaryShown; effect: Value };

/** @param documents of the month alone, each once; types of which the SII has sums alone are not looked at */
export function unsummedOf(totals: readonly RcvTotal[], documents: readonly Counted[]): Unsummed[] {
  const listed = Map.groupBy(documents, ({ side, state, type }) => `${side}|${state}|${type}`);
  const detailed = new Map(
    totals.filter(({ isDetailed }) => isDetailed).map((each) => [`${each.side}|${each.state}|${each.type}`, each]),
  );
  // A file of the portal brings documents and no sums: where a list was not summed up nothing is missing from it.
  const summed = new Set(totals.map(({ side, state }) => `${side}|${state}`));
  const undetailed = new Set(
    totals.filter(({ isDetailed }) => !isDetailed).map((each) => `${each.side}|${each.state}|${each.type}`),
  );
  const keys = new Set([...detailed.keys(), ...listed.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const [side, state, type] = key.split("|") as [RcvTotal["side"], RcvTotal["state"], string];
    if (undetailed.has(key) || !summed.has(`${side}|${state}`)) return [];
    const [said, found] = [sumSaid(detailed.get(key)), sumFound(listed.get(key) ?? [])];
    const off = minus(said, found);
    if (said.count === found.count && off.total === 0 && off.tax === 0) return [];
    const signed = isCreditNote(Number(type)) ? minus(NOTHING, off) : off;
    const summary = { type: Number(type), state, summed: said, listed: found };
    return [{ side, summary, effect: state === "registro" ? signed : NOTHING }];
  });
}

function sumSaid(total: RcvTotal | undefined): Value & { count: number } {
  if (!total) return { count: 0, ...NOTHING };
  return { count: total.count, total: total.total, tax: total.tax + total.commonUseTax };
}

function sumFound(documents: readonly Counted[]): Value & { count: number } {
  const sum = (of: (each: Counted) => number): number => documents.reduce((all, each) => all + of(each), 0);
  return {
    count: documents.length,
    total: sum(({ total }) => total),
    tax: sum((each) => each.tax + each.commonUseTax),
  };
}
