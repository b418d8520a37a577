import type { Outcome, Part, Reply } from "./effect.ts";

/** The papers that a reply shows or asks about, so that quoting it means them. Pure. */
export function papersShown({ parts }: Pick<Reply, "parts">, outcomes: readonly Outcome[]): string[] {
  return [...new Set(parts.flatMap((part) => papersOf(part, outcomes)))];
}

function papersOf(part: Part, outcomes: readonly Outcome[]): string[] {
  if (part.part === "pending") return part.of.flatMap((each) => papersOf(each, outcomes));
  if ("draft" in part) return [part.draft.document_id];
  const outcome = "ref" in part ? outcomes[part.ref] : undefined;
  return outcome?.kind === "unlinked" ? [outcome.draft.document_id] : [];
}
