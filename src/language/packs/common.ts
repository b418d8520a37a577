import { scale, spelled, unclear, unit, type MoneyWord } from "./pack.ts";

/** Words that count the same wherever Spanish, Portuguese or English is written about money. */
export const COMMON_MONEY: Readonly<Record<string, MoneyWord>> = {
  ...spelled("mil k thousand", scale(1_000)),
  ...spelled("millon millones milion millon mill mills mm millions million milhao milhoes", scale(1_000_000)),
  ...spelled("m", unclear(1_000_000, 1_000)),
  ...spelled("usd us$ u$s u$d dolar dolares dollar dollars", unit("USD")),
  ...spelled("eur euro euros €", unit("EUR")),
};

/** Chilean thousands as they are typed; Argentina, Uruguay and Colombia write them too. */
export const LUCAS: Readonly<Record<string, MoneyWord>> = spelled(
  "luca lucas luka lukas luquita luquitas lukita lukitas lks lk lcs lucazas lucaza",
  scale(1_000),
);

export const PALOS: Readonly<Record<string, MoneyWord>> = spelled("palo palos palito palitos", scale(1_000_000));

export function pesos(currency: string): Record<string, MoneyWord> {
  return spelled(`$ peso pesos pesito pesitos ${currency.toLowerCase()}`, unit(currency));
}
