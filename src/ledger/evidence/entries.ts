import type { Viewer } from "#tenants";
import type { Entry } from "../entry.ts";
import { entryOf } from "../row.ts";
import { entriesById } from "../store.ts";
import { paperKey, type PaperId } from "./paper.ts";
import { entryIdsOfPapers } from "./store.ts";

/** The entry that stands for each of these papers, in their order; null where none does. */
export async function entriesOfPapers(viewer: Viewer, papers: readonly PaperId[]): Promise<(Entry | null)[]> {
  const keys = await Promise.all(papers.map((paper) => paperKey(viewer, paper)));
  const entries = await entriesByPaperKey(viewer, keys);
  return keys.map((key) => entries.get(key) ?? null);
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
