import type { CivilDate } from "#kernel";
import { packOf } from "../packs/pack-of.ts";
import type { MoneyWord, Pack, TongueName } from "../packs/pack.ts";
import { tongueOf } from "../tongues/tongue-of.ts";
import type { Tongue } from "../tongues/tongue.ts";
import { lexiconOf, STRANGE, TRAIT } from "./lexicon.ts";
import { respelled, soundOf, spellingOf } from "./spelling.ts";
import { tokenAt, tokenize, type Range, type Token } from "./tokens.ts";

/** What a token has been read as; each step of the reading takes only what is still free. */
export type Use = "free" | "date" | "money" | "number" | "quantity" | "cue" | "name" | "tax" | "aside";

/** A message on its way through the reading. */
export type Message = {
  text: string;
  tokens: readonly Token[];
  uses: Use[];
  pack: Pack;
  /** The money words of the pack. */
  money: ReadonlyMap<string, MoneyWord>;
  tongue: Tongue;
  today: CivilDate;
  /** Everything is in capitals, so that capitals tell nothing about names. */
  shouted: boolean;
};

/**
 * A text cut into tokens, none of them read yet: `messageOf("pan 5 lucas", "CL", { today })`.
 * @param day.spoken the language it is read in, where that is not the country's own
 */
export function messageOf(text: string, country: string, day: { today: CivilDate; spoken?: TongueName }): Message {
  const known = packOf(country);
  const pack = day.spoken === undefined || day.spoken === known.tongue ? known : { ...known, tongue: day.spoken };
  const composed = text.normalize("NFC");
  const tokens = tokenize(composed);
  const tongue = tongueOf(pack.tongue);
  const shouted = composed.length > 3 && composed === composed.toUpperCase() && composed !== composed.toLowerCase();
  const uses = tokens.map((): Use => "free");
  const message = { text: composed, tokens, uses, pack, money: moneyOf(pack), tongue, today: day.today, shouted };
  lookUpAll(message);
  return message;
}

/** The same message with nothing taken: `setAside(afresh(message))` leaves the message as it is. */
export function afresh(message: Message): Message {
  return { ...message, uses: message.tokens.map((): Use => "free") };
}

const moneyWords = new WeakMap<Pack["money"], ReadonlyMap<string, MoneyWord>>();

function moneyOf({ money }: Pack): ReadonlyMap<string, MoneyWord> {
  const known = moneyWords.get(money);
  if (known) return known;
  const made = new Map(Object.entries(money));
  moneyWords.set(money, made);
  return made;
}

/** Every word as the language and the country know it. */
function lookUpAll(message: Message): void {
  const { tokens, money, tongue } = message;
  const lexicon = lexiconOf(tongue);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    let word = lexicon.get(token.key) ?? STRANGE;
    if (token.kind === "word" && (word.traits & TRAIT.known) === 0) {
      const key = respelledAt(message, at);
      if (key !== token.key) word = lexicon.get(key) ?? STRANGE;
      token.key = key;
    }
    token.word = word;
    token.opens = token.accented === null ? word.opens : word.opens | (lexicon.get(token.accented) ?? STRANGE).opens;
    // A small m is metres, a capital one is millions or thousands.
    if (token.kind !== "number" && (token.key !== "m" || token.text === "M")) token.money = money.get(token.key);
  }
}

/** Slips of one letter are read as what they stand for; a capital inside a sentence is a name and stays. */
function respelledAt({ tokens, pack, money, tongue, shouted }: Message, at: number): string {
  const token = tokenAt(tokens, at);
  if (token.capital && !shouted && isInside(tokens, at)) return token.key;
  const key = token.key === "m" && isMe(tokens, at) ? "me" : token.key;
  if (money.has(key) || Object.hasOwn(pack.merchants, key)) return key;
  return entryOf(tongue.shorthand, key) ?? soundsOf(money).get(soundOf(key)) ?? respelled(spellingOf(tongue), key);
}

const moneySounds = new WeakMap<ReadonlyMap<string, MoneyWord>, ReadonlyMap<string, string>>();

/** How the longer money words of a country sound: «zoles» are soles. */
function soundsOf(money: Message["money"]): ReadonlyMap<string, string> {
  const known = moneySounds.get(money);
  if (known) return known;
  const made = new Map<string, string>();
  for (const word of money.keys())
    if (word.length >= SOUNDED_CHARS_MIN && /^[a-z]+$/.test(word)) made.set(soundOf(word), word);
  moneySounds.set(money, made);
  return made;
}

const SOUNDED_CHARS_MIN = 5;

/** «m pagaron», not «2 m» and not «5m». */
function isMe(tokens: readonly Token[], at: number): boolean {
  return (
    tokenAt(tokens, at).text === "m" &&
    tokenAt(tokens, at - 1).kind !== "number" &&
    tokenAt(tokens, at + 1).kind === "word"
  );
}

/** A capital that no sentence starts with: «el Gómez», «dr. Saldías». */
function isInside(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  if (before.kind !== "mark") return true;
  const abbreviated =
    before.text === "." && before.glued && tokenAt(tokens, at - 2).text.length <= ABBREVIATION_CHARS_MAX;
  return abbreviated && tokenAt(tokens, at - 2).kind === "word";
}

const ABBREVIATION_CHARS_MAX = 4;

/** Marks tokens as read: `take(message, span, "money")` leaves «lucas» to no later step. */
export function take(message: Message, range: Range, use: Use): void {
  for (let at = range.from; at < range.to; at++) message.uses[at] = use;
}

/** How the word counts as money in this country: luca × 1 000 in Chile; `undefined` for a word that is none. */
export function moneyWordAt(message: Message, at: number): MoneyWord | undefined {
  return tokenAt(message.tokens, at).money;
}

/** Whether a word is what a sum of traits says, or one of them: `is(message, at, TRAIT.filler)`. */
export function is(message: Message, at: number, traits: number): boolean {
  return (tokenAt(message.tokens, at).word.traits & traits) !== 0;
}

/** What a table of ours says of a word of theirs: «constructor» is in none. */
export function entryOf<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** The folded word at a place, respelled where it was misspelled: «vencina» is bencina. Empty outside the message. */
export function keyAt(message: Message, at: number): string {
  return tokenAt(message.tokens, at).key;
}

/** A word for nothing that we know: no small one, no name, no day, nothing that people buy, no verb of ours. */
export function isStrange(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (
    token.kind !== "word" ||
    token.capital ||
    token.money ||
    message.uses[at] === "aside" ||
    is(message, at, TRAIT.filler | TRAIT.date)
  )
    return false;
  const { names, cues, expense_categories: expenses, income_categories: incomes } = message.tongue;
  if (names.given.has(token.key) || names.titles.has(token.key)) return false;
  return (token.opens & (cues.bit | expenses.bit | incomes.bit)) === 0;
}
