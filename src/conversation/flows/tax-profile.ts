import { dateIn } from "#kernel";
import { taxTold } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { monthSaid } from "./month-said.ts";
import { plainly } from "./plainly.ts";

/** «soy pro pyme transparente», «mi remanente de octubre es 45 mil»: kept, and nothing is booked. */
export function hearTaxProfile(mind: Mind, item: Heard, words: string): boolean {
  const { membership } = mind.dialogue;
  if (membership?.country !== "CL") return false;
  const today = dateIn(item.at, membership.time_zone);
  const told = taxTold({ text: words, country: membership.country, today });
  if (told === null) return false;
  const month = told.remanente === undefined ? null : monthSaid(plainly(words), today);
  const ref = mind.effects.push({ kind: "tax_profile", told, month, today }) - 1;
  mind.parts.push({ part: "tax_profile", ref });
  return true;
}
