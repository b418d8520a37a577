import type { BookedPaper, EarlierPaper } from "./asked-words.ts";
import type { DebtSide, DocumentName, Doubt, PhotoProblem, ShownDebt, ShownEntry, ShownPaper, Words } from "./words.ts";

/** Papers that are linked, asked about or wait. */
export const PORTUGUESE_PAPERS = {
  linked: (kind: DocumentName, entry: ShownEntry, before: string | null) =>
    `🔗 *Juntei ${THE[kind]} ${to(entry)}*${about(entry)}: já estava anotado e não anotei duas vezes.` +
    (before === null ? "" : ` Dizia ${before}; fica em ${entry.amount}.`),
  linked_day: (before: string, now: string) => `📅 Dizia ${before}; pelo documento fica em ${now}.`,
  unlinked: (kind: DocumentName, entry: ShownEntry) =>
    `↩️ Separei ${THE[kind]} d${theEntry(entry)}${about(entry)}, que continua anotado como antes.`,
  book_apart: (kind: DocumentName) => `Anoto ${THE[kind]} à parte?`,
  ask_match: (entry: ShownEntry) => `É ${theEntry(entry)}${quotedAbout(entry)} de ${entry.date}?`,
  ask_which_match: (kind: DocumentName) => `De qual destes é ${THE[kind]}?`,
  match_row: (entry: ShownEntry) => `${theEntry(entry).slice(2)}${quotedAbout(entry)} de ${entry.date}`,
  ask_paid_by: (of: BookedPaper) => `Já tenho ${theBooked(of)}. Isto é o pagamento, o voucher ou a transferência?`,
  ask_bought: (kind: DocumentName, slip: BookedPaper) =>
    `Já tenho ${theBooked(slip)}. É ${THE[kind]} desse mesmo pagamento?`,
  kept_beside: (kind: DocumentName, entry: ShownEntry) =>
    `🔗 Pronto: guardei ${THE[kind]} com ${theEntry(entry)}${about(entry)}, que já estava anotado: não anotei duas vezes.`,
  ask_same_paper: (entry: ShownEntry, told: string | null) =>
    `Esse número eu já tenho: ${theEntry(entry)}${about(entry)} de ${entry.date}.` +
    `${told === null ? "" : ` Agora é ${told}.`} É o mesmo documento?`,
  paper_told: (entry: ShownEntry) =>
    `🔗 Pronto: é ${theEntry(entry)}${about(entry)}, que já estava anotado: não anotei duas vezes.`,
  ask_twin: (earlier: EarlierPaper) =>
    `Parece muito com ${theNumbered(earlier)} que chegou ${arrived(earlier)}: você já enviou?`,
  twin_same: "Pronto: é o mesmo, e não anotei de novo.",
  documents_listed: (count: number) =>
    count === 1
      ? "🔗 A lista do fisco já o tinha trazido: guardei-o com esse lançamento, sem lançar duas vezes."
      : `🔗 A lista do fisco já tinha trazido ${count} dos documentos: guardei-os com os seus lançamentos, sem lançar duas vezes.`,
  documents_before: (count: number) =>
    count === 1 ? "Um dos documentos eu já tinha." : `${count} dos documentos eu já tinha.`,
  documents_unread: (count: number) =>
    count === 1
      ? "⚠️ Um dos documentos do arquivo eu não consegui ler, e não anotei: guardei para revisar."
      : `⚠️ ${count} dos documentos do arquivo eu não consegui ler, e não anotei: guardei para revisar.`,
  document_duplicate: (earlier: EarlierPaper | null) =>
    `Eu já tinha esse documento${earlier === null ? "" : ` (${earlier.name === null ? "" : `${theEarlier(earlier)}, `}chegou ${arrived(earlier)})`}: não anotei de novo.`,
  document_waits: (earlier: EarlierPaper | null, where: "here" | "elsewhere") =>
    `Esse documento já chegou${earlier === null ? "" : ` ${arrived(earlier)}`} e ainda não está anotado: ` +
    (where === "here" ? "espera a sua resposta." : "com *pendentes* ele volta."),
  payment_not_taken: (text: string) =>
    `O que veio escrito (“${text}”) não foi anotado. Para o pagamento, basta a quem e quanto: *paguei 50 reais ao João*.`,
  document_settled: "Esse documento não está mais pendente.",
  document_unsure: (doubts: readonly Doubt[]) =>
    `⚠️ Não li bem ${doubts.map((doubt) => ({ total: "o *total*", date: "a *data*" })[doubt]).join(" nem ")}. ` +
    `Está certo assim? Basta *sim*, ou ${doubts[0] === "date" ? "a data correta" : "o valor correto"}.`,
  no_paper:
    "Não vejo nenhum documento nessa imagem. Se houver um, serve uma foto mais de perto, reta e com boa luz, ou o gasto escrito com o valor.",
  two_papers: "📷 Parece que aqui há dois papéis e li só um: o outro, em uma foto separada.",
  document_test:
    "Não é uma compra nem dá crédito de imposto, então não anoto. Se o gasto é de verdade, basta *anotar gasto*.",
  document_guide:
    "🚚 Uma guia de remessa leva mercadoria, não dinheiro: guardo sem anotar, e o que se anota é a nota fiscal. " +
    "Se o gasto é de verdade, basta *anotar gasto*.",
  document_offer:
    "💬 Um orçamento é um preço oferecido e não uma compra, então não anoto. Se já foi comprado, basta *anotar gasto*.",
  document_on_credit: (side: DebtSide, due: string | null) =>
    `🕒 É a prazo${due === null ? "" : `, vence em ${due}`}: fica ${side === "por_cobrar" ? "a receber" : "a pagar"}. ` +
    "Se já está paga, basta *paga*.",
  fees: (type: "ingreso" | "egreso", { gross, retained, paid }: { gross: string; retained: string; paid: string }) =>
    type === "ingreso"
      ? `🧾 Honorários de ${gross} menos a retenção de ${retained}: te pagam o líquido, ${paid}. ` +
        "A retenção é paga ao fisco pelo seu cliente e é um crédito seu no imposto de renda."
      : `🧾 Honorários de ${gross} menos a retenção de ${retained}: paga-se o líquido, ${paid}. ` +
        "A retenção é paga à parte, com os impostos do mês.",
  note_lowers: (side: DebtSide, { concept, open }: Pick<ShownDebt, "concept" | "open">, left: string | null) =>
    `↩️ Abate o que ${side === "por_pagar" ? "você deve" : "te devem"}${concept === null ? "" : ` (${concept})`}: ` +
    `${left === null ? `os ${open} ficam quitados` : `de ${open} ficam ${left}`}. Não mexe no caixa.`,
  beyond_debt:
    "↩️ Não mudei nada: da dívida dessa nota resta menos do que esse valor, e uma nota de crédito não abate além do que se deve.",
  note_lowers_nothing: (type: "ingreso" | "egreso", { named, owed }: { named: readonly string[]; owed: boolean }) => {
    const what = named.length > 0 ? ` da nota ${named.join(", ")}` : "";
    const found = `↩️ Não achei uma dívida em aberto${what} para abater, ou resta menos do que isto: `;
    if (!owed) {
      const told =
        type === "ingreso" ? "anoto como dinheiro que te devolveram" : "anoto como dinheiro que você devolveu";
      return `${found}${told}. Se ainda não, basta *a prazo*.`;
    }
    const told = type === "ingreso" ? "fica como valor que te devem" : "fica como valor que você deve";
    return `${found}${told}, sem mexer no caixa. Se o dinheiro já foi devolvido, basta *paga*.`;
  },
  document_last_year: (day: string) =>
    `⚠️ Este ano esse dia ainda não chegou, então coloquei ${day}. Está certo assim? Basta *sim*, ou a data correta.`,
  document_discount: (total: string) =>
    `💸 O total de ${total} já está com o desconto? Basta *sim*, ou o valor que você pagou.`,
  still_reading: (count: number) =>
    count === 1
      ? "⏳ Ainda estou lendo o que você enviou: assim que terminar eu mostro."
      : `⏳ Ainda estou lendo ${count} documentos: assim que terminar eu mostro.`,
  document_paid: (day: string | null) => `💵 Já foi pago${day === null ? "" : ` (em ${day})`}.`,
  document_undated: "📅 Não li a data: anoto com a de hoje. Se for outra, basta escrever.",
  document_due: (due: string) => `🕒 Vence em ${due}, e anoto como paga. Se ainda não foi, basta *não paguei*.`,
  document_part_paid: (side: DebtSide, { paid, left, due }: { paid: string; left: string; due: string | null }) =>
    `💵 Pago: ${paid}. 🕒 Faltam ${left} ${side === "por_cobrar" ? "a receber" : "a pagar"}` +
    `${due === null ? "" : `, vence em ${due}`}.`,
  document_told_otherwise: (told: string) =>
    `⚠️ Você escreveu ${told}, e o documento diz outra coisa. Vale o do documento? Basta *sim*, ou o valor correto.`,
  waiting_documents: (rows: readonly string[], more: number) =>
    [
      "📄 *Documentos pendentes*",
      ...rows,
      ...(more > 0 ? [`… e mais ${more}`] : []),
      "Qual vemos? Basta o número.",
    ].join("\n"),
  waiting_row: ({ name, shop, total, date, waits }: ShownPaper) =>
    `${name}${shop === null ? "" : ` de ${shop}`}${total === null ? "" : ` por ${total}`}` +
    `${date === null ? "" : ` (${date})`}: ${{ confirm: "a confirmar", answer: "com uma pergunta", review: "a revisar" }[waits]}`,
  no_waiting_documents: "Não há documentos pendentes. 👌",
  not_for_you: (kind: DocumentName, id: string, receiver: string) =>
    `⚠️ Est${THE[kind].startsWith("a ") ? "a" : "e"} ${THE[kind].slice(2)} não está no seu ${id}: está em nome de ${receiver}.`,
  no_tax_credit: (tax: string) => `🧾 É cupom: não dá crédito de ${tax}.`,
  photo_advice: (problem: PhotoProblem) =>
    ({
      blur: "📷 Saiu tremida: com o celular parado e mais luz eu leio melhor.",
      glare: "📷 Tem um reflexo: sem flash e um pouco de lado eu leio melhor.",
      cropped: "📷 Saiu cortada: com as quatro bordas à vista eu leio melhor.",
      too_small: "📷 Está muito pequena: mais de perto, ou como documento, eu leio melhor.",
    })[problem],
} as const satisfies Partial<Words>;

export const PORTUGUESE_PAPER_CHOICES = {
  this_one: "Sim, é esse",
  another_one: "Não, é outro",
  same_paper: "É o mesmo",
  other_paper: "É outro",
} as const satisfies Partial<Words["buttons"]>;

/** `a nota fiscal de MERCADO SOL de R$ 45,00`. */
function theEarlier({ name, shop, total }: EarlierPaper): string {
  if (name === null) return "o";
  return `${THE[name]}${shop === null ? "" : ` de ${shop}`}${total === null ? " (sem total)" : ` de ${total}`}`;
}

function theBooked({ name, shop, number, total }: BookedPaper): string {
  return `${THE[name]}${number === null ? "" : ` ${number}`}${shop === null ? "" : ` de ${shop}`} de ${total}`;
}

function theNumbered({ name, number, date, ...earlier }: EarlierPaper): string {
  if (name === null) return "o";
  const paper = theEarlier({ ...earlier, name, number, date });
  const told = number === null ? paper : paper.replace(THE[name], () => `${THE[name]} ${number}`);
  return date === null ? told : `${told} (${date})`;
}

function arrived({ came }: EarlierPaper): string {
  return /\d/.test(came) ? `em ${came}` : came;
}

const THE: Readonly<Record<DocumentName, string>> = {
  boleta: "o cupom",
  factura: "a nota fiscal",
  factura_exenta: "a nota fiscal",
  nota_credito: "a nota de crédito",
  nota_debito: "a nota de débito",
  guia: "a nota de entrega",
  comprobante: "o comprovante",
  recibo: "o recibo",
  unknown: "o documento",
};

const ENTRIES: Readonly<Record<ShownEntry["type"], string>> = {
  ingreso: "a entrada",
  egreso: "o gasto",
  deuda: "a dívida",
  transferencia: "a transferência",
};

/** `o gasto de R$ 45,00`. */
function theEntry({ type, amount }: ShownEntry): string {
  return `${ENTRIES[type]} de ${amount}`;
}

function to(entry: ShownEntry): string {
  return `a ${theEntry(entry)}`.replace(/^a o /, "ao ").replace(/^a a /, "à ");
}

function about({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` (${what})`;
}

function quotedAbout({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` “${what}”`;
}
