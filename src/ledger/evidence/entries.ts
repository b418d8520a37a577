import type { Viewer } from "#tenants";
import type { Entry } from "../entry.ts";
import { entryOf } from "../row.ts";
import { entriesById } from "../store.ts";
import { numberKey, paperKey, type PaperId } from "./paper.ts";
import { entryIdsOfNumber, entryIdsOfPapers } from "./store.ts";

/** The entry that stands for each of these papers, in their order; null where none does. */
export async function entriesOfPapers(viewer: Viewer, papers: readonly PaperId[]): Promise<(Entry | null)[]> {
  const keys = await Promise.all(papers.map((paper) => paperKey(viewer, paper)));
  const entries = await entriesByPaperKey(viewer, keys);
  return keys.map((key) => entries.get(key) ?? null);
}

/** A live entry, and the number of the paper that it stands for. */
export type NumberedEntry = { number: string; entry: Entry };

/** The entries that stand for papers of these numbers, whoever issued them: digits without zeros in front. */
export async function entriesOfNumbers(viewer: Viewer, numbers: readonly string[]): Promise<NumberedEntry[]> {
  const found = await Promise.all(
    numbers.map(async (number) => {
      const ids = await entryIdsOfNumber(viewer, await numberKey(viewer, number));
      const stored = await entriesById(viewer, ids);
      return Promise.all(stored.map(async (each) => ({ number, entry: await entryOf(viewer, each) })));
    }),
  );
  return found.flat();
}

/** The same by the papers' keys. */
export async function entriesByPaperKey(viewer: Viewer, keys: readonly string[]): Promise<Map<string, Entry>> {
  const ids = await entryIdsOfPapers(viewer, keys);
  const stored = await entriesById(viewer, [...new Set(ids.values())]);
  const opened = await Promise.all(stored.map((each) => entryOf(viewer, each)));
  const entries = new Map(opened.map((entry) => [entry.id, entry]));
  return new Map(
    [...ids].flatMap(([key, id]): [string, Entry][] => {
      const entry = entries.get(id);
      return entry ? [[key, entry]] : [];
    }),
  );
}
