import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const PORTUGUESE_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Esse documento já está anotado: não mudei nada.",
      discarded: "Esse documento já foi descartado: não mudei nada.",
      waiting: "Esse documento ficou guardado para revisar: com *pendentes* voltamos a ele. Não mudei nada.",
    })[how],
  ask_discard: (what: string) => `Descarto ${what}, sem anotar? *Sim* ou *não*.`,
  document_statement:
    "🏦 É um extrato do banco, não um recibo nem uma nota fiscal: guardo sem anotar. O que se anota é cada nota, ou o movimento escrito com o valor.",
  document_way:
    "❓ Te pagaram, você pagou, ou é dinheiro seu que foi do caixa para o banco? Basta *me pagaram*, *paguei* ou *é dinheiro meu*; se não vale, *apagar*.",
  document_income:
    "💵 Entra como receita: dinheiro que chegou para você. Se foi você quem pagou, basta *foi uma despesa*.",
  document_own_money: "🏦 É dinheiro seu que vai do caixa para o banco: não é despesa nem venda.",
} as const satisfies Partial<Words>;

export const PORTUGUESE_ASKED_CHOICES = {
  paid_me: "Me pagaram",
  i_paid: "Eu paguei",
  own_money: "É dinheiro meu",
} as const satisfies Partial<Words["buttons"]>;
