import { assert } from "#kernel";
import type { Tongue } from "../tongues/tongue.ts";
import type { Phrases } from "./phrases.ts";
import { spellingOf } from "./spelling.ts";

/** What the lists of a language say of a word; put together once, so that a message asks once for each of its words. */
export type Word = {
  /** The lists of phrases that it may begin: a sum of their `bit`. */
  readonly opens: number;
  /** 1 … 900 where it is a number; 0 where it is none. */
  readonly number: number;
  /** What else it is: a sum of `TRAIT`. */
  readonly traits: number;
  /** 1 … 12, and Monday 1 … 7, where it names one; else 0. */
  readonly month: number;
  readonly weekday: number;
  /** Where each of the lists in `opens` goes on behind it, in the order of their bits. */
  readonly nodes: readonly Phrases<unknown>[];
};

/** What a word may be besides the beginning of a phrase, a bit each. */
export const TRAIT = {
  /** Right as it stands: never respelled. */
  known: 1,
  /** It has no content: «de», «que». */
  filler: 2,
  /** «a», «de», «en»: a name may stand behind it. */
  preposition: 4,
  article: 8,
  /** «un», «una»: one only before a scale. */
  one: 16,
  /** «medio»: half of a scale. */
  half: 32,
  /** A date may begin with it. */
  date: 64,
  /** «el», «de», «en»: it leads to a day, and is none. */
  toDate: 128,
  /** A day of the week, or what may stand before one: «el», «próximo». */
  weekday: 256,
  /** «don», «señora». */
  title: 512,
  /** A given name. */
  given: 1024,
  /** Nobody in particular: «cliente». */
  nobody: 2048,
  /** «y», «más»: what parts two items. */
  separator: 4096,
} as const;

/** A word of no list. */
export const STRANGE: Word = { opens: 0, number: 0, traits: 0, month: 0, weekday: 0, nodes: [] };

/** The words of a language: `lexiconOf(SPANISH).get("veinte")`. A spelling with its accents stands behind a `=`. */
export function lexiconOf(tongue: Tongue): ReadonlyMap<string, Word> {
  const known = lexicons.get(tongue);
  if (known) return known;
  const made = compiled(tongue);
  lexicons.set(tongue, made);
  return made;
}

const lexicons = new WeakMap<Tongue, ReadonlyMap<string, Word>>();

type Draft = {
  -readonly [Field in keyof Word]: Word[Field] extends readonly unknown[] ? Phrases<unknown>[] : Word[Field];
};

function compiled(tongue: Tongue): Map<string, Word> {
  const words = new Map<string, Draft>();
  const wordOf = (key: string) => {
    const word = words.get(key) ?? { ...STRANGE, nodes: [] };
    words.set(key, word);
    return word;
  };
  const lists = listsOf(tongue);
  assert(lists.length < BITS, "every list has a bit of its own");
  for (const [at, list] of lists.entries()) {
    list.bit = 1 << at;
    for (const [key, node] of list.next) {
      const word = wordOf(key);
      word.opens |= list.bit;
      word.nodes.push(node);
    }
  }
  for (const [key, value] of Object.entries(tongue.numbers.values)) wordOf(key).number = value;
  for (const [key, month] of Object.entries(tongue.dates.months)) wordOf(key).month = month;
  for (const [key, weekday] of Object.entries(tongue.dates.weekdays)) wordOf(key).weekday = weekday;
  for (const [trait, keys] of traitsOf(tongue)) for (const key of keys) wordOf(key).traits |= trait;
  return compacted(words);
}

/** Of a whole number, the sign among them. */
const BITS = 32;

/** Words of which the same is known are one: most are only spelled right. */
function compacted(words: ReadonlyMap<string, Word>): Map<string, Word> {
  const kinds = new Map<string, Word>();
  const shared = new Map<string, Word>();
  for (const [key, word] of words) {
    const { opens, number, traits, month, weekday } = word;
    const kind = opens === 0 ? [number, traits, month, weekday].join() : key;
    const known = kinds.get(kind) ?? word;
    kinds.set(kind, known);
    shared.set(key, known);
  }
  return shared;
}

/** Where a list goes on behind a word that it begins with. */
export function nodeBehind<M>({ opens, nodes }: Word, list: Phrases<M>): Phrases<M> | undefined {
  // A list's nodes are of its own kind: they were put there in the order of the bits.
  return nodes[bitsIn(opens & (list.bit - 1))] as Phrases<M> | undefined;
}

/** How many bits of a number are set. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Every list of phrases of a language, each with its bit: at most 31. */
function listsOf(tongue: Tongue): Phrases<unknown>[] {
  return [
    tongue.cues,
    tongue.on_credit,
    tongue.paid_with,
    tongue.own_accounts,
    tongue.talk.unreal,
    tongue.talk.hearsay,
    tongue.talk.adverts,
    tongue.talk.idioms,
    tongue.talk.beside,
    tongue.expense_categories,
    tongue.income_categories,
    tongue.each,
    tongue.tax,
    tongue.commands,
    tongue.corrections,
    tongue.queries,
    tongue.injections,
    tongue.dates.words,
  ];
}

function traitsOf(tongue: Tongue): [number, Iterable<string>][] {
  const { dates, names, numbers } = tongue;
  const toDate = [...dates.within, ...dates.the, ...dates.small, ...dates.of];
  const weekdays = Object.keys(dates.weekdays);
  return [
    [TRAIT.known, spellingOf(tongue).known],
    [TRAIT.filler, tongue.fillers],
    [TRAIT.preposition, [...names.to, ...names.from, ...names.at]],
    [TRAIT.article, names.articles],
    [TRAIT.title, names.titles],
    [TRAIT.given, names.given],
    [TRAIT.nobody, names.nobody],
    [TRAIT.separator, tongue.separators],
    [TRAIT.one, numbers.one],
    [TRAIT.half, numbers.half],
    [TRAIT.toDate, toDate],
    [TRAIT.date, [...toDate, ...wordsOfDays(dates.words), ...weekdays, ...Object.keys(dates.months)]],
    [TRAIT.date, [...Object.keys(numbers.values), ...numbers.one, ...ONES]],
    [TRAIT.date, [...dates.ago_before, ...dates.last, ...dates.next]],
    [TRAIT.weekday, [...weekdays, ...dates.small, ...dates.last, ...dates.next]],
  ];
}

/** «un día», «a week ago», «primero de mayo», «hace como tres días». */
const ONES = "un una uno um uma a an one primero como unos".split(" ");

/** Every word of the phrases for days: a leading word may stand before any of them. */
function wordsOfDays(phrases: Phrases<unknown>): string[] {
  return [...phrases.next].flatMap(([word, next]) => [word, ...wordsOfDays(next)]);
}
