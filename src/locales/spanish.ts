import type { Labels } from "./cards.ts";
import { taxNamesOr } from "./tax-names.ts";
import type { DebtSide, ShownDebt, ShownRest, Words } from "./words.ts";
import { SPANISH_MONTHS } from "./spanish-months.ts";

// What every country that writes Spanish calls alike. What differs stands in the country's own file.

export const SPANISH_LABELS = {
  booked: {
    ingreso: "Ingreso anotado",
    egreso: "Egreso anotado",
    transferencia: "Traspaso anotado",
    por_cobrar: "Deuda por cobrar anotada",
    por_pagar: "Deuda por pagar anotada",
    lowered: "Deuda rebajada",
  },
  movement: {
    ingreso: "ingreso",
    egreso: "egreso",
    transferencia: "traspaso",
    por_cobrar: "deuda por cobrar",
    por_pagar: "deuda por pagar",
    lowered: "rebaja de deuda",
  },
  booked_together: (count) => `${count} movimientos anotados`,
  sum: (movement, amount) => `${movement} de ${amount}`,
  undone: "Deshecho",
  corrected: "Corregido",
  changed: (before, now) => `antes ${before}, ahora ${now}`,
  concept: "Concepto",
  customer: "Cliente",
  supplier: "Proveedor",
  named: "En el documento",
  with: "Con",
  category: "Categoría",
  ...taxNamesOr({ id: "ID tributario", vat: "Impuestos" }),
  date: "Fecha",
  due: "Vence",
  quoted: (words) => `«${words}»`,
  authentic: "🔏 Código fiscal verificado",
  legal_name: "Razón Social",
  series: "Serie",
  number: "Número",
  total: "Total",
  items: "Items",
  items_left: (count) => `… y ${count} más`,
  suggested_category: "Categoría sugerida",
  cash: "Caja",
  summary_of: (month) => `Resumen de ${month}`,
  income: "Ingresos",
  expense: "Egresos",
  result: "Resultado",
  by_category: "Por categoría",
  entries_of: (period) => `Movimientos, ${period}`,
  owed_to_you: "Te deben",
  nobody_owes_you: "Nadie te debe nada. 👌",
} as const satisfies Partial<Labels>;

export const SPANISH_CALENDAR = {
  days: { today: "hoy", yesterday: "ayer", before_yesterday: "anteayer", tomorrow: "mañana" },
  weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
  months: SPANISH_MONTHS,
  periods: {
    today: "hoy",
    yesterday: "ayer",
    this_week: "esta semana",
    last_week: "la semana pasada",
    this_month: "este mes",
    this_year: "este año",
  },
} as const satisfies Partial<Words>;

/** Where a country has a word of its own (rent, upkeep), its file says it. */
export const SPANISH_CATEGORIES = {
  ventas: "Ventas",
  servicios: "Servicios",
  otros_ingresos: "Otros ingresos",
  insumos: "Insumos",
  combustible: "Combustible",
  transporte: "Transporte",
  arriendo: "Alquiler",
  servicios_basicos: "Servicios básicos",
  sueldos: "Sueldos",
  impuestos: "Impuestos",
  alimentacion: "Alimentación",
  mantencion: "Mantenimiento",
  marketing: "Marketing",
  equipamiento: "Equipamiento",
  financieros: "Gastos financieros",
  suscripciones: "Suscripciones",
  salud: "Salud",
  retiros: "Retiros",
  otros_gastos: "Otros gastos",
} as const satisfies Words["categories"];

export const SPANISH_BOOKS = {
  kinds: {
    ingresos: "Ingresos",
    egresos: "Egresos",
    tax_debit: "de tus ventas (débito)",
    tax_credit: "de tus compras (crédito)",
  },
  accounts: {
    banco: "Banco",
    por_cobrar: "Por cobrar",
    por_pagar: "Por pagar",
    prestamos: "Préstamos",
    pagado_antes: "Pagado por adelantado",
    recibido_antes: "Recibido por adelantado",
  },
} as const satisfies Partial<Words>;

/** Debts and their payments, rules, the month: said alike in every country that writes Spanish. */
export const SPANISH_DEALINGS = {
  no_open_debt: (side: DebtSide, who: string | null) => {
    if (who === null) return "No encontré una deuda abierta.";
    return `No encontré una deuda abierta ${side === "por_cobrar" ? "de" : "con"} *${who}*.`;
  },
  ask_same_name: (known: string) => `¿Es el mismo *${known}* de antes?`,
  ask_which_debt: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") {
      return who === null
        ? "Hay varias deudas abiertas. ¿Cuál te pagaron?"
        : `Hay varias deudas abiertas de *${who}*. ¿Cuál pagó?`;
    }
    return who === null
      ? "Hay varias deudas abiertas. ¿Cuál pagaste?"
      : `Hay varias deudas abiertas con *${who}*. ¿Cuál pagaste?`;
  },
  debt_row: ({ concept, who, date, open, original }: ShownDebt) =>
    `${concept ?? who ?? "Deuda"}, ${date}: ${original === null ? open : `quedan ${open} de ${original}`}`,
  ask_rest: (side: DebtSide, { who, owed, rest }: ShownRest) =>
    side === "por_cobrar"
      ? `La deuda${who === null ? "" : ` de *${who}*`} es de ${owed}, y pagó ${rest} más. ` +
        "¿Paga la deuda y el resto es una venta?"
      : `La deuda${who === null ? "" : ` con *${who}*`} es de ${owed}, y pagaste ${rest} más. ` +
        "¿Eso paga la deuda y el resto es un gasto?",
  ask_paid: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "¿Cuánto te pagaron?" : `¿Cuánto te pagó ${who}?`;
    return who === null ? "¿Cuánto pagaste?" : `¿Cuánto le pagaste a ${who}?`;
  },
  payment: (side: DebtSide, who: string | null) => {
    if (side === "por_cobrar") return who === null ? "Pago recibido" : `Pago de ${who}`;
    return who === null ? "Pago de deuda" : `Pago a ${who}`;
  },

  no_rules: "Todavía no tengo reglas. Cuando corrijas una categoría, la recordaré.",
  learned: (rule: string) => `Desde ahora ${rule}.`,
  forgotten: (rule: string) => `Listo, olvidé la regla: ${rule}.`,
  month_mean: (amount: string) => `Promedio de los 3 meses anteriores: ${amount}`,
  month_rise: (percent: number, causes: readonly string[]) =>
    [`⚠️ Subió ${percent} %`, ...causes.map((cause) => `• ${cause}`)].join("\n"),
  cause_more: (now: number, mean: number) => `Más movimientos: ${now} este mes, ${mean} en promedio`,
  cause_dearer: (now: string, mean: string) => `Cada uno más caro: ${now} en promedio, antes ${mean}`,
  cause_single: (amount: string, what: string | null) =>
    `Uno solo es más de la mitad del alza: ${amount}${what === null ? "" : ` (${what})`}`,
  review_question: "¿Revisamos?",
  review_declined: "Bien, seguimos. 👍",
} as const satisfies Partial<Words>;

export const SPANISH_CHOICES = {
  same_name: "Sí, el mismo",
  other_name: "No, es otro",
  oldest_debt: "La más antigua",
  debt_and_sale: "Deuda y venta",
  debt_and_expense: "Deuda y gasto",
  other_sale: "Es otra venta",
  other_expense: "Es otro gasto",
} as const satisfies Partial<Words["buttons"]>;
