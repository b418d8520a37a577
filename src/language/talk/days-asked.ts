import type { CivilDate } from "#kernel";
import { dateSpans } from "../dates/find-dates.ts";
import { dayIn, type DateSpan } from "../dates/span.ts";
import { afresh, keyAt, type Message } from "../words/message.ts";
import { hasDigits, tokenAt } from "../words/tokens.ts";

type Days = { from: CivilDate; to: CivilDate };

/**
 * «¿cuánto gasté entre el 1 y el 15?», «del 3 al 10 de octubre», «el 5»: the first and the last day that a question names;
 * null where it names none, or more than two.
 */
export function daysAsked(message: Message): Days | null {
  const [first, last, ...more] = dateSpans(afresh(message));
  if (!first || more.length > 0) return null;
  if (!last) return daysUpTo(message, first) ?? { from: first.past, to: first.past };
  if (last.from < first.to || last.from - first.to > JOINT_TOKENS_MAX) return null;
  if (!stands(message, first.from, BEGINS) || !stands(message, last.from, JOINS)) return null;
  const begin = inMonthOf(message, first, last) ?? first.past;
  // What is asked about lies behind us: «entre el lunes y el miércoles», asked on that Wednesday, ends today.
  const to = last.past >= begin ? last.past : last.future < message.today ? last.future : message.today;
  return to >= begin ? { from: begin, to } : null;
}

/** «entre el 1 y el 2 de octubre»: the month said behind the second is the first's as well. */
function inMonthOf(message: Message, first: DateSpan, last: DateSpan): CivilDate | null {
  const isMonth = (at: number) => Object.hasOwn(message.tongue.dates.months, keyAt(message, at));
  const day = message.tokens.findIndex((token, at) => at >= first.from && at < first.to && hasDigits(token, 1, 2));
  const names = (span: DateSpan) => message.tokens.some((_, at) => at >= span.from && at < span.to && isMonth(at));
  if (day < 0 || names(first) || !names(last)) return null;
  return dayIn(last.past.slice(0, 7), Number(tokenAt(message.tokens, day).text));
}

/** «del 3 al 10 de octubre»: the month is said once. */
function daysUpTo(message: Message, last: DateSpan): Days | null {
  const at = [last.from - 2, last.from - 1, last.from - 3].find(
    (place) => hasDigits(tokenAt(message.tokens, place), 1, 2) && BEGINS.has(keyAt(message, place - 1)),
  );
  const from = at === undefined ? null : dayIn(last.past.slice(0, 7), Number(tokenAt(message.tokens, at).text));
  return from !== null && from <= last.past && stands(message, last.from, JOINS) ? { from, to: last.past } : null;
}

/** One of the words stands before what begins here, or begins it: «al 10», «y el 15». */
function stands(message: Message, at: number, words: ReadonlySet<string>): boolean {
  return [at, at - 1, at - 2].some((place) => words.has(keyAt(message, place)));
}

const JOINT_TOKENS_MAX = 2;
const BEGINS: ReadonlySet<string> = new Set("entre el del desde de between from".split(" "));
const JOINS: ReadonlySet<string> = new Set("y al hasta a e ate and to until".split(" "));
