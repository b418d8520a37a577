import { fold, type CivilDate } from "#kernel";
import { packOf } from "../packs/pack-of.ts";
import type { MoneyWord, Pack, TongueName } from "../packs/pack.ts";
import { tongueOf } from "../tongues/tongue-of.ts";
import type { Tongue } from "../tongues/tongue.ts";
import { lexiconOf, STRANGE, TRAIT, type Word } from "./lexicon.ts";
import type { Phrases } from "./phrases.ts";
import { respelled, soundOf, spellingOf } from "./spelling.ts";
import { isA, tokenAt, tokenize, type Range, type Token } from "./tokens.ts";

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
  /** The lists of phrases that any word may begin: a sum of their `bit`. */
  opens: number;
};

/**
 * A text cut into tokens, none of them read yet: `messageOf("pan 5 lucas", "CL", { today })`.
 * @param day.spoken the language it is read in, where that is not the country's own
 */
export function messageOf(text: string, country: string, day: { today: CivilDate; spoken?: TongueName }): Message {
  const known = packOf(country);
  const pack = day.spoken === undefined || day.spoken === known.tongue ? known : { ...known, tongue: day.spoken };
  const composed = composedOf(text);
  const tokens = tokenize(composed);
  const tongue = tongueOf(pack.tongue);
  const shouted = isShouted(composed);
  const uses = tokens.map((): Use => "free");
  const message = {
    text: composed,
    tokens,
    uses,
    pack,
    money: moneyOf(pack),
    tongue,
    today: day.today,
    shouted,
    opens: 0,
  };
  lookUpAll(message);
  return message;
}

/** A letter and its accent as one: only texts with characters of their own for accents, or beyond Latin, may need it. */
function composedOf(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= COMBINING) return text.normalize("NFC");
  return text;
}

/** The first of the accents that stand alone; all before it are composed. */
const COMBINING = 0x300;

/** Letters, and all of them capitals. Most texts have a small one near their beginning. */
function isShouted(text: string): boolean {
  if (text.length <= 3 || /[a-z]/.test(text)) return false;
  return text === text.toUpperCase() && text !== text.toLowerCase();
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
  const { tokens, tongue, shouted } = message;
  const lexicon = lexiconOf(tongue);
  const known = memoryOf(message);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    if (token.key === "m" && isMe(tokens, at)) token.key = "me";
    // A capital inside a sentence is a name and stays as it is written.
    const named = token.capital && !shouted && isInside(tokens, at);
    const { key, word, money, shop } = named ? lookedUp(message, token.key, false) : lookUp(message, known, token);
    token.key = key;
    token.word = word;
    token.shop = shop;
    token.opens = token.accented === null ? word.opens : word.opens | (lexicon.get(token.accented) ?? STRANGE).opens;
    message.opens |= token.opens;
    // A small m is metres, a capital one is millions or thousands.
    if (token.kind !== "number" && (key !== "m" || token.text === "M")) token.money = money;
  }
}

/** What a written word stands for. */
type Looked = { key: string; word: Word; money: MoneyWord | undefined; shop: boolean };

function lookUp(message: Message, known: Map<string, Looked>, { key, kind }: Token): Looked {
  // Numbers come once; and what people pay, and whom they call, is nobody's to keep.
  if (kind === "number") return numberOf(message, key);
  const before = known.get(key);
  if (before) return before;
  const looked = lookedUp(message, key, kind === "word");
  if (key.length <= REMEMBERED_CHARS_MAX) remember(known, key, looked);
  return looked;
}

function numberOf({ pack, tongue }: Message, key: string): Looked {
  return { key, word: lexiconOf(tongue).get(key) ?? STRANGE, money: undefined, shop: firstWordsOf(pack).has(key) };
}

/** @param spelled a slip of one letter is read as what it stands for */
function lookedUp({ money, pack, tongue }: Message, written: string, spelled: boolean): Looked {
  const lexicon = lexiconOf(tongue);
  const word = lexicon.get(written) ?? STRANGE;
  const right = !spelled || (word.traits & TRAIT.known) !== 0 || money.has(written);
  const shops = firstWordsOf(pack);
  if (right || Object.hasOwn(pack.merchants, written))
    return { key: written, word, money: money.get(written), shop: shops.has(written) };
  const spelling = spellingOf(tongue);
  const key =
    entryOf(tongue.shorthand, written) ??
    soundsOf(money).get(soundOf(written)) ??
    swappedIn(money, written) ??
    respelled(spelling, written);
  return { key, word: lexicon.get(key) ?? STRANGE, money: money.get(key), shop: shops.has(key) };
}

const shopWords = new WeakMap<Pack["merchants"], ReadonlySet<string>>();

/** What the names of the shops of a country begin with: «santa» of Santa Isabel. */
function firstWordsOf({ merchants }: Pack): ReadonlySet<string> {
  const known = shopWords.get(merchants);
  if (known) return known;
  const made = new Set(Object.keys(merchants).flatMap((name) => fold(name).split(" ")[0] ?? []));
  shopWords.set(merchants, made);
  return made;
}

const moneySounds = new WeakMap<ReadonlyMap<string, MoneyWord>, ReadonlyMap<string, string>>();

/** How the longer money words of a country sound: «zoles» are soles. */
function soundsOf(money: Message["money"]): ReadonlyMap<string, string> {
  const known = moneySounds.get(money);
  if (known) return known;
  const long = [...money.keys()].filter((word) => word.length >= SOUNDED_CHARS_MIN && /^[a-z]+$/.test(word));
  const made = new Map(long.map((word) => [soundOf(word), word]));
  moneySounds.set(money, made);
  return made;
}

const SOUNDED_CHARS_MIN = 5;

/** A longer money word with two neighbours swapped: «reias» are reais. */
function swappedIn(money: Message["money"], word: string): string | undefined {
  if (word.length < SOUNDED_CHARS_MIN || word.length > REMEMBERED_CHARS_MAX) return undefined;
  for (let i = 0; i + 1 < word.length; i++) {
    const swapped = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
    if (swapped !== word && money.has(swapped)) return swapped;
  }
  return undefined;
}

/** Words come again and again: so many are looked up once, in all languages and countries together. */
const WORDS_REMEMBERED_MAX = 20_000;
const REMEMBERED_CHARS_MAX = 20;

type Memory = Map<Message["money"], Map<string, Looked>>;

let memory = new Map<Tongue, Memory>();
let remembered = 0;

function memoryOf({ tongue, money }: Message): Map<string, Looked> {
  const ofTongue: Memory = memory.get(tongue) ?? new Map<Message["money"], Map<string, Looked>>();
  memory.set(tongue, ofTongue);
  const known = ofTongue.get(money) ?? new Map<string, Looked>();
  ofTongue.set(money, known);
  return known;
}

/** A full memory begins anew. */
function remember(known: Map<string, Looked>, key: string, looked: Looked): void {
  if (remembered >= WORDS_REMEMBERED_MAX) {
    memory = new Map();
    remembered = 0;
  }
  known.set(key, looked);
  remembered++;
}

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

/** Whether any phrase of a list may stand in the message: most lists have none in most. */
export function mayHave(message: Message, list: Phrases<unknown>): boolean {
  return (message.opens & list.bit) !== 0;
}

/** The same of the word at a place: `isAt(message, at, TRAIT.filler)`. */
export function isAt(message: Message, at: number, traits: number): boolean {
  return isA(tokenAt(message.tokens, at), traits);
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
  if (token.kind !== "word" || token.capital || token.money || message.uses[at] === "aside") return false;
  if (isA(token, TRAIT.filler | TRAIT.date | TRAIT.given | TRAIT.title)) return false;
  const { cues, expense_categories: expenses, income_categories: incomes } = message.tongue;
  return (token.opens & (cues.bit | expenses.bit | incomes.bit)) === 0;
}
