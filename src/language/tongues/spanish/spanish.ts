import { setOf, type Tongue } from "../tongue.ts";
import { SPANISH_EXPENSES, SPANISH_INCOMES } from "./categories.ts";
import { SPANISH_COMMANDS, SPANISH_CORRECTIONS, SPANISH_INJECTIONS } from "./commands.ts";
import { SPANISH_CUES } from "./cues.ts";
import { SPANISH_DATES } from "./dates.ts";
import { SPANISH_LOOKALIKES } from "./lookalikes.ts";
import { SPANISH_NUMBERS } from "./numbers.ts";
import { SPANISH_QUERIES } from "./queries.ts";
import { SPANISH_TALK } from "./talk.ts";
import {
  SPANISH_DOCUMENT_WORDS,
  SPANISH_EACH,
  SPANISH_FILLERS,
  SPANISH_MEASURES,
  SPANISH_NAMES,
  SPANISH_NUMBERED,
  SPANISH_NUMBER_SIGNS,
  SPANISH_ON_CREDIT,
  SPANISH_OWN_ACCOUNTS,
  SPANISH_PAID_WITH,
  SPANISH_REST,
  SPANISH_SHORTHAND,
  SPANISH_TAX,
} from "./words.ts";

export const SPANISH: Tongue = {
  name: "es",
  numbers: SPANISH_NUMBERS,
  dates: SPANISH_DATES,
  names: SPANISH_NAMES,
  cues: SPANISH_CUES,
  on_credit: SPANISH_ON_CREDIT,
  rest: SPANISH_REST,
  paid_with: SPANISH_PAID_WITH,
  own_accounts: SPANISH_OWN_ACCOUNTS,
  negations: setOf("no nunca tampoco jamas"),
  talk: SPANISH_TALK,
  expense_categories: SPANISH_EXPENSES,
  income_categories: SPANISH_INCOMES,
  document_words: SPANISH_DOCUMENT_WORDS,
  numbered: SPANISH_NUMBERED,
  number_signs: SPANISH_NUMBER_SIGNS,
  measures: SPANISH_MEASURES,
  each: SPANISH_EACH,
  at_price: setOf("a @ por x"),
  total: setOf("total totales"),
  range: setOf("o u entre"),
  tax: SPANISH_TAX,
  fillers: SPANISH_FILLERS,
  separators: setOf("y e mas ademas tambien luego despues"),
  commands: SPANISH_COMMANDS,
  corrections: SPANISH_CORRECTIONS,
  copulas: setOf("era eran fue fueron es son sino"),
  interrogatives: setOf("cuanto cuanta cuantos cuantas cual cuales que quien quienes como donde cuando porque"),
  queries: SPANISH_QUERIES,
  injections: SPANISH_INJECTIONS,
  lookalikes: SPANISH_LOOKALIKES,
  shorthand: SPANISH_SHORTHAND,
};
