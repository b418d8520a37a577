import { fold } from "#kernel";
import { plainly } from "./plainly.ts";

/** Which of several was named: its number, or the ordinal in words, counted from 1; -1 is the last. */
export type Place = { place: number; by: "digit" | "ordinal" };

/** «1», «la 2», «opción 3», «la segunda», «el primero», «the last one»: a place and nothing else; null for all others. */
export function placeNamed(text: string): Place | null {
  const said = fold(text)
    .replace(/[\uFE0F\u20E3]/g, "")
    .replace(/[.,;:!¡?¿()«»"']+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, end = ""] = AT_END.exec(said) ?? [];
  if (ENDS[end] !== undefined) return { place: ENDS[end], by: "ordinal" };
  const [, digits] = NUMBERED.exec(said) ?? [];
  if (digits !== undefined) return { place: Number(digits), by: "digit" };
  const [, word = ""] = ORDINAL.exec(said) ?? [];
  const place = PLACES[word];
  return place === undefined ? null : { place, by: "ordinal" };
}

/** «borra la 1», «la segunda bórrala», «la 2 no la anotes»: which one is to go; null for all other words. */
export function removalPlaced(text: string): Place | null {
  const said = plainly(text);
  const [, named = ""] = REMOVED.map((form) => form.exec(said)).find((found) => found !== null) ?? [];
  return placeNamed(named);
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

/** «la de arriba», «el de más abajo»: the first and the last as they stand on the screen. */
const AT_END = new RegExp(`^${HEAD}(?:de |del |da |do )(?:(?:mas|bien|hasta|el|o) )*(\\p{L}+)${POLITE}$`, "u");
const ENDS: Readonly<Record<string, number>> = {
  arriba: 1,
  principio: 1,
  comienzo: 1,
  cima: 1,
  abajo: -1,
  final: -1,
  baixo: -1,
};

/** «las dos primeras», «los últimos 3»: so many from one end, below 0 from the other; null for all other words. */
export function endNamed(text: string): number | null {
  const [, before = "", end = "", after = ""] = SEVERAL.exec(plainly(text)) ?? [];
  const count = COUNTS[before] ?? COUNTS[after];
  return count === undefined ? null : /^[ul]/.test(end) ? -count : count;
}

const SEVERAL =
  /^(?:(?:las|los|os|as|the) )?(?:(\p{L}+|\d) )?(primer[ao]s|primeir[ao]s|ultim[ao]s|first|last)(?: (\p{L}+|\d))?$/u;
/** How many papers are meant, by the word that says it. */
export const COUNTS: Readonly<Record<string, number>> = {
  ...ordinals("dos dois duas two 2", 2),
  ...ordinals("tres three 3", 3),
  ...ordinals("cuatro quatro four 4", 4),
  ...ordinals("cinco five 5", 5),
  ...ordinals("seis six 6", 6),
};

const REMOVE = "(?:borr|elimin|descart|sac|quit|anul|cancel|bot|apag|delet|remov|discard)[a-z]*";
const ONE = "(?:numero |nro |n[°º] ?|#)?(?:\\d{1,2}|\\p{L}+)";
const PAPER = "(?:foto|boleta|factura|documento?|papel|fatura|nota|photo|receipt|invoice) ";
const ANYHOW = "(?: (?:po|pues|porfa|por favor|gracias|please|nomas|mejor))*";

const REMOVED: readonly RegExp[] = [
  new RegExp(`^(?:(?:no|ya|mejor|porfa|si) )*${REMOVE} (?:(?:la|el|lo|a|o|the) )?(?:${PAPER})?(${ONE})${ANYHOW}$`, "u"),
  new RegExp(
    `^(?:(?:no|ya|mejor|porfa|y) )*(?:la|el|a|o|the) (?:${PAPER})?(${ONE})${ANYHOW} ` +
      `(?:${REMOVE}|no (?:va|corre|cuenta)|no (?:la|lo) (?:anotes|registres|guardes|cuentes|quiero))${ANYHOW}$`,
    "u",
  ),
];

function ordinals(words: string, place: number): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word) => [word, place]));
}

/** «la de 45 lucas», «el de 20»: the words behind, which hold an amount; null for all others. */
export function amountNamed(text: string): string | null {
  const [, words] = /^\s*(?:la|el|lo|a|o|the one|los|las)\s+(?:de|del|por|of|for)\s+(.*\d.*)$/iu.exec(text) ?? [];
  return words ?? null;
}
