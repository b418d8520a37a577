import { cardsOf } from "./cards.ts";
import { counted } from "./counted.ts";
import { countryName } from "./country-name.ts";
import { PORTUGUESE_CHOICES, PORTUGUESE_DEALINGS } from "./pt-BR-dealings.ts";
import { PORTUGUESE_SCAN } from "./pt-BR-scan.ts";
import { PORTUGUESE_WAITING } from "./pt-BR-waiting.ts";
import { PORTUGUESE_ASKED, PORTUGUESE_ASKED_CHOICES } from "./pt-BR-asked.ts";
import { PORTUGUESE_PAPER_CHOICES, PORTUGUESE_PAPERS } from "./pt-BR-papers.ts";
import { taxNamesOr } from "./tax-names.ts";
import type { Words } from "./words.ts";

const LABELS = {
  booked: {
    ingreso: "Entrada anotada",
    egreso: "Gasto anotado",
    transferencia: "Transferência anotada",
    por_cobrar: "Valor a receber anotado",
    por_pagar: "Valor a pagar anotado",
    lowered: "Dívida abatida",
  },
  movement: {
    ingreso: "entrada",
    egreso: "gasto",
    transferencia: "transferência",
    por_cobrar: "valor a receber",
    por_pagar: "valor a pagar",
    lowered: "abatimento de dívida",
  },
  booked_together: (count: number) => `${count} lançamentos anotados`,
  sum: (movement: string, amount: string) => `${movement} de ${amount}`,
  undone: "Desfeito",
  corrected: "Corrigido",
  changed: (before: string, now: string) => `antes ${before}, agora ${now}`,
  concept: "Descrição",
  customer: "Cliente",
  supplier: "Fornecedor",
  named: "No documento",
  with: "Com",
  category: "Categoria",
  ...taxNamesOr({ id: "ID fiscal", vat: "Impostos" }),
  date: "Data",
  due: "Vence",
  quoted: (words: string) => `“${words}”`,
  authentic: "🔏 Código fiscal verificado",
  documents: {
    boleta: "Cupom fiscal",
    factura: "Nota fiscal",
    factura_exenta: "Nota fiscal isenta",
    nota_credito: "Nota de crédito",
    nota_debito: "Nota de débito",
    guia: "Nota de entrega",
    comprobante: "Comprovante",
    recibo: "Recibo",
    unknown: "Documento",
  },
  legal_name: "Razão social",
  series: "Série",
  number: "Número",
  net: "Subtotal",
  total: "Total",
  items: "Itens",
  items_left: (count: number) => `… e mais ${count}`,
  suggested_category: "Categoria sugerida",
  cash: "Caixa",
  summary_of: (month: string) => `Resumo de ${month}`,
  income: "Entradas",
  expense: "Gastos",
  result: "Resultado",
  by_category: "Por categoria",
  entries_of: (period: string) => `Lançamentos, ${period}`,
  owed_to_you: "Te devem",
  you_owe: "Você deve",
  nobody_owes_you: "Ninguém te deve nada. 👌",
  you_owe_nothing: "Você não deve nada. 👌",
};

export const ptBR: Words = {
  ...cardsOf(LABELS),
  ...PORTUGUESE_DEALINGS,
  ...PORTUGUESE_SCAN,
  ...PORTUGUESE_WAITING,
  ...PORTUGUESE_PAPERS,
  ...PORTUGUESE_ASKED,

  welcome: "👋 Olá! Acabei de cadastrar você automaticamente.",
  welcome_invitation:
    "Me envie uma foto ou PDF do seu cupom ou nota fiscal e eu leio para você.\n\n" +
    "Você também pode me escrever, por exemplo “vendi 150 reais para a Distribuidora XYZ”, " +
    "ou mandar um áudio: “paguei 50 reais de gasolina”.",
  greeting: (name) =>
    `👋 Olá${name ? `, ${name}` : ""}! Me conte uma venda ou um gasto, ou mande a foto de um cupom ou nota fiscal.\n` +
    "Escreva *ajuda* para ver o que mais eu sei fazer.",
  help:
    "Sou o *lucas*, seu contador de bolso. Me conte, por escrito ou em áudio:\n" +
    "• Vendas e gastos: “vendi 150 reais para a Distribuidora XYZ”, “gastei 50 reais com gasolina”; vários juntos: “farinha 5 reais e frete 10 reais”\n" +
    "• Fiado, dívidas e pagamentos: “vendi fiado 40 reais para o Pedro”, “o Pedro me pagou 15 reais”\n" +
    "• Dólares: “paguei 100 dólares de aluguel”\n" +
    "• Cupons e notas fiscais: mande a foto ou o PDF, ou escreva *escanear*\n" +
    "Pergunte: *saldo*, *resumo*, “quanto gastei com gasolina este mês?”, “quem me deve?”\n" +
    "Corrija: “não, eram 45”, “apaga isso”, *desfazer*\n" +
    "O que aprendo com suas correções: *minhas regras*",
  thanks: "De nada! Estou aqui para cuidar das suas contas. 🙌",
  off_topic:
    "Eu só cuido das suas contas: vendas, gastos, dívidas e notas. Me conte uma venda ou um gasto, ou escreva *ajuda*.",
  ask_country: "Para escrever seus valores direitinho: em que país fica o seu negócio?",
  country_set: (country, currency) => `Pronto: ${countryName(country, "pt-BR")}, com seus valores em ${currency}.`,

  debt_without_cash: "Não mexeu no caixa.",
  nothing_to_undo: "Não há nada recente para desfazer.",
  already_undone: "Esse lançamento já estava desfeito.",
  nothing_to_correct: "Não achei o que corrigir. Responda à mensagem do lançamento ou me conte de novo.",
  what_to_correct:
    "O que eu corrijo? Escreva, por exemplo, “eram 45 reais”, “foi ontem”, “a categoria é material” ou “apaga isso”.",
  nothing_pending: "Não tenho nada esperando a sua confirmação. O que vamos anotar?",
  discarded: "Pronto, não anotei.",
  left_as_is: "Pronto, deixo como estava.",
  role_forbids: "Sua função neste negócio não permite anotar; peça ao dono.",

  heard: (text) => `🎙️ Ouvi: “${text}”`,
  voice_parked: "🎙️ Guardei o seu áudio e vou anotar assim que conseguir ouvir. Se for urgente, me escreva.",
  voice_failed: "🎙️ Não consegui ouvir esse áudio, mas guardei. Pode me escrever?",
  voice_empty: "🎙️ Não consegui entender o que foi dito nesse áudio. Pode me escrever ou gravar de novo?",
  voice_too_long: (minutes) =>
    `🎙️ Esse áudio tem mais de ${minutes} minutos, é muito para mim. Pode mandar em partes ou escrever?`,
  voice_unclear: "Não tenho certeza de ter ouvido bem, então não anotei nada. Pode escrever ou gravar de novo?",

  document_is_right: "Está certo? Responda *sim* para confirmar ou *não* para editar.",
  document_missing_total: "Não consegui ler o total com certeza. Quanto foi?",
  document_edit:
    "O que eu corrijo? Escreva, por exemplo, “o valor é 456,70”, “foi ontem”, “a categoria é material”, “foi no Extra”, " +
    "ou *apagar* para descartar.",
  document_verdict: (verdict) =>
    ({
      authentic: "🔏 Código fiscal verificado.",
      altered: "⚠️ O código fiscal não bate com o conteúdo: o documento pode ter sido adulterado.",
      unverified: "⚠️ Não consegui conferir o código fiscal deste documento.",
      test_document: "⚠️ É um documento de teste, sem valor fiscal: não é uma compra real.",
      not_applicable: null,
    })[verdict],
  document_trouble: (trouble) =>
    ({
      unreadable:
        "Não consegui ler esse arquivo. Pode mandar uma foto mais nítida, sem inclinação e bem iluminada, ou escrever o valor?",
      unsupported_type: "Não consigo ler esse tipo de arquivo. Se for uma foto, mande como JPG; se não, como PDF.",
      too_many_documents: "Esse arquivo traz documentos demais: leio até 40. Você me manda em partes?",
      too_many_pages: "Esse PDF tem páginas demais: leio até 10. Pode mandar só as do recibo ou da nota, ou uma foto?",
      too_large: "Esse arquivo é grande demais para mim. Pode mandar uma foto normal ou um PDF mais leve?",
      encrypted:
        "Esse PDF está protegido ou tem senha, e assim não posso conferi-lo com segurança. Pode mandar sem senha, ou uma foto?",
      corrupt: "Esse arquivo chegou danificado e não consigo abrir. Pode mandar de novo?",
      bomb: "Não dá para abrir esse arquivo com segurança. Mande uma foto ou um PDF normal.",
      timeout: "Está difícil de ler esse documento. Guardei para revisar; se quiser, escreva o valor.",
      media_lost: "Não consegui baixar esse arquivo do WhatsApp. Pode mandar de novo?",
    })[trouble],
  which_documents: (count) =>
    `Tenho ${counted(count, "documento", "documentos")} para confirmar. Confirmo todos ou só o último?`,

  no_entries: (period) => `Não tenho lançamentos anotados (${period}).`,
  cannot_tell: "Isso eu ainda não sei dizer. Tente *saldo* ou *resumo*.",

  edited_message: (entry) => `Você editou a mensagem de um lançamento já anotado. Mudo para ${entry.amount}?`,
  deleted_message: (entry) => `Você apagou a mensagem de um lançamento já anotado (${entry.amount}). Desfaço?`,
  too_fast: (seconds) =>
    `Estou lendo suas mensagens em ordem; vejo o resto em ${counted(seconds, "segundo", "segundos")}. ` +
    "Nenhuma se perde. 🙂",
  unsupported: {
    sticker: "Boa figurinha! 😄 Para anotar algo, me escreva a venda ou o gasto, ou mande a foto do cupom.",
    location: "Recebi a sua localização, mas eu cuido de contas: me escreva uma venda ou um gasto, ou mande um cupom.",
    contacts: "Recebi o contato, mas eu cuido de contas: me escreva uma venda ou um gasto, ou mande um cupom.",
    order: "Ainda não leio pedidos de catálogo. Pode escrever o valor da venda?",
    video: "Não consigo ler vídeos. Pode mandar uma foto do cupom ou escrever o valor?",
    empty: "Sua mensagem chegou vazia. Me conte uma venda ou um gasto, ou mande a foto de um cupom ou nota fiscal.",
    other: "Não consigo ler esse tipo de mensagem. Me escreva a venda ou o gasto, ou mande uma foto ou um PDF.",
  },
  trouble: "Algo deu errado do meu lado com essa mensagem; ela ficou guardada e vamos verificar.",

  buttons: {
    ...PORTUGUESE_PAPER_CHOICES,
    ...PORTUGUESE_ASKED_CHOICES,
    yes: "Sim",
    no: "Não",
    undo: "Desfazer",
    edit: "Editar",
    discard: "Descartar",
    all: "Todos",
    last: "Só o último",
    ...PORTUGUESE_CHOICES,
  },
  days: { today: "hoje", yesterday: "ontem", before_yesterday: "anteontem", tomorrow: "amanhã" },
  weekdays: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
  months: [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
  ],
  periods: {
    today: "hoje",
    yesterday: "ontem",
    this_week: "esta semana",
    last_week: "semana passada",
    this_month: "este mês",
    this_year: "este ano",
  },
  kinds: { ingresos: "Entradas", egresos: "Gastos", tax_debit: "das vendas", tax_credit: "das compras (crédito)" },
  categories: {
    ventas: "Vendas",
    servicios: "Serviços",
    otros_ingresos: "Outras entradas",
    insumos: "Insumos",
    combustible: "Combustível",
    transporte: "Transporte",
    arriendo: "Aluguel",
    servicios_basicos: "Luz, água e internet",
    sueldos: "Salários",
    impuestos: "Impostos",
    alimentacion: "Alimentação",
    mantencion: "Manutenção",
    marketing: "Marketing",
    equipamiento: "Equipamentos",
    financieros: "Despesas financeiras",
    suscripciones: "Assinaturas",
    salud: "Saúde",
    retiros: "Retiradas",
    otros_gastos: "Outros gastos",
  },
  accounts: {
    banco: "Banco",
    por_cobrar: "A receber",
    por_pagar: "A pagar",
    prestamos: "Empréstimos",
    pagado_antes: "Pago adiantado",
    recibido_antes: "Recebido adiantado",
  },
};
