import { dueOn } from "#documents";
import type { ClassifyRequest } from "#language";
import type { Entry } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { termIn } from "./term-said.ts";

/**
 * «la pago a 30 días» once its paper was booked: from then on it is owed until that day, counted from the paper's own.
 * False for all other words, and where nothing that came of a paper was spoken of last.
 */
export function answerBookedTerm(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const entry = item.about ?? mind.dialogue.last?.entry;
  if (!entry || item.gone || entry.document_id === null || !isToPay(entry)) return false;
  const term = termIn(request.text, { request, issued_on: entry.date });
  const due_date = term?.how === "owed" && term.credit ? dueOn(term.credit, entry.date) : null;
  if (due_date === null) return false;
  const { category } = entry;
  // A kind that changes brings its usual category, unless one is named.
  const owed = { type: "deuda" as const, ...(category !== null && { category }) };
  const patch = { due_date, ...(entry.type !== "deuda" && owed) };
  const asked = { entry_id: entry.id, patch, source_ref: sourceRef(item.id, 0), message_id: item.id };
  const ref = mind.effects.push({ kind: "correct", ...asked }) - 1;
  mind.parts.push({ part: "corrected", ref });
  return true;
}

function isToPay({ type, direction, settles_id }: Entry): boolean {
  return settles_id === null && (type === "egreso" || (type === "deuda" && direction === "por_pagar"));
}
