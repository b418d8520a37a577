import { decimalsOf, isExact, minorPerUnit, type CivilDate, type Currency } from "#kernel";
import { dateSpans } from "../dates/find-dates.ts";
import type { DateSpan } from "../dates/span.ts";
import { expenseCategory, incomeCategory, namedCategory } from "../dealings/category.ts";
import { cuesIn, verbsIn } from "../dealings/cue.ts";
import { isHowMany, isOfPart } from "../money/how-many.ts";
import { setAside } from "../money/not-money.ts";
import { inScaleOf } from "../money/scale-of.ts";
import { moneySpans, type Span } from "../money/spans.ts";
import { taxed, taxOf } from "../money/tax.ts";
import type { LastEntry, Patch } from "../reading.ts";
import type { Cue } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { afresh, isAt, keyAt, take, type Message } from "../words/message.ts";
import { allPhrases } from "../words/phrases.ts";
import { tokenAt, written, type Range } from "../words/tokens.ts";
import { isRenaming, isTitled, nameSaid } from "./name-said.ts";
import { isDenied, isNegated } from "./negation.ts";
import { aboutLast, announcedInside, DENIALS, headOf, isOld, type Head } from "./correction-head.ts";

/** A correction of the last entry: what changes, and the amounts offered where the words leave two. */
export type Correction = {
  patch: Patch;
  readings: number[];
  currency: Currency;
  asks: "what_to_change" | null;
  /** «no, fue en bencina»: the thing that the category was told by, where its own name was not said. */
  thing: string | null;
};

/** Reads «no, eran 45», «fue ayer», «era para insumos»; null where the message corrects nothing. */
export function correctionOf(message: Message, last: LastEntry | null): Correction | null {
  const head = anyHead(message, last);
  if (!head || !isForOurBooks(message)) return null;
  const currency = last?.currency ?? message.pack.currency;
  const unsaid: Correction = { patch: {}, readings: [], currency, asks: "what_to_change", thing: null };
  if (head.mistake && head.to >= lastWord(message)) {
    const amount = withZeros(message, last);
    return amount === null ? unsaid : { ...unsaid, patch: { amount_minor: amount }, asks: null };
  }
  const read = changesBehind(message, head.to, last);
  if (tellsAnother(message, { head, read, last })) return null;
  if (Object.keys(read.patch).length > 0 || read.readings.length > 0) return { ...read, currency, asks: null };
  return head.mistake || head.asksChange ? unsaid : null;
}

/** Neither a question nor «ese mensaje era para mi señora». */
function isForOurBooks(message: Message): boolean {
  if (message.tokens.some((token) => ELSEWHERE.has(token.key))) return false;
  return message.tokens.at(-1)?.text !== "?" || DENIALS.has(keyAt(message, 0));
}

const ELSEWHERE: ReadonlySet<string> = new Set("mensaje chat mensagem message".split(" "));

/** What announces the correction; where nothing was written down before, only words that say so themselves do. */
function anyHead(message: Message, last: LastEntry | null): Head | null {
  const head = headOf(message) ?? aboutLast(message, last) ?? announcedInside(message, last);
  return head && (last !== null || head.explicit || head.denies) ? head : null;
}

function lastWord(message: Message): number {
  let at = message.tokens.length;
  while (at > 0 && tokenAt(message.tokens, at - 1).kind === "mark") at--;
  return at;
}

/**
 * A deal of its own behind words that could announce a correction: «perdón la demora, ayer vendí 64.500», «perdón, la luz
 * 5 lucas» after bencina, «no fue un mal día, vendimos 230 mil».
 */
function tellsAnother(message: Message, told: { head: Head; read: Changes; last: LastEntry | null }): boolean {
  const { head, read, last } = told;
  const { patch } = read;
  if (patch.amount_minor === undefined && read.readings.length === 0) return false;
  const another = patch.category !== undefined && patch.category !== last?.category;
  if (head.sorry && another) return true;
  const verb = verbBehind(message, head.to);
  if (!verb) return false;
  if (head.sorry || another) return true;
  return !(head.restates || head.mistake || head.asksChange || isSameAgain(message, verb, told));
}

function verbBehind(message: Message, from: number): Cue | null {
  return verbsIn(message, { from, to: message.tokens.length })[0]?.means ?? null;
}

/** «no, pagué 45»: the same kind of deal denied and told again, without a day or a party of its own. */
function isSameAgain(message: Message, verb: Cue, told: { read: Changes; last: LastEntry | null }): boolean {
  const { patch } = told.read;
  if (!DENIALS.has(keyAt(message, 0)) || verb.type !== told.last?.type) return false;
  return patch.date === undefined && patch.counterparty === undefined;
}

type Changes = { patch: Patch; readings: number[]; thing: string | null };

/** Behind what announces the correction, and of which entry. */
type Behind = { from: number; last: LastEntry | null };

/** Works on a copy: where nothing is corrected, the message is read again as what else it may be. */
function changesBehind(original: Message, from: number, last: LastEntry | null): Changes {
  const message = afresh(original);
  setAside(message);
  const dates = dateSpans(message);
  const counts = moneySpans(message).some((span) => span.to > from && isBesideIt(message, span, from));
  const { amount, readings } = figureSaid(message, from, last);
  const date = daySaid(message, dates, { from, last });
  const patch: Patch = {};
  if (amount !== null) patch.amount_minor = amount;
  if (date !== null) patch.date = date;
  const beside = amount !== null || date !== null || readings.length > 0;
  // «son 4 empanadas» tells what was bought, and puts nothing right.
  if (counts && !beside) return { patch, readings, thing: null };
  const { thing, ...dealing } = dealingSaid(message, { from, last, beside });
  return { patch: { ...patch, ...dealing.patch }, readings, thing };
}

/** The amount that is right, or the readings that its words leave open; takes its tokens and those of every tax. */
function figureSaid(message: Message, from: number, last: LastEntry | null): Figure {
  const span = rightSpan(message, from, last);
  if (!span) return { amount: withTax(message, last) ?? withZeros(message, last), readings: [] };
  take(message, span, "money");
  taxOf(message, 0, message.tokens.length);
  const amount = amountOf(message, span, last);
  if (amount !== null) return { amount, readings: [] };
  return { amount, readings: span.readings.length > 0 ? [...span.readings] : literalReadings(message, span) };
}

/** A number that is no amount, or the amount of something else on the same paper. */
function isBesideIt(message: Message, span: Span, from: number): boolean {
  return isHowMany(message, span, from) || isOfPart(message, span);
}

type Figure = { amount: number | null; readings: number[] };

/** Of «no eran 45 sino 54» and «de 45 a 54» the last is right. */
function rightSpan(message: Message, from: number, last: LastEntry | null): Span | undefined {
  const spans = moneySpans(message).filter((span) => span.to > from && !isBesideIt(message, span, from));
  const fresh = spans.filter((one) => !isRefused(message, one) && !(spans.length > 1 && isOld(message, one, last)));
  return fresh.at(-1) ?? spans.at(-1);
}

/** «fue ayer», «es de ayer, no de hoy»; «recién» names no day. */
function daySaid(message: Message, dates: readonly DateSpan[], { from, last }: Behind): CivilDate | null {
  const date = dates.filter((one) => one.to > from && !isDenied(message, one.from)).at(-1);
  if (!date || (date.past === message.today && keyAt(message, date.from) === "recien")) return null;
  // «no, mañana te mando 2»: nothing was spent on a day that is still to come.
  if (date.past > message.today && last !== null && last.type !== "deuda") return null;
  return date.when === "future" && last?.type === "deuda" ? date.future : date.past;
}

/**
 * What else is put right: the type, else the category; a name only where neither is.
 * @param place.beside an amount or a day is put right as well
 */
function dealingSaid(message: Message, place: Behind & { beside: boolean }): { patch: Patch; thing: string | null } {
  const { from, last, beside } = place;
  const patch: Patch = {};
  const name = nameSaid(message, from);
  const { category, thing } = name !== null && isRenaming(message) ? UNSAID : categorySaid(message, from, last);
  const type = typeSaid(message, from, beside || category !== null || name !== null);
  if (type && type !== last?.type) patch.type = type;
  else if (category && (category !== last?.category || !beside)) patch.category = category;
  if (name && !category && !type) patch.counterparty = name;
  return { patch, thing };
}

/** «era más IVA»: the last amount with its tax; takes the words of every tax. */
function withTax(message: Message, last: LastEntry | null): number | null {
  const said = taxOf(message, 0, message.tokens.length);
  const percent = message.pack.tax_percent;
  if (said?.kind !== "added" || percent === null || !last?.amount_minor) return null;
  return taxed(last.amount_minor, "added", percent).gross_minor;
}

/** «le sobra un cero», «me comí un cero». */
function withZeros(message: Message, last: LastEntry | null): number | null {
  const zero = message.tokens.findIndex(
    (token) => token.key === "cero" || token.key === "ceros" || token.key === "zero",
  );
  if (zero < 0 || !last?.amount_minor) return null;
  // «un cero de más»
  const behind = keyAt(message, zero + 1) === "de" ? keyAt(message, zero + 2) : "";
  const said = [...message.tokens.slice(0, zero).map((token) => token.key), behind];
  if (said.some((key) => MISSING.has(key))) return last.amount_minor * 10;
  const tenth = last.amount_minor / 10;
  return said.some((key) => SPARE.has(key)) && Number.isInteger(tenth) ? tenth : null;
}

const MISSING: ReadonlySet<string> = new Set("falta falto faltaba comi menos".split(" "));
const SPARE: ReadonlySet<string> = new Set("sobra sobro sobraba mas demas".split(" "));

/** «eran 62, no 26». */
function isRefused(message: Message, span: Span): boolean {
  return span.from > 1 && message.tongue.negations.has(keyAt(message, span.from - 1));
}

function amountOf(message: Message, span: Span, last: LastEntry | null): number | null {
  const currency = last?.currency ?? message.pack.currency;
  if (span.amount_minor === null) return null;
  if (span.marked || span.grouped) return span.amount_minor;
  const literal = decimalsOf(span.currency) === decimalsOf(currency) ? span.amount_minor : null;
  if (literal === null) return null;
  if (last?.amount_minor) return inScaleOf(literal, last.amount_minor, message.pack.bare_asked_below > 0);
  return span.coefficient < message.pack.bare_asked_below ? null : literal;
}

function literalReadings(message: Message, span: Span): number[] {
  const literal = Math.round(span.coefficient * minorPerUnit(message.pack.currency));
  return literal > 0 ? [literal, literal * 1_000].filter(isExact) : [];
}

/** «era ingreso», «es un gasto», «fue fiado». @param beside other values were said, so that a verb tells no type */
function typeSaid(message: Message, from: number, beside: boolean): "ingreso" | "egreso" | "deuda" | null {
  const range = { from: Math.max(0, from - 2), to: message.tokens.length };
  const [credit] = allPhrases(message.tongue.on_credit, message.tokens, range);
  if (credit && !isNegated(message, credit.from)) return "deuda";
  for (const cue of cuesIn(message, range)) {
    if ((cue.to <= from - 1 || beside) && cue.means.rank !== 2) continue;
    // «ese pago era de Camila» says which, not what kind.
    const pointed = cue.means.rank === 2 && POINTING.has(keyAt(message, cue.from - 1));
    if (cue.means.type !== "transferencia" && !pointed && !isNegated(message, cue.from)) return cue.means.type;
  }
  for (let at = from; at < message.tokens.length; at++)
    if (/^(?:deuda|debt|divida)$/.test(keyAt(message, at))) return "deuda";
  return null;
}

const POINTING: ReadonlySet<string> = new Set("ese esa este esta esse essa that this".split(" "));

/** The category that is named and not denied: «no es comida, es insumo», «era marketing, lo dejaste como otros gastos». */
function categorySaid(message: Message, from: number, last: LastEntry | null): CategorySaid {
  const look = last?.type === "ingreso" ? incomeCategory : expenseCategory;
  const ranges: Range[] = [{ from, to: message.tokens.length }];
  for (let tries = 0; tries < CATEGORIES_DENIED_MAX; tries++) {
    const range = ranges.shift();
    if (!range) return UNSAID;
    const named = namedCategory(message, range.from, range.to);
    const found = named ?? look(message, range.from, range.to);
    if (!found) continue;
    if (!isNegated(message, found.from) && !isTitled(message, found.from) && !isAsPut(message, found.from))
      return { category: found.category, thing: named ? null : thingSpentOn(message, found) };
    ranges.push({ from: found.to, to: range.to }, { from: range.from, to: found.from });
  }
  return UNSAID;
}

/** «no, fue en bencina»; «eso es publicidad», «ponlo como retiro» say which category is right, not which thing. */
function thingSpentOn(message: Message, found: Range): string | null {
  const at = isAt(message, found.from - 1, TRAIT.article) ? found.from - 2 : found.from - 1;
  const spent = keyAt(message, at) === "en" && /^(?:fue|fueron|era|eran|gaste)$/.test(keyAt(message, at - 1));
  return spent ? written(message, found) : null;
}

type CategorySaid = { category: string | null; thing: string | null };

const UNSAID: CategorySaid = { category: null, thing: null };

const CATEGORIES_DENIED_MAX = 5;

/** «lo dejaste como otros gastos»: where it stands, not where it belongs. */
function isAsPut(message: Message, at: number): boolean {
  const said = [1, 2, 3].map((back) => keyAt(message, at - back));
  return said.some((key) => /^(?:dej|pus|anot|registr|guard|clasific|marc|met)\w*(?:aste|iste|ieron|aron)$/.test(key));
}
