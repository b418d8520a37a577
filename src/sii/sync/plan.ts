// What is asked of the SII, in which order, and whether what it lists is what it counts. Pure: a sync that was cut off is
// planned anew from what it has.

import { addMonths, type Month } from "#kernel";
import { furthest } from "../keep/change.ts";
import { keyOf, type RcvDocument, type RcvSide, type RcvState } from "../rcv/document.ts";
import type { RcvTotal } from "../rcv/month.ts";
import type { RcvSummaryLine } from "../rcv/payload.ts";

/** A document of a month may come in the two behind it, and change until then. */
export const MONTHS_TRAILING = 3;
/** More of one type than this are asked for as a file that the SII prepares: 393 are the most that anybody has seen it list. */
export const DETAIL_DOCUMENTS_MAX = 390;

/** What one question is of. `type`: of the documents of one type; a file has all of them. */
export type Page = { month: Month; side: RcvSide; state: RcvState } & (
  | { kind: "summary" }
  /** The summary again, where the list was another one than it counted: what came meanwhile stands between the two. */
  | { kind: "closing" }
  | { kind: "detail"; type: number }
  | { kind: "export" }
);

/** `factor`: what the summary says of proportionality, 0–1. */
export type Answer = { lines: RcvSummaryLine[]; factor?: number | null } | { documents: RcvDocument[] };

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
  const pages = pagesOf(list, answer.lines);
  const missing = pages.find((page) => !answers.has(pageId(page)));
  if (missing) return missing;
  const closing: Page = { ...list, kind: "closing" };
  return pages.every((page) => isCounted(page, answers)) || answers.has(pageId(closing)) ? null : closing;
}

/** The pages on which the documents of a list stand. */
function pagesOf(list: List, lines: readonly RcvSummaryLine[]): Page[] {
  const detailed = lines.filter(({ isDetailed, count }) => isDetailed && count > 0);
  if (detailed.some(({ count }) => count > DETAIL_DOCUMENTS_MAX)) return [{ ...list, kind: "export" }];
  return [...new Set(detailed.map(({ type }) => type))].map((type) => ({ ...list, kind: "detail", type }));
}

/** What the ids of a list's pages begin with. */
export function listId({ month, side, state }: List): string {
  return `${month}|${side}|${state}|`;
}

/** Lists that hold other documents than their summaries count: to be asked for again. */
export function uncounted(months: readonly Month[], answers: Answers): List[] {
  return listsOf(months).filter((list) => pagesIn(list, answers).some((page) => !isCounted(page, answers)));
}

function listsOf(months: readonly Month[]): List[] {
  return months.flatMap((month) => LISTS.map((list) => ({ month, ...list })));
}

/** The pages that a list has by its summary; what was asked for by an older one is none of them. */
function pagesIn(list: List, answers: Answers): Page[] {
  return pagesOf(list, linesOf({ ...list, kind: "summary" }, answers) ?? []);
}

function linesOf(page: Page, answers: Answers): readonly RcvSummaryLine[] | null {
  const answer = answers.get(pageId(page));
  return answer && "lines" in answer ? answer.lines : null;
}

function documentsOf(page: Page, answers: Answers): readonly RcvDocument[] {
  const answer = answers.get(pageId(page));
  return answer && "documents" in answer ? answer.documents : [];
}

function isCounted(page: Page, answers: Answers): boolean {
  const { month, side, state } = page;
  const documents = documentsOf(page, answers);
  const before = linesOf({ month, side, state, kind: "summary" }, answers) ?? [];
  const after = linesOf({ month, side, state, kind: "closing" }, answers) ?? before;
  return before
    .filter(({ isDetailed, type }) => isDetailed && (page.kind !== "detail" || page.type === type))
    .every(({ type, count }) => {
      const own = documents.filter((document) => document.type === type);
      const later = after.find((line) => line.type === type)?.count ?? 0;
      const [least, most] = [Math.min(count, later), Math.max(count, later)];
      // A row that stands twice is counted once or twice.
      return [own.length, new Set(own.map(keyOf)).size].some((listed) => listed >= least && listed <= most);
    });
}

/**
 * What a whole sync knows of the documents of its months: each once, in a fixed order. One that moved while the lists were
 * read stands where it is furthest on.
 */
export function documentsIn(months: readonly Month[], answers: Answers): RcvDocument[] {
  const pages = listsOf(months).flatMap((list) => pagesIn(list, answers));
  const known = new Map<string, RcvDocument>();
  for (const document of pages.flatMap((page) => documentsOf(page, answers))) {
    const key = keyOf(document);
    const before = known.get(key);
    known.set(key, before ? furthest(before, document) : document);
  }
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document);
}

/** What the SII counts and adds up of a month, list by list. */
export function totalsIn(month: Month, answers: Answers): RcvTotal[] {
  return listsOf([month]).flatMap(({ side, state }) => {
    const lines = linesOf({ month, side, state, kind: "summary" }, answers) ?? [];
    return lines.map((line) => ({ ...line, side, state }));
  });
}

/** The factor of proportionality of a month, 0–1, as its list of purchases says; null where it does not. */
export function factorIn(month: Month, answers: Answers): number | null {
  const answer = answers.get(pageId({ month, side: "compra", state: "registro", kind: "summary" }));
  return answer && "lines" in answer ? (answer.factor ?? null) : null;
}
