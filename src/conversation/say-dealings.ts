import { tame } from "#kernel";
import type { Entry, OpenDebt, Rule } from "#ledger";
import type { Outcome, Owing, Part } from "./effect.ts";
import { meanBefore, type Cause } from "./rise.ts";
import { asking, BUTTONS_MAX, plain, showDay, showEntry, showMoney, type Eyes, type Saying } from "./show.ts";

// Debts and their payments, rules, and how the month goes, in words.

type DebtQuestion = Extract<Part, { part: "same_name" | "which_debt" | "rest_of_payment" }>;

export function sayDebtQuestion(part: DebtQuestion, eyes: Eyes): Saying {
  const { words } = eyes;
  const { buttons } = words;
  switch (part.part) {
    case "same_name":
      return asking(words.ask_same_name(tame(part.known)), [
        { id: `same:${part.id}`, title: buttons.same_name },
        { id: `other:${part.id}`, title: buttons.other_name },
      ]);
    case "which_debt": {
      const rows = part.debts.map((debt, i) => `${i + 1}. ${showDebt(debt, part.who, eyes)}`);
      const question = [words.ask_which_debt(part.direction, nameOf(part.who)), ...rows].join("\n");
      const oldest = { id: `debt:${part.id}:oldest`, title: buttons.oldest_debt };
      const choices = part.debts.map((debt, i) => ({ id: `debt:${part.id}:${i}`, title: titleOf(debt, eyes) }));
      if (choices.length < BUTTONS_MAX) return asking(question, [...choices, oldest]);
      // More than three buttons would be a second list under this one; its numbers answer as well.
      return plain(`${question}\n${rows.length + 1}. ${oldest.title}`);
    }
    case "rest_of_payment": {
      const shown = { who: nameOf(part.who), owed: showMoney(part.owed, eyes), rest: showMoney(part.rest, eyes) };
      const sold = part.direction === "por_cobrar";
      return asking(words.ask_rest(part.direction, shown), [
        { id: `rest:${part.id}`, title: sold ? buttons.debt_and_sale : buttons.debt_and_expense },
        { id: `apart:${part.id}`, title: sold ? buttons.other_sale : buttons.other_expense },
      ]);
    }
  }
}

/** @param who where no open debt was found: whose it would have been */
export function sayOwing(
  { direction, money }: Owing,
  { eyes, who }: { eyes: Eyes; who: string | null | undefined },
): string {
  if (who !== undefined) return eyes.words.no_open_debt(direction, who);
  return eyes.words.still_owed(direction, money.amount_minor > 0 ? showMoney(money, eyes) : null);
}

/** How the category's month goes, where it says something; and whether to look into it. */
export function sayContext({ context, rise }: Extract<Outcome, { kind: "context" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { category, month, total_minor, currency, entries } = context;
  const money = (amount_minor: number): string => showMoney({ amount_minor, currency }, eyes);
  const mean = meanBefore(context);
  const told = [
    entries < ENTRIES_MIN ? null : words.month_total(money(total_minor), inSentence(category, eyes)),
    mean === null ? null : words.month_mean(money(mean)),
  ].filter((line) => line !== null);
  if (!rise) return plain(told.join("\n"));
  const causes = rise.causes.map((cause) => showCause(cause, { eyes, money }));
  return asking([told.join("\n"), words.month_rise(rise.percent, causes), words.review_question].join("\n\n"), [
    { id: `review:${month}:${category}`, title: words.buttons.yes },
    { id: `leave:${month}:${category}`, title: words.buttons.no },
  ]);
}

/** Of a month's first entry the card has said all. */
const ENTRIES_MIN = 2;

const RULES_SHOWN_MAX = 40;

export function sayRules(rules: readonly Rule[], eyes: Eyes): string {
  if (rules.length === 0) return eyes.words.no_rules;
  return eyes.words.rules(rules.slice(0, RULES_SHOWN_MAX).map((rule, i) => `${i + 1}. ${showRule(rule, eyes)}`));
}

/** `Copec = combustible`, `Gomes = Gómez`, `Gomes ≠ Gómez`. */
export function showRule(rule: Rule, eyes: Eyes): string {
  if (rule.kind === "category") return `${tame(rule.match)} = ${inSentence(rule.category, eyes)}`;
  return `${tame(rule.match)} ${rule.kind === "same" ? "=" : "≠"} ${tame(rule.name)}`;
}

type Figure = { eyes: Eyes; money: (amountMinor: number) => string };

function showCause(cause: Cause, { eyes, money }: Figure): string {
  const { words } = eyes;
  switch (cause.cause) {
    case "more":
      return words.cause_more(cause.now, cause.mean);
    case "dearer":
      return words.cause_dearer(money(cause.now_minor), money(cause.mean_minor));
    case "single":
      return words.cause_single(money(cause.entry.amount_minor), whatOf(cause.entry, eyes));
  }
}

function whatOf(entry: Entry, eyes: Eyes): string | null {
  const { concept, date } = showEntry(entry, eyes);
  return concept === null ? date : `${concept}, ${date}`;
}

/** Where several parties owe, each row says who. */
function showDebt(debt: OpenDebt, who: string | null, eyes: Eyes): string {
  const { currency, amount_minor, original_minor, counterparty } = debt;
  const tells = who !== null || counterparty === null || debt.concept?.includes(counterparty) === true;
  const concept = tells ? debt.concept : [counterparty, debt.concept].filter((word) => word !== null).join(": ");
  return eyes.words.debt_row({
    concept: concept === null ? null : tame(concept),
    who: nameOf(debt.counterparty),
    date: showDay(debt.date),
    open: showMoney({ amount_minor, currency }, eyes),
    original: original_minor === amount_minor ? null : showMoney({ amount_minor: original_minor, currency }, eyes),
  });
}

/** `03-11: $40.000`: a button has 20 characters, and the list above it tells the rest. */
function titleOf({ date, amount_minor, currency }: OpenDebt, eyes: Eyes): string {
  return `${showDay(date).slice(0, 5)}: ${showMoney({ amount_minor, currency }, eyes)}`;
}

function nameOf(name: string | null): string | null {
  return name === null ? null : tame(name);
}

/** The category inside a sentence: `combustible`. */
function inSentence(category: string, { words }: Eyes): string {
  const name = words.categories[category] ?? tame(category);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
