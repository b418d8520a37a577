import { isThing } from "../dealings/name.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, type Message } from "../words/message.ts";
import { hasDigits, isA, tokenAt, type Range, type Token } from "../words/tokens.ts";
import { isGrouped } from "./digits.ts";
import { ACCOUNT_DIGITS_MIN, saysMoney } from "./shapes.ts";

// Numbers that name a paper, a place or a car: «factura 1234», «depto 502», «placa WGX 412».

/** «factura 1234», «boleta n° 88», «#45», «depto 502»: an ungrouped number behind the word that it names. */
export function isDocumentNumber(message: Message, at: number): boolean {
  const { digits } = tokenAt(message.tokens, at);
  if (digits === 0) return isGroupedNumber(message, at);
  if (isBill(message, at)) return false;
  const { document_words: words, number_signs: signs } = message.tongue;
  const before = beforeSigns(message, at);
  const signed = before < at - 1;
  // «380, no 350» denies; «factura no 350» numbers.
  if (signed && keyAt(message, before + 1) === "no" && !words.has(keyAt(message, before))) return false;
  if (keyAt(message, before) === "." && signs.has(keyAt(message, before - 1))) return true;
  if (signed || isOfPaper(message, at) || isOrderNumber(message, at) || isBehindName(message, at)) return true;
  if (isSupply(message, at) || isAddress(message, at)) return true;
  // «cuenta corriente 12345678»
  return digits >= ACCOUNT_DIGITS_MIN && words.has(keyAt(message, before - 1));
}

/** «factura 1234», «factura electrónica 4322», «facturas 4322 y 4323». */
function isOfPaper(message: Message, at: number): boolean {
  const word = beforeNumber(message, at);
  if (!message.tongue.document_words.has(keyAt(message, word))) return isNextNumber(message, at);
  return word === beforeSigns(message, at) || hasOtherAmount(message, at);
}

/** «facturas 4322 y 4323»: one more behind the number of a paper. */
export function isNextNumber(message: Message, at: number): boolean {
  if (!/^(?:[ye,]|and)$/.test(keyAt(message, at - 1)) || message.uses[at - 2] !== "number") return false;
  if (tokenAt(message.tokens, at).digits !== tokenAt(message.tokens, at - 2).digits || saysMoney(message, at))
    return false;
  return (
    message.tongue.document_words.has(keyAt(message, beforeNumber(message, at - 2))) && hasOtherAmount(message, at)
  );
}

/** «factura n° 4.322»: with a sign between, thousands are marked in numbers too. */
function isGroupedNumber(message: Message, at: number): boolean {
  const isSigned = isGrouped(tokenAt(message.tokens, at).text) && SIGNS.has(keyAt(message, at - 1));
  const named = isSigned && message.tongue.document_words.has(keyAt(message, beforeNumber(message, at)));
  return named && hasOtherAmount(message, at);
}

/** «boleta n° 20.000 pan», «factura exenta 450000»: the only figure of a message is what it cost. */
function hasOtherAmount(message: Message, at: number): boolean {
  return message.tokens.some(
    ({ kind, text }, other) => other !== at && kind === "number" && (saysMoney(message, other) || isGrouped(text)),
  );
}

/** The token of the word that a number behind it numbers: signs and what kind of paper it is stand between. */
export function beforeNumber(message: Message, at: number): number {
  const before = beforeSigns(message, at);
  const isKind =
    PAPER_KINDS.has(keyAt(message, before)) && message.tongue.document_words.has(keyAt(message, before - 1));
  return isKind ? before - 1 : before;
}

/** «factura electrónica 4322», «boleta exenta n° 12». */
const PAPER_KINDS: ReadonlySet<string> = new Set("electronica electronico exenta afecta eletronica".split(" "));

const SUPPLY_DIGITS_MIN = 6;

/** «el internet del local 24990», «la renta del local 7500»: no street is so long, and few have so round a number. */
function isBill(message: Message, at: number): boolean {
  if (!PLACES.has(keyAt(message, at - 1))) return false;
  return tokenAt(message.tokens, at).text.length > PLACE_DIGITS_MAX || isOnlyFigure(message, at);
}

/** «suministro 1844720». */
function isSupply(message: Message, at: number): boolean {
  return tokenAt(message.tokens, at).digits >= SUPPLY_DIGITS_MIN && message.tongue.numbered.has(keyAt(message, at - 1));
}

/** «n° cliente 4458123», «no. de servicio 512 030 400». */
function isBehindName(message: Message, at: number): boolean {
  if (tokenAt(message.tokens, at - 1).kind !== "word") return false;
  if (!message.tongue.dates.of.has(keyAt(message, at - 2))) return SIGNS.has(keyAt(message, at - 2));
  const point = keyAt(message, at - 3) === ".";
  return message.tongue.number_signs.has(keyAt(message, point ? at - 4 : at - 3));
}

/** A round number of thousands, and no other in the message. */
function isOnlyFigure({ tokens }: Message, at: number): boolean {
  if (!/^\d00$|^\d{2,}00$/.test(tokenAt(tokens, at).text) || tokenAt(tokens, at).text.length < PLACE_DIGITS_MAX)
    return false;
  return tokens.every((token, other) => other === at || (token.kind !== "number" && token.money === undefined));
}

const PLACE_DIGITS_MAX = 4;
export const PLACES: ReadonlySet<string> = new Set(
  "local casa piso mesa sala oficina depto departamento calle pasaje bodega".split(" "),
);

const SIGNS: ReadonlySet<string> = new Set("n° nº nro num numero # terminada terminado".split(" "));

/** The token before «n°», «nro.», «#»; the one right before the number where there is no sign. */
function beforeSigns(message: Message, at: number): number {
  const signs = message.tongue.number_signs;
  let before = at - 1;
  while (before >= 0 && (signs.has(keyAt(message, before)) || (before < at - 1 && keyAt(message, before) === "."))) {
    before--;
  }
  return before;
}

const DEFINITE: ReadonlySet<string> = new Set("el la los las".split(" "));

/** «estado de pago 3», «la vecina del 5», «el del 15»: the number of a stage of works, or of a flat. */
function isOrderNumber(message: Message, at: number): boolean {
  const before = keyAt(message, at - 1);
  if (before === "pago") return keyAt(message, at - 3) === "estado";
  return before === "del" && (isAt(message, at - 2, TRAIT.title) || DEFINITE.has(keyAt(message, at - 2)));
}

/** «placa WGX 412», «patente KLRT-82», «matrícula 4471 KLM»: the word and its letters and digits, around one of these. */
export function plateAround(message: Message, at: number): Range | null {
  for (let from = at - 1; from >= at - PLATE_TOKENS_MAX; from--) {
    if (!PLATES.has(keyAt(message, from))) continue;
    const to = endOfPlate(message, from + 1);
    return to > at ? { from, to } : null;
  }
  return null;
}

const PLATES: ReadonlySet<string> = new Set(
  "patente patentes placa placas dominio matricula chapa plate plates".split(" "),
);

/** Letters and digits of a plate, and the dashes between them. */
const PLATE_TOKENS_MAX = 5;

/** Where the plate that begins here ends; `from` where there is none: it has letters and digits both. */
function endOfPlate(message: Message, from: number): number {
  let [to, letters, digits] = [from, 0, 0];
  for (let at = from; at < from + PLATE_TOKENS_MAX; at++) {
    const token = tokenAt(message.tokens, at);
    if (token.kind === "mark") {
      if (token.text !== "-" || !token.glued) break;
      continue;
    }
    if (token.kind === "word" ? !isLetters(message, token) : !hasDigits(token, 1, 4) || saysMoney(message, at)) break;
    if (token.kind === "word") letters++;
    else digits++;
    to = at + 1;
  }
  return letters > 0 && digits > 0 ? to : from;
}

/** «WGX», «A»: no word of ours, or capitals where not everything is. */
function isLetters({ shouted }: Message, token: Token): boolean {
  const capitals = !shouted && token.text === token.text.toUpperCase();
  return token.key.length <= 4 && token.money === undefined && (capitals || !isA(token, TRAIT.known));
}

/** «Av. Matta 1120»: a street with its capital. */
function isAddress(message: Message, at: number): boolean {
  const name = tokenAt(message.tokens, at - 1);
  return (
    name.capital && !message.shouted && tokenAt(message.tokens, at).digits <= PLACE_DIGITS_MAX && isStreet(message, at)
  );
}

/** «en calle rosas 1080»: behind the word for a street nothing but its name. */
export function isStreet(message: Message, at: number): boolean {
  for (let before = at - 1; before >= at - STREET_TOKENS_MAX; before--) {
    if (STREETS.has(keyAt(message, before))) return before < at - 1;
    const point = keyAt(message, before) === "." && STREETS.has(keyAt(message, before - 1));
    if (point) continue;
    if (tokenAt(message.tokens, before).kind !== "word" || isThing(message, { from: before, to: before + 1 }))
      return false;
  }
  return false;
}

/** «calle los Alerces», the word for the street among them. */
const STREET_TOKENS_MAX = 4;

export const STREETS: ReadonlySet<string> = new Set(
  "calle avenida av avda pasaje psje camino villa poblacion rua street".split(" "),
);

/** «calle 80 con 15», «carrera 7 # 45-23»: where two streets cross; `at` where none do. */
export function endOfCrossing(message: Message, at: number): number {
  if (!CROSSING.has(keyAt(message, at - 1)) || !/^[#y]$|^con$/.test(keyAt(message, at + 1))) return at;
  if (!hasDigits(tokenAt(message.tokens, at + 2), 1, 3)) return at;
  return keyAt(message, at + 3) === "-" && tokenAt(message.tokens, at + 4).digits > 0 ? at + 5 : at + 3;
}

const CROSSING: ReadonlySet<string> = new Set("calle carrera cra kra avenida av diagonal transversal".split(" "));
