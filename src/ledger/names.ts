import type { Viewer } from "#tenants";
import { openWord } from "./row.ts";
import { namesWritten } from "./store.ts";

/** A name that is compared is opened, so this many cost some milliseconds; who has not come up since is new again. */
export const KNOWN_NAMES_MAX = 300;

/** Counterparties of entries that stand, each once and as it was last written, newest first. */
export async function knownNames(viewer: Viewer): Promise<string[]> {
  const rows = await namesWritten(viewer, KNOWN_NAMES_MAX);
  const names = await Promise.all(
    rows.map((row) => openWord(viewer, { ...row, concept_sealed: null }, "counterparty")),
  );
  return names.flatMap((name) => name ?? []);
}
