import { isGrouped } from "./digits.ts";
import { shopsOf } from "../dealings/counterparty.ts";
import { keyAt, moneyWordAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";

const PHONE_DIGITS_MIN = 9;
const PHONE_DIGITS_MAX = 15;
const ACCOUNT_DIGITS_MIN = 7;
const YEAR_MIN = 1990;
const YEAR_MAX = 2050;

/**
 * Marks the numbers that only look like money: tax ids, phones, numbers of documents, forms, percentages, hours, years
 * («factura 1234», «a las 3»). What a money word follows or a currency sign precedes is never marked.
 */
export function setAside(message: Message): void {
  for (let at = 0; at < message.tokens.length; at++) {
    if (tokenAt(message.tokens, at).kind !== "number" || message.uses[at] !== "free") continue;
    const to = endOfAside(message, at);
    if (to > at) take(message, { from: at, to }, "number");
  }
}

function endOfAside(message: Message, at: number): number {
  for (const endOf of SHAPES) {
    const to = endOf(message, at);
    if (to > at) return to;
  }
  if (isPercentage(message, at)) return at + 1;
  if (saysMoney(message, at)) return at;
  const shop =
    at === 0 ? null : phraseAt(shopsOf(message.pack), message.tokens, { from: at - 1, to: message.tokens.length });
  if (shop && shop.to > at) return shop.to;
  const aside = isGluedToWord(message, at) || isDocumentNumber(message, at) || isYear(message, at);
  return aside ? at + 1 : at;
}

/** What is never an amount by its shape alone; each gives the end of it, or `at` where it is none. */
const SHAPES = [endOfTaxId, endOfListMark, endOfSeries, endOfInstalment, endOfPhone, endOfClock];

/** A currency sign before it, or a money word behind it: «$ 45», «45 lucas». */
function saysMoney(message: Message, at: number): boolean {
  return moneyWordAt(message, at - 1)?.kind === "unit" || moneyWordAt(message, at + 1) !== undefined;
}

/** `76.123.456-K`, `12345678-9`: digits, hyphen, one check character. */
function endOfTaxId(message: Message, at: number): number {
  const dash = tokenAt(message.tokens, at + 1);
  const check = tokenAt(message.tokens, at + 2);
  const body = /^(?:\d{1,2}\.\d{3}\.\d{3}|\d{7,8})$/.test(tokenAt(message.tokens, at).text);
  if (body && dash.glued && /^[-‐–]$/.test(dash.text) && check.glued && /^[\dk]$/.test(check.key)) return at + 3;
  // Argentina: 20-12345678-9.
  const inner = tokenAt(message.tokens, at + 3);
  const last = tokenAt(message.tokens, at + 4);
  const cuit = /^\d{2}$/.test(tokenAt(message.tokens, at).text) && dash.text === "-" && /^\d{8}$/.test(check.text);
  return cuit && inner.text === "-" && /^\d$/.test(last.text) ? at + 5 : at;
}

/** «1) pan», «2. luz» at the start of a line. */
function endOfListMark(message: Message, at: number): number {
  const before = tokenAt(message.tokens, at - 1);
  const mark = tokenAt(message.tokens, at + 1);
  const starts = at === 0 || before.text === "\n";
  const listed = /^[).°-]$/.test(mark.text) && mark.glued && tokenAt(message.tokens, at + 2).kind === "word";
  return starts && listed && /^\d{1,2}$/.test(tokenAt(message.tokens, at).text) ? at + 2 : at;
}

/** «cuota 4 de 24», «cuota 4/24». */
function endOfInstalment(message: Message, at: number): number {
  const joint = keyAt(message, at + 1);
  const second = tokenAt(message.tokens, at + 2);
  const joined = (message.tongue.dates.of.has(joint) || joint === "/") && /^\d{1,3}$/.test(second.text);
  return joined && INSTALMENTS.has(keyAt(message, at - 1)) && !saysMoney(message, at + 2) ? at + 3 : at;
}

const INSTALMENTS: ReadonlySet<string> = new Set("cuota parte pago parcela installment".split(" "));

/** `F001-2387`: series and number of a paper. */
function endOfSeries(message: Message, at: number): number {
  const letters = tokenAt(message.tokens, at - 1);
  const dash = tokenAt(message.tokens, at + 1);
  const number = tokenAt(message.tokens, at + 2);
  const glued = letters.kind === "word" && letters.text.length <= 2 && tokenAt(message.tokens, at).glued;
  return glued && dash.text === "-" && dash.glued && number.kind === "number" && number.glued ? at + 3 : at;
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
  return !continues && /^9\d{8}$/.test(digits) ? to : at;
}

/** The plain numbers that stand side by side, as one. */
function digitsFrom(message: Message, at: number): { digits: string; to: number } {
  let to = at;
  let digits = "";
  while (digits.length <= PHONE_DIGITS_MAX && /^\d+$/.test(tokenAt(message.tokens, to).text)) {
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
  if (colon.text === ":" && colon.glued && minutes.glued && /^\d{2}$/.test(minutes.text)) return at + 3;
  if (saysMoney(message, at) || !/^\d{1,2}$/.test(tokenAt(message.tokens, at).text)) return at;
  const article = keyAt(message, at - 1);
  const before = keyAt(message, at - 2);
  const hour = (article === "las" || article === "la") && (before === "a" || HOUR_HEADS.has(before));
  return hour && Number(tokenAt(message.tokens, at).text) <= 24 ? at + 1 : at;
}

function isPercentage(message: Message, at: number): boolean {
  const next = keyAt(message, at + 1);
  return next === "%" || (next === "por" && /^(?:ciento|cento)$/.test(keyAt(message, at + 2))) || next === "percent";
}

/** «F29», «x3», «COVID19»: a number glued to letters, unless the letters are a currency. */
function isGluedToWord(message: Message, at: number): boolean {
  const before = tokenAt(message.tokens, at - 1);
  if (!tokenAt(message.tokens, at).glued) return false;
  // «3mil500» goes on behind its scale.
  // «Gasté12.000»: a word of more than a series, and thousands marked.
  if (before.text.length >= SERIES_CHARS_MAX && isGrouped(tokenAt(message.tokens, at).text)) return false;
  if (before.kind === "word")
    return moneyWordAt(message, at - 1)?.kind !== "scale" || tokenAt(message.tokens, at - 2).kind !== "number";
  return (
    before.text === "-" &&
    before.glued &&
    tokenAt(message.tokens, at - 2).kind === "word" &&
    tokenAt(message.tokens, at - 2).text.length <= 3
  );
}

/** `F001`, `COVID19`: letters before the number of a series. */
const SERIES_CHARS_MAX = 4;

/** «factura 1234», «boleta n° 88», «#45», «depto 502»: an ungrouped number behind the word that it names. */
function isDocumentNumber(message: Message, at: number): boolean {
  const { text } = tokenAt(message.tokens, at);
  if (!/^\d+$/.test(text)) return false;
  const { document_words: words, number_signs: signs } = message.tongue;
  const before = beforeSigns(message, at);
  const signed = before < at - 1;
  // «380, no 350» denies; «factura no 350» numbers.
  if (signed && keyAt(message, before + 1) === "no" && !words.has(keyAt(message, before))) return false;
  if (keyAt(message, before) === "." && signs.has(keyAt(message, before - 1))) return true;
  if (signed || words.has(keyAt(message, before)) || isOrderNumber(message, at)) return true;
  // «n° cliente 4458123»
  if (tokenAt(message.tokens, at - 1).kind === "word" && SIGNS.has(keyAt(message, at - 2))) return true;
  // «cuenta corriente 12345678»
  return text.length >= ACCOUNT_DIGITS_MIN && words.has(keyAt(message, before - 1));
}

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
  return before === "del" && message.tongue.names.titles.has(keyAt(message, at - 2));
}

function isYear(message: Message, at: number): boolean {
  const text = tokenAt(message.tokens, at).text;
  if (!/^(?:19|20)\d{2}$/.test(text) || Number(text) < YEAR_MIN || Number(text) > YEAR_MAX) return false;
  const before = keyAt(message, at - 1);
  const { months, of } = message.tongue.dates;
  // «permiso 2026 85.000»: the amount stands right behind.
  if (tokenAt(message.tokens, at + 1).kind === "number" || moneyWordAt(message, at + 1)?.kind === "unit") return true;
  if (/^(?:ano|anos|year)$/.test(before) || Object.hasOwn(months, before)) return true;
  return of.has(before) && (Object.hasOwn(months, keyAt(message, at - 2)) || before === "del");
}
