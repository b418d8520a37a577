import { expenseCategory, incomeCategory, type CategoryFound } from "../dealings/category.ts";
import { verbsIn } from "../dealings/cue.ts";
import type { LastEntry } from "../reading.ts";
import { keyAt, mayHave, type Message } from "../words/message.ts";
import { allPhrases } from "../words/phrases.ts";
import type { Range } from "../words/tokens.ts";
import { CHANGES } from "./correction-head.ts";
import type { Correction } from "./correction.ts";
import { isQuestion } from "./query.ts";

const REMOVAL_TOKENS_MAX = 20;

/**
 * «borra la última que anoté», «lo anoté dos veces, elimina este»: the last entry goes. Where the words name another one
 * («borra el gasto del pan» after bencina), or everything, it is asked what is meant. Null: nothing is to be removed.
 */
export function removalOf(message: Message, last: LastEntry | null): "last" | Correction | null {
  const { tokens } = message;
  const asked = askedIn(message);
  if (!asked || isRefusal(message, asked, last) || isPartOfDeal(message, asked)) return null;
  const named = namedBehind(message, asked.to);
  const same = named?.category === last?.category;
  if (named === null && ARTICLES.has(keyAt(message, asked.to - 1))) return null;
  const another = named !== null && last?.category !== undefined && !same;
  if (!another && !tokens.some((token) => EVERYTHING.has(token.key))) return "last";
  return { patch: {}, readings: [], currency: message.pack.currency, asks: "what_to_change", thing: null };
}

/** What is to go, by what it was for; null in «quítelo, eso no era del taller», which says what it is not. */
function namedBehind(message: Message, from: number): CategoryFound | null {
  const { tokens, tongue } = message;
  const named = expenseCategory(message, from, tokens.length) ?? incomeCategory(message, from, tokens.length);
  const denied = tokens.slice(from, named?.from).some((token) => tongue.negations.has(token.key));
  return denied ? null : named;
}

/** Where a short message without figures asks for a removal, and is no question and no attack. */
function askedIn(message: Message): Range | null {
  const { tokens, tongue } = message;
  if (!mayHave(message, tongue.commands)) return null;
  if (tokens.length > REMOVAL_TOKENS_MAX || tokens.some((_token, at) => isFigure(message, at))) return null;
  const all = { from: 0, to: tokens.length };
  const asked = allPhrases(tongue.commands, tokens, all).find((one) => one.means === "borrar");
  // «no va en insumos, cámbialo a marketing»
  if (tokens.some((token) => CHANGES.test(token.key))) return null;
  if (!asked || isQuestion(message) || allPhrases(tongue.injections, tokens, all).length > 0) return null;
  return asked;
}

/** «no lo guardes» where nothing was written down is a no. */
function isRefusal(message: Message, asked: Range, last: LastEntry | null): boolean {
  return message.tongue.negations.has(keyAt(message, asked.from)) && last?.state !== "recorded";
}

/** «compré una goma de borrar»: a verb of money leads to it, and no mark stands between. */
function isPartOfDeal(message: Message, asked: Range): boolean {
  const told = verbsIn(message, { from: 0, to: message.tokens.length }).some((verb) => verb.from < asked.from);
  return told && !message.tokens.slice(0, asked.from).some((token) => token.kind === "mark");
}

/** A number that counts no times: «lo mandé 2 veces». */
function isFigure({ tokens }: Message, at: number): boolean {
  return tokens[at]?.kind === "number" && !/^ve(?:z|ces|zes)$/.test(tokens[at + 1]?.key ?? "");
}

/** «quita la …»: what goes must be named, and be the last entry. */
const ARTICLES: ReadonlySet<string> = new Set("el la los las".split(" "));

const EVERYTHING: ReadonlySet<string> = new Set("todo todos todas tudo everything".split(" "));
