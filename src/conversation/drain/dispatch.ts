import type { Inbound } from "#channels";
import { dateIn } from "#kernel";
import { count, faultFields, logProblem } from "#telemetry";
import { complete } from "../complete.ts";
import type { ReadingEffect } from "../effect.ts";
import type { Job, JobSubject } from "../ports.ts";
import { readDialogue, refOf, unsealJson, type Room } from "../room.ts";
import { backoffMs } from "../schedule.ts";
import { findInbox, findOutbox, openOutbox, openVoice, updateOutbox, type OutboxRow } from "../store.ts";

/** A job reports back well within this; if it does not, its queue message was lost and it is dispatched again. */
const LEASE_MS = 60_000;

/** A voice note that a service keeps failing on: about an hour and a half. A parked one waits for a service for ever. */
const VOICE_TRIES_MAX = 20;

/** Hands the next due jobs to their queues. True when one was handed over. */
export async function dispatchJobs(room: Room): Promise<boolean> {
  const due = [...openOutbox(room.sql, "document", 1), ...openVoice(room.sql)];
  let handed = false;
  for (const row of due) {
    if (row.due_at <= room.ports.clock.now()) handed = (await dispatch(room, row)) || handed;
  }
  return handed;
}

/** The lease is written before the queue has the message: a job may report its end before the queue has answered us. */
async function dispatch(room: Room, row: OutboxRow): Promise<boolean> {
  if (row.lane === "voice" && row.state !== "parked" && row.tries >= VOICE_TRIES_MAX) return giveUp(room, row);
  const { clock, entropy } = room.ports;
  const tries = row.tries + 1;
  const again = tries > 1 ? backoffMs(tries, entropy.jitter()) : 0;
  const state = row.state === "parked" ? "parked" : "leased";
  updateOutbox(room.sql, row.key, { state, tries, due_at: clock.now() + LEASE_MS + again });
  try {
    const kind = row.lane === "voice" ? "voice" : "document";
    await room.ports.dispatch({ v: 1, kind, conversation: room.id, key: row.key });
    count(`jobs_dispatched_total{kind="${kind}"}`);
    return true;
  } catch (fault) {
    logProblem("job.not_dispatched", { key: row.key, tries, ...faultFields(fault) });
    updateOutbox(room.sql, row.key, { due_at: clock.now() + backoffMs(tries, entropy.jitter()) });
    return false;
  }
}

async function giveUp(room: Room, row: OutboxRow): Promise<boolean> {
  logProblem("job.given_up", { conversation: room.id.slice(0, 12), key: row.key, tries: row.tries });
  await complete(room, row.key, { outcome: "failed", reason: "gave_up" });
  return true;
}

/** What a queue consumer asks for when its turn comes; null for a job that is over. */
export async function readJob(room: Room, key: string): Promise<Job | null> {
  const row = findOutbox(room.sql, key);
  if (!row || row.state === "done" || row.state === "dead") return null;
  const asked = row.lane === "voice" ? await voiceAsked(room, row) : await documentAsked(room, row);
  if (!asked) {
    updateOutbox(room.sql, key, { state: "done" });
    return null;
  }
  const { at, ...rest } = asked;
  const { membership } = await readDialogue(room);
  return {
    ...rest,
    conversation: room.id,
    // A voice note may be fetched before its sender's business exists: the object stands for it until then.
    tenant_id: membership?.tenant_id ?? room.id,
    contact_id: membership?.contact_id ?? room.id,
    country: membership?.country ?? "CL",
    today: dateIn(at, membership?.time_zone ?? "America/Santiago"),
  };
}

type Asked = { ref: string; at: number } & JobSubject;

/** A voice note's job reads its inbox row; once that was heard there is nothing left to do. */
async function voiceAsked(room: Room, row: OutboxRow): Promise<Asked | null> {
  const ref = row.key.slice(row.key.indexOf(":") + 1);
  const inbox = findInbox(room.sql, ref);
  if (!inbox || inbox.kind !== "voice" || inbox.sealed === "") return null;
  const inbound = await unsealJson<Inbound>(room, { table: "inbox", row: ref }, inbox.sealed);
  if (inbound.content.kind !== "media") return null;
  return { media: inbound.content.media, line: inbound.line, ref, at: inbound.at };
}

async function documentAsked(room: Room, row: OutboxRow): Promise<Asked> {
  const slot = { table: "outbox", row: row.key } as const;
  const effect = await unsealJson<ReadingEffect>(room, slot, row.sealed);
  const { at, message_id } = effect;
  const ref = await refOf(room, message_id);
  if (effect.kind === "read_code") return { code: effect.code, replaces: effect.replaces, ref, at };
  return { media: effect.media, line: effect.line, ref, at };
}
