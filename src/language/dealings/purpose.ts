import type { Cue, CueName } from "../tongues/tongue.ts";
import { TRAIT } from "../words/lexicon.ts";
import { isAt, keyAt, type Message } from "../words/message.ts";
import { tokenAt } from "../words/tokens.ts";
import { expenseCategory, incomeCategory, type CategoryFound } from "./category.ts";
import type { Clause } from "./clauses.ts";
import { PURPOSE, type Concept } from "./concept.ts";

/**
 * The category that the words of a clause name: the work done, the repair («arreglar el refri» → mantencion), else the
 * thing nearest to the amount.
 */
export function categoryOf(
  message: Message,
  clause: Clause,
  read: { cue: Cue; concept: Concept | null },
): CategoryFound | null {
  const { cue, concept } = read;
  if (cue.type === "transferencia" || PURPOSELESS.has(cue.name)) return null;
  const incoming = cue.type === "ingreso" || cue.direction === "por_cobrar";
  const look = incoming ? incomeCategory : expenseCategory;
  const work = incoming && cue.name !== "sell" ? workDone(message, clause) : null;
  if (work) return work;
  const repair = incoming ? null : repaired(message, clause);
  const found = repair ?? nearest(message, { clause, concept, look });
  const made = found?.category === "alimentacion" && isForSale(message, clause);
  return found && made ? { ...found, category: "insumos" } : found;
}

/** What moves money without earning or spending it on anything. */
const PURPOSELESS: ReadonlySet<CueName> = new Set(["draw", "borrow", "lend", "settle_in", "settle_out"]);

type Looking = { clause: Clause; concept: Concept | null; look: typeof expenseCategory };

/** What the concept names, else anything in the clause. */
function nearest(message: Message, { clause, concept, look }: Looking): CategoryFound | null {
  const named = concept && look(message, concept.from, concept.to);
  if (!named) return look(message, clause.from, clause.to);
  // «mantención de la tarjeta»: a thing's name may go on behind the concept, in words of many uses.
  const whole = look(message, named.from, clause.to);
  const found = whole?.from === named.from ? whole : named;
  if (found.to - found.from > 1 || !VAGUE.has(keyAt(message, found.from))) return found;
  return look(message, clause.from, found.from) ?? look(message, found.to, clause.to) ?? found;
}

/** «las contribuciones, 3ra cuota»: how something is paid comes behind what it is. */
const VAGUE: ReadonlySet<string> = new Set("cuota cuotas tarjeta banco giro iva igv".split(" "));

/** «azúcar pa las mermeladas», «hojas pa los tamales»: food that goes into what is sold. */
function isForSale(message: Message, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to - 1; at++) {
    if (!PURPOSE.has(keyAt(message, at))) continue;
    const thing = isAt(message, at + 1, TRAIT.article) ? at + 2 : at + 1;
    if (TRADES.has(keyAt(message, thing)) || incomeCategory(message, thing, thing + 1)?.category === "ventas")
      return true;
  }
  return false;
}

const TRADES: ReadonlySet<string> = new Set(
  "vender venta negocio local almacen kiosko quiosco restaurant restaurante cocina botilleria fritura cafeteria carrito feria minimarket tamales mermeladas queques jugos masas vitrina".split(
    " ",
  ),
);

/** «cobré 150.000 por pintar dos piezas», «gané 85 lucas cortando pelo»: paid for doing something. */
export function workDone(message: Message, clause: Clause): CategoryFound | null {
  for (let at = clause.from; at < clause.to; at++) {
    const token = tokenAt(message.tokens, at);
    if (message.uses[at] !== "free" || token.kind !== "word" || token.capital || token.key.length < 5) continue;
    const doing = /[aei]ndo$/.test(token.key);
    const toDo = WORK.has(keyAt(message, at - 1)) && /[aei]r(?:le|les|lo|la|los|las)?$/.test(token.key);
    if (doing || toDo) return { category: "servicios", from: at, to: at + 1 };
  }
  return null;
}

/** «me cobraron 30 lucas por arreglar el refri»: the repair, not the fridge. */
function repaired(message: Message, clause: Clause): CategoryFound | null {
  for (let at = clause.from; at < clause.to; at++) {
    if ((message.uses[at] === "free" || message.uses[at] === "cue") && REPAIRS.has(keyAt(message, at)))
      return { category: "mantencion", from: at, to: at + 1 };
  }
  return null;
}

const REPAIRS: ReadonlySet<string> = new Set(
  "cambie cambiamos arreglar arreglo arreglaron reparar repararon reparacion cambiarle fix repair".split(" "),
);

const WORK: ReadonlySet<string> = new Set("por x de".split(" "));
