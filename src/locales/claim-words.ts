// What is said of accepting and claiming at Chile's tax service; of Chile alone, so in one language.

/** How a document is named: `Factura 99 de Molinos S.A. por $99.960`. */
export type ClaimShown = { name: string; total: string; date: string; tax: string | null; left: string | null };

export type ClaimActionName = "ACD" | "ERM" | "RCD" | "RFP" | "RFT";

/** Behind what is done: said of each claim alike. */
const CLAIMED = "le avisa a quien la emitió: no cuenta como compra, no da crédito y no se puede deshacer.";

/** What each does, and what it means for who says it. */
const EFFECTS: Readonly<Record<ClaimActionName, (tax: string | null) => string>> = {
  ACD: (tax) =>
    `*Aceptarla* la deja firme: cuenta como compra desde hoy${tax === null ? "" : `, su IVA de ${tax} pasa a tu crédito`}, y ya no se puede reclamar.`,
  ERM: (tax) =>
    `*Dar acuse de recibo* dice que te entregaron todo: cuenta como compra desde hoy${tax === null ? "" : `, su IVA de ${tax} pasa a tu crédito`}, y ya no se puede reclamar.`,
  RCD: () => `*Reclamar el contenido* ${CLAIMED}`,
  RFP: () => `*Reclamar por falta parcial de mercadería* ${CLAIMED}`,
  RFT: () => `*Reclamar por falta total de mercadería* ${CLAIMED}`,
};

const DONE: Readonly<Record<ClaimActionName, (name: string) => string>> = {
  ACD: (name) => `✅ *Aceptada en el SII*: ${ended(name)} Ya cuenta entre tus compras.`,
  ERM: (name) => `✅ *Acuse de recibo dado en el SII*: ${ended(name)} Ya cuenta entre tus compras.`,
  RCD: (name) => `📮 *Reclamada en el SII*: ${ended(name)} No cuenta entre tus compras.`,
  RFP: (name) => `📮 *Reclamada en el SII* por falta parcial: ${ended(name)} No cuenta entre tus compras.`,
  RFT: (name) => `📮 *Reclamada en el SII* por falta total: ${ended(name)} No cuenta entre tus compras.`,
};

/** Of what a person can do nothing about. */
const OTHER = "el SII no lo admite.";

export const CLAIM_WORDS = {
  ask: (shown: ClaimShown, action: ClaimActionName) =>
    `${waiting(shown)}\n\n${EFFECTS[action](shown.tax)}\n\n¿Lo registro en el SII a tu nombre? Solo lo hago con tu *sí*.`,
  ask_missing: (shown: ClaimShown) =>
    `${waiting(shown)}\n\n¿Faltó *todo* o *una parte* de la mercadería? Reclamarla ${CLAIMED}`,
  buttons: { yes: "Sí", no: "No", all: "Faltó todo", part: "Faltó una parte" },
  left: ({ days, hours }: { days: number; hours: number }, until: string) =>
    `${days + hours <= 1 ? "Queda" : "Quedan"} *${time(days, hours)}*, hasta el ${until}.`,
  time: ({ days, hours }: { days: number; hours: number }) => time(days, hours),
  which: (rows: readonly string[], beyond: number) =>
    `Hay ${rows.length + beyond} así${beyond > 0 ? `; te muestro las ${rows.length} primeras` : ""}. ¿Cuál?\n${rows.join("\n")}`,
  row: (nth: number | null, { name, total, date, left }: ClaimShown) =>
    `${nth === null ? "•" : `*${nth}.*`} ${name}: ${total}, del ${date}${left === null ? "" : ` (${left})`}`,
  /** Behind one of several of which nothing may be said any more. */
  closed: {
    accepted: "ya aceptada",
    claimed: "ya reclamada",
    late: "fuera de plazo",
    type: "no se reclama",
    not_receiver: "no es compra tuya",
  },
  none: "No encuentro ninguna factura así por aceptar. Con *facturas por aceptar* te muestro las que hay.",
  done: (name: string, action: ClaimActionName) => DONE[action](name),
  done_before: (name: string) => `✅ Eso ya estaba registrado en el SII: ${ended(name)} No lo repetí.`,
  refused: (name: string, why: string) => `⚠️ *${name}*: ${why}`,
  hindered: (name: string, why: string) =>
    `⚠️ No registré nada de ${name}: ${why}\nYo no lo intento de nuevo: dímelo otra vez más tarde, que el plazo sigue corriendo.`,
  /** The same for a program. */
  held_up: (why: string) => `${why} Hay que pedirlo de nuevo más tarde; el plazo sigue corriendo.`,
  unknown: (name: string) =>
    `⚠️ El SII no contestó, y no sé si lo de ${name} quedó registrado. Dímelo de nuevo en un rato: primero lo reviso ahí, así que no se registra dos veces.`,
  gone: "Ese documento ya no está.",
  pending_none: "✅ No hay facturas por aceptar o reclamar.",
  pending: (rows: readonly string[], more: number) =>
    `⏳ *Por aceptar o reclamar*: aún no cuentan. Pasados ocho días se dan por aceptadas.\n${rows.join("\n")}` +
    (more > 0 ? `\n… y ${more} más` : "") +
    "\n\nPor ejemplo: «aceptar factura 99» o «reclamar factura 99».",
  late_since: (received: string) =>
    `el SII la recibió el ${received} y los ocho días pasaron: se dio por aceptada y ya no admite reclamo.`,
  /** Why nothing was said, or why the SII would not have it; one sentence each. */
  reasons: {
    late: "pasaron los ocho días desde que el SII la recibió, así que se dio por aceptada y ya no admite reclamo.",
    accepted: "ya está aceptada, y lo aceptado no se reclama.",
    received: "ya se dio acuse de recibo de la mercadería, y después de eso no se reclama.",
    claimed: "ya está reclamada, y no se puede volver atrás.",
    goods_claimed: "ya se reclamó por falta de mercadería.",
    cash: "se pagó al contado o fue gratis, y de esas el SII no admite ni aceptación ni reclamo.",
    type: "de ese tipo de documento no se acepta ni se reclama; solo de facturas y liquidaciones.",
    not_receiver: "solo quien la recibe puede aceptarla o reclamarla, y esta no es una compra tuya.",
    not_received: "el SII todavía no la recibe.",
    not_at_sii: "el SII no tiene ese documento.",
    registered: OTHER,
    listed: OTHER,
    no_events: OTHER,
    repeated: OTHER,
    issuer: OTHER,
    folio: OTHER,
    action: OTHER,
    no_record: OTHER,
    not_party: OTHER,
    cession: OTHER,
    busy: OTHER,
  },
} as const;

function waiting({ name, total, date, left }: ClaimShown): string {
  return `⏳ *${name}* por ${total}, del ${date}.\n${left ?? "No sé cuándo la recibió el SII; el plazo son ocho días desde entonces."}`;
}

/** A name as a sentence ends with it: that of a company may have its dot. */
function ended(name: string): string {
  return name.endsWith(".") ? name : `${name}.`;
}

function time(days: number, hours: number): string {
  const parts = [count(days, "día"), count(hours, "hora")].filter((part) => part !== "");
  return parts.length === 0 ? "menos de una hora" : parts.join(" y ");
}

function count(many: number, thing: string): string {
  if (many === 0) return "";
  return many === 1 ? `1 ${thing}` : `${many} ${thing}s`;
}
