import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { confirmDocument, editDocument } from "./draft.ts";
import { settleReview } from "./month.ts";
import { settleSecondThought } from "./second-thoughts.ts";

/** «sí» or «no» to whatever waits for it. */
export function hearYesOrNo(mind: Mind, item: Heard, said: "si" | "no"): void {
  const { open } = mind.dialogue;
  const newest = open.at(-1);
  if (newest && (newest.kind === "edited" || newest.kind === "deleted")) {
    return settleSecondThought(mind, item, { open: newest, agreed: said === "si" });
  }
  if (newest?.kind === "review") return settleReview(mind, { open: newest, agreed: said === "si" });
  const documents = open.filter((each) => each.kind === "document");
  const [only] = documents;
  if (!only) return void mind.parts.push({ part: "nothing_pending" });
  if (said === "no") return editDocument(mind, documents.at(-1) ?? only);
  if (documents.length === 1) return confirmDocument(mind, item, only);
  mind.dialogue.open = [...open.filter((each) => each.kind !== "which"), { kind: "which", at: item.at }];
  mind.parts.push({ part: "which_documents", count: documents.length });
}
