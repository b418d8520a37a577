import type { Cue } from "../tongues/tongue.ts";
import type { Message } from "../words/message.ts";
import { allPhrases, meaningOf, type Found } from "../words/phrases.ts";
import { tokenAt, type Range } from "../words/tokens.ts";

/** The cues of a range, whatever has taken their words: «pagué», «venta», «me deben». */
export function cuesIn(message: Message, range: Range): Found<Cue>[] {
  return allPhrases(message.tongue.cues, message.tokens, range);
}

/** Those of them that tell a deal by themselves: «pagué», not «venta». */
export function verbsIn(message: Message, range: Range): Found<Cue>[] {
  return cuesIn(message, range).filter((cue) => cue.means.rank === 3);
}

/** A single word that does: «gasté quina en el metro». */
export function isVerbAt(message: Message, at: number): boolean {
  return meaningOf(message.tongue.cues, tokenAt(message.tokens, at))?.rank === 3;
}

/** A verb that says it happened. */
export function isTelling(cue: Cue): boolean {
  return cue.rank === 3 && cue.tense === "past";
}
