// What is said of the differences between the books and Chile's tax service.

/** A difference as its message shows it. */
export type ShownDifference = {
  /** `Factura 812 de Comercial Ñuñoa por $119.000 (12-10-2026)`; null where the SII has none. */
  document: string | null;
  /** `$119.000 en «clavos» (12-10-2026)`; null where the books have none. */
  entry: string | null;
  /** `10-2026`: in which the SII counts it. */
  month: string | null;
  until: string | null;
  /** Pesos of IVA, with their sign in words; null where there are none. */
  vat: string | null;
};

const none = "algo que no alcancé a nombrar";

const NAMES = {
  missing_here: "Faltan en tus libros",
  missing_there: "Faltan en el SII",
  amount: "Con otro monto",
  period: "En otro mes",
  pending: "Por aceptar o reclamar",
  credit_note: "Notas de crédito",
  not_for_this_rut: "A nombre de otro RUT",
  duplicate: "Anotadas dos veces",
  reclaimed_but_booked: "Reclamadas y anotadas",
  not_included: "Fuera del registro y con IVA",
  totals: "Listas que no cuadran",
} as const;

export const SII_DIFFERENCES = {
  of: {
    missing_here: ({ document }: ShownDifference) =>
      `*Falta en tus libros*: ${document ?? none} está en el SII y no aquí.`,
    missing_there: ({ entry }: ShownDifference) =>
      `*Falta en el SII*: anotaste ${entry ?? none}, y el SII no la tiene.`,
    amount: ({ document, entry }: ShownDifference) =>
      `*Otro monto*: en el SII es ${document ?? none}, y está anotado como ${entry ?? none}.`,
    period: ({ document, entry, month }: ShownDifference) =>
      `*Otro mes*: ${document ?? none} cuenta en ${month ?? "otro mes"}, y está anotado como ${entry ?? none}.`,
    pending: ({ document, until }: ShownDifference) =>
      `*Por aceptar o reclamar*: ${document ?? none}${until === null ? "" : `, hasta el ${until}`}. Sin respuesta queda aceptada.`,
    credit_note: ({ document, entry }: ShownDifference) =>
      document === null
        ? `*Nota de crédito*: anotaste ${entry ?? none}, y el SII no la tiene.`
        : `*Nota de crédito*: ${document} está en el SII y no baja nada en tus libros.`,
    not_for_this_rut: ({ entry }: ShownDifference) =>
      `*Otro RUT*: ${entry ?? none} viene de un documento a nombre de otro RUT, que no da crédito.`,
    duplicate: ({ document, entry }: ShownDifference) =>
      `*Dos veces*: ${document ?? "el mismo documento"} está anotado más de una vez${entry === null ? "" : ` (${entry})`}.`,
    reclaimed_but_booked: ({ document }: ShownDifference) =>
      `*Reclamada*: ${document ?? none} se reclamó en el SII, y sigue anotada.`,
    not_included: ({ document }: ShownDifference) =>
      `*Fuera del registro*: ${document ?? none} quedó como «no incluir», y tus libros recuperan su IVA.`,
    totals: () => "*No cuadra*: la lista del SII no cuadra con su propio resumen. Conviene pedirla de nuevo.",
  },
  /** At most 20 characters each. */
  taps: {
    book: "Anotarla",
    link: "Es esa anotación",
    reverse: "Deshacer anotación",
    correct: "Corregir",
    lower: "Descontarla",
    decline: "Son distintas",
    ask_sii: "Pedir al SII",
    leave: "Dejarlo así",
  },
  link_of: (entry: string) => `¿Es lo que anotaste como ${entry}?`,
  link_to: (document: string) => `¿Es la ${document}?`,
  vat: (amount: string) => `IVA: ${amount}`,
  /** What the buttons cannot do: it is shown first, and only «sí» says it. */
  answer_it: (folio: string) =>
    `Con *aceptar factura ${folio}* o *reclamar factura ${folio}* te muestro qué significa.`,
  started: "🔄 Le pedí de nuevo al SII tus compras y ventas; te aviso apenas termine.",
  running: "🔄 Ya le estoy pidiendo al SII tus compras y ventas; te aviso apenas termine.",
  not_connected: "No se lo pude pedir al SII: todavía no estoy conectado. Con *conectar sii* te doy las opciones.",
  stopped: "⚠️ No se lo pude pedir al SII: la conexión está detenida. Con *estado sii* te digo por qué.",
  done: "✅ Listo.",
  gone: "Eso ya cambió: lo reviso de nuevo.",
  refused: "Eso no lo pude hacer; quedó como estaba.",
  place: (nth: number, all: number) => `🔎 *${nth} de ${all}*`,
  nothing_left: (month: string) => `✅ *${month}*: no queda nada por revisar con el SII.`,
  never_asked: (month: string) =>
    `Todavía no sé nada de ${month} en el SII. Con *conectar sii*, o mandándome el CSV del Registro de Compras y Ventas de ese mes, lo reviso.`,
  too_large: (month: string) =>
    `Alrededor de ${month} hay más anotaciones de las que puedo cruzar con el SII de una vez, así que no lo validé. Lo estamos revisando.`,
  later: "De acuerdo, queda para después. Con *validar sii* se retoma.",
  summary: (told: {
    month: string;
    purchases: [sii: string, books: string];
    sales: [sii: string, books: string];
    /** What stands beside the documents. */
    beside: readonly string[];
    causes: string[];
    open: number;
  }) =>
    [
      `📋 *${told.month} con el SII*`,
      `Compras: ${told.purchases[0]} en el SII, ${told.purchases[1]} aquí\nVentas: ${told.sales[0]} en el SII, ${[`${told.sales[1]} aquí`, ...told.beside].join("\n")}`,
      told.open === 0
        ? told.beside.length === 0
          ? "✅ Todo cuadra."
          : "✅ Los documentos cuadran."
        : `${told.open === 1 ? "Hay una diferencia" : `Hay ${told.open} diferencias`}:\n${told.causes.join("\n")}\n\n¿Las vemos una por una?`,
    ].join("\n\n"),
  beside: (sii: string, books: string | null) =>
    `+ ${sii} en boletas y vouchers, que cuentan para el IVA y ` +
    (books === null ? "no están en tus libros" : `no cruzo con tus libros (ahí hay ${books} sin documento)`),
  /** Of both sides alike it is said which; only purchases wait for an answer. */
  cause: (kind: keyof typeof NAMES, side: "compra" | "venta", { count, total }: { count: number; total: string }) =>
    `• ${NAMES[kind]}${kind === "pending" ? "" : side === "compra" ? " (compras)" : " (ventas)"}: ${count} (${total})`,
};
