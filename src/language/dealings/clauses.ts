import type { Span } from "../money/spans.ts";
import type { Cue } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, type Message, type Use } from "../words/message.ts";
import { mayOpen, type Found } from "../words/phrases.ts";
import { endsSentence, isA, tokenAt, type Range } from "../words/tokens.ts";
import { cuesIn } from "./cue.ts";

/** The part of a message that speaks about one amount. */
export type Clause = {
  from: number;
  to: number;
  span: Span;
  cues: Found<Cue>[];
  /** It tells what a payment leaves to be paid: the clause before it. */
  is_rest?: true;
};

/**
 * Cuts the message between its amounts, so that every amount has the words that belong to it:
 * «pagué 300 lucas de arriendo | y 20 de luz».
 */
export function clausesOf(message: Message, spans: readonly Span[], cues: readonly Found<Cue>[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  spans.forEach((span, index) => {
    const next = spans[index + 1];
    const to = next ? cutBetween(message, { start: from, span, next }, cues) : message.tokens.length;
    clauses.push({ from, to, span, cues: cuesBetween(cues, from, to) });
    from = to;
  });
  return clauses;
}

/** The cues of a message («pagué», «venta», «me deben»), those inside dates, amounts and questions left out. */
export function cuesOf(message: Message): Found<Cue>[] {
  return cuesIn(message, { from: 0, to: message.tokens.length }).filter(
    (cue) =>
      OPEN.has(message.uses[cue.from] ?? "aside") &&
      message.uses[cue.to - 1] !== "aside" &&
      !isCopper(message, cue.from),
  );
}

/** «codos de cobre», not «cobré». */
function isCopper(message: Message, at: number): boolean {
  const { key, accented } = tokenAt(message.tokens, at);
  return key === "cobre" && accented === null && /^(?:de|en|el)$/.test(keyAt(message, at - 1));
}

const OPEN: ReadonlySet<Use> = new Set(["free", "name"]);

function cuesBetween(cues: readonly Found<Cue>[], from: number, to: number): Found<Cue>[] {
  return cues.filter((cue) => cue.from >= from && cue.from < to);
}

type Gap = { start: number; span: Span; next: Span };

function cutBetween(message: Message, gap: Gap, all: readonly Found<Cue>[]): number {
  const { span, next } = gap;
  const hard = hardMark(message, { from: span.to, to: next.from });
  if (hard >= 0) return hard + 1;
  const cues = cuesBetween(all, span.to, next.from);
  const cue = cues.find((one) => one.means.rank >= 2 && !isSaidOf(message, span, one));
  const soft = softMarks(message, span.to, next.from);
  // «210 mil x ventas y salieron 95»: another verb behind «y» begins what comes next.
  const later = cue && soft.find((mark) => mark > cue.from && cues.some((one) => one.from > mark));
  if (later !== undefined) return later + 1;
  if (cue) return startOfSaying(message, span.to, cue.from);
  if (soft[0] === span.to) return span.to + 1;
  const last = soft.at(-1);
  if (last !== undefined) return last + 1;
  return namesComeFirst(message, gap) ? span.to : beforePrepositions(message, span.to, next.from);
}

/** «48.000 vendidos en peces»: a participle right behind its amount. */
function isSaidOf(message: Message, span: Span, cue: Found<Cue>): boolean {
  return cue.from === span.to && /[ai]d[oa]s?$/.test(keyAt(message, cue.from));
}

/** The last separator before a verb, else the verb itself. */
function startOfSaying(message: Message, from: number, verb: number): number {
  const marks = softMarks(message, from, verb);
  return (marks.at(-1) ?? verb - 1) + 1;
}

/** «pan 5 lucas bencina 20»: the thing stands before its amount. */
function namesComeFirst(message: Message, gap: Gap): boolean {
  let start = gap.start;
  for (let at = gap.start; at < gap.span.from; at++) if (isCueWord(message, at)) start = at + 1;
  for (let at = start; at < gap.span.from; at++) {
    const token = tokenAt(message.tokens, at);
    const content = message.uses[at] === "free" && token.kind === "word" && !isA(token, TRAIT.filler);
    if (content && !isCueWord(message, at)) return true;
  }
  return false;
}

function isCueWord(message: Message, at: number): boolean {
  return mayOpen(message.tongue.cues, tokenAt(message.tokens, at));
}

function beforePrepositions(message: Message, from: number, to: number): number {
  let cut = to;
  while (cut > from && isAt(message, cut - 1, TRAIT.filler)) cut--;
  return cut;
}

function softMarks(message: Message, from: number, to: number): number[] {
  const marks: number[] = [];
  for (let at = from; at < to; at++) if (isSoft(message, at)) marks.push(at);
  return marks;
}

function isSoft(message: Message, at: number): boolean {
  const token = tokenAt(message.tokens, at);
  if (message.uses[at] !== "free") return false;
  return token.kind === "mark" ? /^[,+/|•–—-]$/.test(token.text) : isA(token, TRAIT.separator);
}

function hardMark(message: Message, range: Range): number {
  for (let at = range.from; at < range.to; at++) {
    const token = tokenAt(message.tokens, at);
    if (token.kind === "mark" && endsSentence(token.text)) return at;
  }
  return -1;
}
