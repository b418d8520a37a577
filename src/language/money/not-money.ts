import { yearOf } from "#kernel";
import { shopsOf } from "../dealings/counterparty.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, moneyWordAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { isYearText, tokenAt } from "../words/tokens.ts";
import { isGrouped } from "./digits.ts";
import { saysMoney, SHAPES } from "./shapes.ts";

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

function isPercentage(message: Message, at: number): boolean {
  const next = keyAt(message, at + 1);
  return next === "%" || (next === "por" && /^(?:ciento|cento)$/.test(keyAt(message, at + 2))) || next === "percent";
}

/** «F29», «x3», «COVID19»: a number glued to letters, unless the letters are a currency. */
function isGluedToWord(message: Message, at: number): boolean {
  const before = tokenAt(message.tokens, at - 1);
  if (!tokenAt(message.tokens, at).glued) return false;
  // «Gasté12.000», «pan5.000»: thousands marked, and more than the «x» of a count.
  if (before.text.length > 1 && isGrouped(tokenAt(message.tokens, at).text)) return false;
  // «2x1500»
  if (before.key === "x" && before.glued && tokenAt(message.tokens, at - 2).kind === "number") return false;
  // «3mil500» goes on behind its scale.
  if (before.kind === "word")
    return moneyWordAt(message, at - 1)?.kind !== "scale" || tokenAt(message.tokens, at - 2).kind !== "number";
  return (
    before.text === "-" &&
    before.glued &&
    tokenAt(message.tokens, at - 2).kind === "word" &&
    isPlate(tokenAt(message.tokens, at - 2).text)
  );
}

/** `HJKL-23`, `COVID-19`. */
function isPlate(letters: string): boolean {
  return letters.length <= 3 || (letters.length <= PLATE_LETTERS_MAX && letters === letters.toUpperCase());
}

const PLATE_LETTERS_MAX = 5;

/** «factura 1234», «boleta n° 88», «#45», «depto 502»: an ungrouped number behind the word that it names. */
function isDocumentNumber(message: Message, at: number): boolean {
  const { text } = tokenAt(message.tokens, at);
  if (!/^\d+$/.test(text)) return false;
  const { document_words: words, number_signs: signs } = message.tongue;
  // «el internet del local 24990»: no street is so long.
  if (text.length > PLACE_DIGITS_MAX && PLACES.has(keyAt(message, at - 1))) return false;
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

const PLACE_DIGITS_MAX = 4;
const PLACES: ReadonlySet<string> = new Set(
  "local casa piso mesa sala oficina depto departamento calle pasaje bodega".split(" "),
);

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

function isYear(message: Message, at: number): boolean {
  const text = tokenAt(message.tokens, at).text;
  if (!isYearText(text) || Number(text) > YEAR_MAX) return false;
  if (isYearGone(message, at)) return true;
  if (Number(text) < YEAR_MIN) return false;
  const before = keyAt(message, at - 1);
  const { months, of } = message.tongue.dates;
  // «permiso 2026 85.000»: the amount stands right behind.
  if (tokenAt(message.tokens, at + 1).kind === "number" || moneyWordAt(message, at + 1)?.kind === "unit") return true;
  if (/^(?:ano|anos|year)$/.test(before) || Object.hasOwn(months, before)) return true;
  return of.has(before) && (Object.hasOwn(months, keyAt(message, at - 2)) || before === "del");
}

/** «en el 2010», «en 1982»: round tens and thousands are prices too. */
function isYearGone(message: Message, at: number): boolean {
  const year = Number(tokenAt(message.tokens, at).text);
  const before = keyAt(message, at - 1);
  if (before === "el") return IN.has(keyAt(message, at - 2));
  return IN.has(before) && year % 10 !== 0 && year <= yearOf(message.today) + 1;
}

const IN: ReadonlySet<string> = new Set("en desde hasta in since em".split(" "));
