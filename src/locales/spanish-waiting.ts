import type { DebtSide, MovementKind, ShownEntry, Words } from "./words.ts";

/** What waits, what was let go, what was taken back: said alike in every country that writes Spanish. */
export const SPANISH_WAITING = {
  still_pending: (what: string, more: number) => `Sigue pendiente${more > 0 ? ` (y ${more} más)` : ""}: ${what}`,
  all_pending: (what: readonly string[]) => ["Siguen pendientes:", ...what.map((each) => `• ${each}`)].join("\n"),
  waiting_document: (shop: string | null, total: string | null) =>
    total === null
      ? `${paper(shop, total)}. ¿Cuánto fue el total?`
      : `${paper(shop, total)}. ¿Es correcto? *Sí* o *no*.`,
  papers_to_review: (what: readonly string[]) =>
    what.length === 1
      ? `No anoté ${listed(what)}: quedó sin confirmar y lo guardé para revisarlo.`
      : `No anoté ${listed(what)}: quedaron sin confirmar y los guardé para revisarlos.`,
  paper,
  which_entry: "Ese mensaje tiene varios movimientos. ¿Cuál borro?",
  quoted: (text: string) => `«${text}»`,
  a_movement: "un movimiento",
  open_again: (side: DebtSide, who: string | null, amount: string) => {
    const whose = who === null ? "" : ` ${side === "por_cobrar" ? "de" : "con"} *${who}*`;
    return `La deuda${whose} vuelve a estar abierta: ${amount}.`;
  },
  worth: (amount: string, day: string) => `(≈ ${amount} al ${day})`,
  ask_amount: (kind: MovementKind, concept: string) => {
    const article = ARTICLES[firstOf(concept)];
    if (article !== undefined)
      return `¿${kind === "deuda" ? "De cuánto es" : "Cuánto fue"} ${article} ${lowered(concept)}?`;
    if (kind === "deuda") return `¿De cuánto es la deuda: ${concept}?`;
    return kind === "ingreso" ? `¿Cuánto recibiste por ${concept}?` : `¿Cuánto gastaste en ${concept}?`;
  },
  ask_left: (side: DebtSide, paid: string) =>
    `¿Cuánto queda ${side === "por_cobrar" ? "por cobrar" : "por pagar"}, sin contar los ${paid}?`,
  ask_direction: (amount: string, concept: string) => `Esos ${amount} de ${lowered(concept)}, ¿entraron o salieron?`,
} as const satisfies Partial<Words>;

/** What an entry is called where it has no other name. */
export const NOUNS: Readonly<Record<ShownEntry["type"], string>> = {
  ingreso: "la venta",
  egreso: "el gasto",
  deuda: "la deuda",
  transferencia: "el traspaso",
};

const ARTICLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "pago abono cobro traspaso retiro préstamo ingreso gasto".split(" ").map((noun) => [noun, "el"]),
  ),
  ...Object.fromEntries("venta compra devolución deuda".split(" ").map((noun) => [noun, "la"])),
};

/** A concept that the house itself made begins with a noun of dealing: `Pago de doña Lupe`. */
function lowered(concept: string): string {
  return ARTICLES[firstOf(concept)] === undefined ? concept : concept.charAt(0).toLowerCase() + concept.slice(1);
}

function firstOf(concept: string): string {
  return (concept.split(" ")[0] ?? "").toLowerCase();
}

/** An entry in a sentence: `pan, $5.000`. */
export function nameOf({ concept, counterparty, type, amount }: ShownEntry): string {
  return `${concept ?? counterparty ?? NOUNS[type].replace(/^(?:el|la) /, "")}, ${amount}`;
}

function paper(shop: string | null, total: string | null): string {
  return `el documento${shop === null ? "" : ` de ${shop}`}${total === null ? "" : ` por ${total}`}`;
}

/** `$80.000, $30.000 y $5.000`; of many the first few. */
export function listed(what: readonly string[]): string {
  const shown = what.slice(0, LISTED_MAX);
  const rest = what.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} y ${rest} más`;
  return what.length < 2 ? what.join("") : `${what.slice(0, -1).join(", ")} y ${what.at(-1)}`;
}

const LISTED_MAX = 4;
