import { writeAmount, type Currency } from "#kernel";
import type { Pack, TongueName } from "./packs/pack.ts";
import type { CueName } from "./tongues/tongue.ts";

// The few words this room says: its questions, the labels of their options, and concepts made from a verb.

/** An amount as a question shows it: `$45.000`, `S/ 45.00`, `3,5000 UF`. */
export function shown(amountMinor: number, currency: Currency, pack: Pack): string {
  const digits = writeAmount({ amount_minor: amountMinor, currency }, pack.format);
  if (currency === pack.currency) return `${pack.symbol}${digits}`;
  return currency === "UF" ? `UF ${digits}` : `${currency} ${digits}`;
}

export type Wording = {
  /** «¿$45 o $45.000?» */
  which: (amounts: readonly string[]) => string;
  amount: (concept: string | null) => string;
  direction: (amount: string | null) => string;
  concept: (amount: string) => string;
  change: string;
  many: string;
  income: string;
  expense: string;
  /** A concept made of a verb, with and without the other party. */
  concepts: Readonly<Record<CueName, (name: string | null) => string>>;
};

const SPANISH: Wording = {
  which: (amounts) => (amounts.length === 1 ? `¿Son ${amounts[0]}?` : `¿${listed(amounts, "o")}?`),
  amount: (concept) => (concept ? `¿De cuánto fue: ${concept}?` : "¿De cuánto fue?"),
  direction: (amount) => (amount ? `Esos ${amount}, ¿entraron o salieron?` : "¿Entró o salió esa plata?"),
  concept: (amount) => `¿En qué gastaste esos ${amount}?`,
  change: "¿Qué corrijo: el monto, la fecha o la categoría? También puedo borrarlo.",
  many: "Ese mensaje es demasiado largo para leerlo de una vez. Por partes sí lo leo.",
  income: "Ingreso",
  expense: "Gasto",
  concepts: {
    spend: (name) => (name ? `Pago a ${name}` : "Gasto"),
    buy: (name) => (name ? `Compra a ${name}` : "Compra"),
    charged: (name) => (name ? `Cobro de ${name}` : "Cobro"),
    sell: (name) => (name ? `Venta a ${name}` : "Venta"),
    earn: (name) => (name ? `Pago de ${name}` : "Ingreso"),
    refund: (name) => (name ? `Devolución de ${name}` : "Devolución"),
    owe: (name) => (name ? `Deuda con ${name}` : "Deuda"),
    borrow: (name) => (name ? `Préstamo de ${name}` : "Préstamo recibido"),
    owed: (name) => (name ? `Deuda de ${name}` : "Por cobrar"),
    lend: (name) => (name ? `Préstamo a ${name}` : "Préstamo"),
    sell_on_credit: (name) => (name ? `Venta fiada a ${name}` : "Venta fiada"),
    buy_on_credit: (name) => (name ? `Compra fiada a ${name}` : "Compra fiada"),
    settle_out: (name) => (name ? `Abono a ${name}` : "Abono a deuda"),
    settle_in: (name) => (name ? `Abono de ${name}` : "Abono recibido"),
    move: () => "Traspaso entre cuentas",
    lose: () => "Pérdida",
    draw: () => "Retiro personal",
  },
};

const PORTUGUESE: Wording = {
  which: (amounts) => (amounts.length === 1 ? `São ${amounts[0]}?` : `${listed(amounts, "ou")}?`),
  amount: (concept) => (concept ? `De quanto foi: ${concept}?` : "De quanto foi?"),
  direction: (amount) => (amount ? `Esses ${amount} entraram ou saíram?` : "Esse dinheiro entrou ou saiu?"),
  concept: (amount) => `Em que você gastou esses ${amount}?`,
  change: "O que corrijo: o valor, a data ou a categoria? Também posso apagar.",
  many: "São valores demais para uma só mensagem. Pode mandar aos poucos?",
  income: "Entrada",
  expense: "Gasto",
  concepts: {
    spend: (name) => (name ? `Pagamento a ${name}` : "Gasto"),
    buy: (name) => (name ? `Compra de ${name}` : "Compra"),
    charged: (name) => (name ? `Cobrança de ${name}` : "Cobrança"),
    sell: (name) => (name ? `Venda para ${name}` : "Venda"),
    earn: (name) => (name ? `Pagamento de ${name}` : "Entrada"),
    refund: (name) => (name ? `Devolução de ${name}` : "Devolução"),
    owe: (name) => (name ? `Dívida com ${name}` : "Dívida"),
    borrow: (name) => (name ? `Empréstimo de ${name}` : "Empréstimo recebido"),
    owed: (name) => (name ? `Dívida de ${name}` : "A receber"),
    lend: (name) => (name ? `Empréstimo para ${name}` : "Empréstimo"),
    sell_on_credit: (name) => (name ? `Venda fiada para ${name}` : "Venda fiada"),
    buy_on_credit: (name) => (name ? `Compra fiada de ${name}` : "Compra fiada"),
    settle_out: (name) => (name ? `Abatimento para ${name}` : "Abatimento de dívida"),
    settle_in: (name) => (name ? `Abatimento de ${name}` : "Abatimento recebido"),
    move: () => "Transferência entre contas",
    lose: () => "Perda",
    draw: () => "Retirada pessoal",
  },
};

const ENGLISH: Wording = {
  which: (amounts) => (amounts.length === 1 ? `Is it ${amounts[0]}?` : `${listed(amounts, "or")}?`),
  amount: (concept) => (concept ? `How much was it: ${concept}?` : "How much was it?"),
  direction: (amount) => (amount ? `Did those ${amount} come in or go out?` : "Did that money come in or go out?"),
  concept: (amount) => `What did you spend those ${amount} on?`,
  change: "What should I change: the amount, the date or the category? I can also delete it.",
  many: "That message is too long to be read at once. Could you send it in parts?",
  income: "Income",
  expense: "Expense",
  concepts: {
    spend: (name) => (name ? `Payment to ${name}` : "Expense"),
    buy: (name) => (name ? `Purchase from ${name}` : "Purchase"),
    charged: (name) => (name ? `Charge by ${name}` : "Charge"),
    sell: (name) => (name ? `Sale to ${name}` : "Sale"),
    earn: (name) => (name ? `Payment from ${name}` : "Income"),
    refund: (name) => (name ? `Refund from ${name}` : "Refund"),
    owe: (name) => (name ? `Debt to ${name}` : "Debt"),
    borrow: (name) => (name ? `Loan from ${name}` : "Loan received"),
    owed: (name) => (name ? `Owed by ${name}` : "Receivable"),
    lend: (name) => (name ? `Loan to ${name}` : "Loan"),
    sell_on_credit: (name) => (name ? `Credit sale to ${name}` : "Credit sale"),
    buy_on_credit: (name) => (name ? `Credit purchase from ${name}` : "Credit purchase"),
    settle_out: (name) => (name ? `Repayment to ${name}` : "Debt repayment"),
    settle_in: (name) => (name ? `Repayment from ${name}` : "Repayment received"),
    move: () => "Transfer between accounts",
    lose: () => "Loss",
    draw: () => "Owner's draw",
  },
};

const WORDINGS: Readonly<Record<TongueName, Wording>> = { es: SPANISH, pt: PORTUGUESE, en: ENGLISH };

/** What this room says in the language of a country: «¿Entró o salió esa plata?» for Chile. */
export function wordingOf(pack: Pack): Wording {
  return WORDINGS[pack.tongue];
}

function listed(items: readonly string[], or: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${or} ${items.at(-1)}`;
}
