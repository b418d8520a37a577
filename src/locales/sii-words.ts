// What is said of Chile's tax service. It is asked for Chilean businesses alone, so there is one language of it.

/** One document as a list shows it. */
export type SiiLine = { day: string; what: string; who: string; total: string; until?: string | null; months?: string };

export type SiiLines = {
  purchases: SiiLine[];
  sales: SiiLine[];
  linked: SiiLine[];
  asked: SiiLine[];
  pending: SiiLine[];
  taken_back: SiiLine[];
  moved: SiiLine[];
  /** What purchases and sales come to, credit notes taken off. */
  sums: { purchases: string; sales: string };
};

/** Names of the SII's types of document, as people call them. */
export const SII_TYPES: Readonly<Record<number, string>> = {
  29: "Factura de inicio",
  30: "Factura",
  32: "Factura exenta",
  33: "Factura",
  34: "Factura exenta",
  40: "Liquidación",
  43: "Liquidación",
  45: "Factura de compra",
  46: "Factura de compra",
  55: "Nota de débito",
  56: "Nota de débito",
  60: "Nota de crédito",
  61: "Nota de crédito",
  101: "Factura de exportación",
  104: "Nota de débito",
  106: "Nota de crédito",
  110: "Factura de exportación",
  111: "Nota de débito",
  112: "Nota de crédito",
  914: "Declaración de ingreso",
};

/** A message takes 4,096 characters; a line has some 70. */
const LINES_MAX = 45;

export const SII_WORDS = {
  connect: (url: string, minutes: number) =>
    "🔗 *Conectar con el SII*, de lo que menos pide a lo que más:\n\n" +
    "1️⃣ *Sin entregar nada*: en sii.cl, Registro de Compras y Ventas → Descargar Detalles, y me mandas aquí ese archivo CSV. También leo los XML de las facturas.\n\n" +
    `2️⃣ *Certificado digital* o 3️⃣ *RUT y Clave Tributaria*: solo en esta página, que sirve una vez y por ${minutes} minutos:\n${url}\n\n` +
    "🔒 La clave nunca se escribe en este chat.",
  secret_typed:
    "🔒 Eso parecía una clave: la borré antes de guardar el mensaje, y nadie la vio. Por este chat no se mandan claves.",
  not_allowed: "Eso lo puede hacer quien es dueño o administra el negocio.",
  not_connected: "Todavía no estoy conectado con el SII. Con *conectar sii* te doy las opciones.",
  disconnected: "🔌 Listo: borré la credencial del SII, y ya no entro más. Lo que está anotado queda.",
  sync_started: "🔄 Estoy pidiendo tus compras y ventas al SII; te aviso apenas termine.",
  sync_running: "🔄 Ya estoy en eso; te aviso apenas termine.",
  stopped: (why: string) => `⚠️ La conexión con el SII está detenida: ${why}`,
  status: (rut: string, kind: "certificate" | "clave", synced: string | null) =>
    `🟢 Conectado con el SII como ${rut}, con ${kind === "clave" ? "Clave Tributaria" : "certificado digital"}. ` +
    (synced === null ? "Todavía no termina la primera lectura." : `Última lectura: ${synced}.`),
  connected: (rut: string, first: string | null) =>
    `✅ *Conectado con el SII* como ${rut}.` +
    (first === null ? " Aún no veo documentos en estos meses." : ` Lo primero que veo: ${first}.`) +
    "\nAhora leo los últimos tres meses y te aviso. Con *desconectar sii* borro la credencial al tiro.",
  connected_later: (rut: string) =>
    `🕒 Guardé la conexión de ${rut}, pero el SII no responde ahora. Lo intento solo en un rato y te aviso.`,
  refused: (why: string) => `⚠️ No pude entrar al SII: ${why}`,
  nothing_new: "✅ Revisé el SII: nada nuevo desde la última vez.",
  file_nothing_new: "✅ Leí el archivo del SII: todo eso ya lo tenía.",
  file_taken: (count: number) => `📥 Recibí el registro del SII con ${count} documentos; te aviso apenas los anote.`,
  file_faults: (count: number, lines: readonly string[]) =>
    `⚠️ ${count === 1 ? "Una línea no la pude leer" : `${count} líneas no las pude leer`}, y no anoté nada de ellas:\n${lines.join("\n")}` +
    (count > lines.length ? `\n… y ${count - lines.length} más` : ""),
  file_line: (number: number, why: string) => `• Línea ${number}: ${why}`,
  /** Why a line of the register is no document. */
  faults: {
    type: "el tipo de documento no es un número",
    rut: "el RUT no es uno",
    folio: "el folio no es un número",
    date: "la fecha no existe",
    amount: "un monto no es un número entero",
    columns: "le faltan o le sobran columnas",
    orphan_tax: "es un impuesto sin documento arriba",
    repeated: "repite un documento de más arriba",
    contradicts: "dice otra cosa de un documento de más arriba",
  },
  /** Why a file of the register is not taken at all. */
  file_refused: {
    too_large: () => "Ese archivo es muy grande. El registro se puede bajar mes por mes en sii.cl.",
    too_many_lines: () => "Ese archivo trae demasiadas líneas. El registro se puede bajar mes por mes en sii.cl.",
    too_many_documents: (count: string) =>
      `Ese archivo trae ${count} documentos, y tomo hasta 5.000 de una vez. El registro se puede bajar mes por mes en sii.cl. No anoté nada.`,
    missing_columns: (columns: string) =>
      `A ese archivo le faltan columnas del registro (${columns}), así que no anoté nada. Sirve tal como lo baja sii.cl en «Descargar Detalles».`,
    other_rut: (rut: string) => `Ese registro es del RUT ${rut}, que no es el de este negocio: no anoté nada.`,
    whose: () =>
      "Ese registro de ventas no dice de qué RUT es. Sirve con el nombre que le pone el SII, que lo trae (RCV_VENTA_76123456-0_202610.csv).",
    empty: (faults: string) =>
      faults === "0"
        ? "Ese registro viene sin documentos: no hay nada que anotar."
        : `No pude leer ninguna de las ${faults} líneas de ese archivo, y no anoté nada.`,
  },
  failed: (why: string) => `⚠️ No pude terminar de leer el SII: ${why}`,
  news: (lines: SiiLines) => news(lines),
  remind_f29: (month: string, due: string, days: number) =>
    `📅 El F29 de ${month} vence ${days === 0 ? "hoy" : days === 1 ? "mañana" : `en ${days} días`}, el ${due}. Con *f29* te muestro el borrador, y con *validar sii* lo que no cuadra.`,
  remind_acceptance: (what: string, folio: string, { until, days }: { until: string; days: number }) =>
    `⏳ ${what} ${days <= 0 ? "se puede reclamar hasta hoy" : `se puede reclamar ${days === 1 ? "un día" : `${days} días`} más`} (${until}); sin respuesta queda aceptada. ` +
    `Con *aceptar factura ${folio}* o *reclamar factura ${folio}* te muestro qué significa.`,
  /** Why nobody gets in, and what its owner may do, in one sentence each. */
  troubles: {
    wrong_key: "el RUT o la clave no son. No la pruebo otra vez; con *conectar sii* te doy otro enlace.",
    few_tries_left:
      "la clave no es, y quedan tres intentos antes de que el SII la bloquee. No la pruebo otra vez; conviene recuperarla en sii.cl.",
    locked: "la clave está bloqueada por una hora. Después de eso, con *conectar sii* te doy otro enlace.",
    sessions_full: "hay diez sesiones abiertas con ese RUT; sigo solo en una hora.",
    session_over: "la sesión se cierra apenas se abre; sigo solo más tarde.",
    needs_key: "el SII pide entrar con RUT y clave. Con *conectar sii* te doy otro enlace.",
    needs_certificate: "el SII pide entrar con certificado digital. Con *conectar sii* te doy otro enlace.",
    certificate: "el certificado está vencido, revocado o no es de esa clave. Con *conectar sii* te doy otro enlace.",
    not_allowed:
      "esa persona no está autorizada para ver este RUT. Se le autoriza en sii.cl, «Representante electrónico».",
    refused: "el SII no dejó entrar y no dijo por qué. No lo intento otra vez; con *conectar sii* te doy otro enlace.",
    firewall: "el SII está rechazando conexiones; sigo solo en media hora.",
    queue: "el SII tiene fila de espera; sigo solo en un rato.",
    rate_limit: "el SII pide ir más lento; sigo solo en unos minutos.",
    maintenance: "el SII está en mantención; sigo solo más tarde.",
    captcha:
      "el SII pide un captcha, que yo no respondo; lo intento solo más tarde. Mientras, sirve mandarme el CSV del Registro de Compras y Ventas.",
    unavailable: "el SII no responde; sigo solo más tarde.",
    unknown: "el SII contestó algo que no conozco; lo estamos revisando, y sigo más tarde.",
    counts_differ:
      "lo que el SII lista no cuadra con lo que cuenta, así que no anoté nada. Sigo en la próxima lectura.",
    disconnected: "la conexión se quitó.",
  },
} as const;

function news(lines: SiiLines): string {
  const { purchases, sales, linked, asked, pending, taken_back, moved, sums } = lines;
  const count = purchases.length + sales.length;
  const head =
    count > 0
      ? `🧾 *SII al día*: anoté ${count === 1 ? "un documento nuevo" : `${count} documentos nuevos`}.`
      : "🧾 *SII al día*.";
  const parts = [
    part(`*Compras*: ${purchases.length}, ${sums.purchases}`, purchases),
    part(`*Ventas*: ${sales.length}, ${sums.sales}`, sales),
    part("🔗 *Ya los tenías anotados*: los uní, no los anoté dos veces", linked),
    part(
      "❓ *Puede que ya estén anotados con otras palabras*: no los anoté todavía. Con *validar sii* los vemos",
      asked,
    ),
    part("⏳ *Por aceptar o reclamar*: aún no cuentan", pending),
    part("↩️ *Ya no cuentan*: los reclamaron o se dejaron fuera, y deshice su anotación", taken_back),
    part("📅 *Cambiaron de mes*", moved),
  ].filter((text) => text !== "");
  return [head, ...shortened(parts)].join("\n\n");
}

function part(title: string, lines: readonly SiiLine[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map(line)].join("\n");
}

function line({ day, what, who, total, until, months }: SiiLine): string {
  const more = [until ? `hasta el ${until}` : null, months ?? null].filter((text) => text !== null);
  return `• ${day} ${what}${who === "" ? "" : `, ${who}`}: ${total}${more.length > 0 ? ` (${more.join("; ")})` : ""}`;
}

/** Of more lines than a message holds the rest is counted. */
function shortened(parts: readonly string[]): string[] {
  let left = LINES_MAX;
  return parts.map((text) => {
    const lines = text.split("\n");
    const shown = lines.slice(0, Math.max(1, left) + 1);
    left = Math.max(0, left - (shown.length - 1));
    const more = lines.length - shown.length;
    return [...shown, ...(more > 0 ? [`… y ${more} más`] : [])].join("\n");
  });
}
