// What the streams of a PDF would make a reader do (ISO 32000-1 §8.2, §9.10.3): orders, paintings within paintings,
// and character maps whose ranges are written out one by one. All of it is work that can't be interrupted once begun.

import { unescapeNames } from "./pdf-syntax.ts";

/** Saved states within one another; a reader copies its state for each. */
const SAVES_MAX = 500;
/** A page of a real invoice has some thousands, one with a stamp drawn in rectangles thirty thousand. */
const ORDERS_MAX = 300_000;
/** Pictures and forms painted; one that is not there costs a reader an exception each. */
const PAINTS_MAX = 5_000;
/** Characters shown, by all pages; a full page has five thousand. */
const SHOWN_CHARS_MAX = 400_000;
/** Characters that maps name in ranges; a whole plane is 65,536. */
const MAPPED_CHARS_MAX = 2_000_000;

/** What was found so far in the streams of one PDF. */
export type Work = {
  orders: number;
  /** States that one stream saved and restored within one another, at most, and those all left open for the next. */
  deepest: number;
  open: number;
  /** Pictures and forms painted by pages. */
  paints: number;
  forms: Form[];
  shown: number;
  mapped: number;
};

/** A stream that may be painted again and again: its orders, and what it paints by name. */
type Form = { orders: number; painted: readonly string[] };

export function noWork(): Work {
  return { orders: 0, deepest: 0, open: 0, paints: 0, forms: [], shown: 0, mapped: 0 };
}

/** The work with that of one more stream: a page's content, a map, a font. */
export function withContent(work: Work, bytes: Uint8Array): Work {
  const counts = countsOf(bytes, isOrder);
  const { shown, mapped } = work;
  return {
    ...withOrders(work, counts),
    paints: work.paints + counts.painted.length,
    shown: shown + shownChars(bytes),
    mapped: mapped + mappedChars(bytes),
  };
}

/** The work with that of one more form. */
export function withForm(work: Work, bytes: Uint8Array): Work {
  const counts = countsOf(bytes, isOrder);
  const { orders, painted } = counts;
  return {
    ...withOrders(work, counts),
    forms: [...work.forms, { orders, painted }],
    shown: work.shown + shownChars(bytes),
    mapped: work.mapped + mappedChars(bytes),
  };
}

/** The work with that of one more picture: a page may name it as its content, but only words that are orders count. */
export function withPicture(work: Work, bytes: Uint8Array): Work {
  const counts = countsOf(bytes, isOperator);
  return { ...withOrders(work, counts), paints: work.paints + counts.painted.length };
}

function withOrders(work: Work, { orders, saves, open }: Counts): Work {
  return {
    ...work,
    orders: work.orders + orders,
    deepest: Math.max(work.deepest, saves - open),
    open: work.open + open,
  };
}

/** What is too much about the work, or null. @param pictures names under which nothing but pictures is painted */
export function tooMuch(work: Work, pictures: ReadonlySet<string>): string | null {
  const saves = work.deepest + work.open;
  if (saves > SAVES_MAX) return `${saves} saved states`;
  if (work.mapped > MAPPED_CHARS_MAX) return `${work.mapped} mapped characters`;
  if (work.shown > SHOWN_CHARS_MAX) return `${work.shown} shown characters`;
  const paints = work.forms.reduce((sum, { painted }) => sum + painted.length, work.paints);
  if (paints > PAINTS_MAX) return `${paints} paintings`;
  const orders = work.orders + formOrders(work, pictures);
  return orders > ORDERS_MAX ? `${Math.round(orders)} orders` : null;
}

/**
 * Orders of forms painted over and over, at most. A way through forms chooses at each one of what it paints, so there
 * are no more ways to a form than the product of those numbers. No graph is walked: a form may stand under any name.
 */
function formOrders({ paints, forms }: Work, pictures: ReadonlySet<string>): number {
  const choices = forms.map(({ painted }) => painted.filter((name) => !pictures.has(name)).length);
  const nesting = choices.filter((count) => count > 0).length;
  const ways = choices.reduce((product, count) => product * Math.max(1, count), 1);
  const longest = forms.reduce((most, { orders }) => Math.max(most, orders), 0);
  return paints * longest * ways * (1 + nesting);
}

type Counts = { orders: number; saves: number; open: number; painted: string[] };

/** Where a reader would be: in a text so many parentheses deep, in a comment, in the samples of a picture. */
type Place = { text: number; comment: boolean; samples: boolean };

/** A word between two places. */
type Word = { start: number; end: number };

/**
 * Counts words as a reader would meet them. Those inside of texts and comments count as well, so it is never too few;
 * only what gives a saved state back must stand where a reader would obey it.
 */
function countsOf(bytes: Uint8Array, counted: (bytes: Uint8Array, word: Word) => boolean): Counts {
  const counts: Counts = { orders: 0, saves: 0, open: 0, painted: [] };
  const place: Place = { text: 0, comment: false, samples: false };
  const end = bytes.length;
  let start = 0;
  let before: Word = { start: 0, end: 0 };
  // No byte beyond the end is asked for, for that alone would make it thrice as slow; what is too much is not counted on.
  for (let at = 0; at <= end && counts.orders <= ORDERS_MAX && counts.open <= SAVES_MAX; at++) {
    if (at < end && ENDS_WORD[bytes[at] ?? 0] === 0) continue;
    if (at > start) {
      const word = { start, end: at };
      if (counted(bytes, word)) {
        counts.orders += 1;
        if (at - start === 2) hearTwo(bytes, word, { counts, place, before });
        else if (at - start === 1) hearOne(bytes[start] ?? 0, counts, place);
      }
      before = word;
    }
    start = at + 1;
    if (at < end) move(place, bytes, at);
  }
  return counts;
}

/** `q` saves, `Q` restores; what was never saved can't be. */
function hearOne(letter: number, counts: Counts, { text, comment, samples }: Place): void {
  if (letter === SAVE) counts.open += 1;
  else if (letter === RESTORE && text === 0 && !comment && !samples) counts.open = Math.max(0, counts.open - 1);
  counts.saves = Math.max(counts.saves, counts.open);
}

type Hearing = { counts: Counts; place: Place; before: Word };

/** `Do` paints; samples of a picture stand between `ID` and `EI`. */
function hearTwo(bytes: Uint8Array, { start }: Word, { counts, place, before }: Hearing): void {
  const [first, second] = [bytes[start], bytes[start + 1]];
  if (first === PAINT && second === PAINT_O) counts.painted.push(nameBefore(bytes, start, { place, before }));
  else if (first === I && second === D) place.samples = true;
  else if (first === E && second === I) place.samples = false;
}

/** The name that stands just before an order; none where it might stand in a text, a comment or samples. */
function nameBefore(bytes: Uint8Array, at: number, { place, before }: { place: Place; before: Word }): string {
  const { text, comment, samples } = place;
  const isName = before.start > 0 && bytes[before.start - 1] === SLASH && before.end - before.start <= NAME_CHARS_MAX;
  const isNext = bytes.subarray(before.end, at).every(isSpace);
  if (!isName || !isNext || text > 0 || comment || samples) return "";
  return unescapeNames(ASCII.decode(bytes.subarray(before.start, before.end)));
}

const NAME_CHARS_MAX = 127;

function move(place: Place, bytes: Uint8Array, at: number): void {
  const byte = bytes[at] ?? 0;
  if (place.comment) place.comment = byte !== LINE_FEED && byte !== RETURN;
  else if (byte === OPEN && (place.text === 0 || !isEscaped(bytes, at))) place.text += 1;
  else if (byte === CLOSE && place.text > 0 && !isEscaped(bytes, at)) place.text -= 1;
  else if (byte === PERCENT && place.text === 0) place.comment = true;
}

function isEscaped(bytes: Uint8Array, at: number): boolean {
  let before = at - 1;
  while (bytes[before] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** Characters between parentheses, as a reader would pair them. In hexadecimal two digits are one, and maps are so too. */
function shownChars(bytes: Uint8Array): number {
  let shown = 0;
  let depth = 0;
  for (let at = bytes.indexOf(OPEN); at >= 0 && at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    else shown += 1;
    if (depth > 0) continue;
    const next = bytes.indexOf(OPEN, at + 1);
    if (next < 0) break;
    at = next - 1;
  }
  return shown + hexChars(bytes);
}

function hexChars(bytes: Uint8Array): number {
  let digits = 0;
  for (let at = bytes.indexOf(LESS); at >= 0;) {
    const end = bytes.indexOf(GREATER, at);
    if (end < 0) break;
    // Twice, it opens a dictionary.
    const isText = bytes[at + 1] !== LESS;
    digits += isText ? end - at - 1 : 0;
    at = bytes.indexOf(LESS, isText ? end : at + 2);
  }
  return digits >> 1;
}

const [OPEN, CLOSE, LESS, GREATER, BACKSLASH] = [0x28, 0x29, 0x3c, 0x3e, 0x5c];
const SPACE = 0x20;
const [LINE_FEED, RETURN, PERCENT, SLASH] = [0x0a, 0x0d, 0x25, 0x2f];
const [PAINT, PAINT_O, SAVE, RESTORE] = [0x44, 0x6f, 0x71, 0x51];
const [D, E, I] = [0x44, 0x45, 0x49];
/** 1 for white space and for ( ) < > [ ] { } / % */
const ENDS_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  isSpace(byte) || "()<>[]{}/%".includes(String.fromCharCode(byte)) ? 1 : 0,
);

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte <= 0x0d && (byte >= 0x09 || byte === 0));
}

/** A word that begins with a letter, or one of the two quotes that show text. */
function isOrder(bytes: Uint8Array, { start }: Word): boolean {
  const first = bytes[start] ?? 0;
  return (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a) || first === 0x22 || first === 0x27;
}

/** A word that a reader knows. */
function isOperator(bytes: Uint8Array, { start, end }: Word): boolean {
  if (end - start > 3 || !isOrder(bytes, { start, end })) return false;
  return OPERATORS.has(String.fromCharCode(...bytes.subarray(start, end)));
}

/** ISO 32000-1 table A.1. */
const OPERATORS: ReadonlySet<string> = new Set(
  (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re " +
    "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
  ).split(" "),
);

function mappedChars(bytes: Uint8Array): number {
  const text = ASCII.decode(bytes);
  if (!text.includes("range")) return 0;
  let mapped = 0;
  for (const [, ranges = ""] of text.matchAll(/begin(?:bf|cid)range([\s\S]*?)(?:end(?:bf|cid)range|$)/g)) {
    for (const [, first = "", last = ""] of ranges.matchAll(
      /<\s*([0-9a-fA-F]{1,8})\s*>\s*<\s*([0-9a-fA-F]{1,8})\s*>\s*(?:<[^>]*>|\[|\d)/g,
    )) {
      mapped += Math.max(0, Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1);
    }
  }
  return mapped;
}

const ASCII = new TextDecoder("latin1");
