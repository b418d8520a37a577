import type { Mind } from "../mind.ts";

/** Of one message; the others are shown as they were said. */
const WORTHS_MAX = 3;

/** What was booked in another currency than the business's own is shown with its worth, where an authority tells it. */
export function addWorth(mind: Mind): void {
  const own = mind.dialogue.membership?.currency;
  const foreign = mind.parts.filter((part) => {
    const effect = part.part === "booked" ? mind.effects[part.ref] : undefined;
    return (effect?.kind === "record" || effect?.kind === "book_document") && effect.entry.currency !== own;
  });
  for (const part of foreign.slice(0, WORTHS_MAX)) {
    const booked = part.part === "booked" ? mind.effects[part.ref] : undefined;
    if (part.part !== "booked" || (booked?.kind !== "record" && booked?.kind !== "book_document")) continue;
    const { amount_minor, currency, date } = booked.entry;
    part.worth = mind.effects.push({ kind: "worth", of: { amount_minor, currency, date } }) - 1;
  }
}
