import { TRAIT } from "../words/lexicon.ts";
import { isAt, isStrange, keyAt, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";
import { isCount } from "./counts.ts";
import { isBare, type Span } from "./spans.ts";

/**
 * A bare number that tells how many or which, where an amount is put right: «son 2 boletas», «te mando 2», «2 más»,
 * «la 1». What is written out in thousands is none.
 * @param from where the words begin that are read: what announces a correction says nothing of the number behind it
 */
export function isHowMany(message: Message, span: Span, from: number): boolean {
  if (!isBare(span) || span.coefficient >= THOUSAND) return false;
  const before = span.from > from ? tokenAt(message.tokens, span.from - 1) : tokenAt(message.tokens, -1);
  if (PLACING.has(before.key) || (before.kind === "word" && isVerbOfOthers(message, span.from - 1))) return true;
  return isMore(message, span.to) || isCount(message, span, false) || isOneOf(message, span);
}

const THOUSAND = 1_000;

/** «1 boleta». */
function isOneOf(message: Message, { coefficient, to }: Span): boolean {
  const isSmall = isAt(message, to, TRAIT.filler | TRAIT.preposition | TRAIT.article | TRAIT.separator);
  return coefficient === 1 && tokenAt(message.tokens, to).kind === "word" && !isSmall;
}

const PLACING: ReadonlySet<string> = new Set("la las".split(" "));

/** «el neto es 200.000», «500 de descuento»: a figure of the same paper, and not what was paid. */
export function isOfPart(message: Message, { from, to }: Span): boolean {
  if (message.tongue.dates.of.has(keyAt(message, to)) && PARTS.has(keyAt(message, to + 1))) return true;
  let before = from - 1;
  while (message.tongue.copulas.has(keyAt(message, before)) || FIGURE_SIGNS.has(keyAt(message, before))) before--;
  return PARTS.has(keyAt(message, before));
}

const FIGURE_SIGNS: ReadonlySet<string> = new Set("de : = es".split(" "));
const PARTS: ReadonlySet<string> = new Set(
  "neto subtotal afecto exento propina propinas descuento descuentos rebaja dcto vuelto folio desconto gorjeta tip discount subtotal".split(
    " ",
  ),
);

/** «te mando 2», «tengo 3»: a word that nobody says of money stands right before. */
function isVerbOfOthers(message: Message, at: number): boolean {
  const { key, opens } = tokenAt(message.tokens, at);
  if (HAVING.has(key)) return true;
  const { copulas, separators, negations, corrections } = message.tongue;
  const isLink = [copulas, separators, negations].some((words) => words.has(key)) || (opens & corrections.bit) !== 0;
  return !isLink && isStrange(message, at);
}

const HAVING: ReadonlySet<string> = new Set(
  "tengo tenemos tiene hay quedan faltan llegaron have tenho temos".split(" "),
);

/** «2 más»; «45 más IVA» is an amount. */
function isMore(message: Message, at: number): boolean {
  if (!MORE.has(keyAt(message, at))) return false;
  return phraseAt(message.tongue.tax, message.tokens, { from: at, to: at + 3 }) === null;
}

const MORE: ReadonlySet<string> = new Set("mas more mais".split(" "));
