import type { Delivery, Inbound } from "#channels";
import { count } from "#telemetry";
import { ladder, type DeliveryLog } from "./delivery.ts";
import { messageIdOf } from "./drain/index.ts";
import { refOf, sealJson, type Room } from "./room.ts";
import {
  findOutbox,
  findSent,
  insertInbox,
  insertOutbox,
  nameSaid,
  releaseHeldBack,
  updateOutbox,
  type NewInboxRow,
  type OutboxChange,
  type OutboxRow,
} from "./store.ts";
import { withoutSecret } from "./without-secret.ts";

export type Arrival = { messages: readonly Inbound[]; deliveries: readonly Delivery[] };
export type Accepted = { new: number; duplicates: number; settled: number };

/**
 * Takes what the channel brought. When this returns it is on disk and survives a kill; what was there before has no
 * second effect. All messages of one call are one transaction, in the order they came.
 */
export async function accept(room: Room, { messages, deliveries }: Arrival): Promise<Accepted> {
  const now = room.ports.clock.now();
  const rows = await Promise.all(messages.map((message) => inboxRow(room, withoutSecret(message), now)));
  const refs = await Promise.all(deliveries.map((delivery) => refOf(room, delivery.message_id)));
  const accepted: Accepted = { new: 0, duplicates: 0, settled: 0 };
  room.storage.transactionSync(() => {
    for (const row of rows) {
      if (!insertInbox(room.sql, row)) accepted.duplicates++;
      else {
        accepted.new++;
        if (row.kind === "voice") startTranscription(room, row, now);
      }
    }
    if (accepted.new > 0) releaseHeldBack(room.sql);
    deliveries.forEach((delivery, i) => {
      if (settleDelivery(room, delivery, refs[i] ?? "")) accepted.settled++;
    });
  });
  count("messages_accepted_total", accepted.new);
  count("messages_duplicate_total", accepted.duplicates);
  return accepted;
}

/** A voice note waits in its place while its words are fetched; everything else may be heard at once. */
async function inboxRow(room: Room, message: Inbound, now: number): Promise<NewInboxRow> {
  const ref = await refOf(room, message.id);
  const { content } = message;
  const spoken = content.kind === "media" && content.media.kind === "audio";
  const sealed = await sealJson(room, { table: "inbox", row: ref }, message);
  return { ref, kind: spoken ? "voice" : "message", state: spoken ? "waiting" : "pending", received_at: now, sealed };
}

function startTranscription(room: Room, row: NewInboxRow, now: number): void {
  insertOutbox(room.sql, { key: `voice:${row.ref}`, lane: "voice", turn: 0, due_at: now, sealed: "" }, now);
}

/** Files what became of a message of ours; a message of unknown fate is settled by it. True when one was. */
function settleDelivery(room: Room, delivery: Delivery, ref: string): boolean {
  const row = rowOf(room, delivery, ref);
  if (!row) return false;
  const log = ladder(row.delivery === null ? [] : (JSON.parse(row.delivery) as DeliveryLog), delivery);
  updateOutbox(room.sql, row.key, { delivery: JSON.stringify(log), ref, ...fateOf(row, delivery) });
  nameSaid(room.sql, row.key, ref);
  return row.state === "sending" || row.state === "unsure";
}

/** A status says that the message went out; `failed` makes it a dead letter, unless something better was heard before. */
function fateOf(row: OutboxRow, { state, error }: Delivery): OutboxChange {
  const open =
    row.state === "pending" || row.state === "sending" || row.state === "unsure" || row.reason === "ambiguous";
  if (state !== "failed") return open ? { state: "sent", reason: null } : {};
  if (!open && row.state !== "sent") return {};
  count("messages_failed_total");
  return { state: "dead", reason: `failed_${error?.code ?? "unknown"}` };
}

function rowOf(room: Room, delivery: Delivery, ref: string): OutboxRow | null {
  const own = messageIdOf(room, "");
  if (delivery.key?.startsWith(own)) return findOutbox(room.sql, delivery.key.slice(own.length));
  return findSent(room.sql, ref);
}
