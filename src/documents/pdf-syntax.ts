// The little of a PDF's syntax (ISO 32000-1 §7) the guard needs: its dictionaries, which of them head a stream, and
// through which filters. A PDF library may start to read at any `obj`, wherever a cross-reference points: so does this.

export type PdfDictionary = {
  /** Between `<<` and `>>`, names unescaped. */
  text: string;
  /** Offset of the first byte of the stream the dictionary heads, or null where it heads none. */
  streamAt: number | null;
  /** The number of its object; null where none stands plainly before it. */
  object: string | null;
  /** What it says itself: `text` without strings, comments and the dictionaries within. */
  top: string;
};

/** A dictionary that heads a stream. */
export type PdfStream = PdfDictionary & { streamAt: number };

/** Objects that are a number and nothing else, by their own number: lengths and sizes may stand there. */
export type StatedNumbers = ReadonlyMap<string, readonly number[]>;

/** One character per byte: its own where it is ASCII, any other where it is not. */
export function asciiOf(bytes: Uint8Array): string {
  return ASCII.decode(bytes);
}

const ASCII = new TextDecoder("latin1");

/** Dictionaries nested to look like many are walked over and over: this bounds the walk, in characters per character. */
const WALK_FACTOR_MAX = 4;
const WALK_CHARS_MIN = 4 * 1024 * 1024;

/**
 * Every dictionary a reader could find: behind each `obj` and each `trailer`.
 * @returns null where there are more than `max`, or where they overlap so much that walking them costs too much
 */
export function dictionariesOf(text: string, max: number): PdfDictionary[] | null {
  const found: PdfDictionary[] = [];
  const budget = WALK_CHARS_MIN + WALK_FACTOR_MAX * text.length;
  let walked = 0;
  let seen = 0;
  for (const match of text.matchAll(/(?<!end)obj|trailer/g)) {
    seen += 1;
    const start = afterSpace(text, match.index + match[0].length);
    const end = text.startsWith("<<", start) ? endOfDictionary(text, start, budget - walked) : start;
    walked += end - match.index;
    if (seen > max || walked > budget) return null;
    if (end === start) continue;
    const next = afterSpace(text, end);
    const streamAt = text.startsWith("stream", next) ? lineAfter(text, next + 6) : null;
    const raw = text.slice(start, end);
    const object = NUMBERED.exec(text.slice(Math.max(0, match.index - NUMBER_CHARS_MAX), match.index))?.[1] ?? null;
    found.push({ text: unescapeNames(raw), streamAt, object, top: unescapeNames(topOf(raw)) });
  }
  return found;
}

const NUMBER_CHARS_MAX = 40;
const NUMBERED = /(?:^|[\s>bm])0*(\d{1,9})\s+\d+\s*$/;

function topOf(dictionary: string): string {
  const parts: string[] = [];
  let depth = 0;
  for (let at = 0; at < dictionary.length;) {
    const pair = dictionary.slice(at, at + 2);
    const end = endOfHidden(dictionary, at) ?? at + (pair === "<<" || pair === ">>" ? 2 : 1);
    depth += pair === "<<" ? 1 : 0;
    parts.push(depth === 1 && end === at + 1 ? (dictionary[at] ?? "") : " ");
    depth -= pair === ">>" ? 1 : 0;
    at = end;
  }
  return parts.join("");
}

/** Where the string or the comment ends that begins here; null where none does. */
function endOfHidden(text: string, at: number): number | null {
  if (text[at] === "(") return endOfString(text, at, text.length);
  return text[at] === "%" ? lineAfter(text, at) : null;
}

/** The known filters of a stream in the order they are undone; `indirect` where they stand in another object. */
export function filtersOf(dictionary: string): string[] {
  // A filter stated twice counts twice: which statement holds is the reader's choice.
  const stated = Array.from(
    dictionary.matchAll(/\/(?:Filter|F)\s*(\[[^\]]*\]?|\/[^\s/[\]<>()]+|\d+\s+\d+\s+R)/g),
    ([, value = ""]) => value,
  );
  if (stated.some((value) => /\d\s+\d+\s+R/.test(value))) return ["indirect"];
  return stated.flatMap((value) =>
    Array.from(value.matchAll(/\/([A-Za-z0-9]+)/g), ([, name = ""]) => LONG_NAMES[name] ?? name),
  );
}

const LONG_NAMES: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  LZW: "LZWDecode",
  A85: "ASCII85Decode",
  AHx: "ASCIIHexDecode",
  RL: "RunLengthDecode",
};

export function numbersIn(text: string): StatedNumbers {
  const found = new Map<string, number[]>();
  for (const [, object = "", value] of text.matchAll(/(\d{1,7})\s{1,9}\d{1,5}\s{1,9}obj\s{1,9}(\d{1,9})\s/g)) {
    found.set(object, [...(found.get(object) ?? []).slice(1 - REWRITES_MAX), Number(value)]);
  }
  return found;
}

/** How often an object may be written anew; the last ones hold. */
const REWRITES_MAX = 8;

/** Every number stated under these names (`A|B`), there or in the object that it refers to. */
export function numbersOf(dictionary: string, names: string, elsewhere: StatedNumbers): number[] {
  const stated = dictionary.matchAll(new RegExp(`/(?:${names})\\s+(\\d+)(\\s+\\d+\\s+R)?`, "g"));
  return Array.from(stated).flatMap(([, number = "", reference]) =>
    reference === undefined ? [Number(number)] : (elsewhere.get(number) ?? []),
  );
}

/** The largest stated length of a stream behind which `endstream` really stands; null where none does. */
export function lengthOf(bytes: Uint8Array, { text, streamAt }: PdfStream, elsewhere: StatedNumbers): number | null {
  const trusted = numbersOf(text, "Length", elsewhere).filter((length) => endsAt(bytes, streamAt + length));
  return trusted.length === 0 ? null : Math.max(...trusted);
}

function endsAt(bytes: Uint8Array, at: number): boolean {
  return /^\s*endstream/.test(asciiOf(bytes.subarray(at, at + 12)));
}

/** Just behind the `>>` that closes the `<<` at `start`; strings and comments may hold anything. */
function endOfDictionary(text: string, start: number, budget: number): number {
  const limit = Math.min(text.length, start + budget + 1);
  let depth = 0;
  let at = start;
  while (at < limit) {
    const character = text[at];
    if (character === "(") at = endOfString(text, at, limit);
    else if (character === "%") at = lineAfter(text, at);
    else if (character === "<" && text[at + 1] === "<") {
      depth += 1;
      at += 2;
    } else if (character === ">" && text[at + 1] === ">") {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else at += 1;
  }
  return limit;
}

function endOfString(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth === 0) return at + 1;
  }
  return limit;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (SPACE.has(text[at] ?? "")) at += 1;
    if (text[at] !== "%") return at;
    at = lineAfter(text, at);
  }
}

const SPACE = new Set(["\0", "\t", "\n", "\f", "\r", " "]);

function lineAfter(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
}

/** `/#4aS` is `/JS` to a reader. */
export function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
