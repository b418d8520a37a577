import type { Tongue } from "../tongues/tongue.ts";
import type { Phrases } from "./phrases.ts";

/** Shorter words are one letter from too many others; they are only respelled by sound. */
const EDITED_CHARS_MIN = 5;
const SOUNDED_CHARS_MIN = 4;
const WORD_CHARS_MAX = 20;

/** A closed vocabulary, and the words that a slip of one letter makes of it. */
export type Spelling = {
  known: ReadonlySet<string>;
  bySound: ReadonlyMap<string, string>;
  /** A word with one letter left out → the words of ours that it may be. */
  byGap: ReadonlyMap<string, readonly string[]>;
};

/** The words of a tongue that may be respelled («bencina», «arriendo»), indexed at their first use. */
export function spellingOf(tongue: Tongue): Spelling {
  const indexed = spellings.get(tongue);
  if (indexed) return indexed;
  const made = indexOf(tongue);
  spellings.set(tongue, made);
  return made;
}

const spellings = new WeakMap<Tongue, Spelling>();

function indexOf(tongue: Tongue): Spelling {
  const targets = targetsOf(tongue);
  const known = new Set([...targets, ...smallWordsOf(tongue), ...tongue.lookalikes]);
  for (const short of Object.keys(tongue.shorthand)) known.delete(short);
  const bySound = new Map<string, string>();
  const byGap = new Map<string, string[]>();
  for (const word of targets) {
    if (word.length >= SOUNDED_CHARS_MIN && !bySound.has(soundOf(word))) bySound.set(soundOf(word), word);
    if (word.length < EDITED_CHARS_MIN) continue;
    for (const gap of gapsOf(word)) byGap.set(gap, [...(byGap.get(gap) ?? []), word]);
  }
  return { known, bySound, byGap };
}

/** The word of ours that a misspelled one stands for, or the word itself: «vencina» is bencina, «arriedno» arriendo. */
export function respelled({ known, bySound, byGap }: Spelling, word: string): string {
  if (word.length < SOUNDED_CHARS_MIN || word.length > WORD_CHARS_MAX || known.has(word)) return word;
  const sounds = bySound.get(soundOf(word));
  if (sounds !== undefined) return sounds;
  const single = undoubled(word);
  if (known.has(single)) return single;
  const whole = undiminished(word).find((one) => known.has(one) && (bySound.get(soundOf(one)) ?? one) === one);
  if (whole !== undefined) return whole;
  // Of four letters only one that was left out is put back: «vnta».
  if (word.length < EDITED_CHARS_MIN) return byGap.get(word)?.find((one) => one.length > word.length) ?? word;
  return likeliest(word, byGap);
}

/** The one word that the smallest slip makes of it; the word itself where there is none, or two. */
function likeliest(word: string, byGap: Spelling["byGap"]): string {
  let best = { word, cost: Number.POSITIVE_INFINITY, tied: true };
  for (const gap of gapsOf(word)) {
    for (const candidate of byGap.get(gap) ?? []) {
      const cost = candidate === best.word ? null : slipCost(word, candidate);
      if (cost !== null && cost <= best.cost) best = { word: candidate, cost, tied: cost === best.cost };
    }
  }
  return best.tied ? word : best.word;
}

/** «heladerita» → heladera, «pancito» → pan, «refrigeradorcito» → refrigerador. */
function undiminished(word: string): string[] {
  const parts = /^(.{3,}?)(c?)it([oa]s?)$/.exec(word);
  if (!parts) return [];
  const [, stem = "", joint, ending = ""] = parts;
  return joint === "" ? [stem + ending, stem + ending.replace("o", "a")] : [stem, `${stem}e`];
}

/** «luzz» → luz. */
function undoubled(word: string): string {
  let single = "";
  for (let i = 0; i < word.length; i++) if (word.charAt(i) !== word.charAt(i - 1)) single += word.charAt(i);
  return single;
}

/** What sounds the same is written the same: b and v, s, z and c, ll and y, a silent h. */
export function soundOf(word: string): string {
  let sound = "";
  for (let i = 0; i < word.length; i++) {
    const heard = heardAt(word, i);
    if (heard !== "" && !sound.endsWith(heard)) sound += heard;
  }
  return sound;
}

/** Letters that sound like another one wherever they stand. */
const SOUNDS: ReadonlyMap<string, string> = new Map([
  ["v", "b"],
  ["z", "s"],
  ["q", "k"],
  ["w", "u"],
  ["h", ""],
]);

function heardAt(word: string, at: number): string {
  const letter = word.charAt(at);
  const anywhere = SOUNDS.get(letter);
  if (anywhere !== undefined) return anywhere;
  const [before, next] = [word.charAt(at - 1), word.charAt(at + 1)];
  switch (letter) {
    case "c":
      return isFront(next) ? "s" : next === "h" ? "x" : "k";
    case "g":
      return isFront(next) ? "j" : "g";
    case "u":
      return before === "q" || (before === "g" && isFront(next)) ? "" : "u";
    case "l":
      return next === "l" ? "y" : before === "l" ? "" : "l";
    case "n":
      return LIPS.has(next) ? "m" : "n";
    case "y":
      return at === word.length - 1 ? "i" : "y";
    default:
      return letter;
  }
}

/** «gente», «cinco»: the vowels that soften a c or a g before them. */
function isFront(letter: string): boolean {
  return letter === "e" || letter === "i";
}

/** Letters before which an n sounds like m: «conprar». */
const LIPS: ReadonlySet<string> = new Set("pbv");

/**
 * How likely one letter's slip is: neighbours swapped or a letter doubled 1, a letter left out 2, one too many 2.5, another
 * vowel 3, a neighbour on the keyboard 4. Null where more than one letter differs, or the first sounds otherwise.
 */
function slipCost(typed: string, meant: string): number | null {
  if (soundOf(typed.charAt(0)) !== soundOf(meant.charAt(0))) return null;
  const head = sharedHead(typed, meant);
  const tail = sharedTail(typed, meant, Math.min(typed.length, meant.length) - head);
  const [left, right] = [typed.slice(head, typed.length - tail), meant.slice(head, meant.length - tail)];
  if (left.length === 2 && right.length === 2) return left === right.charAt(1) + right.charAt(0) ? COST.swapped : null;
  if (left.length > 1 || right.length > 1) return null;
  const before = typed.charAt(head - 1);
  if (left === "") return right === before ? COST.doubled : COST.missing;
  if (right === "") return left === before ? COST.doubled : COST.extra;
  return letterCost(left, right);
}

const COST = { swapped: 1, doubled: 1, missing: 2, extra: 2.5, vowel: 3, neighbour: 4 };

/** One letter typed for another. */
function letterCost(typed: string, meant: string): number | null {
  if (VOWELS.has(typed) && VOWELS.has(meant)) return COST.vowel;
  return areNeighbours(typed, meant) ? COST.neighbour : null;
}

function sharedHead(a: string, b: string): number {
  let head = 0;
  while (head < a.length && a.charAt(head) === b.charAt(head)) head++;
  return head;
}

function sharedTail(a: string, b: string, most: number): number {
  let tail = 0;
  while (tail < most && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++;
  return tail;
}

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Keys side by side, or one above the other. */
function areNeighbours(a: string, b: string): boolean {
  const [rowA, rowB] = [KEYBOARD.findIndex((row) => row.includes(a)), KEYBOARD.findIndex((row) => row.includes(b))];
  if (rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  const apart = (KEYBOARD[rowA]?.indexOf(a) ?? 0) - (KEYBOARD[rowB]?.indexOf(b) ?? 0);
  return Math.abs(apart) <= 1;
}

const VOWELS: ReadonlySet<string> = new Set("aeiou");

function gapsOf(word: string): string[] {
  const gaps = [word];
  for (let i = 0; i < word.length; i++) gaps.push(word.slice(0, i) + word.slice(i + 1));
  return gaps;
}

/** Words of the phrases that decide something: verbs, things, days, numbers, questions. */
function targetsOf(tongue: Tongue): Set<string> {
  const words = new Set<string>();
  const tries: Phrases<unknown>[] = [
    tongue.cues,
    tongue.expense_categories,
    tongue.income_categories,
    tongue.commands,
    tongue.queries,
    tongue.dates.words,
    tongue.tax,
  ];
  for (const trie of tries) wordsOf(trie, words);
  for (const table of [tongue.dates.months, tongue.dates.weekdays, tongue.numbers.values]) {
    for (const word of Object.keys(table)) words.add(word);
  }
  return words;
}

/** Words that are right as they stand, though nobody is corrected to them. */
function smallWordsOf(tongue: Tongue): Set<string> {
  const words = new Set<string>();
  const tries: Phrases<unknown>[] = [
    tongue.corrections,
    tongue.injections,
    tongue.talk.unreal,
    tongue.talk.hearsay,
    tongue.talk.adverts,
    tongue.talk.idioms,
    tongue.talk.beside,
    tongue.each,
    tongue.on_credit,
    tongue.paid_with,
    tongue.own_accounts,
  ];
  for (const trie of tries) wordsOf(trie, words);
  const { names, copulas, fillers, measures, numbered, document_words, separators, interrogatives } = tongue;
  const sets = [
    copulas,
    fillers,
    measures,
    numbered,
    document_words,
    separators,
    interrogatives,
    names.titles,
    names.nobody,
    names.legal,
    names.given,
  ];
  for (const set of sets) for (const word of set) words.add(word);
  return words;
}

function wordsOf(phrases: Phrases<unknown>, into: Set<string>): void {
  for (const [word, node] of phrases.next) {
    if (!word.startsWith("=")) into.add(word);
    wordsOf(node, into);
  }
}
