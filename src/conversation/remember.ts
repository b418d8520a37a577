import { newDialogue, type Dialogue } from "./dialogue.ts";
import type { Outcome } from "./effect.ts";

/** What a conversation remembers of an effect that was carried out. Pure. */
export function remember(dialogue: Dialogue, outcome: Outcome, at: number): Dialogue {
  switch (outcome.kind) {
    case "recorded":
    case "corrected":
      return { ...dialogue, last: { entry: outcome.entry, at } };
    case "undone": {
      const gone = outcome.entries.some((entry) => entry.id === dialogue.last?.entry.id);
      return gone ? { ...dialogue, last: null } : dialogue;
    }
    case "context": {
      if (!outcome.rise) return dialogue;
      const { category, month } = outcome.context;
      const open = dialogue.open.filter((each) => each.kind !== "review");
      return { ...dialogue, open: [...open, { kind: "review", category, month, at }] };
    }
    case "moved":
      return newDialogue();
    default:
      return dialogue;
  }
}
