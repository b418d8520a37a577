import { decimalsOf, fold } from "#kernel";
import { classify, readAmount, saysOnlyValue, type ClassifyRequest, type Patch } from "#language";
import { draftAsLast, type Draft } from "../dialogue.ts";

/** What tells of money that moved, or asks of it: no answer to a paper. */
const MOVING: ReadonlySet<string> = new Set(["ingreso", "egreso", "deuda", "consulta"]);

/** What a bare amount or day changes of a paper; null where the words say something of their own. */
export function barePatch(request: ClassifyRequest, draft: Draft): Patch | null {
  if (MOVING.has(classify(request).type) || COUNTED.test(fold(request.text))) return null;
  if (!saysOnlyValue(request, `${draft.extraction.fields.merchant ?? ""} ${draft.concept ?? ""}`)) return null;
  const amount = amountIn(request, draft);
  if (amount !== null && FIGURE.test(request.text)) return { amount_minor: amount };
  // A day alone corrects nothing, as a sentence it does.
  const { type, patch } = classify({ ...request, text: `fue el ${request.text}`, last: draftAsLast(draft) });
  const date = type === "correccion" && patch?.amount_minor === undefined ? patch?.date : undefined;
  if (date !== undefined) return { date };
  return amount === null ? null : { amount_minor: amount };
}

/** «los dos», «las tres»: so many of what was shown, and no thousands. */
const COUNTED = /^\W*(?:l[oa]s|os|as|ambos|ambas|both) ?\p{L}*\W*$/u;

/** Nothing but an amount; «el 14» is a day. */
const FIGURE = /^\W*\d[\d.,]*\W*$/;

function amountIn({ text, country }: ClassifyRequest, draft: Draft): number | null {
  const { currency, total_minor } = draft.extraction.fields;
  return readAmount(text, { country, currency, ...(total_minor === null ? {} : { like: total_minor }) });
}

/** What stands on a paper, or in the books for it. */
type Read = { currency: string; amount_minor: number | null };

/**
 * «son 3» of a paper of 12.500: only its thousands make an amount of it, and one that is far from what was read. A no
 * before it («no, eran 45») says that the paper is wrong.
 */
export function isFarGuess(
  amount_minor: number,
  { text, country }: Said,
  { currency, amount_minor: read }: Read,
): boolean {
  if (read === null || decimalsOf(currency) > 0 || DENYING.test(fold(text))) return false;
  if (readAmount(text, { country, currency }) === amount_minor) return false;
  return amount_minor > read * FAR || amount_minor * FAR < read;
}

type Said = Pick<ClassifyRequest, "text" | "country">;

const FAR = 2;
const DENYING = /^\W*(?:no+|nop|nope|nao|uy|ups|oops|perdon)\b|\b(?:mal|malo|error|equivoque)\b/;
