import { countryNamed, profileOfCountry } from "#tenants";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

// Some prefixes are shared (+1, +7): where the number cannot tell the country, no amount is booked before the person does.

/** A movement of someone whose country is open is kept until they say it. True when it was kept. */
export function holdForCountry(mind: Mind, item: Heard): boolean {
  const { membership, open } = mind.dialogue;
  if (!membership || membership.country_certain) return false;
  const asking = open.find((each) => each.kind === "country");
  if (asking?.kind === "country") asking.held.push(item);
  else open.push({ kind: "country", held: [item], at: item.at });
  mind.parts.push({ part: "ask_country" });
  return true;
}

/** Words that name a country answer the open question. False where there is none or they name none. */
export function answerCountry(mind: Mind, words: string): boolean {
  if (!mind.dialogue.open.some((each) => each.kind === "country")) return false;
  const country = countryNamed(words);
  if (country === null) return false;
  chooseCountry(mind, country);
  return true;
}

/** Sets the country and hears what was kept for it. */
export function chooseCountry(mind: Mind, country: string): void {
  const { dialogue } = mind;
  const asking = dialogue.open.find((each) => each.kind === "country");
  const profile = profileOfCountry(country);
  if (asking?.kind !== "country" || !profile || !dialogue.membership) {
    return void mind.parts.push({ part: "nothing_pending" });
  }
  dialogue.open = dialogue.open.filter((each) => each !== asking);
  const { currency, currency_symbol, number_format, time_zone, locale } = profile;
  Object.assign(dialogue.membership, { country, currency, currency_symbol, number_format, time_zone, locale });
  dialogue.membership.country_certain = true;
  const ref = mind.effects.push({ kind: "set_country", country }) - 1;
  mind.parts.push({ part: "country_set", ref, country, currency });
  mind.again.push(...asking.held);
}
