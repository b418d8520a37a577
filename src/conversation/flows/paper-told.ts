import { fold } from "#kernel";
import type { Movement, PaperSaid } from "#language";
import type { Entry } from "#ledger";
import { likeness } from "#match";
import type { Books } from "../books.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { aliasesOf } from "./match-of.ts";

// «compré 119 lucas a Mapocho factura 4322», which a photo or the tax service's list has brought: is it the same one?

/**
 * The live entry that stands for the paper which a movement names by its number; null where there is none. One of the same
 * sum comes first; of another sum it is theirs who are named, for every company has numbers of its own, or of nobody named.
 */
export function entryOfPaperTold(movement: Movement, books: Books): Entry | null {
  const { paper, amount_minor, counterparty: who } = movement;
  if (!paper) return null;
  const own = (books.numbered ?? []).flatMap(({ number, entry }) =>
    number === paper.folio && wayOf(entry) === wayOf(movement) && isOfKind(entry, paper.kind) ? [entry] : [],
  );
  const isTheirs = ({ counterparty }: Entry): boolean =>
    who !== null && counterparty !== null && likeness(counterparty, who, aliasesOf(books)) !== "other";
  const equal = own.filter((entry) => entry.amount_minor === amount_minor);
  const any = who === null ? own[0] : undefined;
  return equal.find(isTheirs) ?? equal[0] ?? own.find(isTheirs) ?? any ?? null;
}

/** A register tells no boletas one by one; what a paper is its entry says first: `Boleta 4821, Sodimac`. */
function isOfKind({ concept, source }: Entry, kind: PaperSaid["kind"]): boolean {
  const [, said = null] = /^(boleta|factura)\b/.exec(fold(concept ?? "")) ?? [];
  return kind === null || (said ?? (source === "sii" ? "factura" : kind)) === kind;
}

/** A debt is spent or earned as well, and not paid yet. */
function wayOf({ type, direction }: Pick<Entry, "direction"> & { type: string }): "in" | "out" | null {
  if (type === "ingreso" || (type === "deuda" && direction === "por_cobrar")) return "in";
  return type === "egreso" || type === "deuda" ? "out" : null;
}

/** What was told is the paper of an entry that stands. */
export type Kept = { entry: Entry; movement: Movement };

/** It is not booked again. A register says nothing of when a paper is paid: «le debo», of what counts as paid, does. */
export function keepAsBooked(mind: Mind, item: Heard, { entry, movement }: Kept): void {
  if (movement.type !== "deuda" || entry.type === "deuda") return void mind.parts.push({ part: "paper_told", entry });
  const { category } = entry;
  const patch = { type: "deuda" as const, ...(category !== null && { category }) };
  const due = movement.due_date === null ? {} : { due_date: movement.due_date };
  const asked = { entry_id: entry.id, patch: { ...patch, ...due }, source_ref: sourceRef(item.id, "owed") };
  const ref = mind.effects.push({ kind: "correct", ...asked, message_id: item.id }) - 1;
  mind.parts.push({ part: "corrected", ref });
}
