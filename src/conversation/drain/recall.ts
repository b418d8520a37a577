import { entriesOfWeeks, isMoneySlip, outcomesIn, paperedOf, taxIdsOf, type Extraction } from "#documents";
import { assert, dateIn } from "#kernel";
import { entriesOfNumbers, knownNames, listRules, openDebtEntries } from "#ledger";
import { findProfile } from "#sii";
import { faultFields, logProblem } from "#telemetry";
import { openViewer } from "#tenants";
import { NO_BOOKS, type Books } from "../books.ts";
import type { Dialogue } from "../dialogue.ts";
import { numbersTold } from "../flows/numbers-told.ts";
import { sumsSaid } from "../flows/sums-said.ts";
import { wantsBooks, wantsEntries, wantsProfile, wantsQueue } from "../flows/wants-books.ts";
import type { Heard } from "../heard.ts";
import { papersWaiting } from "../papers-waiting.ts";
import type { Room } from "../room.ts";
import { backoffMs } from "../schedule.ts";

/** `hears`: how many of the messages may be heard with these books. */
export type Recalled = { books: Books; hears: number };

/**
 * What the books know, where something of what was heard needs it. While they are away only what came before that is
 * heard, and the rest waits.
 */
export async function recall(
  room: Room,
  dialogue: Dialogue,
  { heard, now }: { heard: readonly Heard[]; now: number },
): Promise<Recalled> {
  const first = heard.findIndex((item) => wantsBooks(dialogue, item));
  if (first < 0) return { books: NO_BOOKS, hears: heard.length };
  try {
    const books = await booksOf(room, dialogue, { heard, now });
    room.recall_faults = 0;
    return { books, hears: heard.length };
  } catch (fault) {
    room.recall_faults++;
    logProblem("recall.failed", {
      conversation: room.id.slice(0, 12),
      faults: room.recall_faults,
      ...faultFields(fault),
    });
    // A promise of our own that is broken does not mend itself: the effects tell of it, and nobody waits for ever.
    if (fault instanceof Error && fault.name === "AssertionError") return { books: NO_BOOKS, hears: heard.length };
    if (first === 0) room.quiet_until = now + backoffMs(room.recall_faults, room.ports.entropy.jitter());
    return { books: NO_BOOKS, hears: first };
  }
}

type Hearing = { heard: readonly Heard[]; now: number };

async function booksOf(room: Room, dialogue: Dialogue, { heard, now }: Hearing): Promise<Books> {
  const { membership } = dialogue;
  assert(membership, "who speaks is known before their books are opened");
  const viewer = await openViewer(await room.ports.archive(), membership.tenant_id);
  assert(viewer, "the business of a conversation exists");
  const today = dateIn(now, membership.time_zone);
  const isOfPapers = heard.some((item) => wantsEntries(dialogue, item) || wantsQueue(dialogue, item));
  const [debts, names, rules, entries, numbered, waiting, profile] = await Promise.all([
    openDebtEntries(viewer),
    knownNames(viewer),
    listRules(viewer),
    isOfPapers ? entriesOfWeeks(viewer, today) : [],
    entriesOfNumbers(viewer, numbersTold(dialogue, heard)),
    heard.some((item) => wantsQueue(dialogue, item)) ? papersWaiting(viewer, membership) : [],
    heard.some((item) => wantsProfile(dialogue, item)) ? findProfile(viewer) : null,
  ]);
  const unpapered = entries.filter(({ document_id }) => document_id === null);
  const papers = papersAtHand(dialogue, heard);
  const totals = papers.map(({ fields }) => fields.total_minor);
  const papered = await paperedOf(viewer, entries, [...totals, ...sumsSaid(dialogue, heard)]);
  const tax_ids = papers.some(namesTaxId) ? await taxIdsOf(viewer, debts) : {};
  const told = { own_tax_id: viewer.tenant.tax_id, ...(profile && { filer: profile.filer }) };
  return { debts, names, rules, unpapered, papered, numbered, waiting, tax_ids, ...told };
}

/** What was just read, and what waits for an answer. */
function papersAtHand({ open }: Dialogue, heard: readonly Heard[]): Extraction[] {
  const sent = heard.flatMap(({ said }) =>
    said.kind === "document"
      ? outcomesIn(said.result).flatMap((each) => (each.outcome === "read" ? [each.extraction] : []))
      : [],
  );
  const shown = open.flatMap((each) =>
    each.kind === "document" || each.kind === "paper" ? [each.draft.extraction] : [],
  );
  return [...sent, ...shown];
}

/** Whether a slip of money says by a tax id whose it is. */
function namesTaxId(paper: Extraction): boolean {
  return paper.fields.merchant_tax_id !== null && isMoneySlip(paper);
}
