import type { Inbound } from "#channels";
import type { KeptDocument, PaperOutcome } from "#documents";
import { assert } from "#kernel";
import type { Dialogue } from "../dialogue.ts";
import type { Errand } from "../errand.ts";
import { UNDO_OF, type Heard, type Quoted, type Said, type SiiTold } from "../heard.ts";
import { liveEntry } from "../perform.ts";
import { papersNow } from "../perform-papers.ts";
import { refOf, unsealJson, type Room } from "../room.ts";
import { saidOf, spokenOf } from "../said.ts";
import { entriesSaid, entryRef, papersSaid, type InboxRow } from "../store.ts";

/** What an inbox row of kind `result` holds: the end of a job that a message started. */
export type JobEnd =
  | {
      kind: "document";
      id: string;
      at: number;
      caption: string | null;
      result: PaperOutcome;
      scanned?: { replaces: string | null };
    }
  /** `keys`: of all that are told in it. */
  | { kind: "sii"; id: string; at: number; told: SiiTold; keys: string[] }
  /** The note stands beside: it may be the first thing its sender ever said. */
  | { kind: "voice_trouble"; inbound: Inbound; trouble: "parked" | "failed" | "too_long" };

/** A voice note with its words. */
export type Transcript = { inbound: Inbound; text: string; unsure?: true };

export type Opened = { inbound: Inbound | null; id: string; at: number; said: Said; speaks_of: string | null };

/** Inbox rows unsealed, each as what was said. */
export async function openRows(room: Room, rows: readonly InboxRow[]): Promise<Opened[]> {
  const now = room.ports.clock.now();
  return Promise.all(
    rows.map(async (row): Promise<Opened> => {
      if (row.kind === "result")
        return ended(await unsealJson<JobEnd>(room, { table: "inbox", row: row.ref }, row.sealed), now);
      if (row.kind === "transcript") {
        const { inbound, text, unsure } = await unsealJson<Transcript>(
          room,
          { table: "inbox", row: row.ref },
          row.sealed,
        );
        const said: Said =
          text.trim() === ""
            ? { kind: "voice_trouble", trouble: "empty" }
            : { kind: "text", text, voice: true, ...(unsure ? { unsure } : {}) };
        return { inbound, id: inbound.id, at: inbound.at, said, speaks_of: inbound.reply_to };
      }
      const inbound = await unsealJson<Inbound>(room, { table: "inbox", row: row.ref }, row.sealed);
      return { inbound, id: inbound.id, at: inbound.at, said: saidOf(inbound), speaks_of: spokenOf(inbound) };
    }),
  );
}

function ended(end: JobEnd, now: number): Opened {
  if (end.kind === "document") {
    const { id, at, ...said } = end;
    return { inbound: null, id, at, said, speaks_of: null };
  }
  if (end.kind === "sii") {
    // It may have waited for days until Meta let it be told: it is told as of now.
    return { inbound: null, id: end.id, at: now, said: { kind: "sii", told: end.told }, speaks_of: null };
  }
  const { inbound, trouble } = end;
  return { inbound, id: inbound.id, at: inbound.at, said: { kind: "voice_trouble", trouble }, speaks_of: null };
}

/** The newest message opens the 24-hour window; a job's end does not. */
export function listened(dialogue: Dialogue, opened: readonly Opened[]): Dialogue {
  const at = opened.reduce((latest, each) => (each.inbound ? Math.max(latest, each.at) : latest), 0);
  return at > (dialogue.last_heard_at ?? 0) ? { ...dialogue, last_heard_at: at } : dialogue;
}

/** With the live entry and the papers that a quoted, edited or deleted message speaks of. */
export async function withEntry(room: Room, dialogue: Dialogue, opened: Opened): Promise<Heard> {
  const { id, at, speaks_of } = opened;
  const { membership } = dialogue;
  assert(membership, "who speaks is known before they are heard");
  const said = current(room, await named(room, opened.said));
  const ref = speaks_of === null ? null : await refOf(room, speaks_of);
  const quoting = speaks_of !== null && said.kind === "text" ? speaks_of : null;
  const documentIds = ref === null || quoting === null ? [] : papersSaid(room.sql, ref);
  const [told] = ref === null ? [] : entriesSaid(room.sql, ref);
  const { clock, entropy, archive, worth, sii } = room.ports;
  const errand = async (): Promise<Errand> => {
    return { archive: await archive(), membership, address: dialogue.address, now: clock.now(), entropy, worth, sii };
  };
  const papers = documentIds.length === 0 ? [] : await papersNow(await errand(), documentIds);
  const entryId = editedBy(said) ?? told ?? entryOf(papers);
  const about = entryId === undefined ? null : await liveEntry(await errand(), entryId);
  const quoted = quoting !== null && { quoted: { message_id: quoting, papers: papers.map(asQuoted) } };
  return { id, at, said, about, gone: entryId !== undefined && about === null, ...quoted };
}

/** The card of a paper that was booked since speaks of its entry. */
function entryOf([paper, ...more]: readonly KeptDocument[]): string | undefined {
  return more.length === 0 ? (paper?.entry_id ?? undefined) : undefined;
}

function asQuoted({ id: document_id, state }: KeptDocument): Quoted["papers"][number] {
  return { document_id, state };
}

/** A button that names messages, because it has no room for their entries, with the entries' names. */
async function named(room: Room, said: Said): Promise<Said> {
  if (said.kind !== "choice" || !said.id.startsWith(UNDO_OF)) return said;
  const refs = await Promise.all(
    said.id
      .slice(UNDO_OF.length)
      .split(",")
      .map((id) => refOf(room, id)),
  );
  return { ...said, id: `undo:${refs.flatMap((ref) => entriesSaid(room.sql, ref)).join(",")}` };
}

/** Buttons name entries as they were when they were offered; after a correction what replaced them is meant. */
function current(room: Room, said: Said): Said {
  const [, verb, ids] = (said.kind === "choice" ? NAMING.exec(said.id) : null) ?? [];
  if (said.kind !== "choice" || ids === undefined) return said;
  const now = ids.split(",").map((id) => entriesSaid(room.sql, entryRef(id))[0] ?? id);
  return { ...said, id: `${verb}:${now.join(",")}` };
}

const NAMING = /^(undo|edit):([\dA-Z]{26}(?:,[\dA-Z]{26})*)$/;

function editedBy(said: Said): string | undefined {
  const [, verb, id] = (said.kind === "choice" ? NAMING.exec(said.id) : null) ?? [];
  return verb === "edit" ? id : undefined;
}
