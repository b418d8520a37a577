import type { EarlierPaper, PapersCounted, PaperSettled, ShownPayment } from "./asked-words.ts";
import type { DebtSide, Verdict, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const PORTUGUESE_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Esse documento já está anotado: não mudei nada.",
      discarded: "Esse documento já foi descartado: não mudei nada.",
      waiting: "Esse documento ficou guardado para revisar: com *pendentes* voltamos a ele. Não mudei nada.",
    })[how],
  paper_proof: (verdict: Verdict, differs: boolean) =>
    ({
      authentic:
        "🔏 O código fiscal foi verificado: quem aparece nele emitiu. Não prova que não tenha sido cancelado depois.",
      altered: "⚠️ Não parece autêntico: o código fiscal não bate com o conteúdo.",
      unverified: "🔎 Não posso garantir: li o código fiscal, mas não consegui conferir.",
      test_document: "⚠️ É um documento de teste, sem valor fiscal.",
      not_applicable:
        "🔎 Não posso garantir: não li nenhum código fiscal na imagem. Com o código mais de perto, ou com *escanear*, confiro.",
    })[verdict] + (differs ? TOTAL_DIFFERS : ""),
  not_asked_online: "Não consultei online: só confiro o código impresso nele.",
  paper_sent: (earlier: EarlierPaper | null) =>
    earlier === null
      ? "Não acho outro igual entre os documentos que você me enviou."
      : `Parece um que já chegou ${/\d/.test(earlier.came) ? `em ${earlier.came}` : earlier.came}` +
        `${earlier.shop === null ? "" : `, de ${earlier.shop}`}${earlier.total === null ? ", sem total" : `, de ${earlier.total}`}.`,
  paper_seller: (seller: string | null) =>
    seller === null ? "Não consegui ler quem emitiu. Basta *a loja é* e o nome." : `Quem emitiu foi *${seller}*.`,
  papers_counted: ({ booked, waiting, discarded }: PapersCounted) => {
    const total = booked + waiting + discarded;
    if (total === 0) return "Ainda não chegou nenhum documento.";
    const parts = [
      `${booked} ${booked === 1 ? "anotado" : "anotados"}`,
      `${waiting} para confirmar`,
      `${discarded} ${discarded === 1 ? "descartado" : "descartados"}`,
    ];
    return `📄 ${total === 1 ? "Chegou 1 documento" : `Chegaram ${total} documentos`}: ${parts.join(", ")}.`;
  },
  no_paper_at_hand: "Não tenho nenhum documento à mão: com a foto ou o PDF dele, eu olho.",
  ask_discard: (what: string) => `Descarto ${what}, sem anotar? *Sim* ou *não*.`,
  document_statement:
    "🏦 É um extrato do banco, não um recibo nem uma nota fiscal: guardo sem anotar. O que se anota é cada nota, ou o movimento escrito com o valor.",
  document_way:
    "❓ Te pagaram, você pagou, ou é dinheiro seu que foi do caixa para o banco? Basta *me pagaram*, *paguei* ou *é dinheiro meu*; se não vale, *apagar*.",
  pays_debt: (side: DebtSide, { who, debts, open, left, rest }: ShownPayment) => {
    const isOne = debts === 1;
    const whose =
      side === "por_cobrar"
        ? `${isOne ? "a dívida" : `${debts} dívidas`}${who === null ? "" : ` de ${who}`}`
        : `${isOne ? "a sua dívida" : `${debts} dívidas suas`}${who === null ? "" : ` com ${who}`}`;
    const after = left === null ? `: ${isOne ? "fica quitada" : "ficam quitadas"}` : `: ficam ${left}`;
    const beyond =
      rest === null ? "" : ` O que sobra (${rest}) entra como ${side === "por_cobrar" ? "venda" : "gasto"}.`;
    return `🤝 Paga ${whose} (${open})${after}.${beyond} Se não é dessa dívida, basta *é separado*.`;
  },
  document_income:
    "💵 Entra como receita: dinheiro que chegou para você. Se foi você quem pagou, basta *foi uma despesa*.",
  document_own_money: "🏦 É dinheiro seu que vai do caixa para o banco: não é despesa nem venda.",
} as const satisfies Partial<Words>;

export const PORTUGUESE_ASKED_CHOICES = {
  paid_me: "Me pagaram",
  i_paid: "Eu paguei",
  own_money: "É dinheiro meu",
} as const satisfies Partial<Words["buttons"]>;

const TOTAL_DIFFERS = " Mas o total impresso não é o que o código diz.";
