import { compareText } from "#kernel";
import { isCreditNote } from "../taxes/document-kind.ts";
import type { RcvSide } from "../rcv/document.ts";
import type { NewsLine, NewsList, NewsRest, SiiNews } from "./news.ts";

/**
 * Of each list and side. A message shows 45 lines of all of them, so that none is missed; a line is some 250 bytes, and news
 * wait in one row of the conversation, of two megabytes at most.
 */
export const LINES_CARRIED_MAX = 60;

const SIDES: readonly RcvSide[] = ["compra", "venta"];

/**
 * News as they travel: the first lines of each list by their day, and of all behind them how many they are and what they
 * come to. Carried twice they are the same, and of two that were joined nothing is lost of either.
 */
export function carried(news: SiiNews): SiiNews {
  const rest: NewsRest[] = [...(news.rest ?? [])];
  const first = <T extends NewsLine>(list: NewsList, lines: readonly T[]): T[] =>
    SIDES.flatMap((side) => {
      const own = lines.filter((line) => line.side === side);
      if (own.length <= LINES_CARRIED_MAX) return own;
      const sorted = own.toSorted((a, b) => compareText(a.date, b.date));
      const left_out = sorted.slice(LINES_CARRIED_MAX);
      rest.push({ list, side, count: left_out.length, total: totalOf(left_out) });
      return sorted.slice(0, LINES_CARRIED_MAX);
    });
  return {
    ...news,
    booked: first("booked", news.booked),
    linked: first("linked", news.linked),
    asked: first("asked", news.asked),
    pending: first("pending", news.pending),
    taken_back: first("taken_back", news.taken_back),
    moved: first("moved", news.moved),
    rest: summedUp(rest),
  };
}

/** What these come to, credit notes taken off. */
export function totalOf(lines: readonly NewsLine[]): number {
  return lines.reduce((sum, { type, total }) => sum + (isCreditNote(type) ? -total : total), 0);
}

/** One of each list and side. */
function summedUp(rest: readonly NewsRest[]): NewsRest[] {
  const sums = new Map<string, NewsRest>();
  for (const each of rest) {
    const key = `${each.list} ${each.side}`;
    const before = sums.get(key);
    const { count = 0, total = 0 } = before ?? {};
    sums.set(key, { ...each, count: count + each.count, total: total + each.total });
  }
  return [...sums.values()];
}
