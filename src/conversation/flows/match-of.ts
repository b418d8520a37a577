import { companionOf, halfOf, mayBeOnePurchase, paperOf, type Papered } from "#documents";
import { assert } from "#kernel";
import type { Entry, Rule } from "#ledger";
import { matchPaper } from "#match";
import type { Books } from "../books.ts";
import type { Draft } from "../dialogue.ts";
import type { Mind } from "../mind.ts";

/** Which entry that was told before it a paper is of. */
export function matchOf({ books }: Mind, draft: Draft): ReturnType<typeof matchPaper<Entry>> {
  // What only changed places is no purchase or sale that was told before.
  if (draft.way === "own") return { verdict: "create" };
  const paper = paperOf(draft.extraction, draft.type);
  assert(paper, "a paper is filed only with its total");
  return matchPaper(paper, books.unpapered, { aliases: aliasesOf(books), declined: draft.declined ?? [] });
}

/** The entry with a paper of which it may be the other half: what was sold, or the slip that paid it. */
export function companionFor({ books }: Mind, { extraction, type, way, declined = [] }: Draft): Papered | null {
  return way === "own" ? null : companionOf(halfOf(extraction, type), books.papered ?? [], declined);
}

/** Whether it may be the other half of what this turn has filed: the books can be asked for that one once it is done. */
export function isHalfOfFiled({ filed }: Mind, { extraction, type, way }: Draft): boolean {
  if (way === "own") return false;
  const half = halfOf(extraction, type);
  return filed.some((each) => mayBeOnePurchase(half, halfOf(each.extraction, each.type)));
}

/** What was taught of names. */
export function aliasesOf({ rules }: Books): Exclude<Rule, { kind: "category" }>[] {
  return rules.filter((rule) => rule.kind !== "category");
}
