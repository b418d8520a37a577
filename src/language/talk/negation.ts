import { keyAt, type Message } from "../words/message.ts";
import { tokenAt } from "../words/tokens.ts";

/** «es de ayer, no de hoy». */
export function isDenied(message: Message, at: number): boolean {
  const { negations, dates } = message.tongue;
  const before = dates.small.has(keyAt(message, at - 1)) ? at - 2 : at - 1;
  return before > 0 && negations.has(keyAt(message, before));
}

/** «fue ingreso, no gasto», «no fue un gasto, fue un ingreso». */
export function isNegated(message: Message, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const token = tokenAt(message.tokens, before);
    if (token.kind === "mark") return false;
    if (message.tongue.negations.has(token.key)) return true;
    if (!message.tongue.copulas.has(token.key) && !message.tongue.names.articles.has(token.key)) return false;
  }
  return false;
}
