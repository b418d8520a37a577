import { expenseCategory, incomeCategory } from "../dealings/category.ts";
import type { Correction } from "./correction.ts";
import type { Message } from "../words/message.ts";
import { allPhrases } from "../words/phrases.ts";
import { isQuestion } from "./query.ts";
import type { LastEntry } from "../reading.ts";

const REMOVAL_TOKENS_MAX = 20;

/**
 * «borra la última que anoté», «lo anoté dos veces, elimina este»: the last entry goes. Where the words name another one
 * («borra el gasto del pan» after bencina), or everything, it is asked what is meant. Null: nothing is to be removed.
 */
export function removalOf(message: Message, last: LastEntry | null): "last" | Correction | null {
  const { tokens, tongue } = message;
  if (tokens.length > REMOVAL_TOKENS_MAX || tokens.some((_token, at) => isFigure(message, at))) return null;
  const all = { from: 0, to: tokens.length };
  const asked = allPhrases(tongue.commands, tokens, all).find((one) => one.means === "borrar");
  if (!asked || isQuestion(message)) return null;
  // «no lo guardes» where nothing was written down is a no.
  if (tongue.negations.has(tokens[asked.from]?.key ?? "") && last?.state !== "recorded") return null;
  if (allPhrases(tongue.injections, tokens, all).length > 0) return null;
  const told = allPhrases(tongue.cues, tokens, all).some((cue) => cue.means.rank === 3 && cue.from < asked.from);
  if (told && !tokens.slice(0, asked.from).some((token) => token.kind === "mark")) return null;
  const everything = tokens.some((token) => EVERYTHING.has(token.key));
  const named = expenseCategory(message, asked.to, tokens.length) ?? incomeCategory(message, asked.to, tokens.length);
  const ending = ARTICLES.has(tokens[asked.to - 1]?.key ?? "");
  if (ending && named?.category !== last?.category) return null;
  const another = named !== null && last?.category !== undefined && named.category !== last?.category;
  if (!everything && !another) return "last";
  return { patch: {}, readings: [], currency: message.pack.currency, asks: "what_to_change" };
}

/** A number that counts no times: «lo mandé 2 veces». */
function isFigure({ tokens }: Message, at: number): boolean {
  return tokens[at]?.kind === "number" && !/^ve(?:z|ces|zes)$/.test(tokens[at + 1]?.key ?? "");
}

/** «quita la …»: what goes must be named, and be the last entry. */
const ARTICLES: ReadonlySet<string> = new Set("el la los las".split(" "));

const EVERYTHING: ReadonlySet<string> = new Set("todo todos todas tudo everything".split(" "));
