// What is asked of the SII, in which order, and whether what it lists is what it counts. Pure: a sync that was cut off is
// planned anew from what it has.

import { addMonths, type Month } from "#kernel";
import { furthest } from "../keep/change.ts";
import { keyOf, type RcvDocument, type RcvSide, type RcvState } from "../rcv/document.ts";
import type { RcvSummaryLine } from "../rcv/payload.ts";

/** A document of a month may come in the two behind it, and change until then. */
export const MONTHS_TRAILING = 3;
/** More of one list than this are asked for as a file that the SII prepares. */
export const DETAIL_DOCUMENTS_MAX = 2_000;

/** What one question is of. `type`: of the documents of one type; a file has all of them. */
export type Page = { month: Month; side: RcvSide; state: RcvState } & (
  | { kind: "summary" }
  | { kind: "detail"; type: number }
  | { kind: "export" }
);

export type Answer = { lines: RcvSummaryLine[] } | { documents: RcvDocument[] };

/** By the page's id. */
export type Answers = ReadonlyMap<string, Answer>;

export function pageId(page: Page): string {
  const what = page.kind === "detail" ? String(page.type) : page.kind;
  return `${page.month}|${page.side}|${page.state}|${what}`;
}

/** The month that runs and those behind it, the oldest first. */
export function trailing(month: Month): Month[] {
  return Array.from({ length: MONTHS_TRAILING }, (_, back) => addMonths(month, back + 1 - MONTHS_TRAILING));
}

const LISTS: readonly Pick<Page, "side" | "state">[] = [
  { side: "compra", state: "registro" },
  { side: "compra", state: "pendiente" },
  { side: "compra", state: "no_incluir" },
  { side: "compra", state: "reclamado" },
  { side: "venta", state: "registro" },
];

/** The first page that has no answer yet; null where there is none. */
export function nextPage(months: readonly Month[], answers: Answers): Page | null {
  for (const month of months) {
    for (const list of LISTS) {
      const page = nextOfList({ month, ...list }, answers);
      if (page) return page;
    }
  }
  return null;
}

type List = Pick<Page, "month" | "side" | "state">;

function nextOfList(list: List, answers: Answers): Page | null {
  const summary: Page = { ...list, kind: "summary" };
  const answer = answers.get(pageId(summary));
  if (!answer || !("lines" in answer)) return summary;
  return pagesOf(list, answer.lines).find((page) => !answers.has(pageId(page))) ?? null;
}

/** The pages on which the documents of a list stand. */
function pagesOf(list: List, lines: readonly RcvSummaryLine[]): Page[] {
  const detailed = lines.filter(({ isDetailed, count }) => isDetailed && count > 0);
  const all = detailed.reduce((sum, { count }) => sum + count, 0);
  if (all > DETAIL_DOCUMENTS_MAX) return [{ ...list, kind: "export" }];
  return [...new Set(detailed.map(({ type }) => type))].map((type) => ({ ...list, kind: "detail", type }));
}

/** Pages whose documents are not what their summary counts, with that summary: to be asked again. */
export function uncounted(months: readonly Month[], answers: Answers): Page[] {
  return months.flatMap((month) => LISTS.flatMap((list) => uncountedOf({ month, ...list }, answers)));
}

function uncountedOf(list: List, answers: Answers): Page[] {
  const summary: Page = { ...list, kind: "summary" };
  const answer = answers.get(pageId(summary));
  const lines = answer && "lines" in answer ? answer.lines : [];
  const wrong = pagesOf(list, lines).filter((page) => !isCounted(page, lines, answers));
  return wrong.length > 0 ? [summary, ...wrong] : [];
}

function isCounted(page: Page, lines: readonly RcvSummaryLine[], answers: Answers): boolean {
  const answer = answers.get(pageId(page));
  const documents = answer && "documents" in answer ? answer.documents : [];
  return lines
    .filter(
      ({ isDetailed, type }) =>
        isDetailed && (page.kind === "export" || (page.kind === "detail" && page.type === type)),
    )
    .every(({ type, count }) => {
      const own = documents.filter((document) => document.type === type);
      // A row that stands twice is counted once or twice.
      return own.length === count || new Set(own.map(keyOf)).size === count;
    });
}

/**
 * What a whole sync knows of the documents of its months: each once, in a fixed order. One that moved while the lists were
 * read stands where it is furthest on.
 */
export function documentsIn(answers: Answers): RcvDocument[] {
  const known = new Map<string, RcvDocument>();
  for (const answer of answers.values()) {
    if (!("documents" in answer)) continue;
    for (const document of answer.documents) {
      const key = keyOf(document);
      const before = known.get(key);
      known.set(key, before ? furthest(before, document) : document);
    }
  }
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document);
}
