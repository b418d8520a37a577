import { moneySpans } from "../money/spans.ts";
import type { Message } from "../words/message.ts";

// What people tell while a question of ours is open, and which is no answer to it.

/** «mi cuñado se compró un auto de 12 millones», where the rules read no deal: a figure among words of its own. */
export function isTalk(message: Message): boolean {
  const strange = message.tokens.filter(
    (token, at) => token.kind === "word" && message.uses[at] === "free" && !message.tongue.fillers.has(token.key),
  );
  return strange.filter(({ key }) => key.length >= 3 && !SUPPOSED.has(key)).length >= STORY_WORDS_MIN;
}

/** «creo que 45», «me parece que eran 45». */
const SUPPOSED: ReadonlySet<string> = new Set(
  "que creo parece acuerdo seguro pienso acho penso think guess".split(" "),
);
const STORY_WORDS_MIN = 3;

/** «la vecina está enferma», «costaba 40 lucas y me lo dejaron en 32»: no words for what money was spent on. */
export function isStory(message: Message): boolean {
  if (moneySpans(message).length > 0) return true;
  return message.tokens.some((token, at) => {
    const before = message.tokens[at - 1];
    return (
      STATES.has(token.key) &&
      before?.kind === "word" &&
      before.key !== "que" &&
      !message.tongue.fillers.has(before.key)
    );
  });
}

/** Verbs of how somebody is or does; behind a noun they tell a story. */
const STATES: ReadonlySet<string> = new Set(
  "esta estan estaba estaban estuvo pesa pesan tiene tienen tenia quiere quieren dice dicen dijo anda andan vive viven llora duerme llega llego vino is was has says quer tem disse".split(
    " ",
  ),
);
