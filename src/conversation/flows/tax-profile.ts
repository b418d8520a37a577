import { dateIn } from "#kernel";
import { classify, isBesideTaxes, isTaxUnclear, taxesTold, type Patch } from "#language";
import { shownAt } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import type { TaxEffect } from "../tax-effect.ts";
import { monthSaid } from "./month-said.ts";
import { plainly } from "./plainly.ts";
import { requestOf } from "./request.ts";

/**
 * «soy pro pyme transparente», «mi remanente de octubre es 45 mil»: kept, and nothing is booked by it. False where
 * something else is said beside it, which is still to be heard, and for all other words.
 */
export function hearTaxProfile(mind: Mind, item: Heard, words: string): boolean {
  const { membership } = mind.dialogue;
  if (membership?.country !== "CL") return false;
  const today = dateIn(item.at, membership.time_zone);
  const said = { text: words, country: membership.country, today };
  const taxes = taxesTold(said);
  const isWhole = taxes?.rest === "";
  if (taxes && (isWhole || tellsDeal(mind, item, taxes.rest))) {
    const { told } = taxes;
    const month = told.remanente === undefined ? null : monthSaid(plainly(taxes.words), today);
    keep(mind, item, { kind: "tax_profile", told, month, today });
    return isWhole;
  }
  if (!isTaxUnclear(said)) return false;
  mind.parts.push({ part: "tax_unclear" });
  return true;
}

function tellsDeal(mind: Mind, item: Heard, text: string): boolean {
  return isBesideTaxes(classify(requestOf(mind, item, { text, voice: false })));
}

type Telling = Extract<TaxEffect, { kind: "tax_profile" }>;

function keep(mind: Mind, item: Heard, effect: Telling): void {
  const ref = mind.effects.push(effect) - 1;
  mind.parts.push({ part: "tax_profile", ref });
  const { told, month, today } = effect;
  const at = shownAt(mind.dialogue, item.at);
  mind.dialogue.tax_told = { is_remanente: told.remanente !== undefined, month, today, at };
}

/**
 * «no, son 54 mil», «deshacer» behind it mean what was told, and never the entry that was booked before. False where
 * something was booked or asked since.
 */
export function correctTaxTold(mind: Mind, item: Heard, patch: Patch | null): boolean {
  const { tax_told: told, last, open } = mind.dialogue;
  if (!told || item.about || told.at <= (last?.at ?? 0) || open.some(({ at }) => at > told.at)) return false;
  const { amount_minor: remanente } = patch ?? {};
  if (patch?.delete !== true && remanente === undefined) return false;
  if (remanente !== undefined && told.is_remanente) {
    keep(mind, item, { kind: "tax_profile", told: { remanente }, month: told.month, today: told.today });
    return true;
  }
  delete mind.dialogue.tax_told;
  // A second «deshacer» says what stands before, and takes nothing by itself.
  mind.dialogue.undone = true;
  mind.parts.push({ part: "tax_stays" });
  return true;
}
