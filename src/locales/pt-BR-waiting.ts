import type { DebtSide, MovementKind, ShownEntry, Words } from "./words.ts";

/** What waits, what was let go, what was taken back. */
export const PORTUGUESE_WAITING = {
  calm: "Entendo. Se anotei algo errado, me diga o que era e eu corrijo.",
  still_pending: (what: string, more: number) => `Continua pendente${more > 0 ? ` (e mais ${more})` : ""}: ${what}`,
  all_pending: (what: readonly string[]) => ["Continuam pendentes:", ...what.map((each) => `• ${each}`)].join("\n"),
  waiting_document: (shop: string | null, total: string | null) =>
    total === null
      ? `${paper(shop, total)}. Quanto foi o total?`
      : `${paper(shop, total)}. Está certo? *Sim* ou *não*.`,
  let_go: (what: readonly string[]) =>
    what.length === 1
      ? `Não anotei ${listed(what)}: ficou sem resposta. Mande de novo se quiser.`
      : `Não anotei ${listed(what)}: ficaram sem resposta. Mande de novo se quiser.`,
  dropped: (what: readonly string[]) =>
    `Pronto, não anotei ${listed(what)}. Se quiser anotar, mande de novo com tudo: “gastei 1500 com pão”.`,
  which_entry: "Essa mensagem tem vários lançamentos. Qual eu apago?",
  papers_to_review: (what: readonly string[]) =>
    what.length === 1
      ? `Não anotei ${listed(what)}: ficou sem confirmação e guardei para revisar.`
      : `Não anotei ${listed(what)}: ficaram sem confirmação e guardei para revisar.`,
  paper,
  quoted: (text: string) => `“${text}”`,
  a_movement: "um lançamento",
  before_undone: (entry: ShownEntry) =>
    `Antes disso está: ${nameOf(entry)}. Para desfazer isso, responda a essa mensagem ou diga “desfazer ${NOUNS[entry.type]}”.`,
  open_again: (side: DebtSide, who: string | null, amount: string) => {
    const whose = who === null ? "" : ` ${side === "por_cobrar" ? "de" : "com"} *${who}*`;
    return `A dívida${whose} voltou a ficar em aberto: ${amount}.`;
  },
  worth: (amount: string, day: string) => `(≈ ${amount} em ${day})`,
  ask_amount: (kind: MovementKind, concept: string) => {
    const article = ARTICLES[firstOf(concept)];
    if (article !== undefined) return `De quanto ${kind === "deuda" ? "é" : "foi"} ${article} ${lowered(concept)}?`;
    if (kind === "deuda") return `De quanto é a dívida: ${concept}?`;
    return kind === "ingreso" ? `Quanto você recebeu por ${concept}?` : `Quanto você gastou com ${concept}?`;
  },
  ask_left: (side: DebtSide, paid: string) =>
    `Quanto falta ${side === "por_cobrar" ? "receber" : "pagar"}, sem contar os ${paid}?`,
  ask_direction: (amount: string, concept: string) => `Esses ${amount} de ${lowered(concept)} entraram ou saíram?`,
} as const satisfies Partial<Words>;

const NOUNS: Readonly<Record<ShownEntry["type"], string>> = {
  ingreso: "a venda",
  egreso: "o gasto",
  deuda: "a dívida",
  transferencia: "a transferência",
};

const ARTICLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries("pagamento empréstimo abatimento gasto".split(" ").map((noun) => [noun, "o"])),
  ...Object.fromEntries(
    "compra cobrança venda devolução dívida transferência retirada entrada".split(" ").map((noun) => [noun, "a"]),
  ),
};

/** A concept that the house itself made begins with a noun of dealing: `Pagamento de Lupe`. */
function lowered(concept: string): string {
  return ARTICLES[firstOf(concept)] === undefined ? concept : concept.charAt(0).toLowerCase() + concept.slice(1);
}

function firstOf(concept: string): string {
  return (concept.split(" ")[0] ?? "").toLowerCase();
}

function nameOf({ concept, counterparty, type, amount }: ShownEntry): string {
  return `${concept ?? counterparty ?? NOUNS[type].replace(/^[ao] /, "")}, ${amount}`;
}

function paper(shop: string | null, total: string | null): string {
  return `o documento${shop === null ? "" : ` de ${shop}`}${total === null ? "" : ` de ${total}`}`;
}

function listed(what: readonly string[]): string {
  const shown = what.slice(0, LISTED_MAX);
  if (what.length > shown.length) return `${shown.join(", ")} e mais ${what.length - shown.length}`;
  return what.length < 2 ? what.join("") : `${what.slice(0, -1).join(", ")} e ${what.at(-1)}`;
}

const LISTED_MAX = 4;
