import type { Labels } from "./cards.ts";
import type { Words } from "./words.ts";

// What every country that writes Spanish calls alike. What differs stands in the country's own file.

export const SPANISH_LABELS = {
  booked: {
    ingreso: "Ingreso anotado",
    egreso: "Egreso anotado",
    transferencia: "Traspaso anotado",
    por_cobrar: "Deuda por cobrar anotada",
    por_pagar: "Deuda por pagar anotada",
  },
  movement: {
    ingreso: "ingreso",
    egreso: "egreso",
    transferencia: "traspaso",
    por_cobrar: "deuda por cobrar",
    por_pagar: "deuda por pagar",
  },
  sum: (movement, amount) => `${movement} de ${amount}`,
  undone: "Deshecho",
  corrected: "Corregido",
  changed: (before, now) => `antes ${before}, ahora ${now}`,
  concept: "Concepto",
  customer: "Cliente",
  supplier: "Proveedor",
  with: "Con",
  category: "Categoría",
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
  months: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
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
  kinds: { ingresos: "Ingresos", egresos: "Egresos" },
  accounts: { banco: "Banco", por_cobrar: "Por cobrar", por_pagar: "Por pagar", prestamos: "Préstamos" },
} as const satisfies Partial<Words>;
