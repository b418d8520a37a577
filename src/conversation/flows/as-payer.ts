import { fold } from "#kernel";

/**
 * What is said of a paper of our own («me pagaron la mitad y me deben el resto»), as whoever pays it would say it; the
 * words as they are where they tell of no payment to us. Pure.
 */
export function asPayer(text: string): string {
  const said = SAID.reduce((words, [ours, theirs]) => words.replace(ours, theirs), fold(text));
  return said === fold(text) ? text : said;
}

const TO_US = "\\b(?:me|nos) ((?:la |lo )?)";

/** Of nobody who is named: «Juan me pagó 50 lucas» is that of Juan. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${TO_US}(?:pagaron|pago|han pagado|ha pagado|cancelaron|transfirieron)\\b`, "g"), "$1pague"],
  [new RegExp(`${TO_US}(?:abonaron|abono)\\b`, "g"), "$1abone"],
  [new RegExp(`${TO_US}(?:adelantaron|adelanto)\\b`, "g"), "$1adelante"],
  [new RegExp(`${TO_US}(?:dieron|dio)\\b`, "g"), "$1di"],
  [new RegExp(`${TO_US}(?:quedan?|quedaron|quedo) debiendo\\b`, "g"), "$1quedo debiendo"],
  [new RegExp(`${TO_US}(?:deben?)\\b`, "g"), "$1debo"],
  [new RegExp(`${TO_US}(?:pagan|paga|pagaran|van a pagar)\\b`, "g"), "$1pago"],
];
