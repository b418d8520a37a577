import type { EarlierPaper, PapersCounted, PaperSettled, ShownPayment } from "./asked-words.ts";
import type { DebtSide, Verdict, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of: alike in every country that writes Spanish. */
export const SPANISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Ese documento ya está anotado: no cambié nada.",
      discarded: "Ese documento ya está descartado: no cambié nada.",
      waiting: "Ese documento quedó guardado por revisar: con *pendientes* se retoma. No cambié nada.",
    })[how],
  paper_proof: (verdict: Verdict, differs: boolean) =>
    ({
      authentic:
        "🔏 Su código fiscal está verificado: lo emitió quien dice. No prueba que no lo hayan anulado después.",
      altered: "⚠️ No parece auténtico: su código fiscal no corresponde al contenido.",
      unverified: "🔎 No lo puedo asegurar: leí su código fiscal, pero no pude comprobarlo.",
      test_document: "⚠️ Es un documento de prueba, sin valor tributario.",
      not_applicable:
        "🔎 No lo puedo asegurar: no leí ningún código fiscal en la imagen. Con el código de cerca, o con *escanear*, lo compruebo.",
    })[verdict] + (differs ? TOTAL_DIFFERS : ""),
  not_asked_online: "No lo he consultado en línea: solo compruebo el código que trae impreso.",
  paper_sent: (earlier: EarlierPaper | null) =>
    earlier === null
      ? "No encuentro otro igual entre los documentos que me has mandado."
      : `Se parece a uno que ya me llegó ${/\d/.test(earlier.came) ? `el ${earlier.came}` : earlier.came}` +
        `${earlier.shop === null ? "" : `, de ${earlier.shop}`}${earlier.total === null ? ", sin total" : `, por ${earlier.total}`}.`,
  paper_seller: (seller: string | null) =>
    seller === null ? "No pude leer quién lo emitió. Basta con *el local es* y su nombre." : `Lo emitió *${seller}*.`,
  papers_counted: ({ booked, waiting, discarded }: PapersCounted) => {
    const total = booked + waiting + discarded;
    if (total === 0) return "Todavía no me ha llegado ningún documento.";
    const parts = [
      `${booked} ${booked === 1 ? "anotado" : "anotados"}`,
      `${waiting} por confirmar`,
      `${discarded} ${discarded === 1 ? "descartado" : "descartados"}`,
    ];
    return `📄 Me ${total === 1 ? "ha llegado 1 documento" : `han llegado ${total} documentos`}: ${parts.join(", ")}.`;
  },
  no_paper_at_hand: "No tengo ningún documento a mano: con su foto o su PDF lo reviso.",
  ask_discard: (what: string) => `¿Descarto ${what}, sin anotarlo? *Sí* o *no*.`,
  document_statement:
    "🏦 Es un listado de movimientos del banco, no una boleta ni una factura: lo guardo sin anotarlo. Lo que se anota es cada boleta o factura, o el movimiento escrito con su monto.",
  document_way:
    "❓ ¿Te pagaron, pagaste, o es plata tuya que pasó de la caja al banco? Basta con *me pagaron*, *pagué* o *es plata mía*; si no va, con *borrar*.",
  pays_debt: (side: DebtSide, { who, debts, open, left, rest }: ShownPayment) => {
    const isOne = debts === 1;
    const whose =
      side === "por_cobrar"
        ? `${isOne ? "la deuda" : `${debts} deudas`}${who === null ? "" : ` de ${who}`}`
        : `${isOne ? "tu deuda" : `${debts} deudas tuyas`}${who === null ? "" : ` con ${who}`}`;
    const after = left === null ? `: ${isOne ? "queda saldada" : "quedan saldadas"}` : `: quedan ${left}`;
    const beyond = rest === null ? "" : ` Lo que sobra (${rest}) va como ${side === "por_cobrar" ? "venta" : "gasto"}.`;
    return `🤝 Paga ${whose} (${open})${after}.${beyond} Si no es de esa deuda, basta con *es aparte*.`;
  },
  document_income: "💵 Va como ingreso: plata que te llegó. Si la pagaste tú, basta con *es un gasto*.",
  document_own_money: "🏦 Es plata tuya que pasa de la caja al banco: no es gasto ni venta.",
} as const satisfies Partial<Words>;

export const SPANISH_ASKED_CHOICES = {
  paid_me: "Me pagaron",
  i_paid: "Pagué yo",
  own_money: "Es plata mía",
} as const satisfies Partial<Words["buttons"]>;

const TOTAL_DIFFERS = " Eso sí, el total impreso no es el que dice el código.";
