import type { Inbound } from "#channels";
import { assert } from "#kernel";
import type { DocumentOutcome } from "#documents";
import { count, faultFields, logProblem } from "#telemetry";
import { onboard, profileOfTenant } from "#tenants";
import type { Dialogue, Membership } from "../dialogue.ts";
import type { Effect, Reply } from "../effect.ts";
import type { Heard, Said } from "../heard.ts";
import { liveEntry } from "../perform.ts";
import { readDialogue, refOf, sealDialogue, sealJson, unsealJson, type Room } from "../room.ts";
import { contactAllowance, hearAt, VOICE_WAIT_MAX_MS, type Allowance } from "../schedule.ts";
import { saidOf, spokenOf } from "../said.ts";
import {
  entriesSaid,
  heardSince,
  insertOutbox,
  markHeard,
  openInbox,
  openOutbox,
  readMeta,
  setMeta,
  type InboxRow,
  type NewOutboxRow,
} from "../store.ts";
import { turn, type Turn } from "../turn.ts";

/** Looked at together; more than a minute's allowance, less than a page of memory. */
const INBOX_PAGE = 30;
const MINUTE_MS = 60_000;
const IDENTITY_RETRY_MS = 1_000;

/** What an inbox row of kind `result` holds: the end of a job that a message started. */
export type JobEnd =
  | { kind: "document"; id: string; at: number; caption: string | null; result: DocumentOutcome }
  | { kind: "voice_trouble"; id: string; at: number; trouble: "parked" | "failed" };

/** A voice note with its words. */
export type Transcript = { inbound: Inbound; text: string };

/** Hears what is due, as one turn. True when a turn was taken. */
export async function hearNext(room: Room): Promise<boolean> {
  const now = room.ports.clock.now();
  const due = dueInbox(room, now);
  if (!due || due.at > now || openOutbox(room.sql, "books", 1).length > 0) return false;
  const rows = await admit(room, due.rows, now);
  if (rows.length === 0) return false;
  const opened = await openRows(room, rows);
  const dialogue = await introduce(room, await readDialogue(room), { opened, now });
  if (!dialogue) return false;
  const heard = await Promise.all(opened.map((each) => withEntry(room, dialogue, each)));
  const taken = turn(listened(dialogue, opened), heard);
  await commitTurn(room, { taken, rows, now });
  acknowledge(room, { taken, opened, line: dialogue.line });
  return true;
}

export type Due = { rows: InboxRow[]; at: number };

/** The rows that the next turn may hear, and when. Null where there is nothing to hear. */
export function dueInbox(room: Room, now: number): Due | null {
  const rows = hearable(openInbox(room.sql, INBOX_PAGE), now);
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

/** As many rows as the limits allow now; the others wait, none is dropped, and one notice a window says so. */
async function admit(room: Room, rows: readonly InboxRow[], now: number): Promise<InboxRow[]> {
  if (rows[0]?.kind === "result") return [...rows];
  const own = contactAllowance(heardSince(room.sql, now - MINUTE_MS), now);
  if (own.allowed === 0) {
    room.quiet_until = now + own.wait_ms;
    await noticeOnce(room, own, now);
    return [];
  }
  const wanted = Math.min(own.allowed, rows.length);
  const { membership } = await readDialogue(room);
  const shared = await takeShared(room, membership?.tenant_id ?? room.id, wanted);
  if (shared.granted === 0) {
    count("rate_limited_total");
    room.quiet_until = now + shared.wait_ms;
  }
  return rows.slice(0, shared.granted);
}

/** The limiter lives in memory and may be gone for a moment: then the message goes first. */
async function takeShared(room: Room, tenant: string, want: number): Promise<{ granted: number; wait_ms: number }> {
  try {
    return await room.ports.limits.take(tenant, want);
  } catch (fault) {
    logProblem("limits.unreachable", faultFields(fault));
    return { granted: want, wait_ms: 0 };
  }
}

async function noticeOnce(room: Room, allowance: Allowance, now: number): Promise<void> {
  const noticed = Number(readMeta(room.sql, "noticed_at") ?? 0);
  if (noticed + MINUTE_MS > now) return;
  const seconds = Math.ceil(allowance.wait_ms / 1_000);
  const reply: Reply = { parts: [{ part: "too_fast", seconds }], reply_to: null, today: "1970-01-01" };
  const turnNumber = nextTurn(room);
  const row = await replyRow(room, { turn: turnNumber, reply, now });
  room.storage.transactionSync(() => {
    setMeta(room.sql, "noticed_at", String(now));
    setMeta(room.sql, "turn", String(turnNumber));
    insertOutbox(room.sql, row, now);
  });
}

type Opened = { inbound: Inbound | null; id: string; at: number; said: Said; speaks_of: string | null };

async function openRows(room: Room, rows: readonly InboxRow[]): Promise<Opened[]> {
  return Promise.all(
    rows.map(async (row): Promise<Opened> => {
      if (row.kind === "result")
        return ended(await unsealJson<JobEnd>(room, { table: "inbox", row: row.ref }, row.sealed));
      if (row.kind === "transcript") {
        const { inbound, text } = await unsealJson<Transcript>(room, { table: "inbox", row: row.ref }, row.sealed);
        const said: Said =
          text.trim() === "" ? { kind: "voice_trouble", trouble: "empty" } : { kind: "text", text, voice: true };
        return { inbound, id: inbound.id, at: inbound.at, said, speaks_of: inbound.reply_to };
      }
      const inbound = await unsealJson<Inbound>(room, { table: "inbox", row: row.ref }, row.sealed);
      return { inbound, id: inbound.id, at: inbound.at, said: saidOf(inbound.content), speaks_of: spokenOf(inbound) };
    }),
  );
}

function ended(end: JobEnd): Opened {
  const { id, at } = end;
  const said: Said =
    end.kind === "document"
      ? { kind: "document", caption: end.caption, result: end.result }
      : { kind: "voice_trouble", trouble: end.trouble };
  return { inbound: null, id, at, said, speaks_of: null };
}

/** Makes the business known before anything is heard: found by its addresses, or founded by this message. */
async function introduce(
  room: Room,
  dialogue: Dialogue,
  { opened, now }: { opened: readonly Opened[]; now: number },
): Promise<Dialogue | null> {
  const inbound = opened.findLast((each) => each.inbound)?.inbound;
  if (!inbound) return dialogue;
  const { phone, user_id } = inbound.from;
  const known = dialogue.membership && (user_id === null || user_id === dialogue.address.user_id);
  const address = { phone: phone ?? dialogue.address.phone, user_id: user_id ?? dialogue.address.user_id };
  const met = { ...dialogue, address, line: inbound.line, profile_name: inbound.profile_name ?? dialogue.profile_name };
  if (known) return met;
  try {
    return { ...met, membership: await membershipOf(room, { inbound, address, now, before: dialogue.membership }) };
  } catch (fault) {
    logProblem("onboard.failed", { conversation: room.id.slice(0, 12), ...faultFields(fault) });
    room.quiet_until = now + IDENTITY_RETRY_MS;
    return null;
  }
}

type Meeting = { inbound: Inbound; address: Inbound["from"]; now: number; before: Membership | null };

async function membershipOf(room: Room, { inbound, address, now, before }: Meeting): Promise<Membership> {
  const { entropy, archive } = room.ports;
  const { tenant, contact_id, role, founded } = await onboard(await archive(), {
    channel: inbound.channel,
    object_name: room.id,
    address,
    profile_name: inbound.profile_name,
    now,
    ids: entropy,
  });
  const profile = profileOfTenant(tenant);
  return {
    tenant_id: tenant.id,
    shard: tenant.shard,
    contact_id,
    role,
    founded: before?.founded ?? founded,
    country: profile.country,
    currency: profile.currency,
    currency_symbol: profile.currency_symbol,
    number_format: profile.number_format,
    time_zone: profile.time_zone,
    locale: profile.locale,
    country_certain: before?.country_certain ?? tenant.onboarding_step === "complete",
  };
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

/** The newest message opens the 24-hour window; a job's end does not. */
function listened(dialogue: Dialogue, opened: readonly Opened[]): Dialogue {
  const at = opened.reduce((latest, each) => (each.inbound ? Math.max(latest, each.at) : latest), 0);
  return at > (dialogue.last_heard_at ?? 0) ? { ...dialogue, last_heard_at: at } : dialogue;
}

async function withEntry(room: Room, dialogue: Dialogue, opened: Opened): Promise<Heard> {
  const { id, at, said, speaks_of } = opened;
  const { membership } = dialogue;
  assert(membership, "who speaks is known before they are heard");
  const [entryId] = speaks_of === null ? [] : entriesSaid(room.sql, await refOf(room, speaks_of));
  if (entryId === undefined) return { id, at, said, about: null };
  const { clock, entropy, archive } = room.ports;
  const errand = { archive: await archive(), membership, address: dialogue.address, now: clock.now(), entropy };
  return { id, at, said, about: await liveEntry(errand, entryId) };
}

/** What the turn decided, committed whole: heard rows, effects, reply and memory stand or fall together. */
async function commitTurn(
  room: Room,
  { taken, rows, now }: { taken: Turn; rows: readonly InboxRow[]; now: number },
): Promise<void> {
  const number = nextTurn(room);
  const outbox = await Promise.all(
    taken.effects.map((effect, i) => effectRow(room, { effect, key: `t${number}.${i}`, turn: number, now })),
  );
  if (taken.reply) outbox.push(await replyRow(room, { turn: number, reply: taken.reply, now }));
  const dialogue = await sealDialogue(room, taken.dialogue);
  room.storage.transactionSync(() => {
    for (const row of rows.slice(0, taken.consumed)) markHeard(room.sql, row.seq, now);
    for (const row of outbox) insertOutbox(room.sql, row, now);
    setMeta(room.sql, "dialogue", dialogue);
    setMeta(room.sql, "turn", String(number));
    setMeta(room.sql, "turn_started_at", String(now));
  });
  count("turns_total");
}

type NewEffect = { effect: Effect; key: string; turn: number; now: number };

async function effectRow(room: Room, { effect, key, turn: number, now }: NewEffect): Promise<NewOutboxRow> {
  const lane = effect.kind === "read_document" ? "document" : "books";
  return { key, lane, turn: number, due_at: now, sealed: await sealJson(room, { table: "outbox", row: key }, effect) };
}

async function replyRow(
  room: Room,
  { turn: number, reply, now }: { turn: number; reply: Reply; now: number },
): Promise<NewOutboxRow> {
  const key = `t${number}`;
  return {
    key,
    lane: "send",
    turn: number,
    due_at: now,
    sealed: await sealJson(room, { table: "outbox", row: key }, { kind: "reply", reply }),
  };
}

function nextTurn(room: Room): number {
  return Number(readMeta(room.sql, "turn") ?? 0) + 1;
}
