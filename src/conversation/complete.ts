import { type FileOutcome, outcomesIn } from "#documents";
import type { Inbound } from "#channels";
import type { VoiceOutcome } from "#voice";
import type { JobEnd, Transcript } from "./drain/index.ts";
import type { ReadingEffect } from "./effect.ts";
import type { SiiTold } from "./heard.ts";
import { refOf, sealJson, unsealJson, type Room } from "./room.ts";
import { parkMs } from "./schedule.ts";
import {
  findInbox,
  findOutbox,
  insertInbox,
  rememberPaper,
  updateInbox,
  updateOutbox,
  type OutboxRow,
} from "./store.ts";

/** The end of a job. Reported twice it is heard once; reported for a job that is over it is nothing. */
export async function complete(room: Room, key: string, end: FileOutcome | VoiceOutcome): Promise<void> {
  const row = findOutbox(room.sql, key);
  if (!row || row.state === "done" || row.state === "dead") return;
  if (row.lane === "voice") return completeVoice(room, row, end as VoiceOutcome);
  if (row.lane === "document") return completeDocument(room, row, end as FileOutcome);
}

async function completeDocument(room: Room, row: OutboxRow, result: FileOutcome): Promise<void> {
  const asked = await unsealJson<ReadingEffect>(room, { table: "outbox", row: row.key }, row.sealed);
  const { message_id: id } = asked;
  const end = endOf(asked, result);
  const ref = await refOf(room, `end:${row.key}`);
  const sealed = await sealJson(room, { table: "inbox", row: ref }, end);
  const received_at = room.ports.clock.now();
  const papers = (result.outcome === "list" ? [] : outcomesIn(result)).flatMap(
    (each) => (each.outcome === "duplicate" ? each.earlier?.id : each.document_id) ?? [],
  );
  const sentRef = await refOf(room, id);
  room.storage.transactionSync(() => {
    insertInbox(room.sql, { ref, kind: "result", state: "pending", received_at, sealed });
    for (const documentId of papers) rememberPaper(room.sql, { ref: sentRef, documentId, now: received_at });
    updateOutbox(room.sql, row.key, { state: "done" });
  });
}

function endOf(asked: ReadingEffect, result: FileOutcome): JobEnd {
  const { message_id: id, at } = asked;
  if (result.outcome === "list") return { kind: "sii", id, at, told: result.told as SiiTold, keys: [id] };
  return asked.kind === "read_document"
    ? { kind: "document", id, at, caption: asked.caption, result }
    : { kind: "document", id, at, caption: null, result, scanned: { replaces: asked.replaces } };
}

async function completeVoice(room: Room, row: OutboxRow, end: VoiceOutcome): Promise<void> {
  const ref = row.key.slice(row.key.indexOf(":") + 1);
  const inbox = findInbox(room.sql, ref);
  if (!inbox || inbox.sealed === "" || inbox.kind !== "voice")
    return updateOutbox(room.sql, row.key, { state: "done" });
  const inbound = await unsealJson<Inbound>(room, { table: "inbox", row: ref }, inbox.sealed);
  if (end.outcome === "transcript") {
    const sealed = await sealJson(room, { table: "inbox", row: ref }, transcriptOf(inbound, end));
    return room.storage.transactionSync(() => {
      updateInbox(room.sql, ref, { kind: "transcript", state: "pending", sealed });
      updateOutbox(room.sql, row.key, { state: "done" });
    });
  }
  if (end.outcome === "parked") return park(room, row, { inbound, ref, sealed: inbox.sealed });
  const trouble: JobEnd = { kind: "voice_trouble", inbound, trouble: end.outcome };
  const sealed = await sealJson(room, { table: "inbox", row: ref }, trouble);
  room.storage.transactionSync(() => {
    updateInbox(room.sql, ref, { kind: "result", state: "pending", sealed });
    updateOutbox(room.sql, row.key, { state: "done", reason: end.outcome === "failed" ? end.reason : end.outcome });
  });
}

function transcriptOf(inbound: Inbound, end: Extract<VoiceOutcome, { outcome: "transcript" }>): Transcript {
  return { inbound, text: end.text, ...(end.unsure ? { unsure: true } : {}) };
}

type Parking = { inbound: Inbound; ref: string; sealed: string };

/** Kept for later: the note steps aside, its sender is told once, and it is tried ever more rarely. */
async function park(room: Room, row: OutboxRow, { inbound, ref, sealed }: Parking): Promise<void> {
  const now = room.ports.clock.now();
  const told: JobEnd = { kind: "voice_trouble", inbound, trouble: "parked" };
  const toldRef = await refOf(room, `parked:${ref}`);
  const toldSealed = await sealJson(room, { table: "inbox", row: toldRef }, told);
  room.storage.transactionSync(() => {
    updateInbox(room.sql, ref, { kind: "voice", state: "parked", sealed });
    updateOutbox(room.sql, row.key, { state: "parked", due_at: now + parkMs(row.tries) });
    insertInbox(room.sql, { ref: toldRef, kind: "result", state: "pending", received_at: now, sealed: toldSealed });
  });
}
