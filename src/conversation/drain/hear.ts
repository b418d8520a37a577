import type { Books } from "../books.ts";
import type { Dialogue } from "../dialogue.ts";
import { readDialogue, type Room } from "../room.ts";
import { hearAt, VOICE_WAIT_MAX_MS } from "../schedule.ts";
import { openInbox, openOutbox, readMeta, type InboxRow } from "../store.ts";
import type { Turn } from "../turn.ts";
import { admit } from "./admit.ts";
import { commitTurn } from "./commit-turn.ts";
import { consultModel } from "./consult-model.ts";
import { decide, FAULTS_TOGETHER_MAX, faultsOf, setAside } from "./decide.ts";
import { introduce } from "./introduce.ts";
import { listened, openRows, withEntry, type Opened } from "./open-rows.ts";
import { recall } from "./recall.ts";

/** Looked at together; more than a minute's allowance, less than a page of memory. */
const INBOX_PAGE = 30;

/** Hears what is due, as one turn. True when a turn was taken. */
export async function hearNext(room: Room): Promise<boolean> {
  const now = room.ports.clock.now();
  const due = dueInbox(room, now);
  if (!due || due.at > now || openOutbox(room.sql, "books", 1).length > 0) return false;
  const rows = await admit(room, faultsOf(room) < FAULTS_TOGETHER_MAX ? due.rows : due.rows.slice(0, 1), now);
  if (rows.length === 0) return false;
  const opened = await openRows(room, rows);
  const dialogue = await introduce(room, await readDialogue(room), { opened, now });
  if (!dialogue) return false;
  const known = await Promise.all(opened.map((each) => withEntry(room, dialogue, each)));
  const before = listened(dialogue, opened);
  const { books, hears } = await recall(room, before, { heard: known, now });
  if (hears === 0) return false;
  const heard = await consultModel(room, dialogue, known.slice(0, hears));
  const decided = decide(room, { before: withTaxId(before, books), heard, books, now });
  if (decided === "later") return false;
  const taken = decided ?? setAside(before);
  await commitTurn(room, { taken, rows, now, kept: decided === null });
  acknowledge(room, { taken, opened, line: dialogue.line });
  return true;
}

/** Who a paper must be made out to is looked up with the books, not remembered. */
function withTaxId(dialogue: Dialogue, { own_tax_id }: Books): Dialogue {
  const { membership } = dialogue;
  if (own_tax_id === undefined || !membership) return dialogue;
  return { ...dialogue, membership: { ...membership, tax_id: own_tax_id } };
}

export type Due = { rows: InboxRow[]; at: number };

/** The rows that the next turn may hear, and when. Null where there is nothing to hear. */
export function dueInbox(room: Room, now: number): Due | null {
  const rows = hearable(openInbox(room.sql, now - VOICE_WAIT_MAX_MS, INBOX_PAGE), now);
  const [first] = rows.ready;
  if (!first) return rows.wake_at === null ? null : { rows: [], at: Math.max(rows.wake_at, room.quiet_until) };
  if (first.kind === "result") return { rows: [first], at: room.quiet_until };
  const end = rows.ready.findIndex((row) => row.kind === "result");
  const taken = end < 0 ? rows.ready : rows.ready.slice(0, end);
  const last = taken.at(-1) ?? first;
  const turnStartedAt = Number(readMeta(room.sql, "turn_started_at") ?? 0);
  const at = hearAt({ turnStartedAt, firstAt: first.received_at, lastAt: last.received_at });
  return { rows: taken, at: Math.max(at, room.quiet_until) };
}

/** Order is the inbox's; a voice note that is being transcribed holds the rest back, but not for ever. */
function hearable(rows: readonly InboxRow[], now: number): { ready: InboxRow[]; wake_at: number | null } {
  const ready: InboxRow[] = [];
  let wake_at: number | null = null;
  for (const row of rows) {
    if (row.state === "pending") {
      ready.push(row);
      continue;
    }
    const waits_until = row.received_at + VOICE_WAIT_MAX_MS;
    if (waits_until <= now) continue;
    wake_at = waits_until;
    break;
  }
  return { ready, wake_at };
}

/** The blue ticks; and «typing…» where the answer takes a while. */
function acknowledge(
  room: Room,
  { taken, opened, line }: { taken: Turn; opened: readonly Opened[]; line: string },
): void {
  const last = opened.findLast((each) => each.inbound);
  const channel = room.ports.channel();
  if (!last || !channel) return;
  const reads = taken.effects.some((effect) => effect.kind === "read_document");
  room.background(reads ? channel.showTyping(line, last.id) : channel.markRead(line, last.id));
}
