import { nameKey } from "#kernel";
import { EXPENSE_CATEGORIES, INCOME_CATEGORIES, type Movement } from "#language";
import type { Entry, NewRule, Rule } from "#ledger";
import { holds } from "#match";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";

// What a correction teaches, and how it is applied to what comes after it. Forward only; nothing booked changes.

type Side = CategoryRule["side"];

type CategoryRule = Extract<NewRule, { kind: "category" }>;

type Corrected = Pick<Entry, "direction" | "loan" | "category" | "concept" | "counterparty"> & {
  type: Entry["type"];
};

/** A correction is said once: from now on its category is that of whatever comes from there. */
export function learnCategory(
  mind: Mind,
  item: Heard,
  { entry, category }: { entry: Corrected; category: string },
): void {
  const rule = ruleFrom(entry, category);
  if (!rule) return;
  const ref = mind.effects.push({ kind: "learn", rule, source_ref: sourceRef(item.id, "rule") }) - 1;
  mind.parts.push({ part: "learned", ref });
}

/** The rule that follows from giving this entry another category; null where nothing of it would come again. */
function ruleFrom(entry: Corrected, category: string): CategoryRule | null {
  const side = sideOf(entry);
  if (side === null || entry.category === category || !isOfSide(category, side)) return null;
  const match = entry.counterparty ?? entry.concept;
  if (match === null || nameKey(match) === "" || (entry.counterparty === null && isGeneric(match))) return null;
  return { kind: "category", match, category, side };
}

/** The category that was taught for a movement: by its party first, then by its purpose. */
export function categoryTaught(movement: Movement, rules: readonly Rule[]): string | null {
  const side = sideOf({ ...movement, loan: movement.loan === true });
  if (side === null) return null;
  const own = rules.filter((rule) => rule.kind === "category" && rule.side === side);
  for (const words of [movement.counterparty, movement.concept]) {
    const rule = words === null ? undefined : own.find(({ match }) => holds(words, match));
    if (rule?.kind === "category") return rule.category;
  }
  return null;
}

type Sided = Pick<Corrected, "type" | "direction" | "loan">;

/** Whether it was earned or spent; null where it was neither: a loan, a payment of a debt, own money moved. */
function sideOf({ type, direction, loan }: Sided): Side | null {
  if (loan || type === "reversa" || type === "transferencia") return null;
  if (type === "deuda") return direction === "por_cobrar" ? "income" : "expense";
  if (direction !== null) return null;
  return type === "ingreso" ? "income" : "expense";
}

function isOfSide(category: string, side: Side): boolean {
  const known: readonly string[] = [...EXPENSE_CATEGORIES, ...INCOME_CATEGORIES];
  if (!known.includes(category)) return true;
  const own: readonly string[] = side === "income" ? INCOME_CATEGORIES : EXPENSE_CATEGORIES;
  return own.includes(category);
}

/** What the language room calls a movement that named no purpose: a rule for it would be a rule for all. */
function isGeneric(concept: string): boolean {
  return GENERIC.has(nameKey(concept));
}

const GENERIC: ReadonlySet<string> = new Set(
  (
    "gasto|compra|cobro|venta|ingreso|egreso|devolucion|deuda|pago|entrada|salida|por cobrar|venta fiada|compra fiada" +
    "|abono a deuda|abono recibido|retiro personal|cobranca|devolucao|divida|a receber|venda|venda fiada" +
    "|retirada pessoal|expense|purchase|charge|sale|income|refund|debt|receivable|credit sale|credit purchase"
  ).split("|"),
);
