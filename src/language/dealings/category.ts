import { PLACES } from "../money/document-numbers.ts";
import type { Cue } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { keyAt, mayHave, type Message } from "../words/message.ts";
import { allPhrases, phrases, type Found, type Phrases } from "../words/phrases.ts";
import { isA, type Range } from "../words/tokens.ts";

export const EXPENSE_CATEGORIES = [
  "insumos",
  "combustible",
  "transporte",
  "arriendo",
  "servicios_basicos",
  "sueldos",
  "impuestos",
  "alimentacion",
  "mantencion",
  "marketing",
  "equipamiento",
  "financieros",
  "suscripciones",
  "salud",
  "retiros",
  "otros_gastos",
] as const;
export const INCOME_CATEGORIES = ["ventas", "servicios", "otros_ingresos"] as const;

/** Every category by its own name, as a person would write it. */
const NAMES = phrases<string>(
  [...EXPENSE_CATEGORIES, ...INCOME_CATEGORIES].map((name) => [name, `${name.replaceAll("_", " ")}\n${name}`]),
);

export type CategoryFound = { category: string; from: number; to: number };

/** The expense category that the words name («bencina» → combustible); the longest phrase wins, then the first. */
export function expenseCategory(message: Message, from: number, to: number): CategoryFound | null {
  return categoryIn(message, message.tongue.expense_categories, { from, to });
}

/** The income category that the words name («corte de pelo» → servicios), chosen likewise. */
export function incomeCategory(message: Message, from: number, to: number): CategoryFound | null {
  return categoryIn(message, message.tongue.income_categories, { from, to });
}

function categoryIn(message: Message, list: Phrases<string>, range: Range): CategoryFound | null {
  if (!mayHave(message, list)) return null;
  const found = allPhrases(list, message.tokens, range);
  return found.length === 0 ? null : best(message, readable(message, found));
}

/** A category called by its own name: «ponlo en insumos». */
export function namedCategory(message: Message, from: number, to: number): CategoryFound | null {
  return best(message, allPhrases(NAMES, message.tokens, { from, to }));
}

/**
 * The category of money that moved this way when the words name none: «vendí 45» is ventas. Null where a debt or a
 * transfer has none.
 */
export function defaultCategory(cue: Cue): string | null {
  switch (cue.name) {
    case "draw":
      return "retiros";
    case "refund":
      return "otros_ingresos";
    case "sell":
    case "earn":
    case "owed":
    case "sell_on_credit":
      return "ventas";
    case "spend":
    case "buy":
    case "charged":
    case "lose":
      return "otros_gastos";
    default:
      return null;
  }
}

function readable(message: Message, found: readonly Found<string>[]): Found<string>[] {
  return found.filter((one) => {
    // «mesa 6», «pasaje 8»: where, not what.
    if (one.to === one.from + 1 && message.uses[one.to] === "number" && PLACES.has(keyAt(message, one.from)))
      return false;
    const use = message.uses[one.from];
    return use === "free" || use === "name" || use === "cue" || use === "number";
  });
}

function best(message: Message, found: readonly Found<string>[]): CategoryFound | null {
  let longest: Found<string> | null = null;
  for (const one of found) {
    // «arriendo de la consulta dental»: what is said first is what was paid, the rest says whose.
    const owned = longest !== null && leadsTo(message, longest.to, one.from);
    if (!longest || (!owned && one.to - one.from > longest.to - longest.from)) longest = one;
  }
  return longest && { category: longest.means, from: longest.from, to: longest.to };
}

/** Nothing but «de» and an article between the two. */
function leadsTo(message: Message, from: number, to: number): boolean {
  const { dates } = message.tongue;
  if (from >= to || !dates.of.has(keyAt(message, from))) return false;
  return message.tokens.slice(from + 1, to).every((token) => isA(token, TRAIT.article));
}
