import type { Books } from "./books.ts";
import type { Dialogue, Draft } from "./dialogue.ts";
import type { Effect, Part } from "./effect.ts";
import type { Heard } from "./heard.ts";

/** What a turn is made of while it is being thought: the flows write into it and nothing else. */
export type Mind = {
  dialogue: Dialogue;
  /** What the books were when the turn began, and what it has added to them since. */
  books: Books;
  /** Papers of purchases that it has filed: the books know them from the next turn on. */
  filed: Draft[];
  effects: Effect[];
  parts: Part[];
  /** The message that the answer quotes. */
  reply_to: string | null;
  /** The last thing done before this turn was to take something back. */
  undone: boolean;
  /** Kept messages that can be heard now, after the one that made it possible. */
  again: Heard[];
};
