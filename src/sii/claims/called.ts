import { nameKey } from "#kernel";
import { likeness } from "#match";

// Who sent a document, as a person calls them: by whole words of the name, never by how one begins.

/** Words that stand in any name and tell none. */
const SMALL: ReadonlySet<string> = new Set("con das del dos las los para por the una".split(" "));

const LETTERS_MIN = 3;

/** Those so called. Who has every word goes before who is only spelled like it; more than one leaves it open who is meant. */
export function linesCalled<T extends { name: string }>(lines: readonly T[], said: string): T[] {
  const words = tellingIn(said);
  if (words.length === 0) return [];
  const whole = lines.filter(({ name }) => isWithin(words, nameKey(name).split(" ")));
  return whole.length > 0 ? whole : lines.filter(({ name }) => isLike({ words, said }, name));
}

function isWithin(words: readonly string[], name: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}

/** Words beside the name make it a sentence in which the name stands, not the name. */
function isLike({ words, said }: { words: readonly string[]; said: string }, name: string): boolean {
  const like = likeness(said, name, []);
  return like === "same" || (like === "near" && words.every((word) => likeness(word, name, []) !== "other"));
}

function tellingIn(name: string): string[] {
  return nameKey(name)
    .split(" ")
    .filter((word) => word.length >= LETTERS_MIN && !SMALL.has(word));
}
