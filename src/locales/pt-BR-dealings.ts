import type { DebtSide, ShownDebt, ShownRest, Words } from "./words.ts";

/** Debts and their payments, rules, the month. */
export const PORTUGUESE_DEALINGS = {
  still_owed: (side: DebtSide, amount: string | null) => {
    if (amount === null) return "Com isso a dívida fica quitada. 👌";
    return side === "por_cobrar" ? `Ainda te devem ${amount}.` : `Você ainda deve ${amount}.`;
  },
  no_open_debt: (side: DebtSide, who: string | null) => {
    if (who === null) return "Não achei uma dívida em aberto.";
    return side === "por_cobrar"
      ? `Não achei uma dívida em aberto de *${who}*.`
      : `Não achei uma dívida em aberto com *${who}*.`;
  },
  ask_same_name: (known: string) => `É a mesma pessoa de antes, *${known}*?`,
  ask_which_debt: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") {
      return who === null
        ? "Há várias dívidas em aberto. Qual foi paga?"
        : `Há várias dívidas em aberto de *${who}*. Qual foi paga?`;
    }
    return who === null
      ? "Há várias dívidas em aberto. Qual você pagou?"
      : `Há várias dívidas em aberto com *${who}*. Qual você pagou?`;
  },
  debt_row: ({ concept, who, date, open, original }: ShownDebt) =>
    `${concept ?? who ?? "Dívida"}, ${date}: ${original === null ? open : `faltam ${open} de ${original}`}`,
  ask_rest: (side: DebtSide, { who, owed, rest }: ShownRest) =>
    side === "por_cobrar"
      ? `A dívida${who === null ? "" : ` de *${who}*`} é de ${owed}, e foram pagos ${rest} a mais. ` +
        "Isso quita a dívida e o resto é uma venda?"
      : `A dívida${who === null ? "" : ` com *${who}*`} é de ${owed}, e você pagou ${rest} a mais. ` +
        "Isso quita a dívida e o resto é um gasto?",
  ask_paid: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "Quanto te pagaram?" : `Quanto ${who} te pagou?`;
    return who === null ? "Quanto você pagou?" : `Quanto você pagou a ${who}?`;
  },
  payment: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "Pagamento recebido" : `Pagamento de ${who}`;
    return who === null ? "Pagamento de dívida" : `Pagamento a ${who}`;
  },

  rules: (rows: readonly string[]) =>
    ["🧠 *O que aprendi com as suas correções*", ...rows, "", "Para apagar uma, escreva “esquece a regra 1”."].join(
      "\n",
    ),
  no_rules: "Ainda não tenho regras. Quando você corrigir uma categoria, eu vou lembrar.",
  learned: (rule: string) => `De agora em diante ${rule}.`,
  forgotten: (rule: string) => `Pronto, esqueci a regra: ${rule}.`,
  rule_unknown: "Não achei essa regra. Escreva *minhas regras* para ver todas.",

  month_total: (amount: string, category: string) => `Você já tem ${amount} em ${category} este mês.`,
  month_mean: (amount: string) => `Média dos 3 meses anteriores: ${amount}`,
  month_rise: (percent: number, causes: readonly string[]) =>
    [`⚠️ Subiu ${percent}%`, ...causes.map((cause) => `• ${cause}`)].join("\n"),
  cause_more: (now: number, mean: number) => `Mais lançamentos: ${now} este mês, ${mean} em média`,
  cause_dearer: (now: string, mean: string) => `Cada um mais caro: ${now} em média, antes ${mean}`,
  cause_single: (amount: string, what: string | null) =>
    `Um só já é mais da metade do aumento: ${amount}${what === null ? "" : ` (${what})`}`,
  review_question: "Vamos revisar?",
  review_declined: "Certo, vamos em frente. 👍",
} as const satisfies Partial<Words>;

export const PORTUGUESE_CHOICES = {
  same_name: "Sim, a mesma",
  other_name: "Não, é outra",
  oldest_debt: "A mais antiga",
  debt_and_sale: "Dívida e venda",
  debt_and_expense: "Dívida e gasto",
  other_sale: "É outra venda",
  other_expense: "É outro gasto",
} as const satisfies Partial<Words["buttons"]>;
