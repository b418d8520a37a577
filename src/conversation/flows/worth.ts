import type { Mind } from "../mind.ts";

/** Of one message; the others are shown as they were said. */
const WORTHS_MAX = 3;

/** What was booked in another currency than the business's own is shown with its worth, where an authority tells it. */
export function addWorth(mind: Mind): void {
  const own = mind.dialogue.membership?.currency;
  const foreign = mind.parts.flatMap((part) => {
    const effect = part.part === "booked" ? mind.effects[part.ref] : undefined;
    const books = effect?.kind === "record" || effect?.kind === "book_document";
    return part.part === "booked" && books && effect.entry.currency !== own ? [{ part, entry: effect.entry }] : [];
  });
  for (const { part, entry } of foreign.slice(0, WORTHS_MAX)) {
    const { amount_minor, currency, date } = entry;
    part.worth = mind.effects.push({ kind: "worth", of: { amount_minor, currency, date } }) - 1;
  }
}
