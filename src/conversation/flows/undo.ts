import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";

/** Takes entries back: each is reversed, none is deleted. */
export function undoEntries(mind: Mind, item: Heard, entry_ids: string[]): void {
  const ref = mind.effects.push({ kind: "undo", entry_ids, source_ref: sourceRef(item.id, 0) }) - 1;
  mind.parts.push({ part: "undone", ref });
}
