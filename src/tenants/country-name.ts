import { nameKey } from "#kernel";
import { countryCodes } from "./dial-plan.ts";

/**
 * The ISO country that words name in Spanish, English or Portuguese, or by its flag; null where they name none.
 * The words must be the country and nothing more («estoy en Chile», «República Dominicana», «🇵🇪»): «agua de jamaica
 * 30 pesos» is a purchase. Two-letter codes are not read: «no» is Norway's and «si» Slovenia's.
 */
export function countryNamed(words: string): string | null {
  return flagOf(words) ?? names().get(keyOf(words)) ?? null;
}

const A_INDICATOR = 0x1f1e6;
const FLAG = /^\s*([\u{1f1e6}-\u{1f1ff}])([\u{1f1e6}-\u{1f1ff}])\s*$/u;

function flagOf(words: string): string | null {
  const match = FLAG.exec(words);
  if (!match) return null;
  const letters = match.slice(1).map((letter) => String.fromCharCode(65 + (letter.codePointAt(0) ?? 0) - A_INDICATOR));
  const code = letters.join("");
  return countryCodes().includes(code) ? code : null;
}

const LANGUAGES = ["es", "en", "pt"];

/** What people call a country besides its name. */
const NICKNAMES: readonly (readonly [name: string, country: string])[] = [
  ["EEUU", "US"],
  ["EE. UU.", "US"],
  ["USA", "US"],
  ["United States of America", "US"],
  ["Estados Unidos de América", "US"],
  ["Norteamérica", "US"],
  ["Dominicana", "DO"],
  ["Rep. Dominicana", "DO"],
  ["RD", "DO"],
  ["UK", "GB"],
  ["England", "GB"],
  ["Inglaterra", "GB"],
  ["Gran Bretaña", "GB"],
  ["Holanda", "NL"],
  ["Holland", "NL"],
  ["Corea", "KR"],
  ["Kazajistán", "KZ"],
  ["Kazajstán", "KZ"],
  ["Chequia", "CZ"],
  ["Palestina", "PS"],
  ["Hong Kong", "HK"],
  ["Macao", "MO"],
  ["Borinquen", "PR"],
  ["Curazao", "CW"],
  ["Birmania", "MM"],
  ["Costa de Marfil", "CI"],
  ["Costa do Marfim", "CI"],
  ["Ivory Coast", "CI"],
  ["Emiratos", "AE"],
];

let known: ReadonlyMap<string, string> | null = null;

/** Built once, when first asked: the question is rare. */
function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const inLanguage = new Intl.DisplayNames([language], { type: "region" });
    for (const code of countryCodes()) {
      const key = keyOf(inLanguage.of(code) ?? "");
      if (key !== "" && !found.has(key)) found.set(key, code);
    }
  }
  for (const [name, country] of NICKNAMES) found.set(keyOf(name), country);
  known = found;
  return known;
}

/** Words around a name, and articles inside it («El Salvador», «los Países Bajos»). */
const AROUND = new Set(
  (
    "soy somos estoy estamos vivo vivimos trabajo vendo en el la los las de del desde es pais mi nuestro negocio empresa " +
    "tienda aca aqui i m am im we are in from the of my our country business is sou somos moro estou na no do da meu " +
    "hola gracias por favor"
  ).split(" "),
);

function keyOf(words: string): string {
  return nameKey(words)
    .split(" ")
    .filter((word) => !AROUND.has(word))
    .join(" ");
}
