import { assert } from "#kernel";
import { isInquiry, type Dialogue, type Inquiry } from "../dialogue.ts";
import type { Part } from "../effect.ts";
import type { Mind } from "../mind.ts";
import { questionOf } from "./plan.ts";
import { chooseDocument } from "./which.ts";

// What still waits for an answer while something else is talked about.

/** The question as it was asked; of a document only what it takes to know it. */
export function asksAgain(open: Inquiry): Part {
  switch (open.kind) {
    case "question": {
      const { question, options } = open.reading;
      return { part: "question", id: open.id, text: question ?? "", labels: options.map(({ label }) => label) };
    }
    case "asking": {
      const movement = open.plan[open.place]?.movement;
      assert(movement, "what is asked about stands in the plan");
      return questionOf(open.id, open.asked, movement);
    }
    case "document":
      return open.discards
        ? { part: "ask_discard", draft: structuredClone(open.draft) }
        : { part: "waiting_document", draft: structuredClone(open.draft) };
    case "paper":
      return asksOfPaper(open);
    case "country":
      return { part: "ask_country" };
  }
}

function asksOfPaper({ draft, asked }: Extract<Inquiry, { kind: "paper" }>): Part {
  const shown = structuredClone(draft);
  if (asked.about === "match") return { part: "ask_match", draft: shown, entries: asked.entries };
  if (asked.about === "companion") return { part: "ask_companion", draft: shown, of: asked.of };
  return { part: "ask_twin", draft: shown, earlier: asked.earlier };
}

/**
 * An answer about something else ends with what is still open: in one line, once, and with its buttons where it is the
 * next to be answered because a newer one just was.
 */
export function addPending(mind: Mind, before: Dialogue): void {
  if (mind.parts.some(({ part }) => MOVED_ON.has(part)) && !mind.parts.some(({ part }) => part === "draft")) {
    chooseDocument(mind, null);
  }
  if (mind.parts.length === 0 || mind.parts.some(({ part }) => ASKING.has(part))) return;
  const waited = new Set(before.open.filter(isInquiry).map(nameOf));
  const kept = mind.dialogue.open.filter(isInquiry).filter((open) => waited.has(nameOf(open)));
  const isUncovered = kept.length < waited.size;
  const told = kept.filter((open) => isUncovered || open.mentioned !== true);
  if (told.length === 0) return;
  const sorted = told.toSorted((a, b) => a.at - b.at);
  const named = sorted.at(-1);
  if (named?.kind === "document") chooseDocument(mind, named);
  const of = sorted.map(asksAgain);
  mind.parts.push({ part: "pending", how: isUncovered ? "again" : "beside", of });
  for (const open of told) open.mentioned = true;
}

/** Of what is asked about papers and movements a bare «sí» means what the last answer has named, and nothing behind it. */
export function markNamed({ dialogue, parts }: Mind): void {
  if (parts.length === 0) return;
  const asked = parts.flatMap((part) => (part.part === "pending" ? part.of.slice(-1) : [part]));
  const named = new Set(asked.flatMap(keysNamed));
  for (const open of dialogue.open) {
    if (open.kind !== "paper" && open.kind !== "asking") continue;
    if (named.has(open.kind === "paper" ? open.draft.document_id : open.id)) delete open.behind;
    else open.behind = true;
  }
}

/** The paper or the message that a part asks about. */
function keysNamed(part: Part): string[] {
  if ("draft" in part) return [part.draft.document_id];
  return "id" in part ? [part.id] : [];
}

/** Once something else was booked or asked, «sí» to a paper that was named before is not plain any more. */
const MOVED_ON: ReadonlySet<Part["part"]> = new Set([
  "booked",
  "question",
  "same_name",
  "same_paper",
  "which_debt",
  "rest_of_payment",
]);

/** Parts that ask something themselves: one question at a time. */
const ASKING: ReadonlySet<Part["part"]> = new Set([
  "question",
  "same_name",
  "same_paper",
  "which_debt",
  "rest_of_payment",
  "draft",
  "ask_match",
  "ask_twin",
  "ask_companion",
  "waiting_documents",
  "which_documents",
  "which_entry",
  "edited",
  "deleted",
  "ask_country",
  "what_to_correct",
  "which_change",
  "document_edit",
  "document_missing_total",
  "document_discount",
  "ask_discard",
  "claim_look",
  "claim_asked",
  "which_claim",
  "pending",
]);

function nameOf(open: Inquiry): string {
  if (open.kind === "document" || open.kind === "paper") return open.draft.document_id;
  return open.kind === "country" ? open.kind : `${open.kind}:${open.id}`;
}
