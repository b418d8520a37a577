import type { CivilDate } from "#kernel";
import type { DateSpan } from "../dates/span.ts";
import type { Cue } from "../tongues/tongue.ts";
import { keyAt, type Message } from "../words/message.ts";
import type { Clause } from "./clauses.ts";

/** «mañana pago 30 lucas de luz» is still owed: the present tense with a day to come. */
export function asDebt(cue: Cue | null, dates: readonly DateSpan[]): Cue | null {
  if (!cue || cue.tense !== "present" || dates[0]?.when !== "future") return cue;
  if (cue.type === "egreso") return { ...cue, name: "owe", type: "deuda", direction: "por_pagar", tense: "future" };
  if (cue.type === "ingreso") return { ...cue, name: "owed", type: "deuda", direction: "por_cobrar", tense: "future" };
  return cue;
}

export type Days = { date: CivilDate; due_date: CivilDate | null };

/** A debt's day to come is when it is due, any other day is when it happened: «me prestaron ayer, pago el 30». */
export function daysOf(message: Message, clause: Clause, read: { cue: Cue | null; dates: readonly DateSpan[] }): Days {
  const { cue, dates } = read;
  const days: Days = { date: message.today, due_date: null };
  let dated = false;
  const said = clause.cues.find((one) => one.means.rank === 3)?.from ?? clause.span.from;
  // «el finde no abrí pero el viernes vendí …»: the day beside the verb comes first.
  for (const date of dates.toSorted((a, b) => Math.abs(a.from - said) - Math.abs(b.from - said))) {
    if (cue?.type === "deuda" && isDue(message, verbOf(clause, date, cue), date)) {
      days.due_date ??= date.future;
    } else if (!dated && !isOfTheThing(message, date)) {
      days.date = date.when === "future" && cue?.tense !== "past" ? date.future : date.past;
      dated = true;
    }
  }
  return days;
}

/** «un mueble que entrego el 12 de diciembre», «la luz, vence el 15»: a day of the thing, and not of the deal. */
function isOfTheThing(message: Message, date: DateSpan): boolean {
  if (keyAt(message, date.from - 1).startsWith("venc")) return true;
  return /^[a-z]{3,}o$/.test(keyAt(message, date.from - 1)) && keyAt(message, date.from - 2) === "que";
}

/** The verb before a day tells what happens on it, else the debt's own. */
function verbOf(clause: Clause, date: DateSpan, debt: Cue): Cue {
  const verb = clause.cues.filter((one) => one.from < date.from).at(-1)?.means ?? debt;
  // «…, la pago el 30»: the day of the payment is when the debt is due.
  if (verb.tense === "present" && verb.type !== "transferencia") return { ...verb, tense: "future" };
  return verb.type === "deuda" ? verb : debt;
}

/** The tense of the verb decides, unless the words of the date itself do. */
function isDue(message: Message, cue: Cue, date: DateSpan): boolean {
  if (date.when !== "open") return date.when === "future";
  const { until, since } = message.tongue.dates;
  const before = keyAt(message, date.from - 1);
  if (until.has(before) || until.has(keyAt(message, date.from)) || PAYS.has(before) || isPayday(message, date))
    return true;
  if (since.has(before) || date.past === date.future) return false;
  return cue.tense === "future" || cue.name === "owed" || cue.name === "owe";
}

/** «el viernes me los paga». */
function isPayday(message: Message, date: DateSpan): boolean {
  for (let at = date.to; at < date.to + 3; at++) {
    if (PAYS.has(keyAt(message, at))) return true;
    if (!message.tongue.fillers.has(keyAt(message, at))) return false;
  }
  return false;
}

/** «… paga el viernes». */
const PAYS: ReadonlySet<string> = new Set("paga pagan cancela cancelan vence vencen pagar pays due".split(" "));

/** The dates inside the clause, else one said for the whole message before it or at its end: «ayer pan 5 y luz 20». */
export function datesFor(clause: Clause, dates: readonly DateSpan[]): DateSpan[] {
  const own = dates.filter((date) => date.from >= clause.from && date.from < clause.to);
  if (own.length > 0) return own;
  const earlier = dates.filter((date) => date.from < clause.from).at(-1);
  if (earlier) return [earlier];
  return dates.length === 1 ? [...dates] : [];
}
