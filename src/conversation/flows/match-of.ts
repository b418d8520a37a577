import { matchPaper, paperOf } from "#documents";
import { assert } from "#kernel";
import type { Entry, Rule } from "#ledger";
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

/** What was taught of names. */
export function aliasesOf({ rules }: Books): Exclude<Rule, { kind: "category" }>[] {
  return rules.filter((rule) => rule.kind !== "category");
}
