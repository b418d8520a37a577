import type { BookedPaper, EarlierPaper } from "./asked-words.ts";
import type { DebtSide, DocumentName, Doubt, PhotoProblem, ShownDebt, ShownEntry, ShownPaper, Words } from "./words.ts";
import { NOUNS } from "./spanish-waiting.ts";

/** Of papers whose purchases or sales a tax service's list had brought, by the name that people have for it. */
export function listedBy(register: string) {
  return (count: number): string =>
    count === 1
      ? `🔗 Ya lo tenía anotado por ${register}: lo guardé con esa anotación, y no lo anoté dos veces.`
      : `🔗 ${count} de los documentos ya estaban anotados por ${register}: los guardé con sus anotaciones, y no los anoté dos veces.`;
}

/** Papers that are linked, asked about or wait: said alike in every country that writes Spanish. */
export const SPANISH_PAPERS = {
  linked: (kind: DocumentName, entry: ShownEntry, before: string | null) =>
    `🔗 *Uní ${THE[kind]} ${to(entry)}*${about(entry)}: ya lo tenía anotado y no lo anoté dos veces.` +
    (before === null ? "" : ` Decía ${before}; queda en ${entry.amount}.`),
  linked_day: (before: string, now: string) => `📅 Decía ${before}; por el documento queda el ${now}.`,
  unlinked: (kind: DocumentName, entry: ShownEntry) =>
    `↩️ Separé ${THE[kind]} ${from(entry)}${about(entry)}, que sigue anotado como antes.`,
  book_apart: (kind: DocumentName) => `¿Anoto ${THE[kind]} aparte?`,
  ask_match: (entry: ShownEntry) => `¿Es ${theEntry(entry)}${quotedAbout(entry)} ${on(entry.date)}?`,
  ask_which_match: (kind: DocumentName) => `¿De cuál de estos es ${THE[kind]}?`,
  match_row: (entry: ShownEntry) => `${theEntry(entry).slice(3)}${quotedAbout(entry)} ${on(entry.date)}`,
  ask_paid_by: (of: BookedPaper) => `Ya tengo ${theBooked(of)}. ¿Esto es su pago, el voucher o la transferencia?`,
  ask_bought: (kind: DocumentName, slip: BookedPaper) =>
    `Ya tengo ${theBooked(slip)}. ¿Es ${THE[kind]} de ese mismo pago?`,
  kept_beside: (kind: DocumentName, entry: ShownEntry) =>
    `🔗 Listo: guardé ${THE[kind]} con ${theEntry(entry)}${about(entry)}, que ya estaba anotado: no lo anoté dos veces.`,
  ask_same_paper: (entry: ShownEntry, told: string | null) =>
    `Con ese número ya tengo ${theEntry(entry)}${about(entry)} ${on(entry.date)}.` +
    `${told === null ? "" : ` Ahora me dices ${told}.`} ¿Es la misma?`,
  paper_told: (entry: ShownEntry) =>
    `🔗 Listo: es ${theEntry(entry)}${about(entry)}, y ya estaba: no lo anoté dos veces.`,
  ask_twin: (earlier: EarlierPaper) =>
    `Se parece mucho a ${theNumbered(earlier)} que me llegó ${arrived(earlier)}: ¿ya la enviaste?`.replace(
      " a el ",
      " al ",
    ),
  twin_same: "Listo: es la misma, y no la anoté otra vez.",
  documents_listed: listedBy("el registro tributario"),
  documents_before: (count: number) =>
    count === 1 ? "Uno de los documentos ya lo tenía." : `${count} de los documentos ya los tenía.`,
  documents_unread: (count: number) =>
    count === 1
      ? "⚠️ Uno de los documentos del archivo no lo pude leer, y no lo anoté: lo dejé guardado para revisarlo."
      : `⚠️ ${count} de los documentos del archivo no los pude leer, y no los anoté: los dejé guardados para revisarlos.`,
  document_duplicate: (earlier: EarlierPaper | null) =>
    `Ese documento ya lo tenía${earlier === null ? "" : ` (${earlier.name === null ? "" : `${theEarlier(earlier)}, `}llegó ${arrived(earlier)})`}: no lo anoté otra vez.`,
  document_waits: (earlier: EarlierPaper | null, where: "here" | "elsewhere") =>
    `Ese documento ya me llegó${earlier === null ? "" : ` ${arrived(earlier)}`} y todavía no está anotado: ` +
    (where === "here" ? "espera tu respuesta." : "con *pendientes* se retoma."),
  payment_not_taken: (text: string) =>
    `Lo que venía escrito («${text}») no lo anoté. Para el pago de una factura que quedó por pagar basta con *pagué la factura* y su número.`,
  document_settled: "Ese documento ya no está pendiente.",
  document_unsure: (doubts: readonly Doubt[]) =>
    `⚠️ No leí bien ${doubts.map((doubt) => ({ total: "el *total*", date: "la *fecha*" })[doubt]).join(" ni ")}. ` +
    `¿Está bien así? Basta con *sí*, o con ${doubts[0] === "date" ? "la fecha correcta" : "el monto correcto"}.`,
  no_paper:
    "No veo ningún documento en esa imagen. Si hay uno, sirve una foto tomada de más cerca, derecha y con buena luz, o el gasto escrito con su monto.",
  two_papers: "📷 Parece que vienen dos papeles y leí uno solo: el otro, en una foto aparte.",
  document_test:
    "No es una compra ni da crédito de impuesto, así que no la anoto. Si es un gasto de verdad, basta con *anotar gasto*.",
  document_guide:
    "🚚 Una guía de despacho mueve mercadería, no dinero: la guardo sin anotarla, y lo que se anota es su factura. " +
    "Si es un gasto de verdad, basta con *anotar gasto*.",
  document_offer:
    "💬 Una cotización es un precio ofrecido y no una compra, así que no la anoto. Si ya se compró, basta con *anotar gasto*.",
  document_on_credit: (side: DebtSide, due: string | null) =>
    `🕒 Es a crédito${due === null ? "" : `, vence el ${due}`}: queda ${side === "por_cobrar" ? "por cobrar" : "por pagar"}. ` +
    "Si ya está pagada, basta con *pagada*.",
  fees: (type: "ingreso" | "egreso", { gross, retained, paid }: { gross: string; retained: string; paid: string }) =>
    type === "ingreso"
      ? `🧾 Honorarios de ${gross} menos la retención de ${retained}: te pagan el líquido, ${paid}. ` +
        "La retención la paga tu cliente al fisco, y es un crédito tuyo en tu renta."
      : `🧾 Honorarios de ${gross} menos la retención de ${retained}: se paga el líquido, ${paid}. ` +
        "La retención se paga aparte, con los impuestos del mes.",
  note_lowers: (side: DebtSide, { concept, open }: Pick<ShownDebt, "concept" | "open">, left: string | null) =>
    `↩️ Rebaja la deuda ${side === "por_pagar" ? "por pagar" : "por cobrar"}${concept === null ? "" : ` (${concept})`}: ` +
    `${left === null ? `quedan saldados los ${open}` : `de ${open} quedan ${left}`}. No mueve la caja.`,
  beyond_debt:
    "↩️ No cambié nada: a la deuda de esa factura le queda menos que ese monto, y una nota de crédito no la rebaja más allá de lo que se debe.",
  note_lowers_nothing: (type: "ingreso" | "egreso", { named, owed }: { named: readonly string[]; owed: boolean }) => {
    const what = named.length > 0 ? ` de la factura ${named.join(", ")}` : "";
    const found = `↩️ No encontré una deuda abierta${what} que rebajar, o le queda menos que esto: `;
    if (!owed) {
      const told =
        type === "ingreso" ? "lo anoto como dinero que te devolvieron" : "lo anoto como dinero que devolviste";
      return `${found}${told}. Si todavía no, basta con *a crédito*.`;
    }
    const told = type === "ingreso" ? "queda como saldo por cobrar" : "queda como saldo por pagar";
    return `${found}${told}, sin mover la caja. Si el dinero ya se devolvió, basta con *pagada*.`;
  },
  document_last_year: (day: string) =>
    `⚠️ Este año ese día aún no llega, así que puse ${day}. ¿Está bien así? Basta con *sí*, o con la fecha correcta.`,
  document_discount: (total: string) =>
    `💸 ¿El total de ${total} ya viene con el descuento? Basta con *sí*, o con el monto que pagaste.`,
  still_reading: (count: number) =>
    count === 1
      ? "⏳ Todavía estoy leyendo lo que me enviaste: apenas termine te lo muestro."
      : `⏳ Todavía estoy leyendo ${count} documentos: apenas termine te los muestro.`,
  document_paid: (day: string | null) => `💵 Ya se pagó${day === null ? "" : ` (el ${day})`}.`,
  document_undated: "📅 No leí la fecha: la anoto con la de hoy. Si es otra, basta con escribirla.",
  document_due: (due: string) => `🕒 Vence el ${due}, y la anoto como pagada. Si todavía se debe, basta con *la debo*.`,
  document_part_paid: (side: DebtSide, { paid, left, due }: { paid: string; left: string; due: string | null }) =>
    `💵 Pagado: ${paid}. 🕒 Quedan ${left} ${side === "por_cobrar" ? "por cobrar" : "por pagar"}` +
    `${due === null ? "" : `, vence el ${due}`}.`,
  document_told_otherwise: (told: string) =>
    `⚠️ Escribiste ${told}, y el documento dice otra cosa. ¿Vale lo del documento? Basta con *sí*, o con el monto correcto.`,
  waiting_documents: (rows: readonly string[], more: number) =>
    [
      "📄 *Documentos pendientes*",
      ...rows,
      ...(more > 0 ? [`… y ${more} más`] : []),
      "¿Cuál vemos? Basta con su número.",
    ].join("\n"),
  waiting_row: ({ name, shop, total, date, waits }: ShownPaper) =>
    `${name}${shop === null ? "" : ` de ${shop}`}${total === null ? "" : ` por ${total}`}` +
    `${date === null ? "" : ` (${date})`}: ${{ confirm: "por confirmar", answer: "con una pregunta", review: "por revisar" }[waits]}`,
  no_waiting_documents: "No hay documentos pendientes. 👌",
  not_for_you: (kind: DocumentName, id: string, receiver: string) =>
    `⚠️ Est${THE[kind].startsWith("la ") ? "a" : "e"} ${THE[kind].slice(3)} no está a tu ${id}: está a nombre de ${receiver}.`,
  no_tax_credit: (tax: string) => `🧾 Es boleta: no da crédito de ${tax}.`,
  photo_advice: (problem: PhotoProblem) =>
    ({
      blur: "📷 Salió movida: con el teléfono quieto y más luz la leo mejor.",
      glare: "📷 Tiene un reflejo: sin flash y un poco de lado la leo mejor.",
      cropped: "📷 Salió cortada: con los cuatro bordes a la vista la leo mejor.",
      too_small: "📷 Se ve muy chica: más de cerca, o como documento, la leo mejor.",
    })[problem],
} as const satisfies Partial<Words>;

export const SPANISH_PAPER_CHOICES = {
  this_one: "Sí, es ese",
  another_one: "No, es otro",
  same_paper: "Es la misma",
  other_paper: "Es otra",
} as const satisfies Partial<Words["buttons"]>;

const THE: Readonly<Record<DocumentName, string>> = {
  boleta: "la boleta",
  factura: "la factura",
  factura_exenta: "la factura",
  nota_credito: "la nota de crédito",
  nota_debito: "la nota de débito",
  guia: "la guía",
  comprobante: "el comprobante",
  recibo: "el recibo",
  unknown: "el documento",
};

/** `la boleta de SODIMAC por $45.670`, `el comprobante de BancoEstado (sin total)`. */
function theEarlier({ name, shop, total }: EarlierPaper): string {
  if (name === null) return "lo";
  return `${THE[name]}${shop === null ? "" : ` de ${shop}`}${total === null ? " (sin total)" : ` por ${total}`}`;
}

/** `la boleta 4821 de FERRETERIA EL TORNILLO por $43.170`. */
function theBooked({ name, shop, number, total }: BookedPaper): string {
  return `${THE[name]}${number === null ? "" : ` ${number}`}${shop === null ? "" : ` de ${shop}`} por ${total}`;
}

/** `la boleta 4821 de SODIMAC por $45.670 (17-11-2026)`. */
function theNumbered({ name, number, date, ...earlier }: EarlierPaper): string {
  if (name === null) return "lo";
  const paper = theEarlier({ ...earlier, name, number, date });
  const told = number === null ? paper : paper.replace(THE[name], () => `${THE[name]} ${number}`);
  return date === null ? told : `${told} (${date})`;
}

function arrived({ came }: EarlierPaper): string {
  return /\d/.test(came) ? `el ${came}` : came;
}

/** `el egreso de $45.670`. */
function theEntry({ type, amount }: ShownEntry): string {
  return `${ENTRIES[type]} de ${amount}`;
}

function to(entry: ShownEntry): string {
  return `a ${theEntry(entry)}`.replace(/^a el /, "al ");
}

function from(entry: ShownEntry): string {
  return `de ${theEntry(entry)}`.replace(/^de el /, "del ");
}

const ENTRIES: Readonly<Record<ShownEntry["type"], string>> = {
  ...NOUNS,
  ingreso: "el ingreso",
  egreso: "el egreso",
};

function about({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` (${what})`;
}

function quotedAbout({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` «${what}»`;
}

/** `de ayer`, `del mar 17-11-2026`. */
function on(date: string): string {
  return /\d/.test(date) ? `del ${date}` : `de ${date}`;
}
