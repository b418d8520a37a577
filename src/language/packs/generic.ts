import type { Currency } from "#kernel";
import { COMMON_MONEY } from "./common.ts";
import { spelled, unclear, unit, type Pack } from "./pack.ts";

type Place = { currency: Currency; words: string; symbol: string; decimal: "." | ","; tax_percent: number | null };

/** Countries without a pack of their own: their currency and number format; slang is asked. */
const PLACES: Readonly<Record<string, Place>> = {
  BO: { currency: "BOB", words: "bs boliviano bolivianos bob", symbol: "Bs ", decimal: ",", tax_percent: null },
  CR: { currency: "CRC", words: "colon colones crc", symbol: "₡", decimal: ",", tax_percent: 13 },
  DO: { currency: "DOP", words: "$ rd$ peso pesos dop", symbol: "RD$", decimal: ".", tax_percent: 18 },
  EC: { currency: "USD", words: "$", symbol: "$", decimal: ",", tax_percent: 15 },
  GT: { currency: "GTQ", words: "q quetzal quetzales gtq", symbol: "Q", decimal: ".", tax_percent: 12 },
  HN: { currency: "HNL", words: "l lempira lempiras hnl", symbol: "L ", decimal: ".", tax_percent: 15 },
  NI: { currency: "NIO", words: "cordoba cordobas nio", symbol: "C$", decimal: ".", tax_percent: 15 },
  PA: { currency: "USD", words: "$ balboa balboas", symbol: "$", decimal: ".", tax_percent: 7 },
  PY: { currency: "PYG", words: "gs guarani guaranies pyg", symbol: "₲", decimal: ",", tax_percent: 10 },
  SV: { currency: "USD", words: "$", symbol: "$", decimal: ".", tax_percent: 13 },
  VE: { currency: "VES", words: "bs bolivar bolivares ves", symbol: "Bs ", decimal: ",", tax_percent: 16 },
};

const ELSEWHERE: Place = { currency: "USD", words: "$", symbol: "US$", decimal: ".", tax_percent: null };

export function genericPack(country: string): Pack {
  const place = PLACES[country] ?? ELSEWHERE;
  return {
    country,
    currency: place.currency,
    tongue: "es",
    format: place.decimal === "," ? { group: ".", decimal: "," } : { group: ",", decimal: "." },
    symbol: place.symbol,
    bare_asked_below: 0,
    drops_thousand: false,
    tax_percent: place.tax_percent,
    money: {
      ...COMMON_MONEY,
      ...spelled(place.words, unit(place.currency)),
      ...spelled("luca lucas palo palos", unclear(1, 1_000)),
    },
    merchants: {},
  };
}
