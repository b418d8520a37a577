import { decimalsOf, isExact } from "#kernel";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { isA, tokenAt, type Token } from "../words/tokens.ts";
import { isCount, isMore, isSoldAt } from "./counts.ts";
import { priced, type Count } from "./prices.ts";
import { isSlot } from "./slots.ts";
import type { Span } from "./spans.ts";

/** The number below which a bare figure beside a scaled one shares its scale without doubt. */
const INHERITED_BELOW = 100;
/** Beside so many lucas a figure of hundreds is lucas too; beside fewer it may be coins. */
const LIKE_HUNDREDS = 20;
const THOUSAND = 1_000;

/**
 * Which candidates are amounts, and what each is worth: counts of things go, bare numbers inherit the scale said before
 * them («pan 5 lucas y bencina 20»), ranges and undecidable figures keep their readings, prices of one become the price of all.
 * @param talked every figure of the message: also one that is only spoken of lends its scale
 */
export function settle(message: Message, candidates: readonly Span[], talked: readonly Span[] = candidates): Span[] {
  if (candidates.length === 0) return [];
  const figures = joinRanges(message, withoutRepeats(message, candidates));
  const counts: Count[] = [];
  const kept: Span[] = [];
  const plain = figures.filter((span) => span.marked || span.grouped).length;
  for (const [at, span] of figures.entries()) {
    const others = plain > (span.marked || span.grouped ? 1 : 0);
    const next = figures[at + 1];
    if (
      isCount(message, span, others) ||
      isSoldAt(message, span, next) ||
      isMore(message, span, { counts, kept, next })
    ) {
      counts.push({ at: span.from, value: span.coefficient });
      take(message, span, "quantity");
    } else {
      kept.push(span);
    }
  }
  const said = kept.some((span) => span.marked || span.grouped);
  const amounts = kept.filter((span) => span.marked || span.grouped || !said || isSlot(message, span, kept));
  for (const span of amounts) take(message, span, "money");
  const lent = talked.find((span) => span.marked && span.scale > 1 && !candidates.includes(span)) ?? null;
  return withoutSums(
    message,
    priced(
      message,
      inherit(message, amounts, lent).map((span) => signed(message, discounted(message, span))),
      counts,
    ),
  );
}

/** «35 lucas de pan menos 10 % de descuento»: what is left is paid. */
function discounted(message: Message, span: Span): Span {
  const reach = { from: span.to, to: span.to + LESS_REACH_TOKENS };
  const less = message.tokens.findIndex((token, at) => at >= reach.from && at < reach.to && token.key === "menos");
  const percent = Number(tokenAt(message.tokens, less + 1).text.replace(",", "."));
  if (span.amount_minor === null || less < 0 || keyAt(message, less + 2) !== "%") return span;
  if (!(percent > 0 && percent < 100)) return span;
  const named = keyAt(message, less + 3) === "de" && keyAt(message, less + 4) === "descuento";
  take(message, { from: less, to: less + (named ? 5 : 3) }, "aside");
  return { ...span, amount_minor: span.amount_minor - Math.round((span.amount_minor * percent) / 100) };
}

const LESS_REACH_TOKENS = 6;

/** «vendí -5 lucas»: nobody sells less than nothing, so it is asked what was meant. */
function signed(message: Message, span: Span): Span {
  const [sign, before] = [tokenAt(message.tokens, span.from - 1), tokenAt(message.tokens, span.from - 2)];
  const negative = /^[-−]$/.test(sign.text) && !sign.glued && before.kind === "word";
  if (!negative || !tokenAt(message.tokens, span.from).glued || span.amount_minor === null) return span;
  return asked(span, [span.amount_minor]);
}

/** «$18.000 (dieciocho mil pesos)»: the same amount said again is one amount. */
function withoutRepeats(message: Message, spans: readonly Span[]): Span[] {
  return spans.filter((span, i) => {
    const before = spans[i - 1];
    if (!before || before.amount_minor === null || before.amount_minor !== span.amount_minor) return true;
    const between = message.tokens.slice(before.to, span.from);
    const repeats = between.some((token) => AGAIN.has(token.key)) && between.every((token) => AGAIN.has(token.key));
    if (repeats) take(message, span, "aside");
    return !repeats;
  });
}

const AGAIN: ReadonlySet<string> = new Set(["(", "=", "osea", "sea", "o"]);

/** Bare numbers take the scale of the last scaled amount: «pan 5 lucas y bencina 20». */
function inherit(message: Message, spans: readonly Span[], lent: Span | null): Span[] {
  let last: Span | null = lent;
  let full = false;
  return spans.map((span) => {
    // «pan 3 lucas, diario 1.200, micro 800»: hundreds behind pesos in full are pesos too.
    const literal = full && span.amount_minor !== null && span.coefficient >= INHERITED_BELOW;
    const settled = span.marked || literal || span.readings.length > 0 ? span : bare(message, span, last);
    if (settled.scale > 1 && settled.marked) last = settled;
    full = span.grouped && !span.marked;
    return settled;
  });
}

function bare(message: Message, span: Span, last: Span | null): Span {
  if (span.amount_minor === null && last && last.scale > 1 && span.coefficient > 0) return scaledLike(span, last);
  if (span.amount_minor === null || span.grouped) return span;
  const askBelow = message.pack.bare_asked_below;
  const literal = span.amount_minor;
  if (last === null) {
    return span.coefficient < askBelow ? asked(span, [literal, literal * THOUSAND]) : span;
  }
  if (span.coefficient >= THOUSAND || isShopPrice(span)) return span;
  if (last.scale > THOUSAND) return asked(span, [literal * THOUSAND, literal * last.scale]);
  if (span.coefficient < INHERITED_BELOW || last.coefficient >= LIKE_HUNDREDS) {
    return { ...span, amount_minor: literal * last.scale, scale: last.scale, marked: true };
  }
  return askBelow > 0 ? asked(span, [literal, literal * last.scale]) : span;
}

/** «3 bolsas a 990 cada una» beside lucas: prices of shops end so, thousands of lucas do not. */
function isShopPrice({ coefficient }: Span): boolean {
  return coefficient > INHERITED_BELOW && coefficient % 100 === 90;
}

/** «… 3,5 lucas, … 4,8»: a fraction of pesos is none, of lucas it is. */
function scaledLike(span: Span, last: Span): Span {
  const amount = Math.round(span.coefficient * last.scale * 10 ** decimalsOf(span.currency));
  if (!isExact(amount)) return span;
  return { ...span, amount_minor: amount, scale: last.scale, marked: true };
}

function asked(span: Span, readings: number[]): Span {
  return { ...span, amount_minor: null, readings: readings.filter(isExact) };
}

/** «20 o 30 lucas», «entre 20 y 30 lucas», «20-30 lucas»: two readings of one amount. */
function joinRanges(message: Message, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && isCorrected(message, before, span)) joined[joined.length - 1] = span;
    else if (before && isRange(message, before, span)) joined[joined.length - 1] = ranged(before, span);
    else joined.push(span);
  }
  return joined;
}

/** «sesenta mil, eh no, perdón, setenta mil»: who corrects themselves means the last. */
function isCorrected(message: Message, first: Span, second: Span): boolean {
  // «… en verduras, no perdón, fueron veinte»: what takes it back stands right before the second.
  let at = second.from;
  while (at > first.to && isHesitation(tokenAt(message.tokens, at - 1))) at--;
  // «tres mil no trece mil»; «380, no 350» denies the second.
  if (at === first.to && second.from === first.to + 1 && keyAt(message, at) === "no") return true;
  return message.tokens.slice(at, second.from).some((token) => TAKEN_BACK.has(token.key));
}

function isHesitation({ kind, key }: Token): boolean {
  return (kind === "mark" && key !== "\n") || HESITATIONS.has(key);
}

export const TAKEN_BACK: ReadonlySet<string> = new Set("perdon digo dicho sorry corrijo miento mentira".split(" "));
const HESITATIONS: ReadonlySet<string> = new Set(
  "no eh mm mmm ah uy ups ay po pos pues perdon digo mejor dicho sorry corrijo miento mentira o sea osea eran son era fueron quise decir en realidad verdad espera".split(
    " ",
  ),
);

function isRange(message: Message, low: Span, high: Span): boolean {
  if (high.from !== low.to + 1) return false;
  const between = keyAt(message, low.to);
  if (between === "o" || between === "u" || between === "ou" || between === "or") return true;
  // «cilindros de 15 a 24.500»: nobody leaves open so much.
  const near = high.coefficient * high.scale < RANGE_TIMES_MAX * low.coefficient * Math.max(low.scale, high.scale);
  if (between === "a" && near && /^(?:de|entre)$/.test(keyAt(message, low.from - 1))) return true;
  if (between === "-" || between === "–") return !low.marked && high.coefficient > low.coefficient;
  return between === message.tongue.numbers.and && /^(?:entre|between)$/.test(keyAt(message, low.from - 1));
}

const RANGE_TIMES_MAX = 50;

function ranged(low: Span, high: Span): Span {
  const unitMinor = 10 ** decimalsOf(high.currency);
  const first = low.marked ? low.amount_minor : Math.round(low.coefficient * unitMinor * high.scale);
  const said = [first, high.amount_minor, ...low.readings, ...high.readings];
  const readings = said.filter((value): value is number => value !== null && value > 0);
  return { ...high, from: low.from, amount_minor: null, readings, coefficient: low.coefficient };
}

/** A total said beside its parts stands for them: «… en total 30 lucas»; «25 lucas: 20 en bencina y 5 en pan». */
function withoutSums(message: Message, spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const total = spans.find((span) => isTotal(message, span));
  if (total) return [withSplit(message, total, spans)];
  const [first, ...parts] = spans;
  const [next] = parts;
  if (!first || !next || parts.length < 2 || parts.some((part) => part.amount_minor === null)) return [...spans];
  const sum = parts.reduce((so_far, part) => so_far + (part.amount_minor ?? 0), 0);
  if (sum !== first.amount_minor || namesAnything(message, first, next)) return [...spans];
  // «vendí 45.000, 30.000 en efectivo y 15.000 con tarjeta»: how it was paid makes no movements.
  return parts.every((part) => isMeans(message, part)) ? [first] : parts;
}

/** «neto 40.000, IVA 7.600, total 47.600». */
function withSplit(message: Message, total: Span, spans: readonly Span[]): Span {
  const labelled = (words: ReadonlySet<string>) =>
    spans.find((span) => [1, 2].some((back) => words.has(keyAt(message, span.from - back))))?.amount_minor ?? null;
  const [net_minor, tax_minor] = [labelled(NET), labelled(TAX)];
  if (net_minor === null || tax_minor === null || net_minor + tax_minor !== total.amount_minor) return total;
  for (const [at, { key }] of message.tokens.entries())
    if (NET.has(key) || TAX.has(key)) take(message, { from: at, to: at + 1 }, "tax");
  return { ...total, split: { net_minor, tax_minor } };
}

const NET: ReadonlySet<string> = new Set("neto neta net subtotal".split(" "));
const TAX: ReadonlySet<string> = new Set("iva igv impuesto tax".split(" "));

function isMeans(message: Message, part: Span): boolean {
  return phraseAt(message.tongue.paid_with, message.tokens, { from: part.to, to: message.tokens.length }) !== null;
}

/** Between a total and its parts stands nothing but a mark: «25 lucas: 20 en bencina …». */
function namesAnything(message: Message, total: Span, part: Span): boolean {
  for (let at = total.to; at < part.from; at++) {
    const token = tokenAt(message.tokens, at);
    if (token.kind === "word" && !isA(token, TRAIT.filler)) return true;
  }
  return false;
}

function isTotal(message: Message, span: Span): boolean {
  const { total } = message.tongue;
  const before = [keyAt(message, span.from - 1), keyAt(message, span.from - 2)];
  const behind = keyAt(message, span.to) === "en" ? keyAt(message, span.to + 1) : keyAt(message, span.to);
  return before.some((key) => total.has(key)) || total.has(behind);
}
