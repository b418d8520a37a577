import type { DocumentOutcome } from "#documents";
import type { WaitingPaper } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { draftOfReading, isProven } from "./document.ts";
import { filePaper } from "./paper.ts";
import { listPapers } from "./queue.ts";

// A file that holds many documents, as a supplier's program sends them: told in one message, whatever their number.

/** Books what is proved, lists what is not by its numbers, and counts what came before and what could not be read. */
export function hearEnvelope(mind: Mind, item: Heard, results: readonly DocumentOutcome[]): void {
  mind.reply_to = item.id;
  const ownTaxId = mind.dialogue.membership?.tax_id ?? null;
  const waiting: WaitingPaper[] = [];
  for (const result of results) {
    if (result.outcome !== "read") continue;
    const { document_id, extraction, maybe: earlier = null } = result;
    const draft = draftOfReading(mind, { document_id, message_id: item.id, extraction });
    if (earlier === null && isProven(draft, ownTaxId)) filePaper(mind, item, { draft, verdict: "authentic" });
    else waiting.push({ draft, waits: earlier === null ? "confirm" : "answer", earlier });
  }
  const before = results.filter(({ outcome }) => outcome === "duplicate").length;
  const listed = results.filter(({ outcome }) => outcome === "listed").length;
  const unread = results.filter(({ outcome }) => outcome === "trouble").length;
  if (unread > 0) mind.parts.push({ part: "documents_before", count: unread, how: "unread" });
  if (listed > 0) mind.parts.push({ part: "documents_before", count: listed, how: "listed" });
  if (before > 0) mind.parts.push({ part: "documents_before", count: before, how: "sent" });
  if (waiting.length > 0) listPapers(mind, item, waiting);
}
