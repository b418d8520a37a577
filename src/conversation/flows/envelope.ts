import type { DocumentOutcome } from "#documents";
import type { WaitingPaper } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { draftOfReading, isProven } from "./document.ts";
import { filePaper } from "./paper.ts";
import { listPapers } from "./queue.ts";

// A file that holds many documents, as a supplier's program sends them: told in one message, whatever their number.

/** What is told by its number alone, in this order. */
const COUNTED = [
  ["trouble", "unread"],
  ["listed", "listed"],
  ["duplicate", "sent"],
] as const satisfies readonly (readonly [DocumentOutcome["outcome"], string])[];

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
  for (const [outcome, how] of COUNTED) {
    const count = results.filter((result) => result.outcome === outcome).length;
    if (count > 0) mind.parts.push({ part: "documents_before", count, how });
  }
  if (waiting.length > 0) listPapers(mind, item, waiting);
}
