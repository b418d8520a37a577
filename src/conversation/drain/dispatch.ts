import type { Inbound, MediaRef } from "#channels";
import { dateIn } from "#kernel";
import { count, faultFields, logProblem } from "#telemetry";
import type { Membership } from "../dialogue.ts";
import type { Effect } from "../effect.ts";
import type { Job } from "../ports.ts";
import { readDialogue, refOf, unsealJson, type Room } from "../room.ts";
import { backoffMs } from "../schedule.ts";
import { findInbox, openOutbox, updateOutbox, VOICE_AT_ONCE_MAX, type OutboxRow } from "../store.ts";

/** A job reports back well within this; if it does not, its queue message was lost and it is dispatched again. */
const LEASE_MS = 60_000;
/** Hands the next due jobs to their queues. True when one was handed over. */
export async function dispatchJobs(room: Room): Promise<boolean> {
  const [document] = openOutbox(room.sql, "document", 1);
  const due = [...(document ? [document] : []), ...openOutbox(room.sql, "voice", VOICE_AT_ONCE_MAX)];
  let handed = false;
  for (const row of due) {
    if (row.due_at <= room.ports.clock.now()) handed = (await dispatch(room, row)) || handed;
  }
  return handed;
}

async function dispatch(room: Room, row: OutboxRow): Promise<boolean> {
  const { membership, line } = await readDialogue(room);
  const now = room.ports.clock.now();
  const asked = row.lane === "voice" ? await voiceAsked(room, row) : await documentAsked(room, row, line);
  if (!asked) {
    updateOutbox(room.sql, row.key, { state: "done" });
    return false;
  }
  const tries = row.tries + 1;
  try {
    await room.ports.dispatch(jobOf(room, row, { asked, membership }));
    const wait = LEASE_MS + (tries > 1 ? backoffMs(tries, room.ports.entropy.jitter()) : 0);
    updateOutbox(room.sql, row.key, { state: row.state === "parked" ? "parked" : "leased", tries, due_at: now + wait });
    count(`jobs_dispatched_total{kind="${row.lane}"}`);
    return true;
  } catch (fault) {
    logProblem("job.not_dispatched", { key: row.key, tries, ...faultFields(fault) });
    updateOutbox(room.sql, row.key, { tries, due_at: now + backoffMs(tries, room.ports.entropy.jitter()) });
    return false;
  }
}

type Asked = { media: MediaRef; line: string; ref: string; at: number };

/** A voice note's job reads its inbox row; once that was heard there is nothing left to do. */
async function voiceAsked(room: Room, row: OutboxRow): Promise<Asked | null> {
  const ref = row.key.slice(row.key.indexOf(":") + 1);
  const inbox = findInbox(room.sql, ref);
  if (!inbox || inbox.kind !== "voice" || inbox.sealed === "") return null;
  const inbound = await unsealJson<Inbound>(room, { table: "inbox", row: ref }, inbox.sealed);
  if (inbound.content.kind !== "media") return null;
  return { media: inbound.content.media, line: inbound.line, ref, at: inbound.at };
}

async function documentAsked(room: Room, row: OutboxRow, line: string): Promise<Asked> {
  const effect = await unsealJson<Extract<Effect, { kind: "read_document" }>>(
    room,
    { table: "outbox", row: row.key },
    row.sealed,
  );
  return { media: effect.media, line, ref: await refOf(room, effect.message_id), at: effect.at };
}

/** A voice note may be fetched before its sender's business exists: the object stands for it until then. */
function jobOf(
  room: Room,
  row: OutboxRow,
  { asked, membership }: { asked: Asked; membership: Membership | null },
): Job {
  return {
    v: 1,
    kind: row.lane === "voice" ? "voice" : "document",
    conversation: room.id,
    key: row.key,
    ref: asked.ref,
    tenant_id: membership?.tenant_id ?? room.id,
    contact_id: membership?.contact_id ?? room.id,
    country: membership?.country ?? "CL",
    today: dateIn(asked.at, membership?.time_zone ?? "America/Santiago"),
    media: asked.media,
    line: asked.line,
  };
}
