import type { Statement } from "#database";
import { assert } from "#kernel";
import type { Viewer, Writer } from "#tenants";
import { settlementRefusalOf } from "./debts/settle.ts";
import type { Entry, EntryPatch, EntrySource } from "./entry.ts";
import { refusalOf, type EntryRefusal } from "./errors.ts";
import { paperKey } from "./evidence/paper.ts";
import { entryIdsOfPapers, freeEvidence, moveEvidence } from "./evidence/store.ts";
import { mirrored } from "./post.ts";
import { book, draftsOf, entryBySourceRef, originOf } from "./record.ts";
import { patched } from "./replace.ts";
import { entryOf, rowOf, type Draft } from "./row.ts";
import { entryById, reversalOf } from "./store.ts";

/** Who asks for it, by its natural key: the same request twice has one effect. */
type Request = { entry_id: string; source: EntrySource; source_ref: string; now: number };

/**
 * `exists`: this same request reversed it before. `already_reversed`: another one did; `entry` is that reversal.
 * `not_found`: the tenant has no such entry. `not_reversible`: it is a reversal itself. `source_ref_taken`: the key of
 * the request is another entry's; nothing was written.
 */
export type Reversal =
  | { outcome: "created" | "exists" | "already_reversed"; entry: Entry; of: Entry }
  | { outcome: "not_found" | "not_reversible" | "source_ref_taken" };

/** Takes an entry back by its mirror image, dated like the entry, so that the sums of its month forget it. */
export async function reverseEntry(writer: Writer, request: Request & { id: string }): Promise<Reversal> {
  const of = await findEntry(writer, request.entry_id);
  if (!of) return { outcome: "not_found" };
  if (of.type === "reversa") return { outcome: "not_reversible" };
  if (of.reversed_by === null) {
    const drafts = [await reversalDraft(writer, of, request)];
    const after = [freeEvidence(writer.tenant.id, of.id)];
    if (await book(writer, { action: "entry.reverse", drafts, now: request.now, after })) {
      const reversal = await reversed(writer, of.id, request.source_ref);
      return reversal.outcome === "exists" ? { ...reversal, outcome: "created" } : reversal;
    }
  }
  return reversed(writer, of.id, request.source_ref);
}

export type Replacement =
  | { outcome: "created" | "exists"; entry: Entry; of: Entry }
  | { outcome: "not_found" | "not_reversible" | "already_reversed" | "source_ref_taken" }
  | { outcome: "refused"; refusal: EntryRefusal };

/** Two new ULIDs, unused when nothing is written. */
type ReplacementIds = { ids: { reversal: string; replacement: string } };

/** Corrects an entry: its reversal and the corrected one in one atomic batch. The books keep both. */
export async function replaceEntry(
  writer: Writer,
  request: Request & ReplacementIds & { patch: EntryPatch },
): Promise<Replacement> {
  const of = await findEntry(writer, request.entry_id);
  if (!of) return { outcome: "not_found" };
  if (of.type === "reversa") return { outcome: "not_reversible" };
  if (of.reversed_by !== null) return replaced(writer, of, request.source_ref);
  const corrected = patched(of, request.patch, request);
  const refusal = refusalOf(corrected) ?? (await settlementRefusalOf(writer, corrected, of));
  if (refusal) return { outcome: "refused", refusal };
  const drafts = await replacementDrafts(writer, of, { ...request, corrected });
  const after = [await evidenceAfter(writer, of.id, request)];
  if (!(await book(writer, { action: "entry.replace", drafts, now: request.now, after }))) {
    return replaced(writer, of, request.source_ref);
  }
  const entry = await findEntry(writer, request.ids.replacement);
  const before = await findEntry(writer, of.id);
  assert(entry && before, "what was just written is there");
  return { outcome: "created", entry, of: before };
}

/** The papers of what is replaced are its replacement's, unless it is told to have none, or of its own only this one. */
async function evidenceAfter(
  writer: Writer,
  of: string,
  { patch: { paper }, ids }: ReplacementIds & { patch: EntryPatch },
): Promise<Statement> {
  const { id: tenantId } = writer.tenant;
  const key = paper ? await paperKey(writer, paper) : null;
  const isOwn = key !== null && (await entryIdsOfPapers(writer, [key])).get(key) === of;
  return paper === null || isOwn ? freeEvidence(tenantId, of) : moveEvidence(tenantId, of, ids.replacement);
}

/** The tenant's entry of that id, or null: another tenant's id is nobody's. */
export async function findEntry(viewer: Viewer, id: string): Promise<Entry | null> {
  const stored = await entryById(viewer, id);
  return stored ? entryOf(viewer, stored) : null;
}

/** The reversal's own key, beside the replacement's, which has the request's. */
function reversalRef(sourceRef: string): string {
  return `${sourceRef}:reversa`;
}

type ReversalOrder = { id: string; source: EntrySource; source_ref: string; now: number };

async function reversalDraft(writer: Writer, of: Entry, order: ReversalOrder): Promise<Draft> {
  const asked = { ...of, type: "reversa" as const, source: order.source, source_ref: order.source_ref };
  const origin = { ...originOf(writer, order), reverses_id: of.id };
  return { row: await rowOf(writer, asked, origin), postings: mirrored(of.postings) };
}

async function replacementDrafts(
  writer: Writer,
  of: Entry,
  order: Request & ReplacementIds & { corrected: ReturnType<typeof patched> },
): Promise<Draft[]> {
  const { ids, source, source_ref, now } = order;
  const reversal = { id: ids.reversal, source, source_ref: reversalRef(source_ref), now };
  const replacements = await draftsOf(writer, [{ entry: order.corrected, id: ids.replacement }], now);
  return [
    await reversalDraft(writer, of, reversal),
    ...replacements.map((draft) => ({ ...draft, row: { ...draft.row, replaces_id: of.id } })),
  ];
}

/** The reversal that stands in the books, and whether the request of that key made it. */
async function reversed(writer: Writer, id: string, sourceRef: string): Promise<Reversal> {
  const of = await findEntry(writer, id);
  const stored = await reversalOf(writer, id);
  assert(of, "an entry is never deleted");
  if (!stored) return { outcome: "source_ref_taken" };
  const entry = await entryOf(writer, stored);
  return { outcome: entry.source_ref === sourceRef ? "exists" : "already_reversed", entry, of };
}

async function replaced(writer: Writer, of: Entry, sourceRef: string): Promise<Replacement> {
  const entry = await entryBySourceRef(writer, sourceRef);
  const before = await findEntry(writer, of.id);
  assert(before, "an entry is never deleted");
  if (entry?.replaces_id === of.id) return { outcome: "exists", entry, of: before };
  return { outcome: before.reversed_by === null ? "source_ref_taken" : "already_reversed" };
}
