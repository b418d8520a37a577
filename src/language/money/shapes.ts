import { isVerbAt } from "../dealings/cue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, moneyWordAt, type Message } from "../words/message.ts";
import { hasDigits, isA, tokenAt, type Token } from "../words/tokens.ts";
import { isGrouped } from "./digits.ts";

const PHONE_DIGITS_MIN = 9;
const PHONE_DIGITS_MAX = 15;

/** What is never an amount by its shape alone; each gives the end of it, or `at` where it is none. */
export const SHAPES = [
  endOfTaxId,
  endOfListMark,
  endOfSeries,
  endOfInstalment,
  endOfPhone,
  endOfClock,
  endOfHours,
  endOfDays,
  endOfMonth,
  endOfFraction,
  endOfSize,
];

/** A currency sign before it, or a money word behind it: «$ 45», «45 lucas». */
export function saysMoney(message: Message, at: number): boolean {
  return moneyWordAt(message, at - 1)?.kind === "unit" || moneyWordAt(message, at + 1) !== undefined;
}

/** `76.123.456-K`, `12345678-9`: digits, hyphen, one check character. */
function endOfTaxId(message: Message, at: number): number {
  const dash = tokenAt(message.tokens, at + 1);
  if (!dash.glued || !DASHES.has(dash.text)) return at;
  const number = tokenAt(message.tokens, at);
  const check = tokenAt(message.tokens, at + 2);
  const body = hasDigits(number, 7, 8) || /^\d{1,2}\.\d{3}\.\d{3}$/.test(number.text);
  if (body && check.glued && (check.digits === 1 || check.key === "k")) return at + 3;
  // Argentina: 20-12345678-9.
  const inner = tokenAt(message.tokens, at + 3);
  const last = tokenAt(message.tokens, at + 4);
  const cuit = number.digits === 2 && dash.text === "-" && check.digits === 8;
  return cuit && inner.text === "-" && last.digits === 1 ? at + 5 : at;
}

const DASHES: ReadonlySet<string> = new Set("- ‐ –".split(" "));

/** «1) pan», «2. luz» at the start of a line. */
function endOfListMark(message: Message, at: number): number {
  const before = tokenAt(message.tokens, at - 1);
  const mark = tokenAt(message.tokens, at + 1);
  if ((at > 0 && before.text !== "\n") || !hasDigits(tokenAt(message.tokens, at), 1, 2)) return at;
  const listed = /^[).°-]$/.test(mark.text) && mark.glued && tokenAt(message.tokens, at + 2).kind === "word";
  return listed ? at + 2 : at;
}

/** «cuota 4 de 24», «cuota 4/24». */
function endOfInstalment(message: Message, at: number): number {
  if (!hasDigits(tokenAt(message.tokens, at + 2), 1, 3)) return at;
  const joint = keyAt(message, at + 1);
  const joined = message.tongue.dates.of.has(joint) || joint === "/";
  return joined && INSTALMENTS.has(keyAt(message, at - 1)) && !saysMoney(message, at + 2) ? at + 3 : at;
}

const INSTALMENTS: ReadonlySet<string> = new Set("cuota parte pago parcela installment".split(" "));

/** `F001-2387`, `0004-00018273`, `191-2345678-0-11`, `# 45-23`: series and number of a paper, of an account, of a house. */
function endOfSeries(message: Message, at: number): number {
  const letters = tokenAt(message.tokens, at - 1);
  const number = tokenAt(message.tokens, at + 2);
  if (!isDashed(message, at + 1)) return at;
  const { text } = tokenAt(message.tokens, at);
  const long = text.startsWith("00") || number.text.startsWith("00") || number.digits >= ACCOUNT_DIGITS_MIN;
  const glued = letters.kind === "word" && letters.text.length <= 2 && tokenAt(message.tokens, at).glued;
  if (!glued && !long && letters.text !== "#" && !message.tongue.document_words.has(letters.key)) return at;
  let to = at + 3;
  while (isDashed(message, to)) to += 2;
  return to;
}

/** Nobody writes a price of so many digits bare; an account has as many. */
export const ACCOUNT_DIGITS_MIN = 7;

/** A dash and a number, both right behind what is before them. */
function isDashed(message: Message, at: number): boolean {
  const [dash, number] = [tokenAt(message.tokens, at), tokenAt(message.tokens, at + 1)];
  return dash.text === "-" && dash.glued && number.kind === "number" && number.glued;
}

/** `+56 9 1234 5678`, `9 1234 5678`, and any ungrouped run of nine digits or more. */
function endOfPhone(message: Message, at: number): number {
  const alone = tokenAt(message.tokens, at + 1).kind !== "number";
  if (alone && tokenAt(message.tokens, at).text.length < PHONE_DIGITS_MIN) return at;
  const { digits, to } = digitsFrom(message, at);
  const tooMany = digits.length > PHONE_DIGITS_MAX && to > at + 1;
  if (digits.length < PHONE_DIGITS_MIN || tooMany || moneyWordAt(message, to) || moneyWordAt(message, at - 1))
    return at;
  if (to === at + 1 || (keyAt(message, at - 1) === "+" && tokenAt(message.tokens, at).glued)) return to;
  // «$2 900 000 000»: groups of one number.
  const continues = tokenAt(message.tokens, at - 1).kind === "number";
  // «servicio 018 940 223 117»: no amount begins with a zero.
  if (!continues && digits.startsWith("0")) return to;
  return !continues && /^9\d{8}$/.test(digits) ? to : at;
}

/** The plain numbers that stand side by side, as one. */
function digitsFrom(message: Message, at: number): { digits: string; to: number } {
  let to = at;
  let digits = "";
  while (digits.length <= PHONE_DIGITS_MAX && tokenAt(message.tokens, to).digits > 0) {
    digits += tokenAt(message.tokens, to).text;
    to++;
  }
  return { digits, to };
}

const HOUR_HEADS: ReadonlySet<string> = new Set("a de tipo son eran desde hasta como".split(" "));

/** `15:30`, `a las 3`, `18 hrs`. */
function endOfClock(message: Message, at: number): number {
  const colon = tokenAt(message.tokens, at + 1);
  const minutes = tokenAt(message.tokens, at + 2);
  if (colon.text === ":" && colon.glued && minutes.glued && minutes.digits === 2) return at + 3;
  if (!hasDigits(tokenAt(message.tokens, at), 1, 2) || saysMoney(message, at)) return at;
  const article = keyAt(message, at - 1);
  const before = keyAt(message, at - 2);
  const hour = (article === "las" || article === "la") && (before === "a" || HOUR_HEADS.has(before));
  return hour && Number(tokenAt(message.tokens, at).text) <= 24 ? at + 1 : at;
}

/** «atiende de 9 a 19»: the hours of a shop. */
function endOfHours(message: Message, at: number): number {
  const [from, to] = [tokenAt(message.tokens, at), tokenAt(message.tokens, at + 2)];
  if (!isHour(from) || !isHour(to) || !/^[ay-]$/.test(keyAt(message, at + 1))) return at;
  if (!/^(?:de|desde|entre)$/.test(keyAt(message, at - 1)) || saysMoney(message, at + 2)) return at;
  const around = message.tokens.slice(Math.max(0, at - HOURS_REACH_TOKENS), at + HOURS_REACH_TOKENS);
  return around.some((token) => OPENING.test(token.key)) ? at + 3 : at;
}

function isHour(token: Token): boolean {
  return hasDigits(token, 1, 2) && Number(token.text) <= 24;
}

const HOURS_REACH_TOKENS = 6;
const OPENING =
  /^(?:atiend|abr|abier|horario|hrs|lunes|martes|miercoles|jueves|viernes|sabado|domingo|trabaj|turno|open)/;

/** «del 10 al 17»: the days that something lasts. */
function endOfDays(message: Message, at: number): number {
  if (keyAt(message, at + 1) !== "al" || keyAt(message, at - 1) !== "del" || saysMoney(message, at + 2)) return at;
  return isDay(tokenAt(message.tokens, at)) && isDay(tokenAt(message.tokens, at + 2)) ? at + 3 : at;
}

function isDay(token: Token): boolean {
  return hasDigits(token, 1, 2) && Number(token.text) <= 31;
}

/** «vence 02/2027»: a month. */
function endOfMonth(message: Message, at: number): number {
  if (!isSlashed(message, at)) return at;
  const month = /^(?:0?[1-9]|1[0-2])$/.test(tokenAt(message.tokens, at).text);
  return month && /^20\d{2}$/.test(tokenAt(message.tokens, at + 2).text) ? at + 3 : at;
}

/** «1/2 kilo», «3/4 de litro». */
function endOfFraction(message: Message, at: number): number {
  return isFraction(message, at) ? at + 3 : at;
}

/** A part of a measure that begins here. */
export function isFraction(message: Message, at: number): boolean {
  const [above, below] = [tokenAt(message.tokens, at), tokenAt(message.tokens, at + 2)];
  if (above.digits !== 1 || below.digits !== 1 || !isSlashed(message, at)) return false;
  const of = message.tongue.dates.of.has(keyAt(message, at + 3)) ? 1 : 0;
  return above.text < below.text && message.tongue.measures.has(keyAt(message, at + 3 + of));
}

/** `185/65`, `120/80`: sizes, for no month has so many days; `30x30` of a thing whose price stands elsewhere. */
function endOfSize(message: Message, at: number): number {
  if (isThickness(message, at)) return at + 2;
  if (!tokenAt(message.tokens, at + 1).glued) return at;
  if (isArea(message, at)) return at + 3;
  const [first, second] = [tokenAt(message.tokens, at), tokenAt(message.tokens, at + 2)];
  const size = hasDigits(first, 2, 4) && hasDigits(second, 1, 3) && Number(first.text) > 31;
  return size && isSlashed(message, at) ? at + 3 : at;
}

/** Two lengths written as one: «perfil 30x30», «madera 2x4», not «pan 3x500». */
function isArea(message: Message, at: number): boolean {
  const [times, second] = [tokenAt(message.tokens, at + 1), tokenAt(message.tokens, at + 2)];
  if (!TIMES.test(times.key) || !times.glued || !second.glued || tokenAt(message.tokens, at - 1).kind !== "word")
    return false;
  const lengths = [tokenAt(message.tokens, at).text, second.text];
  const inches = lengths.every((length) => /^[1-9]\d?$/.test(length));
  return (inches || lengths.every((length) => /^[1-9]\d{1,2}$/.test(length))) && isPricedElsewhere(message, at, at + 3);
}

/** «fierro 8mm», «10 rollos de 80 mm» beside their price: millimetres, not millions. */
function isThickness(message: Message, at: number): boolean {
  const unit = tokenAt(message.tokens, at + 1);
  if (unit.key !== "mm" || !/^\d{1,3}(?:[.,]\d)?$/.test(tokenAt(message.tokens, at).text)) return false;
  const before = message.tongue.dates.of.has(keyAt(message, at - 1)) ? at - 2 : at - 1;
  const thing = tokenAt(message.tokens, before);
  if (thing.kind !== "word" || isA(thing, TRAIT.filler) || isVerbAt(message, before)) return false;
  return isPricedElsewhere(message, at, at + 2);
}

/** Another number says that it is money: «$», «lucas», thousands marked, cents. */
function isPricedElsewhere({ tokens }: Message, from: number, to: number): boolean {
  return tokens.some((token, at) => {
    if (at >= from && at < to) return false;
    return token.money !== undefined || isGrouped(token.text) || /^\d+[.,]\d{2}$/.test(token.text);
  });
}

const TIMES = /^[x×*]$/;

function isSlashed(message: Message, at: number): boolean {
  const slash = tokenAt(message.tokens, at + 1);
  return slash.text === "/" && slash.glued && tokenAt(message.tokens, at + 2).glued;
}
