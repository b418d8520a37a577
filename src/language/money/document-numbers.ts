import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, type Message } from "../words/message.ts";
import { tokenAt } from "../words/tokens.ts";

// Numbers that name a paper, a place or a car: «factura 1234», «depto 502», «placa WGX 412».

/** «factura 1234», «boleta n° 88», «#45», «depto 502»: an ungrouped number behind the word that it names. */
export function isDocumentNumber(message: Message, at: number): boolean {
  const { digits } = tokenAt(message.tokens, at);
  if (digits === 0 || isBill(message, at)) return false;
  const { document_words: words, number_signs: signs } = message.tongue;
  const before = beforeSigns(message, at);
  const signed = before < at - 1;
  // «380, no 350» denies; «factura no 350» numbers.
  if (signed && keyAt(message, before + 1) === "no" && !words.has(keyAt(message, before))) return false;
  if (keyAt(message, before) === "." && signs.has(keyAt(message, before - 1))) return true;
  if (signed || words.has(keyAt(message, before)) || isOrderNumber(message, at) || isBehindName(message, at))
    return true;
  // «cuenta corriente 12345678»
  return digits >= ACCOUNT_DIGITS_MIN && words.has(keyAt(message, before - 1));
}

const ACCOUNT_DIGITS_MIN = 7;

/** «el internet del local 24990», «la renta del local 7500»: no street is so long, and few have so round a number. */
function isBill(message: Message, at: number): boolean {
  if (!PLACES.has(keyAt(message, at - 1))) return false;
  return tokenAt(message.tokens, at).text.length > PLACE_DIGITS_MAX || isOnlyFigure(message, at);
}

/** «n° cliente 4458123», «placa WGX 412». */
function isBehindName(message: Message, at: number): boolean {
  if (tokenAt(message.tokens, at - 1).kind !== "word") return false;
  const named = keyAt(message, at - 2);
  return SIGNS.has(named) || (PLATES.has(named) && isLetters(message, at - 1));
}

/** A round number of thousands, and no other in the message. */
function isOnlyFigure({ tokens }: Message, at: number): boolean {
  if (!/^\d00$|^\d{2,}00$/.test(tokenAt(tokens, at).text) || tokenAt(tokens, at).text.length < PLACE_DIGITS_MAX)
    return false;
  return tokens.every((token, other) => other === at || (token.kind !== "number" && token.money === undefined));
}

const PLACE_DIGITS_MAX = 4;
const PLACES: ReadonlySet<string> = new Set(
  "local casa piso mesa sala oficina depto departamento calle pasaje bodega".split(" "),
);

/** «placa WGX 412», not «patente el 30». */
function isLetters(message: Message, at: number): boolean {
  return /^[a-z]{2,4}$/.test(keyAt(message, at)) && !isAt(message, at, TRAIT.known);
}

const PLATES: ReadonlySet<string> = new Set("patente placa dominio matricula chapa plate".split(" "));

const SIGNS: ReadonlySet<string> = new Set("n° nº nro num numero #".split(" "));

/** The token before «n°», «nro.», «#»; the one right before the number where there is no sign. */
function beforeSigns(message: Message, at: number): number {
  const signs = message.tongue.number_signs;
  let before = at - 1;
  while (before >= 0 && (signs.has(keyAt(message, before)) || (before < at - 1 && keyAt(message, before) === "."))) {
    before--;
  }
  return before;
}

/** «estado de pago 3», «la vecina del 5»: the number of a stage of works, or of a flat. */
function isOrderNumber(message: Message, at: number): boolean {
  const before = keyAt(message, at - 1);
  if (before === "pago") return keyAt(message, at - 3) === "estado";
  return before === "del" && isAt(message, at - 2, TRAIT.title);
}
