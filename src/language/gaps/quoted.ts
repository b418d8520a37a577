import { tame, type CivilDate, type Currency } from "#kernel";
import { readAmount } from "../answer.ts";
import { dateSpans } from "../dates/find-dates.ts";
import { setAside } from "../money/not-money.ts";
import { settle } from "../money/settle.ts";
import { moneySpans } from "../money/spans.ts";
import type { ClassifyRequest } from "../reading.ts";
import { messageOf, type Message } from "../words/message.ts";
import { tokenAt, tokenize, written, type Range } from "../words/tokens.ts";

// What somebody says that a message says, found again in it. What is not there is null.

/** An amount that the rules read, and its very words. */
export type AmountRead = { text: string; start: number; end: number; amount_minor: number; currency: Currency };

const PIECE_TOKENS_MAX = 8;
const PIECE_CHARS_MAX = 60;

/** The amounts that the rules are sure of, from left to right: 5.000 and 20.000 of «pan 5 lucas, bencina 20». */
export function amountsRead(request: ClassifyRequest): AmountRead[] {
  const message = messageOf(request.text, request.country, request);
  setAside(message);
  dateSpans(message);
  return settle(message, moneySpans(message)).flatMap((span) => {
    const first = message.tokens[span.from];
    const last = message.tokens[span.to - 1];
    if (span.amount_minor === null || span.amount_minor <= 0 || !first || !last) return [];
    const { amount_minor, currency } = span;
    return [{ text: written(message, span), start: first.start, end: last.end, amount_minor, currency }];
  });
}

/**
 * The amount that a quoted piece of the message points at («5 lucas»): the piece holds all words of one amount that the
 * rules read in the whole message, and no part of another number.
 */
export function amountAt(request: ClassifyRequest, quote: string): AmountRead | null {
  const { text, tokens } = messageOf(request.text, request.country, request);
  const piece = quote.normalize("NFC").trim();
  if (piece === "") return null;
  const read = amountsRead(request);
  const numbers = tokens.filter(({ kind }) => kind === "number");
  const meant = placesOf(text, piece).map((start) => {
    const place = { start, end: start + piece.length };
    const [only, ...others] = read.filter((one) => overlaps(one, place));
    if (!only || others.length > 0 || only.start < place.start || only.end > place.end) return null;
    return numbers.some((number) => overlaps(number, place) && !overlaps(number, only)) ? null : only;
  });
  const [first] = meant;
  return first && meant.every((one) => one?.amount_minor === first.amount_minor) ? first : null;
}

/** The amount that a piece points at and is worth when read by itself: of «3 a 5 lucas», «5 lucas» is the price of one. */
export function amountQuoted(request: ClassifyRequest, quote: string): AmountRead | null {
  const amount = amountAt(request, quote);
  if (!amount) return null;
  const alone = readAmount(quote.trim(), { country: request.country, currency: amount.currency });
  return alone === amount.amount_minor ? amount : null;
}

/** The days that the rules read in the message: «ayer» one, «el lunes» both sides of today. */
export function datesRead(request: ClassifyRequest): CivilDate[] {
  const message = messageOf(request.text, request.country, request);
  setAside(message);
  return dateSpans(message).flatMap(({ past, future, when }) =>
    when === "past" ? [past] : when === "future" ? [future] : [past, future],
  );
}

/**
 * Words quoted from the message, as the message writes them («Pan» for «pan»): neighbours there too, none of them a
 * number, a line break or a piece of an address.
 */
export function wordsQuoted(request: ClassifyRequest, quote: string | null): string | null {
  if (quote === null) return null;
  const message = messageOf(request.text, request.country, request);
  const wanted = tokenize(quote.normalize("NFC")).map(({ key }) => key);
  if (wanted.length === 0 || wanted.length > PIECE_TOKENS_MAX) return null;
  const from = message.tokens.findIndex((_, at) =>
    wanted.every((key, i) => tokenAt(message.tokens, at + i).key === key),
  );
  if (from < 0) return null;
  const range = { from, to: from + wanted.length };
  if (!areWords(message, range) || isInAddress(message, range)) return null;
  const words = tame(written(message, range), PIECE_CHARS_MAX);
  return words === "" ? null : words;
}

function areWords(message: Message, { from, to }: Range): boolean {
  const tokens = message.tokens.slice(from, to);
  const says = tokens.some(({ kind, key }) => kind === "word" && !message.tongue.fillers.has(key));
  return says && tokens.every(({ kind, text }) => kind === "word" || /^[&'’-]$/.test(text));
}

/** «pagar.cl», «a@b.cl», «https://…»: whatever is written without a space around the words. */
function isInAddress({ text, tokens }: Message, { from, to }: Range): boolean {
  const [first, last] = [tokenAt(tokens, from), tokenAt(tokens, to - 1)];
  let start = first.start;
  while (start > 0 && text.charAt(start - 1).trim() !== "") start--;
  let end = last.end;
  while (end < text.length && text.charAt(end).trim() !== "") end++;
  return /[@/\\:]|\.[\p{L}\d]|^www$/iu.test(text.slice(start, end));
}

function placesOf(text: string, piece: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push(at);
  return places;
}

type Stretch = { start: number; end: number };

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && one.end > other.start;
}
