import { moneySpans } from "../money/spans.ts";
import type { ClassifyRequest } from "../reading.ts";
import { SPANISH_DATES } from "../tongues/spanish/dates.ts";
import { SPANISH_REMANENTE as REMANENTE } from "../tongues/spanish/tax-profile.ts";
import { messageOf } from "../words/message.ts";
import { saysOnlyValue } from "./only-value.ts";

type Where = Pick<ClassifyRequest, "country" | "today">;

/** «mi remanente de octubre es 45 mil», «no tengo remanente»: whole pesos. @param words folded, commas by themselves */
export function remanenteIn(words: readonly string[], where: Where): number | null {
  const at = words.indexOf(REMANENTE.is);
  const head = withoutOpening(words.slice(0, Math.max(at, 0)));
  if (at < 0 || !head.every((word) => word === "," || REMANENTE.before.has(word))) return null;
  const to = amountFrom(words, at + 1);
  const [rest, between] = [words.slice(to), words.slice(at + 1, to)];
  if (head.some((word) => REMANENTE.none.has(word))) return isNothingMore(rest) ? 0 : null;
  const isOurs = head.some((word) => REMANENTE.own.has(word));
  if (!isOurs && !between.some((word) => REMANENTE.tax.has(word) || isMonth(word))) return null;
  if (REMANENTE.nothing.has(rest[0] ?? "")) return isNothingMore(rest.slice(1)) ? 0 : null;
  return amountIn(rest, where);
}

/** Says no more than a remanente and a figure, whatever of it: «me quedó un remanente de 80 lucas», «mi remanente no es 45 mil». */
export function speaksOfRemanente(words: readonly string[], { country, today }: Where): boolean {
  if (!words.includes(REMANENTE.is)) return false;
  const { before, between, tax, minus } = REMANENTE;
  const left = words.filter(
    (word) => ![before, between, tax, minus].some((some) => some.has(word)) && word !== REMANENTE.is && !isMonth(word),
  );
  return saysOnlyValue({ text: left.join(" ").replace(/^-/, ""), country, today }, "");
}

/** «no, mi remanente es …» puts it right, «no tengo remanente» has none. */
function withoutOpening(head: readonly string[]): readonly string[] {
  const [no, next = ""] = head;
  return no === "no" && (next === "," || REMANENTE.of.has(next)) ? head.slice(1) : head;
}

function isNothingMore(words: readonly string[]): boolean {
  return words.every((word) => word === "," || REMANENTE.courtesy.has(word));
}

/** Behind whose it is and of which month: «de octubre de 2026 es». */
function amountFrom(words: readonly string[], from: number): number {
  let to = from;
  let isDated = false;
  for (; to < words.length; to++) {
    const word = words[to] ?? "";
    const isForm = REMANENTE.number.has(word) && REMANENTE.form.has(words[to - 1] ?? "");
    const isYear = isDated && /^20\d\d$/.test(word);
    if (!REMANENTE.between.has(word) && !REMANENTE.form.has(word) && !isMonth(word) && !isForm && !isYear) break;
    isDated = isMonth(word) || (isDated && /^del?$/.test(word));
  }
  return to;
}

function isMonth(word: string): boolean {
  return word.length > "ene".length && SPANISH_DATES.months[word] !== undefined;
}

/** Of «era 45.300 y ahora es 50.000» what holds now; a figure that is denied or below nothing is none. */
function amountIn(words: readonly string[], where: Where): number | null {
  const now = words.findLastIndex((word) => REMANENTE.now.has(word));
  const before = words.slice(0, Math.max(now, 0)).filter((word) => word !== "y" && word !== "pero");
  if (before.length > 0 && !saysOnlyValue({ ...where, text: before.join(" ") }, "")) return null;
  const said = words.slice(now + 1);
  const isDenied = said.some((word) => REMANENTE.none.has(word) || REMANENTE.minus.has(word) || /^-\$?\d/.test(word));
  const text = said.join(" ");
  if (isDenied || !saysOnlyValue({ ...where, text }, "")) return null;
  const [span, more] = moneySpans(messageOf(text, where.country, { today: where.today }));
  if (!span || more || span.currency !== "CLP" || span.amount_minor === null) return null;
  return span.marked || span.grouped || span.coefficient >= BARE_MIN ? span.amount_minor : null;
}

/** Below it nobody says whether it is thousands. */
const BARE_MIN = 100;
