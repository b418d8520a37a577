import type { Address, Outbound } from "#channels";
import { deliveryState, type DeliveryLog } from "./delivery.ts";
import { messageIdOf, sealLetter, type Letter } from "./drain/index.ts";
import { readDialogue, unsealJson, type Room } from "./room.ts";
import { findOutbox, insertOutbox, listSends, updateOutbox, type OutboxRow } from "./store.ts";

/** A message that somebody asks to be sent through the API. The same `key` twice is the same message. */
export type NewLetter = {
  key: string;
  tenant_id: string;
  to: Address;
  line: string;
  message: Extract<Outbound, { kind: "wire" }>;
};

/** An outgoing message as the API shows it. */
export type LetterState = {
  id: string;
  state: "queued" | "sending" | "unsure" | "sent" | "delivered" | "read" | "played" | "dead";
  reason: string | null;
  tries: number;
  created_at: string;
  deliveries: { state: string; at: string; code?: number }[];
};

export async function enqueue(room: Room, letter: NewLetter): Promise<{ id: string; state: string }> {
  const { key, tenant_id, to, line, message } = letter;
  const sealed = await sealLetter(room, key, { kind: "wire", tenant_id, to, line, message });
  const now = room.ports.clock.now();
  insertOutbox(room.sql, { key, lane: "send", turn: 0, due_at: now, sealed }, now);
  return { id: messageIdOf(room, key), state: "queued" };
}

/** @param tenantId whose message it must be; null for the operator */
export async function readLetter(room: Room, key: string, tenantId: string | null): Promise<LetterState | null> {
  const row = findOutbox(room.sql, key);
  if (row?.lane !== "send") return null;
  return tenantId === null || (await ownerOf(room, row)) === tenantId ? letterState(room, row) : null;
}

export async function listLetters(room: Room, tenantId: string, limit: number): Promise<LetterState[]> {
  const own: LetterState[] = [];
  for (const row of listSends(room.sql, limit)) {
    if ((await ownerOf(room, row)) === tenantId) own.push(letterState(room, row));
  }
  return own;
}

/** Takes a dead letter up again. Others stay as they are. */
export async function resend(room: Room, key: string, tenantId: string | null): Promise<LetterState | null> {
  const letter = await readLetter(room, key, tenantId);
  if (letter?.state !== "dead") return letter;
  updateOutbox(room.sql, key, {
    state: "pending",
    tries: 0,
    unsure: 0,
    due_at: room.ports.clock.now(),
    reason: null,
    delivery: null,
    ref: null,
  });
  return readLetter(room, key, tenantId);
}

async function ownerOf(room: Room, row: OutboxRow): Promise<string | null> {
  const letter = await unsealJson<Letter>(room, { table: "outbox", row: row.key }, row.sealed);
  if (letter.kind === "wire") return letter.tenant_id;
  return (await readDialogue(room)).membership?.tenant_id ?? null;
}

function letterState(room: Room, row: OutboxRow): LetterState {
  const log = row.delivery === null ? [] : (JSON.parse(row.delivery) as DeliveryLog);
  const reached = deliveryState(log);
  return {
    id: messageIdOf(room, row.key),
    state: stateOf(row, reached),
    reason: row.reason,
    tries: row.tries,
    created_at: new Date(row.created_at).toISOString(),
    deliveries: log.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
  };
}

function stateOf(row: OutboxRow, reached: ReturnType<typeof deliveryState>): LetterState["state"] {
  if (row.state === "sent") return reached === null || reached === "failed" ? "sent" : reached;
  if (row.state === "dead" || row.state === "sending" || row.state === "unsure") return row.state;
  return "queued";
}
