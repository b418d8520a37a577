import { holds } from "#match";
import { fold, nameKey } from "#kernel";
import type { Rule } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";

// What was taught, told and forgotten again: «mis reglas», «olvida la regla 2», «olvida lo de Copec».

export type RuleCommand = { asks: "list" } | { asks: "number"; number: number } | { asks: "about"; words: string };

/** The words as a command about rules, or null. */
export function ruleCommandOf(text: string): RuleCommand | null {
  const said = fold(text)
    .replace(/[¿?¡!.,:;"«»“”]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (LIST.test(said)) return { asks: "list" };
  const [, number] = NUMBERED.exec(said) ?? [];
  if (number !== undefined) return { asks: "number", number: Number(number) };
  const [, words] = ABOUT.exec(said) ?? [];
  return words === undefined ? null : { asks: "about", words };
}

const LIST = new RegExp(
  [
    "^(?:(?:ver|muestrame|mostrame|dime|decime|cuales son|lista de|listar) )?(?:mis|las) reglas$",
    "^(?:que|cuales) (?:cosas )?(?:aprendiste|has aprendido|aprendio|sabes de mi|reglas (?:tienes|tenes|hay|aprendiste))$",
    "^(?:(?:ver|mostra|mostre|quais sao|lista de) )?(?:as )?minhas regras$",
    "^(?:o )?que (?:voce )?(?:aprendeu|ja aprendeu)$|^quais regras (?:voce )?(?:tem|aprendeu)$",
    "^(?:(?:show|list|see|what are) )?my rules$|^what (?:did you|have you) learn(?:ed|t)?$",
  ].join("|"),
);

const FORGET =
  "(?:olvida|olvidate de|olvide|borra|elimina|quita|saca|anula|esquece|esqueca|apaga|remove|exclui|forget|delete|drop)";

const NUMBERED = new RegExp(
  `^${FORGET} (?:la |a |the |my )?(?:regla|regra|rule)(?: numero| number| n°| nº| no| #)? ?#?(\\d{1,3})$`,
);

const ABOUT = new RegExp(
  `^${FORGET} (?:lo (?:de|del|de la)|la regla (?:de|del|de la|sobre)|o (?:de|do|da)|a regra (?:de|do|da)|(?:the |my )?rule (?:for|about|of)|about) (?:el |la |los |las )?([^\\d].*)$`,
);

/** Carries out a command about rules. False where the words are none. */
export function hearRuleCommand(mind: Mind, item: Heard, words: string): boolean {
  const command = ruleCommandOf(words);
  if (!command) return false;
  if (command.asks === "list") mind.parts.push({ part: "rules", rules: numbered(mind) });
  else forget(mind, item, ruleMeant(numbered(mind), command));
  return true;
}

/** Oldest first, so that a rule keeps its number when another is learned. */
function numbered({ books }: Mind): Rule[] {
  return books.rules.toReversed();
}

function ruleMeant(rules: readonly Rule[], command: Exclude<RuleCommand, { asks: "list" }>): Rule | undefined {
  if (command.asks === "number") return rules[command.number - 1];
  const key = nameKey(command.words);
  return (
    rules.findLast(({ match }) => nameKey(match) === key) ??
    rules.findLast(({ match }) => holds(match, key) || holds(key, match))
  );
}

function forget(mind: Mind, item: Heard, rule: Rule | undefined): void {
  if (!rule) return void mind.parts.push({ part: "rule_unknown" });
  const ref = mind.effects.push({ kind: "forget", rule, source_ref: sourceRef(item.id, "forget") }) - 1;
  mind.books = { ...mind.books, rules: mind.books.rules.filter((each) => each.id !== rule.id) };
  mind.parts.push({ part: "forgotten", ref });
}
