import { newestOf, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";

// [Editar] under an entry: the next correction is of that one, whatever was booked meanwhile.

type Editing = Extract<Open, { kind: "editing" }>;

/** Its button was tapped: asks what to change, and names what it is about. */
export function startEditing(mind: Mind, item: Heard, entryId: string): void {
  if (item.gone) return void mind.parts.push({ part: "already_undone" });
  const { dialogue } = mind;
  const entry = dialogue.recent.find((each) => each.entry.id === entryId)?.entry ?? item.about;
  if (!entry) return void mind.parts.push({ part: "nothing_to_correct" });
  const others = dialogue.open.filter(({ kind }) => kind !== "editing");
  dialogue.open = [...others, { kind: "editing", entry, at: item.at }];
  mind.parts.push({ part: "which_change", entry });
}

/** What is being edited, unless another entry is quoted or something newer was asked. */
export function editingMeant({ dialogue }: Pick<Mind, "dialogue">, item: Heard): Editing | null {
  if (item.about) return null;
  const newest = newestOf(dialogue.open.filter(({ kind }) => CLAIMING.has(kind)));
  return newest?.kind === "editing" ? newest : null;
}

const CLAIMING: ReadonlySet<Open["kind"]> = new Set(["editing", "question", "asking", "document"]);
