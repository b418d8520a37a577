import { firstDayOf, lastDayOf, monthOf, type CivilDate } from "#kernel";
import type { NewEntry } from "#ledger";
import type { Open } from "../dialogue.ts";
import type { BookedPart, Effect } from "../effect.ts";
import type { Mind } from "../mind.ts";

// What one booking means for its month: told beside it, and looked into when it stands out.

/** Beside a single sale or expense of this month the reply tells how its category's month goes. */
export function addContext(mind: Mind, today: CivilDate): void {
  const booked = mind.effects.flatMap((effect, ref) => (isBooking(effect) ? [{ entry: effect.entry, ref }] : []));
  const [only] = booked;
  const of = only && booked.length === 1 ? partOf(only.entry, today) : null;
  if (!only || !of) return;
  const after = mind.parts.findIndex((part) => part.part === "booked" && part.ref === only.ref);
  if (after < 0) return;
  const ref = mind.effects.push({ kind: "context", of }) - 1;
  mind.parts.splice(after + 1, 0, { part: "context", ref, booked: only.ref });
}

function isBooking(effect: Effect): effect is Extract<Effect, { kind: "record" | "book_document" }> {
  return effect.kind === "record" || effect.kind === "book_document";
}

/** Null for what is neither earned nor spent this month: debts and their payments, loans, what the owner took out. */
function partOf(entry: NewEntry, today: CivilDate): BookedPart | null {
  const { type, direction, category, date, currency, amount_minor } = entry;
  if ((type !== "ingreso" && type !== "egreso") || direction !== null) return null;
  if (category === null || category === "retiros" || monthOf(date) !== monthOf(today)) return null;
  const kind = type === "ingreso" ? "income" : "expense";
  return { category, kind, month: monthOf(date), currency, amount_minor };
}

/** The answer to «¿Revisamos?»: the entries behind the figure, or nothing. */
export function settleReview(
  mind: Mind,
  { open, agreed }: { open: Extract<Open, { kind: "review" }>; agreed: boolean },
): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  if (!agreed) return void mind.parts.push({ part: "review_declined" });
  const { category, month } = open;
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  const ref = mind.effects.push({ kind: "entries", ...span, category }) - 1;
  mind.parts.push({ part: "entries", ref, period: month, category });
}
