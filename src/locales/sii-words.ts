// What is said of Chile's tax service. It is asked for Chilean businesses alone, so there is one language of it.

/** One document as a list shows it. */
export type SiiLine = { day: string; what: string; who: string; total: string; until?: string | null; months?: string };

type NewsList = "purchases" | "sales" | "linked" | "asked" | "pending" | "taken_back" | "moved";

export type SiiLines = Record<NewsList, SiiLine[]> & {
  /** What purchases and sales come to, credit notes taken off. */
  sums: { purchases: string; sales: string };
  /** How many there are of each besides these lines. */
  more: Record<NewsList, number>;
};

/**
 * Why nobody gets in: `why`. `owner`: what its owner may do about it. `sync`: what becomes of a sync, which goes on by itself;
 * a claim does not, for it is agreed to while it is on the screen.
 */
type TroubleWords = { why: string; owner?: string | undefined; sync?: string | undefined };

const ANOTHER_LINK = "Con *conectar sii* te doy otro enlace.";

const TROUBLES = {
  wrong_key: { why: "el RUT o la clave no son correctos.", owner: `No la pruebo otra vez. ${ANOTHER_LINK}` },
  few_tries_left: {
    why: "la clave no es correcta, y quedan tres intentos antes de que el SII la bloquee.",
    owner: "No la pruebo otra vez; conviene recuperarla en sii.cl.",
  },
  locked: {
    why: "la clave está bloqueada por una hora.",
    owner: "Después de eso, con *conectar sii* te doy otro enlace.",
  },
  sessions_full: { why: "hay diez sesiones abiertas con ese RUT.", sync: "Sigo por mi cuenta en una hora." },
  session_over: { why: "la sesión se cierra apenas se abre.", sync: "Sigo por mi cuenta más tarde." },
  needs_key: { why: "el SII pide entrar con RUT y clave.", owner: ANOTHER_LINK },
  needs_certificate: { why: "el SII pide entrar con certificado digital.", owner: ANOTHER_LINK },
  certificate: { why: "el certificado está vencido, revocado o no es válido.", owner: ANOTHER_LINK },
  not_allowed: {
    why: "esa persona no está autorizada para ver este RUT.",
    owner: "Se le autoriza en sii.cl, «Representante electrónico».",
  },
  refused: {
    why: "el SII no dejó entrar y no dijo por qué.",
    owner: "No lo intento otra vez; con *conectar sii* te doy otro enlace.",
  },
  firewall: { why: "el SII está rechazando conexiones.", sync: "Sigo por mi cuenta en media hora." },
  queue: { why: "el SII tiene fila de espera.", sync: "Sigo por mi cuenta en un rato." },
  rate_limit: { why: "el SII pide ir más lento.", sync: "Sigo por mi cuenta en unos minutos." },
  maintenance: { why: "el SII está en mantención.", sync: "Sigo por mi cuenta más tarde." },
  captcha: {
    why: "el SII pide un captcha, que yo no respondo.",
    owner: "Mientras, para anotar me sirve el CSV del Registro de Compras y Ventas; lo demás se hace en sii.cl.",
    sync: "Lo intento por mi cuenta más tarde.",
  },
  unavailable: { why: "el SII no responde.", sync: "Sigo por mi cuenta más tarde." },
  unknown: { why: "el SII contestó algo que no conozco; lo estamos revisando.", sync: "Sigo más tarde." },
  counts_differ: {
    why: "la lista del SII no cuadra con su propio resumen, así que no anoté nada.",
    sync: "Sigo en la próxima lectura.",
  },
  too_large: {
    why: "este negocio tiene más anotaciones en esos meses de las que puedo cruzar con el SII, así que no anoté nada para no repetir ninguna. Lo estamos revisando.",
  },
  disconnected: { why: "la conexión se quitó." },
} as const satisfies Readonly<Record<string, TroubleWords>>;

type TroubleName = keyof typeof TROUBLES;

function sentences({ why, owner, sync }: TroubleWords): string {
  return [why, owner, sync].filter((each) => each !== undefined).join(" ");
}

/** A message takes 4,096 characters; a line has some 70. */
const LINES_MAX = 45;

/** What is too much for one file, and may be of one month. */
const IN_PARTS =
  "Sirve por partes: mes por mes, o un mes grande en dos o más archivos, cada uno con la fila de los títulos. O con *conectar sii* lo leo sin archivos.";

export const SII_WORDS = {
  connect: (url: string, minutes: number) =>
    "🔗 *Conectar con el SII*: hay tres formas, de la más simple a la más completa.\n\n" +
    "1️⃣ *Sin entregar nada*: en sii.cl, Registro de Compras y Ventas → Descargar Detalles, y me mandas aquí ese archivo CSV. También leo los XML de las facturas.\n\n" +
    `2️⃣ *Certificado digital* o 3️⃣ *RUT y Clave Tributaria*: solo en esta página, que sirve una vez y por ${minutes} minutos:\n${url}\n\n` +
    "🔒 La clave nunca se escribe en este chat.",
  secret_typed:
    "🔒 Eso parecía una clave: no la guardé. Borra ese mensaje del chat y, si era la de verdad, cámbiala en sii.cl. Por aquí no se mandan claves.",
  not_allowed: "Eso lo puede hacer quien es dueño o administra el negocio.",
  not_connected: "Todavía no estoy conectado con el SII. Con *conectar sii* te doy las opciones.",
  disconnected: "🔌 Listo: borré la credencial del SII, y ya no entro más. Lo que está anotado queda.",
  sync_started: "🔄 Estoy pidiendo tus compras y ventas al SII; te aviso apenas termine.",
  sync_running: "🔄 Ya estoy en eso; te aviso apenas termine.",
  waiting: (why: string, { day, time }: { day: string | null; time: string }) =>
    `⏳ Todavía no pude leerlo: ${why} Sigo por mi cuenta ${day === null ? "" : `el ${day} `}a las ${time}, y te aviso.`,
  stopped: (why: string) => `⚠️ La conexión con el SII está detenida: ${why}`,
  status: (rut: string, kind: "certificate" | "clave", synced: string | null) =>
    `🟢 Conectado con el SII como ${rut}, con ${kind === "clave" ? "Clave Tributaria" : "certificado digital"}. ` +
    (synced === null ? "Todavía no termina la primera lectura." : `Última lectura: ${synced}.`),
  connected: (rut: string, first: string | null) =>
    `✅ *Conectado con el SII* como ${rut}.` +
    (first === null ? " Aún no veo documentos en estos meses." : ` Lo primero que veo: ${first}.`) +
    "\nAhora leo los últimos tres meses y te aviso. Con *desconectar sii* borro la credencial al tiro.",
  connected_later: (rut: string) =>
    `🕒 Guardé la conexión de ${rut}, pero el SII no responde ahora. Lo intento por mi cuenta en un rato y te aviso.`,
  refused: (why: string) => `⚠️ No pude entrar al SII: ${why}`,
  /** @param months each with its sum */
  summed: (side: "compra" | "venta", months: readonly string[]) =>
    `Además, ${months.join(", ")} en boletas y vouchers de ${side}, que cuentan para el IVA: el SII solo da su suma del mes, así que no los anoto uno por uno.`,
  counted_paid:
    "El SII no dice si ya se pagaron, así que cuentan como pagados. Si alguno se debe, basta con *le debo* o *me deben* y su número: «le debo la factura 4322 a Mapocho».",
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
    rut: "el RUT no es válido",
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
    too_large: () => `Ese archivo es muy grande. ${IN_PARTS}`,
    too_many_lines: () => `Ese archivo trae demasiadas líneas. ${IN_PARTS}`,
    too_many_documents: (count: string) =>
      `Ese archivo trae ${count} documentos, y tomo hasta 5.000 de una vez. ${IN_PARTS} No anoté nada.`,
    missing_columns: (columns: string) =>
      `A ese archivo le faltan columnas del registro (${columns}), así que no anoté nada. Sirve tal como lo baja sii.cl en «Descargar Detalles».`,
    other_rut: (rut: string) => `Ese registro es del RUT ${rut}, que no es el de este negocio: no anoté nada.`,
    whose: () =>
      "Ese registro de ventas no dice de qué RUT es. Mándalo con el nombre que le pone el SII, que trae el RUT (RCV_VENTA_76123456-0_202610.csv).",
    empty: (faults: string) =>
      faults === "0"
        ? "Ese registro viene sin documentos: no hay nada que anotar."
        : `No pude leer ninguna de las ${faults} líneas de ese archivo, y no anoté nada.`,
  },
  failed: (why: string) => `⚠️ No pude terminar de leer el SII: ${why}`,
  news: (lines: SiiLines) => news(lines),
  remind_f29: (month: string, due: string, days: number) =>
    `📅 El F29 de ${month} vence ${days === 0 ? "hoy" : days === 1 ? "mañana" : `en ${days} días`}, el ${due}. Con *f29* te muestro el borrador, y con *validar sii* lo que no cuadra.`,
  remind_acceptance: (what: string, folio: string, until: { day: string; time: string }) =>
    `⏳ ${what} se puede reclamar hasta el ${until.day} a las ${until.time}; sin respuesta queda aceptada. ` +
    `Con *aceptar factura ${folio}* o *reclamar factura ${folio}* te muestro qué significa.`,
  /** All of it: a sync that was held up goes on by itself. */
  held_up: (trouble: TroubleName) => sentences(TROUBLES[trouble]),
  /** Of what nobody goes on with by itself: why, and what its owner may do. */
  in_the_way: (trouble: TroubleName) => sentences({ ...TROUBLES[trouble], sync: undefined }),
} as const;

function news(lines: SiiLines): string {
  const { sums, more } = lines;
  const bought = lines.purchases.length + more.purchases;
  const sold = lines.sales.length + more.sales;
  const count = bought + sold;
  const head =
    count > 0
      ? `🧾 *SII al día*: anoté ${count === 1 ? "un documento nuevo" : `${count} documentos nuevos`}.`
      : "🧾 *SII al día*.";
  const part = (list: NewsList, title: string): NewsPart => ({ title, lines: lines[list], more: more[list] });
  const parts = [
    part("purchases", `*Compras*: ${bought}, ${sums.purchases}`),
    part("sales", `*Ventas*: ${sold}, ${sums.sales}`),
    part("linked", "🔗 *Ya los tenías anotados*: los uní, no los anoté dos veces"),
    part(
      "asked",
      "❓ *Puede que ya estén anotados con otras palabras*: no los anoté todavía. Con *validar sii* los vemos",
    ),
    part("pending", "⏳ *Por aceptar o reclamar*: aún no cuentan"),
    part("taken_back", "↩️ *Ya no cuentan*: los reclamaron o se dejaron fuera, y deshice su anotación"),
    part("moved", "📅 *Cambiaron de mes*"),
  ];
  return [head, ...shortened(parts.filter((each) => each.lines.length > 0))].join("\n\n");
}

/** `more`: documents of it that have no line. */
type NewsPart = { title: string; lines: readonly SiiLine[]; more: number };

function line({ day, what, who, total, until, months }: SiiLine): string {
  const more = [until ? `hasta el ${until}` : null, months ?? null].filter((text) => text !== null);
  return `• ${day} ${what}${who === "" ? "" : `, ${who}`}: ${total}${more.length > 0 ? ` (${more.join("; ")})` : ""}`;
}

/** Of more lines than a message holds the rest is counted. */
function shortened(parts: readonly NewsPart[]): string[] {
  let left = LINES_MAX;
  return parts.map(({ title, lines, more }) => {
    const shown = lines.slice(0, Math.max(1, left));
    left = Math.max(0, left - shown.length);
    const hidden = lines.length - shown.length + more;
    return [title, ...shown.map(line), ...(hidden > 0 ? [`… y ${hidden} más`] : [])].join("\n");
  });
}
