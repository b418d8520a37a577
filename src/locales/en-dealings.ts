import type { DebtSide, ShownDebt, ShownRest, Words } from "./words.ts";

/** Debts and their payments, rules, the month. */
export const ENGLISH_DEALINGS = {
  still_owed: (side: DebtSide, amount: string | null) => {
    if (amount === null) return "That pays the debt in full. 👌";
    return side === "por_cobrar" ? `They still owe you ${amount}.` : `You still owe them ${amount}.`;
  },
  no_open_debt: (side: DebtSide, who: string | null) => {
    if (who === null) return "I found no open debt.";
    return side === "por_cobrar" ? `I found no open debt of *${who}*.` : `I found no open debt with *${who}*.`;
  },
  ask_same_name: (known: string) => `Is that the same *${known}* as before?`,
  ask_which_debt: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") {
      return who === null
        ? "There are several open debts. Which one was paid?"
        : `*${who}* has several open debts. Which one was paid?`;
    }
    return who === null
      ? "There are several open debts. Which one did you pay?"
      : `You have several open debts with *${who}*. Which one did you pay?`;
  },
  debt_row: ({ concept, who, date, open, original }: ShownDebt) =>
    `${concept ?? who ?? "Debt"}, ${date}: ${original === null ? open : `${open} left of ${original}`}`,
  ask_rest: (side: DebtSide, { who, owed, rest }: ShownRest) =>
    side === "por_cobrar"
      ? `The debt${who === null ? "" : ` of *${who}*`} is ${owed}, and ${rest} more was paid. ` +
        "Does it pay the debt, and is the rest a sale?"
      : `The debt${who === null ? "" : ` with *${who}*`} is ${owed}, and you paid ${rest} more. ` +
        "Does it pay the debt, and is the rest an expense?",
  ask_paid: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "How much were you paid?" : `How much did ${who} pay you?`;
    return who === null ? "How much did you pay?" : `How much did you pay ${who}?`;
  },
  payment: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "Payment received" : `Payment from ${who}`;
    return who === null ? "Debt payment" : `Payment to ${who}`;
  },

  rules: (rows: readonly string[]) =>
    ["🧠 *What I learned from your corrections*", ...rows, "", "To remove one, type “forget rule 1”."].join("\n"),
  no_rules: "I have no rules yet. When you correct a category, I will remember it.",
  learned: (rule: string) => `From now on ${rule}.`,
  forgotten: (rule: string) => `Done, I forgot the rule: ${rule}.`,
  rule_unknown: "I can't find that rule. Type *my rules* to see them.",

  month_total: (amount: string, category: string) => `You have ${amount} in ${category} this month.`,
  month_mean: (amount: string) => `Average of the 3 months before: ${amount}`,
  month_rise: (percent: number, causes: readonly string[]) =>
    [`⚠️ Up ${percent}%`, ...causes.map((cause) => `• ${cause}`)].join("\n"),
  cause_more: (now: number, mean: number) => `More entries: ${now} this month, ${mean} on average`,
  cause_dearer: (now: string, mean: string) => `Each one costs more: ${now} on average, ${mean} before`,
  cause_single: (amount: string, what: string | null) =>
    `A single one is more than half of the rise: ${amount}${what === null ? "" : ` (${what})`}`,
  review_question: "Shall we review it?",
  review_declined: "Fine, let's go on. 👍",
} as const satisfies Partial<Words>;

export const ENGLISH_CHOICES = {
  same_name: "Yes, the same",
  other_name: "No, someone else",
  oldest_debt: "The oldest",
  debt_and_sale: "Debt and sale",
  debt_and_expense: "Debt and expense",
  other_sale: "Another sale",
  other_expense: "Another expense",
} as const satisfies Partial<Words["buttons"]>;
