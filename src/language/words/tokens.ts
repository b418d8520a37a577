import { fold } from "#kernel";
import type { MoneyWord } from "../packs/pack.ts";
import { STRANGE, type Word } from "./lexicon.ts";

export type Token = {
  /** As the person wrote it. */
  text: string;
  /** Folded: lower case, no accents. */
  key: string;
  /** Lower case with accents, where they decide («pago» is not «pagó»); equal to `key` otherwise. */
  low: string;
  /** `=` and the spelling with its accents, as phrases list it; null for a word without any. */
  accented: string | null;
  kind: "word" | "number" | "mark";
  /** How many digits, where it is nothing but digits; 0 for «45.670» and for all that is no number. */
  digits: number;
  start: number;
  end: number;
  /** No space before it. */
  glued: boolean;
  /** Written with a capital first letter. */
  capital: boolean;
  /** What its language knows of it; of a token that is in no message, nothing. */
  word: Word;
  /** The lists of phrases that it may begin, with its accents or without. */
  opens: number;
  /** The name of a shop of its country may begin with it. */
  shop: boolean;
  /** How it counts as money in its country. */
  money: MoneyWord | undefined;
};

/**
 * The words, numbers and marks of a message, in one pass. A number keeps its inner points and commas («45.670,50»);
 * signs of currency and a few abbreviations with a slash are one word («US$», «S/», «c/u»).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const end = endOfToken(text, at, code);
    tokens.push(tokenOf(text, at, end));
    at = end;
  }
  return tokens;
}

/** What stands where no token does: before the first and behind the last. It equals no word and no mark. */
const NOTHING: Token = {
  text: "",
  key: "",
  low: "",
  accented: null,
  kind: "mark",
  digits: 0,
  start: 0,
  end: 0,
  glued: false,
  capital: false,
  word: STRANGE,
  opens: 0,
  shop: false,
  money: undefined,
};

/** Tokens from the first, included, to the second, not included. */
export type Range = { from: number; to: number };

/** The token at a place; one of no text and no kind of word where there is none, so that `at - 1` may be asked at 0. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  // Where an array has no such place, asking it would search its prototypes.
  return (at >= 0 && at < tokens.length ? tokens[at] : NOTHING) ?? NOTHING;
}

/** Whether a word is what a sum of traits says, or one of them: `isA(token, TRAIT.filler)`. */
export function isA({ word }: Token, traits: number): boolean {
  return (word.traits & traits) !== 0;
}

/** Nothing but so many digits: `hasDigits(token, 1, 2)` for a day of a month. */
export function hasDigits({ digits }: Token, min: number, max: number): boolean {
  return digits >= min && digits <= max;
}

/** `1982`, `2026`: four digits that may be a year. */
export function isYearText(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text);
}

/** The words of a range, as they were written: «Comercial Nahuel» with its capitals. */
export function written(source: { text: string; tokens: readonly Token[] }, range: Range): string {
  const first = source.tokens[range.from];
  const last = source.tokens[range.to - 1];
  return first && last ? source.text.slice(first.start, last.end) : "";
}

/** A line break or a mark that ends a sentence: «.», «?», not «,». */
export function endsSentence(text: string): boolean {
  return text === "\n" || text === "." || text === ";" || text === "!" || text === "?";
}

function tokenOf(text: string, start: number, end: number): Token {
  const code = text.charCodeAt(start);
  const piece = text.slice(start, end);
  const plain = isPlain(piece);
  const low = plain ? piece : piece.toLowerCase();
  const ascii = plain || isAscii(low);
  const kind = isDigit(code) ? "number" : isLetter(code) ? "word" : "mark";
  return {
    text: piece,
    key: kind === "word" ? unstretched(ascii ? low : unaccented(low)) : low,
    low,
    accented: ascii ? null : `=${low}`,
    kind,
    digits: kind === "number" && !piece.includes(".") && !piece.includes(",") ? piece.length : 0,
    start,
    end,
    glued: start > 0 && !isSpace(text.charCodeAt(start - 1)),
    capital: !plain && kind === "word" && piece.charAt(0) !== low.charAt(0),
    word: STRANGE,
    opens: 0,
    shop: false,
    money: undefined,
  };
}

/** Without capitals and accents, as most of what people type. */
function isPlain(piece: string): boolean {
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (code > 0x7f || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}

/** The same as `fold` for a word in lower case, without its cost where only our languages' own letters are accented. */
function unaccented(low: string): string {
  let key = "";
  for (let i = 0; i < low.length; i++) {
    const letter = low.charAt(i);
    const plain = low.charCodeAt(i) <= 0x7f ? letter : UNACCENTED.get(letter);
    if (plain === undefined) return fold(low);
    key += plain;
  }
  return key;
}

const UNACCENTED: ReadonlyMap<string, string> = new Map(
  Array.from("áéíóúüñãõâêôçàèìòù").map((letter) => [letter, fold(letter)]),
);

/** «holaaaa» is hola: no word of ours has a letter three times in a row. */
function unstretched(word: string): string {
  for (let i = 2; i < word.length; i++) {
    if (word.charAt(i) === word.charAt(i - 1) && word.charAt(i) === word.charAt(i - 2))
      return word.replace(/(.)\1{2,}/g, "$1");
  }
  return word;
}

function endOfToken(text: string, at: number, code: number): number {
  if (isDigit(code)) return endOfNumber(text, at);
  if (isLetter(code)) return endOfWord(text, at);
  if (code === NEWLINE) return at + 1;
  return isHighSurrogate(code) && at + 1 < text.length ? at + 2 : at + 1;
}

function endOfNumber(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) end++;
    else if ((code === POINT || code === COMMA) && isDigit(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

const ABBREVIATIONS = ["c/u", "u$s", "u$d", "s/.", "s/", "p/", "us$", "r$", "mx$", "ar$", "c/", "n°", "nº"];

function endOfWord(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isInName(text, at, end))) end++;
  if (end - at > 2 || end === text.length || isSpace(text.charCodeAt(end))) return end;
  const head = text.slice(at, at + 3).toLowerCase();
  for (const abbreviation of ABBREVIATIONS) {
    if (head.startsWith(abbreviation) && !isLetter(text.charCodeAt(at + abbreviation.length))) {
      return at + abbreviation.length;
    }
  }
  return end;
}

/** «Joe's Diner», «O'Higgins»: an apostrophe inside a name; at the start of a message it is «it's». */
function isInName(text: string, start: number, at: number): boolean {
  const code = text.charCodeAt(at);
  if (start === 0 || (code !== 0x27 && code !== 0x2019) || !isLetter(text.charCodeAt(at + 1))) return false;
  const first = text.charAt(start);
  return first !== first.toLowerCase();
}

const NEWLINE = 0x0a;
const POINT = 0x2e;
const COMMA = 0x2c;

/** A line break ends a thought, so it stays as a mark; every other white space only separates. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x202f || code === 0x2009;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Latin letters with their accents, combining marks included; `×`, `÷`, `ª` and `º` are none. */
function isLetter(code: number): boolean {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return true;
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  return code >= 0x300 && code <= 0x36f;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
