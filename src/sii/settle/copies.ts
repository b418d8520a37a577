import { copyOf, entriesByPaperKey, paperKey, type Entry } from "#ledger";
import type { Viewer } from "#tenants";
import { paperIdOf } from "../keep/paper-id.ts";
import { keyOf, type RcvDocument } from "../rcv/document.ts";

/**
 * By the key of a document, what was booked from a copy of it that was altered. It is that purchase, so it is not booked
 * again; of another sum it waits until somebody says which is right. @param rut the business's own
 */
export async function entriesOfCopies(
  viewer: Viewer,
  documents: readonly RcvDocument[],
  rut: string,
): Promise<Map<string, Entry>> {
  const keys = await Promise.all(documents.map((each) => paperKey(viewer, copyOf(paperIdOf(each, rut)))));
  const entries = await entriesByPaperKey(viewer, keys);
  return new Map(
    documents.flatMap((document, i): [string, Entry][] => {
      const entry = entries.get(keys[i] ?? "");
      return entry ? [[keyOf(document), entry]] : [];
    }),
  );
}
