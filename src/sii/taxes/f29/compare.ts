// Our draft beside the SII's own proposal, code by code.

import type { F29Draft, F29Line } from "./draft.ts";
import type { Proposal } from "./payload.ts";

/** `ours`, `theirs`: null where the one or the other has no such code. `ids`: documents behind ours. */
export type ProposalDifference = {
  code: number;
  caption: string | null;
  ours: number | null;
  theirs: number | null;
  ids: readonly string[];
};

/** `agreed`: codes that both have alike. A code that one has and the other lacks differs, unless it is zero. */
export type Comparison = { agreed: readonly number[]; differences: readonly ProposalDifference[] };

/** Of our lines only what is not missing is compared; sums are where the SII has them too, which its proposal mostly leaves out. */
export function compareF29(draft: F29Draft, proposal: Proposal): Comparison {
  const ours = new Map(draft.lines.flatMap(codesOf).map((each) => [each.code, each]));
  const codes = [...new Set([...ours.keys(), ...proposal.keys()])].toSorted((a, b) => a - b);
  const rows = codes.flatMap((code): (ProposalDifference & { alike: boolean })[] => {
    const [own, theirs] = [ours.get(code), proposal.get(code) ?? null];
    if (theirs === null && (own === undefined || !own.is_detail)) return [];
    const alike = (own?.value ?? 0) === (theirs ?? 0);
    return [{ code, caption: own?.caption ?? null, ours: own?.value ?? null, theirs, ids: own?.ids ?? [], alike }];
  });
  return {
    agreed: rows.filter(({ alike }) => alike).map(({ code }) => code),
    differences: rows
      .filter(({ alike }) => !alike)
      .map(({ code, caption, ours: own, theirs, ids }) => ({ code, caption, ours: own, theirs, ids })),
  };
}

/** `is_detail`: comes from the RCV, as the proposal does; it should be in both. */
type Coded = { code: number; value: number; caption: string; ids: readonly string[]; is_detail: boolean };

function codesOf({ code, count_code, count, amount, caption, ids }: F29Line): Coded[] {
  const shared = { caption, ids, is_detail: ids.length > 0 };
  return [
    ...(amount === null ? [] : [{ code, value: amount, ...shared }]),
    ...(count_code === null || count === null ? [] : [{ code: count_code, value: count, ...shared }]),
  ];
}
