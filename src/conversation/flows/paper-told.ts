import type { Movement } from "#language";
import type { Entry } from "#ledger";
import { likeness } from "#match";
import type { Books } from "../books.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";
import { aliasesOf } from "./match-of.ts";

// «compré 119 lucas a Mapocho factura 4322», which a photo or the tax service's list has brought: is it the same one?

/** The live entry that stands for the paper which a movement names by its number; null where there is none. */
export function entryOfPaperTold(movement: Movement, books: Books): Entry | null {
  const { folio, amount_minor, counterparty } = movement;
  if (folio === undefined) return null;
  const own = (books.numbered ?? []).filter(
    ({ number, entry }) => number === folio && wayOf(entry) === wayOf(movement),
  );
  const theirs = own.filter(({ entry }) => isTheirs(entry, counterparty, books));
  const found = theirs[0] ?? own.find(({ entry }) => entry.amount_minor === amount_minor);
  return found?.entry ?? null;
}

/** Every company has numbers of its own; who is not named may be any. */
function isTheirs(entry: Entry, who: string | null, books: Books): boolean {
  if (who === null || entry.counterparty === null) return true;
  return likeness(entry.counterparty, who, aliasesOf(books)) !== "other";
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
