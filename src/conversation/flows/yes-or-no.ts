import { HOUR_MS } from "#kernel";
import { isInquiry, newestOf, shownAt } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { settleClaim } from "./claim.ts";
import { confirmDocument, type OpenDocument } from "./draft.ts";
import { settleReview } from "./month.ts";
import { asksAgain } from "./pending.ts";
import { takeUpFirst } from "./queue.ts";
import { refuseNewest } from "./refuse.ts";
import { settleSecondThought } from "./second-thoughts.ts";
import { settleSiiReview } from "./sii.ts";
import { tellReading } from "./still-reading.ts";
import { chooseDocument, documentsToConfirm, openDocuments, whichDocuments } from "./which.ts";

/** Whoever says «sí» hours later means something else. */
const SII_REVIEW_MS = 6 * HOUR_MS;

/** «sí» or «no» to whatever waits for it. */
export function hearYesOrNo(mind: Mind, item: Heard, said: "si" | "no"): void {
  const { open } = mind.dialogue;
  const newest = open.at(-1);
  if (newest && (newest.kind === "edited" || newest.kind === "deleted")) {
    return settleSecondThought(mind, item, { open: newest, agreed: said === "si" });
  }
  if (newest?.kind === "sii_review" && item.at - newest.at < SII_REVIEW_MS)
    return settleSiiReview(mind, item, { open: newest, agreed: said === "si" });
  if (newest?.kind === "review") return settleReview(mind, { open: newest, agreed: said === "si" });
  if (newest?.kind === "claim") return settleClaim(mind, item, { open: newest, agreed: said === "si" });
  if (isUnnamed(mind)) return askAgain(mind, item);
  if (said === "no") return refuseNewest(mind, item) ? undefined : sayNothingPending(mind, item);
  if (!takeUpFirst(mind, item)) confirmNewest(mind, item);
}

/** What no answer has named since is told again before anything is let go. */
function isUnnamed({ dialogue }: Mind): boolean {
  const asked = newestOf(dialogue.open.filter(isInquiry));
  return asked?.kind === "asking" && asked.behind === true;
}

/** «sí» to a card, which of several is asked. */
function confirmNewest(mind: Mind, item: Heard): void {
  const documents = documentsToConfirm(mind);
  const [only] = documents;
  const shown = newestOf(openDocuments(mind));
  // What was asked since is what «sí» answers, or nothing is.
  if (!only || isAskedSince(mind)) return askAgain(mind, item);
  // The card that was shown last takes no «sí»: of one behind it, it is asked first.
  if (shown && !documents.includes(shown)) return askBehind(mind, item, newestOf(documents) ?? only);
  const chosen = documents.find((each) => each.chosen);
  if (chosen || documents.length === 1) return confirmDocument(mind, item, chosen ?? only);
  whichDocuments(mind, item);
}

function askBehind(mind: Mind, item: Heard, open: OpenDocument): void {
  chooseDocument(mind, open);
  open.at = shownAt(mind.dialogue, item.at);
  mind.parts.push({ part: "pending", how: "again", of: [asksAgain(open)] });
}

function isAskedSince({ dialogue }: Mind): boolean {
  return newestOf(dialogue.open.filter(isInquiry))?.kind !== "document";
}

/** «sí» is no answer to «¿en qué?»: what was asked stands. */
function askAgain(mind: Mind, item: Heard): void {
  const asked = newestOf(mind.dialogue.open.filter(isInquiry));
  if (asked) mind.parts.push({ part: "pending", how: "again", of: [asksAgain(asked)] });
  else sayNothingPending(mind, item);
}

function sayNothingPending(mind: Mind, item: Heard): void {
  if (!tellReading(mind, item)) mind.parts.push({ part: "nothing_pending" });
}
