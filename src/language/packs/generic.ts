import { profileOfCountry, type Profile } from "#tenants";
import { COMMON_MONEY } from "./common.ts";
import { spelled, unclear, unit, type Pack, type TongueName } from "./pack.ts";

/** What a country's profile does not tell of its money: the words for it, and the rate of its value added tax. */
type Place = { words: string; tax_percent: number | null };

/** Countries without a pack of their own; slang is asked. */
const PLACES: Readonly<Record<string, Place>> = {
  BO: { words: "bs boliviano bolivianos bob", tax_percent: null },
  CR: { words: "colon colones crc", tax_percent: 13 },
  DO: { words: "$ rd$ peso pesos dop", tax_percent: 18 },
  EC: { words: "$", tax_percent: 15 },
  GT: { words: "q quetzal quetzales gtq", tax_percent: 12 },
  HN: { words: "l lempira lempiras hnl", tax_percent: 15 },
  NI: { words: "cordoba cordobas nio", tax_percent: 15 },
  PA: { words: "$ balboa balboas", tax_percent: 7 },
  PY: { words: "gs guarani guaranies pyg", tax_percent: 10 },
  SV: { words: "$", tax_percent: 13 },
  VE: { words: "bs bolivar bolivares ves", tax_percent: 16 },
};

/** A country that nobody has described (`BO`): its currency, its way of writing numbers, the language it is answered in. */
export function genericPack(country: string): Pack {
  const profile = profileOfCountry(country);
  const currency = profile?.currency ?? "USD";
  const place = PLACES[country] ?? { words: `$ ${currency.toLowerCase()}`, tax_percent: null };
  return {
    country,
    currency,
    described: Object.hasOwn(PLACES, country),
    tongue: tongueOf(profile),
    format: profile?.number_format ?? { group: ",", decimal: "." },
    symbol: profile?.currency_symbol ?? "US$",
    bare_asked_below: 0,
    drops_thousand: false,
    tax_percent: place.tax_percent,
    money: {
      ...COMMON_MONEY,
      ...spelled(place.words, unit(currency)),
      ...spelled("luca lucas palo palos", unclear(1, 1_000)),
    },
    merchants: {},
  };
}

function tongueOf(profile: Profile | null): TongueName {
  if (!profile || profile.locale.startsWith("es")) return "es";
  return profile.locale === "pt-BR" ? "pt" : "en";
}
