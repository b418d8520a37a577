import { cents, scale, spelled, unclear, unit, type MoneyWord } from "./pack.ts";

/** Words that count the same wherever Spanish, Portuguese or English is written about money. */
export const COMMON_MONEY: Readonly<Record<string, MoneyWord>> = {
  ...spelled("mil k thousand", scale(1_000)),
  ...spelled("millon millones milion millon mill mills mm millions million milhao milhoes", scale(1_000_000)),
  ...spelled("m", unclear(1_000_000, 1_000)),
  ...spelled("billon billones", scale(1_000_000_000_000)),
  ...spelled("centavo centavos centavito centavitos centimo centimos ctv ctvs cvs", cents()),
  ...spelled("usd us$ u$s u$d dolar dolares dollar dollars dlls dlls dls dolls dolaritos", unit("USD")),
  ...spelled("eur euro euros €", unit("EUR")),
  ...spelled("gbp £ esterlinas", unit("GBP")),
  ...spelled("jpy ¥ yen yenes", unit("JPY")),
  ...spelled("chf francos", unit("CHF")),
  ...spelled("cny yuan yuanes", unit("CNY")),
  ...spelled("cad", unit("CAD")),
  ...spelled("aud", unit("AUD")),
  ...spelled("nzd", unit("NZD")),
  ...spelled("clp", unit("CLP")),
  ...spelled("ars", unit("ARS")),
  ...spelled("mxn", unit("MXN")),
  ...spelled("cop", unit("COP")),
  ...spelled("uyu", unit("UYU")),
  ...spelled("pen soles", unit("PEN")),
  ...spelled("brl reais reales r$", unit("BRL")),
  ...spelled("bob bolivianos", unit("BOB")),
  ...spelled("pyg guaranies", unit("PYG")),
  ...spelled("clf", unit("UF")),
};

/** Chilean thousands as they are typed; Argentina, Uruguay and Colombia write them too. */
export const LUCAS: Readonly<Record<string, MoneyWord>> = spelled(
  "luca lucas luka lukas luquita luquitas lukita lukitas lks lk lcs lucazas lucaza luks luquis luquilla luquillas lukillas luquiyas lus lucs lcas lcuas luacs lucass lukass lucaz lukaz lukaa lukazas luk luc",
  scale(1_000),
);

export const PALOS: Readonly<Record<string, MoneyWord>> = spelled("palo palos palito palitos", scale(1_000_000));

/** The words and the sign of a peso: `pesos("CLP")` for Chile. */
export function pesos(currency: string): Record<string, MoneyWord> {
  return spelled(`$ peso pesos pesito pesitos psos pezos pezo ${currency.toLowerCase()}`, unit(currency));
}
