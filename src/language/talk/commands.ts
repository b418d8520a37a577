import type { Command, Cue } from "../tongues/tongue.ts";
import { keyAt, type Message } from "../words/message.ts";
import { allPhrases, phraseAt, type Found } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";

const COMMAND_TOKENS_MAX = 16;

/** What wins where a message says two of them: «hola, ayuda» asks for help. */
const ORDER: readonly Command[] = ["borrar", "ayuda", "no", "si", "gracias", "despedida", "saludo"];

/** A message that is a command or a courtesy and nothing else («hola, ayuda»); null for all others. */
export function commandOf(message: Message): Command | null {
  const { tokens, tongue } = message;
  if (tokens.length === 0 || tokens.length > COMMAND_TOKENS_MAX) return null;
  const found = new Set<Command>();
  let shown: Command | null = null;
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(tongue.commands, tokens, { from: at, to: tokens.length });
    if (phrase) {
      // «hola como estas 😊»
      if (tokenAt(tokens, at).kind === "word" || tokens.length === 1) found.add(phrase.means);
      else shown ??= phrase.means;
      at = phrase.to;
    } else if (isCourtesy(message, at)) {
      at++;
    } else {
      return null;
    }
    // «sí, dale no más»: only that; «no más» alone is enough of something.
    if (found.has("si") && keyAt(message, at) === "no" && keyAt(message, at + 1) === "mas") at += 2;
  }
  return ORDER.find((command) => found.has(command)) ?? shown;
}

/** «¿cómo anoto un gasto de 5 lucas?»: help asked in words that say more than that. */
export function asksHow(message: Message): boolean {
  const { tokens, tongue } = message;
  const how = tokens.findIndex((token) => HOW.has(token.key));
  if (how < 0 || how > HOW_REACH_TOKENS) return false;
  const found = phraseAt(tongue.commands, tokens, { from: how, to: tokens.length });
  return found?.means === "ayuda" && found.to - found.from > 1;
}

/** «que cosas puedes hacer?? soy nueva en esto»: help asked beside other words, where nothing is told. */
export function asksHelp({ tokens, tongue }: Message, cues: readonly Found<Cue>[]): boolean {
  if (cues.some((cue) => cue.means.rank === 3)) return false;
  const asked = allPhrases(tongue.commands, tokens, { from: 0, to: tokens.length });
  return asked.some(({ means, from, to }) => {
    if (means !== "ayuda" || tongue.negations.has(tokenAt(tokens, from).key)) return false;
    return to - from > 2 || tokens.slice(from, to).some((token) => token.key === "ayuda");
  });
}

const HOW: ReadonlySet<string> = new Set("como how".split(" "));
const HOW_REACH_TOKENS = 5;

/** Marks, and the small words that stand around a command without changing it. */
function isCourtesy(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (token.kind === "mark") return true;
  return COURTESIES.has(token.key);
}

const COURTESIES: ReadonlySet<string> = new Set(
  "lucas amigo amiga bot compadre compa bro crack hermano maestro wn weon cabros por favor porfa porfis porfavor po pos pues pue pe pez che senor don caserito caserita hijito hijita mijo mija mijito mijita casero estimado estimada mi socio jefe oye y a todos ahi nomas ah mm eh uy please muito obrigado me".split(
    " ",
  ),
);
