import type { Alias } from "./company.ts";
import { scoreOf, type Scored } from "./score.ts";
import type { Candidate, Evidence, Sign } from "./signs.ts";
import { PAPER_WEIGHING } from "./weights.ts";

// Which entry a paper is of: linked where nothing else comes near, asked where something may be, else a new one.

/** From here on, and well ahead of the next one, nobody is asked. */
export const LINK_MIN = 0.8;
/** How far behind, at least, the second best is where nobody is asked. */
export const LEAD_MIN = 0.5;
/** Below it nobody is bothered: the paper is booked by itself. */
export const ASK_MIN = 0.15;
/** As many as are offered: a third button says that it is none. */
export const ASKED_MAX = 2;

export type Match<E extends Candidate = Candidate> =
  | { verdict: "link"; best: Scored<E> }
  | { verdict: "ask"; candidates: Scored<E>[] }
  | { verdict: "create" };

/** What is known beside the two: other names of companies, and pairs that a person has said are not the same. */
export type Memory = {
  aliases: readonly Alias[];
  /** Entries that this paper is not of. */ declined: readonly string[];
};

/** Pure. @param entries that stand in the books without a document */
export function matchPaper<E extends Candidate>(paper: Evidence, entries: readonly E[], memory: Memory): Match<E> {
  const known = { aliases: memory.aliases, weighing: PAPER_WEIGHING };
  const scored = entries
    .filter(({ id }) => !memory.declined.includes(id))
    .flatMap((entry) => scoreOf(paper, entry, known) ?? [])
    .filter(({ score }) => score >= ASK_MIN)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { verdict: "create" };
  const leads = best.score - (second?.score ?? 0) >= LEAD_MIN;
  if (best.score >= LINK_MIN && leads && speaksForItself(best)) return { verdict: "link", best };
  return { verdict: "ask", candidates: scored.slice(0, ASKED_MAX) };
}

/**
 * Whatever it scores, a rounded amount would change what was booked, a debt is another kind of entry, and an amount alone
 * is no name: somebody is asked.
 */
function speaksForItself({ reasons }: Scored): boolean {
  const shown = new Set(reasons.map(({ sign }) => sign));
  if (ASKED.some((sign) => shown.has(sign))) return false;
  const naming = shown.has("amount_tip") ? NAMES : NAMING;
  return naming.some((sign) => shown.has(sign));
}

const ASKED: readonly Sign[] = ["amount_rounded", "debt", "name_other", "folio_other"];
const NAMES: readonly Sign[] = ["name_same", "name_near"];
const NAMING: readonly Sign[] = ["name_same", "name_near", "thing_named", "folio_same"];
