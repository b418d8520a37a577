import type { Entry } from "#ledger";
import { closedBy } from "#sii";
import { CLAIMS_SHOWN_MAX, newDialogue, RECENT_MAX, type Dialogue, type Open } from "./dialogue.ts";
import type { Outcome } from "./effect.ts";

/**
 * What a conversation remembers of an effect that was carried out. Pure.
 * @param now when that was; what was said is ordered by the channel's clock, which is behind ours
 */
export function remember(dialogue: Dialogue, outcome: Outcome, now: number): Dialogue {
  const at = Math.min(now, dialogue.last_heard_at ?? now);
  switch (outcome.kind) {
    case "recorded":
      return withLast(dialogue, outcome.entry, at);
    case "corrected": {
      const { before, entry } = outcome;
      return withLast(without(replaced(dialogue, { before, entry }), [before]), entry, at);
    }
    case "linked": {
      const { before, entry } = outcome;
      if (!before) return withLast(dialogue, entry, at);
      return withLast(without(replaced(dialogue, { before, entry }), [before]), entry, at);
    }
    case "unlinked":
      return unlinked(dialogue, outcome, at);
    case "undone":
      return { ...without(dialogue, outcome.entries), undone: true };
    case "context": {
      if (!outcome.rise) return dialogue;
      const { category, month } = outcome.context;
      const open = dialogue.open.filter((each) => each.kind !== "review");
      return { ...dialogue, open: [...open, { kind: "review", category, month, at }] };
    }
    case "claim_look":
      return asked(dialogue, outcome, at);
    case "moved":
      return newDialogue();
    default:
      return dialogue;
  }
}

/** What may be said of a purchase is asked, one question of that kind at a time. */
function asked(dialogue: Dialogue, { look, actions }: Extract<Outcome, { kind: "claim_look" }>, at: number): Dialogue {
  const open = dialogue.open.filter(({ kind }) => kind !== "claim" && kind !== "which_claim");
  const [line, ...more] = look.is === "found" ? look.lines : [];
  if (!line || (more.length === 0 && closedBy(line) !== null)) return { ...dialogue, open };
  const lines = [line, ...more].slice(0, CLAIMS_SHOWN_MAX);
  const beyond = 1 + more.length - lines.length;
  const next: Open =
    more.length === 0 ? { kind: "claim", line, actions, at } : { kind: "which_claim", lines, beyond, actions, at };
  return { ...dialogue, open: [...open, next] };
}

/** The entry is again what it was; its paper waits once more. */
function unlinked(
  dialogue: Dialogue,
  { entry, of, draft }: Extract<Outcome, { kind: "unlinked" }>,
  at: number,
): Dialogue {
  const swapped = dialogue.recent.map((each) => (each.entry.id === of ? { ...each, entry } : each));
  const last = dialogue.last?.entry.id === of ? { ...dialogue.last, entry } : dialogue.last;
  const open = [...dialogue.open, { kind: "document" as const, draft, editing: false, at }];
  return { ...dialogue, recent: swapped, last, open, undone: true };
}

function withLast(dialogue: Dialogue, entry: Entry, at: number): Dialogue {
  const before = dialogue.recent.filter((each) => each.entry.id !== entry.id);
  const recent = [{ entry, at }, ...before].slice(0, RECENT_MAX);
  // «el último» is now another one: which of an older message should go is asked no more.
  const open = dialogue.open.filter(({ kind }) => kind !== "which_entry");
  return { ...dialogue, last: { entry, at }, recent, open, undone: false };
}

/** Nothing refers to an entry that was taken back. */
function without(dialogue: Dialogue, gone: readonly Entry[]): Dialogue {
  const ids = new Set(gone.map(({ id }) => id));
  const last = dialogue.last && ids.has(dialogue.last.entry.id) ? null : dialogue.last;
  return {
    ...dialogue,
    last,
    recent: dialogue.recent.filter(({ entry }) => !ids.has(entry.id)),
    open: openOf(dialogue, ids),
  };
}

function openOf({ open }: Dialogue, gone: ReadonlySet<string>): Open[] {
  return open.filter((each) => {
    if (each.kind === "which_entry") return !each.entries.some(({ id }) => gone.has(id));
    return each.kind !== "editing" || !gone.has(each.entry.id);
  });
}

/** An entry that was being edited while it was corrected otherwise goes on under its new name. */
function replaced(dialogue: Dialogue, { before, entry }: { before: Entry; entry: Entry }): Dialogue {
  const open = dialogue.open.map((each) =>
    each.kind === "editing" && each.entry.id === before.id ? { ...each, entry } : each,
  );
  return { ...dialogue, open };
}
