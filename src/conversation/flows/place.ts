import { fold } from "#kernel";

/** Which of several was named: its number, or the ordinal in words, counted from 1; -1 is the last. */
export type Place = { place: number; by: "digit" | "ordinal" };

/** «1», «la 2», «opción 3», «la segunda», «el primero», «the last one»: a place and nothing else; null for all others. */
export function placeNamed(text: string): Place | null {
  const said = fold(text)
    .replace(/[\uFE0F\u20E3]/g, "")
    .replace(/[.,;:!¡?¿()«»"']+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, digits] = NUMBERED.exec(said) ?? [];
  if (digits !== undefined) return { place: Number(digits), by: "digit" };
  const [, word = ""] = ORDINAL.exec(said) ?? [];
  const place = PLACES[word];
  return place === undefined ? null : { place, by: "ordinal" };
}

const POLITE = "(?: (?:po|pues|porfa|por favor|gracias|please|nomas))?";
const HEAD = "(?:(?:es|e|quiero|elijo|its|it is|i choose) )?(?:(?:la|el|lo|o|a|the) )?";
const NOUN = "(?:(?:opcion|alternativa|numero|nro|n[°ºo]|opcao|option|number|#) ?)";

const NUMBERED = new RegExp(`^${HEAD}${NOUN}?#?([1-9]\\d?)${POLITE}$`);

const ORDINAL = new RegExp(
  `^${HEAD}(?:(?:opcion|alternativa|opcao|option) )?(\\p{L}+)(?: (?:opcion|alternativa|opcao|option|one|de las opciones))?${POLITE}$`,
  "u",
);

const PLACES: Readonly<Record<string, number>> = {
  ...ordinals("primera primero primer primeira primeiro first", 1),
  ...ordinals("segunda segundo second", 2),
  ...ordinals("tercera tercero tercer terceira terceiro third", 3),
  ...ordinals("cuarta cuarto quarta quarto fourth", 4),
  ...ordinals("ultima ultimo last", -1),
};

function ordinals(words: string, place: number): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word) => [word, place]));
}

/** «la de 45 lucas», «el de 20»: the words behind, which hold an amount; null for all others. */
export function amountNamed(text: string): string | null {
  const [, words] = /^\s*(?:la|el|lo|a|o|the one|los|las)\s+(?:de|del|por|of|for)\s+(.*\d.*)$/iu.exec(text) ?? [];
  return words ?? null;
}
