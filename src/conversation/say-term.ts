import { creditOwed, dueOn } from "#documents";
import type { Draft } from "./dialogue.ts";
import { whyUnbooked } from "./flows/unbooked.ts";
import { showDay, showMoney, type Eyes } from "./show.ts";

// What a paper's card says of when it is paid.

/** What is owed is no cash that moved; who has paid it meanwhile says so. */
export function termNote(draft: Draft, eyes: Eyes): string | null {
  const { credit, extraction, type, paid_on = null, part_minor } = draft;
  const { words } = eyes;
  if (whyUnbooked(draft)) return null;
  if (!credit) {
    return draft.term ? words.document_paid(paid_on === null ? null : showDay(paid_on)) : dueNote(draft, eyes);
  }
  const { date, total_minor, currency } = extraction.fields;
  const dueDay = dueOn(credit, date ?? eyes.today);
  const due = dueDay === null ? null : showDay(dueDay);
  const side = type === "ingreso" ? "por_cobrar" : "por_pagar";
  if (part_minor === undefined || total_minor === null) return words.document_on_credit(side, due);
  const money = (amount_minor: number): string => showMoney({ amount_minor, currency }, eyes);
  return words.document_part_paid(side, { paid: money(part_minor), left: money(total_minor - part_minor), due });
}

/** A paper without a day is booked as of today, which its card does not show. */
export function undatedNote(draft: Draft, { words }: Eyes): string | null {
  const { date, total_minor } = draft.extraction.fields;
  if (date !== null || total_minor === null || draft.paid_on || whyUnbooked(draft)) return null;
  return words.document_undated;
}

/** A bill of light or water counts as paid, and says so while its day is still to come. */
function dueNote({ extraction, type }: Draft, { words, today }: Eyes): string | null {
  const { due } = creditOwed(extraction);
  return type === "egreso" && due !== null && due >= today ? words.document_due(showDay(due)) : null;
}
