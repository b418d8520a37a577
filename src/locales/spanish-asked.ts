import type { PaperSettled, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of: alike in every country that writes Spanish. */
export const SPANISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "Ese documento ya está anotado: no cambié nada.",
      discarded: "Ese documento ya está descartado: no cambié nada.",
      waiting: "Ese documento quedó guardado por revisar: con *pendientes* se retoma. No cambié nada.",
    })[how],
  ask_discard: (what: string) => `¿Descarto ${what}, sin anotarlo? *Sí* o *no*.`,
  document_statement:
    "🏦 Es un listado de movimientos del banco, no una boleta ni una factura: lo guardo sin anotarlo. Lo que se anota es cada boleta o factura, o el movimiento escrito con su monto.",
  document_way:
    "❓ ¿Te pagaron, pagaste, o es plata tuya que pasó de la caja al banco? Basta con *me pagaron*, *pagué* o *es plata mía*; si no va, con *borrar*.",
  document_income: "💵 Va como ingreso: plata que te llegó. Si la pagaste tú, basta con *es un gasto*.",
  document_own_money: "🏦 Es plata tuya que pasa de la caja al banco: no es gasto ni venta.",
} as const satisfies Partial<Words>;

export const SPANISH_ASKED_CHOICES = {
  paid_me: "Me pagaron",
  i_paid: "Pagué yo",
  own_money: "Es plata mía",
} as const satisfies Partial<Words["buttons"]>;
