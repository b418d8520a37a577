// What is not in order between the RCV, the books, the papers and the SII's own sums; each finding names its documents.

import type { KeptRcvDocument, RcvMonth } from "../rcv/month.ts";
import { summaryDifferences } from "../rcv/summed.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import type { Comparison } from "../taxes/f29/compare.ts";

export type DifferenceReason =
  /** In the RCV and in no entry. */
  | "not_booked"
  /** A note of credit for a document that is booked. */
  | "annuls_booked"
  | "no_paper"
  /** The same party, type, day and total as another. */
  | "alike"
  | "wrong_rut"
  | "summary_differs"
  /** The SII proposes another value for a code of the F29. */
  | "proposal_differs";

/** `ours`, `theirs`: whole pesos or documents, null where there are none to compare. `code`: of the F29, or a document's type. */
export type ReportDifference = {
  reason: DifferenceReason;
  ids: readonly string[];
  code: number | null;
  ours: number | null;
  theirs: number | null;
};

type Asked = { rcv: RcvMonth; comparison: Comparison | null; without_paper: ReadonlySet<string> };

export function reportDifferences({ rcv, comparison, without_paper }: Asked): ReportDifference[] {
  const counted = rcv.documents
    .filter(({ state }) => state === "registro")
    .toSorted(
      (a, b) => a.side.localeCompare(b.side) || a.issuedOn.localeCompare(b.issuedOn) || a.id.localeCompare(b.id),
    );
  const ofDocument = (reason: DifferenceReason, isSo: (document: KeptRcvDocument) => boolean): ReportDifference[] =>
    counted.filter(isSo).map(({ id, type, total }) => ({ reason, ids: [id], code: type, ours: null, theirs: total }));
  const booked = new Set(counted.filter(({ entry_id }) => entry_id !== null).map(nameOf));
  return [
    ...(comparison?.differences ?? []).map(({ code, ours, theirs, ids }) => ({
      reason: "proposal_differs" as const,
      ids,
      code,
      ours,
      theirs,
    })),
    ...summaryDifferences(rcv).map(({ type, ids, documents, summary }) => ({
      reason: "summary_differs" as const,
      ids,
      code: type,
      ours: documents.total,
      theirs: summary.total,
    })),
    ...ofDocument(
      "annuls_booked",
      (document) => isCreditNote(document.type) && namedBy(document).some((name) => booked.has(name)),
    ),
    ...alike(counted),
    ...ofDocument("not_booked", ({ entry_id }) => entry_id === null),
    ...ofDocument("no_paper", ({ id }) => without_paper.has(id)),
    ...ofDocument("wrong_rut", ({ counterparty }) => !counterparty.isValid),
  ];
}

function nameOf({ side, type, folio, counterparty }: KeptRcvDocument): string {
  return `${side}:${type}:${folio}:${counterparty.rut}`;
}

/** The documents that a note names, under the same party. */
function namedBy({ side, references, counterparty }: KeptRcvDocument): string[] {
  return references.map(({ type, folio }) => `${side}:${type}:${folio}:${counterparty.rut}`);
}

function alike(counted: readonly KeptRcvDocument[]): ReportDifference[] {
  const groups = Map.groupBy(counted, ({ side, type, issuedOn, total, counterparty }) =>
    [side, type, issuedOn, total, counterparty.rut].join(" "),
  );
  return [...groups.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined || each.length < 2) return [];
    const ids = each.map(({ id }) => id);
    return [{ reason: "alike" as const, ids, code: first.type, ours: null, theirs: first.total }];
  });
}
