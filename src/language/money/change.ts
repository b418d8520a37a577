import { TRAIT } from "../words/lexicon.ts";
import { keyAt, take, type Message } from "../words/message.ts";
import { phraseAt } from "../words/phrases.ts";
import { isA, tokenAt } from "../words/tokens.ts";
import { isBare, type Span } from "./spans.ts";

// What was handed over and what came back: «pagué con un billete de 20 lucas y me dieron 7 de vuelto» cost 13.

/**
 * The one amount of a message, where it is a note handed over or its change, is what is left of the note.
 * @param candidates every figure of the message, both of them among them
 */
export function lessChange(message: Message, amounts: readonly Span[], candidates: readonly Span[]): Span[] {
  const [told, ...more] = amounts;
  if (!told || more.length > 0 || candidates.length < 2) return [...amounts];
  const handed = noteAndChange(message, candidates);
  if (!handed || (told.from !== handed.note.from && told.from !== handed.change.from)) return [...amounts];
  const { note, change } = handed;
  const worth = [told.amount_minor ?? [], told.readings].flat();
  const spent = worth.flatMap((minor) => spentOf({ note, change, told, minor }) ?? []);
  if (spent.length === 0) return [...amounts];
  takeWords(message, note, change);
  const open = told.amount_minor === null;
  const said = { from: Math.min(note.from, change.from), to: Math.max(note.to, change.to) };
  return [{ ...told, amount_minor: open ? null : (spent[0] ?? null), readings: open ? spent : [], said }];
}

/** The one note and its one change, in the same money. */
function noteAndChange(message: Message, candidates: readonly Span[]): { note: Span; change: Span } | null {
  const [change, ...otherChanges] = candidates.filter((span) => isChange(message, span));
  if (!change || otherChanges.length > 0) return null;
  const [note, ...otherNotes] = candidates.filter((span) => span !== change && isHandedOver(message, span));
  return note && otherNotes.length === 0 && note.currency === change.currency ? { note, change } : null;
}

type Handed = { note: Span; change: Span; told: Span; minor: number };

/** What is left of the note where the figure that was settled is worth so much; the other is of its scale. */
function spentOf({ note, change, told, minor }: Handed): number | null {
  const unit = told.coefficient > 0 ? minor / told.coefficient : 1;
  const worthOf = (span: Span) =>
    span.from === told.from ? minor : isBare(span) ? Math.round(span.coefficient * unit) : span.amount_minor;
  const [handed, back] = [worthOf(note), worthOf(change)];
  return handed !== null && back !== null && back > 0 && back < handed ? handed - back : null;
}

/** Nothing was bought from a note, and its change is no refund. */
function takeWords(message: Message, note: Span, change: Span): void {
  take(message, { from: note.from - noteWords(message, note), to: note.to }, "money");
  let from = change.from;
  while (
    from > note.to &&
    from > change.from - CHANGE_TOKENS_MAX &&
    !isA(tokenAt(message.tokens, from - 1), TRAIT.separator)
  )
    from--;
  const behind = message.tongue.dates.of.has(keyAt(message, change.to))
    ? 2
    : CHANGE.has(keyAt(message, change.to))
      ? 1
      : 0;
  take(message, { from, to: change.to + behind }, "money");
}

/** «me dieron de vuelto 7». */
const CHANGE_TOKENS_MAX = 5;

/** «con un billete de 20 lucas», «pagué con 20», «me dieron 20 lucas y di 5 de vuelto», «le pasé 20». */
function isHandedOver(message: Message, { from }: Span): boolean {
  if (noteWords(message, { from }) > 0) return true;
  const before = keyAt(message, from - 1);
  if (before === "con" || before === "com" || before === "with") return PAID.test(keyAt(message, from - 2));
  return HANDED.has(before);
}

/** How many tokens «un billete de» before the figure has; 0 without them. */
function noteWords(message: Message, { from }: { from: number }): number {
  if (
    !/^(?:billete|billetes|nota)$/.test(keyAt(message, from - 2)) ||
    !message.tongue.dates.of.has(keyAt(message, from - 1))
  )
    return 0;
  return message.tongue.names.articles.has(keyAt(message, from - 3)) || /^un[ao]?$/.test(keyAt(message, from - 3))
    ? 3
    : 2;
}

const PAID = /^(?:pagu|pago|paga|cancel|paid|paguei)/;
const HANDED: ReadonlySet<string> = new Set("dieron dio di pase paso entregue entrego gave".split(" "));

/** «7 de vuelto», «vuelto de 7», «me devolvieron 7». */
function isChange(message: Message, { from, to }: Span): boolean {
  if (message.tongue.dates.of.has(keyAt(message, to)) && CHANGE.has(keyAt(message, to + 1))) return true;
  const behind = phraseAt(message.tongue.talk.beside, message.tokens, { from: to, to: message.tokens.length });
  if (behind?.means === "behind" && CHANGE.has(keyAt(message, behind.to - 1))) return true;
  const before = message.tongue.dates.of.has(keyAt(message, from - 1)) ? from - 2 : from - 1;
  return CHANGE.has(keyAt(message, before)) || GIVEN_BACK.has(keyAt(message, before));
}

const CHANGE: ReadonlySet<string> = new Set("vuelto vueltos vuelta cambio troco change".split(" "));
const GIVEN_BACK: ReadonlySet<string> = new Set("devolvieron devolvio".split(" "));
