import { yearOf } from "#kernel";
import { shopsOf } from "../dealings/counterparty.ts";
import { keyAt, moneyWordAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { isYearText, tokenAt } from "../words/tokens.ts";
import { isGrouped } from "./digits.ts";
import { endOfCrossing, isDocumentNumber, plateAround } from "./document-numbers.ts";
import { saysMoney, SHAPES } from "./shapes.ts";

const YEAR_MIN = 1990;
const YEAR_MAX = 2050;

/**
 * Marks the numbers that only look like money: tax ids, phones, numbers of documents, forms, percentages, hours, years
 * («factura 1234», «a las 3»). What a money word follows or a currency sign precedes is never marked.
 */
export function setAside(message: Message): void {
  for (let at = 0; at < message.tokens.length; at++) {
    if (tokenAt(message.tokens, at).kind !== "number" || message.uses[at] !== "free") continue;
    const plate = plateAround(message, at);
    if (plate) {
      take(message, plate, "aside");
      continue;
    }
    const to = endOfAside(message, at);
    if (to > at) take(message, { from: at, to }, "number");
  }
}

function endOfAside(message: Message, at: number): number {
  for (const endOf of SHAPES) {
    const to = endOf(message, at);
    if (to > at) return to;
  }
  if (isPercentage(message, at) || isPadded(message, at)) return at + 1;
  if (saysMoney(message, at)) return at;
  const crossing = endOfCrossing(message, at);
  if (crossing > at) return crossing;
  const named = tokenAt(message.tokens, at - 1).shop;
  const shop = named && phraseAt(shopsOf(message.pack), message.tokens, { from: at - 1, to: message.tokens.length });
  if (shop && shop.to > at) return shop.to;
  const aside = isGluedToWord(message, at) || isDocumentNumber(message, at) || isYear(message, at);
  return aside ? endOfGroups(message, at) : at;
}

/** «512 030 400»: one number in groups of three. */
function endOfGroups({ tokens }: Message, at: number): number {
  let to = at + 1;
  if (tokenAt(tokens, at).digits > 3) return to;
  while (tokenAt(tokens, to).digits === 3 && !tokenAt(tokens, to).glued) to++;
  return to;
}

function isPercentage(message: Message, at: number): boolean {
  const next = keyAt(message, at + 1);
  return next === "%" || (next === "por" && /^(?:ciento|cento)$/.test(keyAt(message, at + 2))) || next === "percent";
}

/** «recibo 0098812»: no amount begins with a zero, but the rest of one does: «70 000». */
function isPadded({ tokens }: Message, at: number): boolean {
  return /^0\d{2,}$/.test(tokenAt(tokens, at).text) && tokenAt(tokens, at - 1).kind !== "number";
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

function isYear(message: Message, at: number): boolean {
  const text = tokenAt(message.tokens, at).text;
  if (!isYearText(text) || Number(text) > YEAR_MAX) return false;
  if (isYearGone(message, at) || isOfModel(message, at)) return true;
  if (Number(text) < YEAR_MIN) return false;
  const before = keyAt(message, at - 1);
  const { months, of } = message.tongue.dates;
  // «permiso 2026 85.000»: the amount stands right behind.
  if (tokenAt(message.tokens, at + 1).kind === "number" || moneyWordAt(message, at + 1)?.kind === "unit") return true;
  if (/^(?:anos?|year|modelo|model)$/.test(before) || Object.hasOwn(months, before)) return true;
  return of.has(before) && (Object.hasOwn(months, keyAt(message, at - 2)) || before === "del");
}

/** «el cliente del Yaris 2014»: round thousands are prices too. */
function isOfModel(message: Message, at: number): boolean {
  const named = tokenAt(message.tokens, at - 1).capital && !message.shouted && ARTICLES.has(keyAt(message, at - 2));
  return named && !tokenAt(message.tokens, at).text.endsWith("000");
}

const ARTICLES: ReadonlySet<string> = new Set("el la al del un una".split(" "));

/** «en el 2010», «en 1982»: round tens and thousands are prices too. */
function isYearGone(message: Message, at: number): boolean {
  const year = Number(tokenAt(message.tokens, at).text);
  const before = keyAt(message, at - 1);
  if (before === "el") return IN.has(keyAt(message, at - 2));
  return IN.has(before) && year % 10 !== 0 && year <= yearOf(message.today) + 1;
}

const IN: ReadonlySet<string> = new Set("en desde hasta in since em".split(" "));
