import { cuesIn, isTelling } from "../dealings/cue.ts";
import { mayHave, type Message } from "../words/message.ts";
import { allPhrases, type Found } from "../words/phrases.ts";
import { tokenAt, type Range } from "../words/tokens.ts";

/** «COTIZACIÓN N° 221 …», «… 120 lucas conversable»: prices that somebody asks, unless a verb tells of a deal. */
export function isAdvert(message: Message): boolean {
  if (!mayHave(message, message.tongue.talk.adverts)) return false;
  const all = { from: 0, to: message.tokens.length };
  const found = allPhrases(message.tongue.talk.adverts, message.tokens, all);
  if (found.some((one) => one.means === "surely")) return true;
  if (!found.some((one) => one.means === "anywhere" || (one.means === "header" && isHeader(message, one))))
    return false;
  return !cuesIn(message, all).some((cue) => isTelling(cue.means));
}

/** At the beginning, and the line ends there, or it is numbered: «menú 3.500» was eaten. */
function isHeader(message: Message, found: Found<unknown>): boolean {
  const first = message.tokens.findIndex((token) => token.kind === "word");
  if (found.from !== first) return false;
  // «se arrienda pieza …»
  if (found.to - found.from > 1 && tokenAt(message.tokens, first).key === "se") return true;
  const next = tokenAt(message.tokens, found.to);
  const ends = (next.kind === "mark" && !next.money) || message.tongue.number_signs.has(next.key);
  return ends || isShouted(message, found);
}

/** «PROMOCIÓN 3 tacos x $45», among words that are not all in capitals. */
function isShouted(message: Message, { from }: Range): boolean {
  const { text } = tokenAt(message.tokens, from);
  return !message.shouted && text.length > 3 && text === text.toUpperCase();
}
