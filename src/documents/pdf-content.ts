// What the streams of a PDF would make a reader do (ISO 32000-1 §8.2, §9.10.3): orders, paintings within paintings,
// and character maps whose ranges are written out one by one. All of it is work that can't be interrupted once begun.

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
  saves: number;
  /** Forms painted by pages, and by other forms. */
  paints: number;
  paintsInForms: number;
  /** Orders of the longest form. */
  longestForm: number;
  shown: number;
  mapped: number;
};

export function noWork(): Work {
  return { orders: 0, saves: 0, paints: 0, paintsInForms: 0, longestForm: 0, shown: 0, mapped: 0 };
}

/** The work with that of one more stream. @param isForm it may be painted again and again */
export function withStream(work: Work, bytes: Uint8Array, isForm: boolean): Work {
  const { orders, saves, paints, shown } = countsOf(bytes);
  return {
    orders: work.orders + orders,
    saves: Math.max(work.saves, saves),
    paints: work.paints + (isForm ? 0 : paints),
    paintsInForms: work.paintsInForms + (isForm ? paints : 0),
    longestForm: Math.max(work.longestForm, isForm ? orders : 0),
    shown: work.shown + shown,
    mapped: work.mapped + mappedChars(bytes),
  };
}

/** What is too much about the work, or null. */
export function tooMuch(work: Work): string | null {
  if (work.saves > SAVES_MAX) return `${work.saves} saved states`;
  if (work.mapped > MAPPED_CHARS_MAX) return `${work.mapped} mapped characters`;
  if (work.shown > SHOWN_CHARS_MAX) return `${work.shown} shown characters`;
  if (work.paints + work.paintsInForms > PAINTS_MAX) return `${work.paints + work.paintsInForms} paintings`;
  const orders = work.orders + repeats(work) * work.longestForm;
  return orders > ORDERS_MAX ? `${Math.round(orders)} orders` : null;
}

/**
 * How often forms may be painted at most: n paintings inside forms, spread over levels of three each, multiply the
 * most, 3^(n/3). No graph is walked for it: a form may stand under any name.
 */
function repeats({ paints, paintsInForms }: Work): number {
  return paints * 3 ** (paintsInForms / 3);
}

/** Whether bytes could be orders or a map at all: those are written in ASCII, pixels of paper are not. */
export function looksWritten(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const written = sample.reduce(
    (count, byte) => count + ((byte >= 0x20 && byte < 0x7f) || (byte > 0 && isSpace(byte)) ? 1 : 0),
    0,
  );
  return written > sample.length * 0.9;
}

const SAMPLE_BYTES = 4_096;

type Counts = { orders: number; saves: number; paints: number; shown: number };

/** Counts words as a reader would meet them; words inside of texts count as well, so it is never too few. */
function countsOf(bytes: Uint8Array): Counts {
  const counts: Counts = { orders: 0, saves: 0, paints: 0, shown: shownChars(bytes) };
  const end = bytes.length;
  let depth = 0;
  let start = 0;
  // No byte beyond the end is asked for, for that alone would make it thrice as slow; what is too much is not counted on.
  for (let at = 0; at < end && counts.orders <= ORDERS_MAX && depth <= SAVES_MAX; at++) {
    if (ENDS_WORD[bytes[at] ?? 0] === 0 && at + 1 < end) continue;
    const length = at - start;
    const first = bytes[start] ?? 0;
    start = at + 1;
    if (length === 0 || !isOrder(first)) continue;
    counts.orders += 1;
    if (length === 2 && first === PAINT && bytes[at - 1] === PAINT_O) counts.paints += 1;
    if (length === 1) depth += STEPS[first] ?? 0;
    counts.saves = Math.max(counts.saves, depth);
  }
  return counts;
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
const [PAINT, PAINT_O] = [0x44, 0x6f];
/** `q` saves, `Q` restores. */
const STEPS: Readonly<Record<number, number>> = { 0x71: 1, 0x51: -1 };
/** 1 for white space and for ( ) < > [ ] { } / % */
const ENDS_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  isSpace(byte) || "()<>[]{}/%".includes(String.fromCharCode(byte)) ? 1 : 0,
);

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte <= 0x0d && (byte >= 0x09 || byte === 0));
}

/** A letter, or one of the two quotes that show text. */
function isOrder(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x22 || byte === 0x27;
}

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
