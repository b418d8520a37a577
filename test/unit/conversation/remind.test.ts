// The alarm of a conversation in which a question waits; its memory is a real SQLite, its clock is moved by hand.
import { DatabaseSync } from "node:sqlite";
import { assert, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "#kernel";
import { openKeyRing } from "#security";
import type { Dialogue } from "#src/conversation/dialogue.ts";
import { drain, wakeAt } from "#src/conversation/drain/index.ts";
import { remindNext } from "#src/conversation/drain/remind.ts";
import { keepDialogue, openRoom, readDialogue, sealDialogue, type Room } from "#src/conversation/room.ts";
import type { Ports } from "#src/conversation/ports.ts";
import { insertInbox, migrate, openOutbox } from "#src/conversation/store.ts";
import { NOON, say, talkIn } from "./talking.ts";

type Place = { room: Room; clock: { at: number }; database: DatabaseSync; crash: { next: boolean } };

async function placeWith(dialogue: Dialogue): Promise<Place> {
  const database = new DatabaseSync(":memory:");
  const clock = { at: NOON };
  const crash = { next: false };
  const room = roomOf(database, clock, crash);
  migrate(room.sql);
  keepDialogue(room, await sealDialogue(room, dialogue));
  return { room, clock, database, crash };
}

/** The same disk may be opened again: a new life of the object. */
function roomOf(database: DatabaseSync, clock: { at: number }, crash: { next: boolean }): Room {
  const exec = (query: string, ...values: (string | number | null)[]) => {
    const rows = database.prepare(query).all(...values);
    return { toArray: () => rows, rowsWritten: 1 };
  };
  const transactionSync = (work: () => void): void => {
    database.exec("BEGIN");
    try {
      work();
      if (crash.next) throw new Error("killed");
      database.exec("COMMIT");
    } catch (fault) {
      database.exec("ROLLBACK");
      throw fault;
    }
  };
  const state = { id: { toString: () => "f".repeat(64) }, storage: { sql: { exec }, transactionSync } };
  const ports = {
    clock: { now: () => clock.at },
    entropy: { id: () => "X", jitter: () => 0 },
    ring: async () => {
      const ring = await openKeyRing(`k1:${btoa("0123456789abcdef0123456789abcdef")}`);
      assert(ring.ok, "a key of 32 bytes");
      return ring.value;
    },
    channel: () => null,
  } as unknown as Ports;
  return openRoom(state as unknown as DurableObjectState, ports);
}

async function asked(): Promise<Place> {
  const talk = talkIn();
  say(talk, "gasté como 80 lucas");
  return placeWith({ ...talk.dialogue, last_heard_at: NOON });
}

/** When the question was asked. */
const ASKED = NOON + 1_000;

test("the alarm rings for the reminder, and next for the end of the question", async () => {
  const { room, clock } = await asked();
  expect(wakeAt(room)).toBe(ASKED + 2 * HOUR_MS);
  clock.at = ASKED + 2 * HOUR_MS;
  expect(await remindNext(room)).toBe(true);
  const [row] = openOutbox(room.sql, "send", 9);
  expect(row).toMatchObject({ lane: "send", state: "pending", due_at: clock.at });
  expect(row?.key).toMatch(/^remind-[0-9a-f]{40}$/);
  room.sql.exec("UPDATE outbox SET state = 'sent'");
  expect(wakeAt(room)).toBe(ASKED + DAY_MS);
  clock.at = ASKED + DAY_MS;
  expect(await remindNext(room)).toBe(true);
  expect((await readDialogue(room)).open).toEqual([]);
  expect(wakeAt(room)).toBeNull();
});

test("one reminder, however often the alarm rings", async () => {
  const { room, clock } = await asked();
  clock.at = ASKED + 2 * HOUR_MS;
  for (let times = 0; times < 3; times++) await drain(room);
  clock.at += HOUR_MS;
  await drain(room);
  expect(openOutbox(room.sql, "send", 9)).toHaveLength(1);
});

test("killed before its transaction ended, it is done again whole; killed after, it is not done twice", async () => {
  const { room, clock, database, crash } = await asked();
  clock.at = ASKED + 2 * HOUR_MS;
  crash.next = true;
  await expect(remindNext(room)).rejects.toThrow("killed");
  expect(openOutbox(room.sql, "send", 9)).toEqual([]);
  crash.next = false;
  const again = roomOf(database, clock, crash);
  expect(await remindNext(again)).toBe(true);
  expect(await remindNext(roomOf(database, clock, crash))).toBe(false);
  expect(openOutbox(again.sql, "send", 9)).toHaveLength(1);
});

test("rung late, at night, it rests until the morning instead of ringing on", async () => {
  const { room, clock } = await asked();
  clock.at = NOON + 11 * HOUR_MS;
  expect(await remindNext(room)).toBe(false);
  expect(wakeAt(room)).toBe(NOON + 20 * HOUR_MS);
});

test("what was said meanwhile is heard first", async () => {
  const { room, clock } = await asked();
  clock.at = ASKED + 2 * HOUR_MS;
  const row = { ref: "1", kind: "message", state: "pending", received_at: clock.at, sealed: "" } as const;
  insertInbox(room.sql, row);
  expect(await remindNext(room)).toBe(false);
  expect(wakeAt(room)).toBe(clock.at);
});

test("a document that nobody confirms is handed to review once", async () => {
  const { room, clock } = await asked();
  const dialogue = await readDialogue(room);
  const extraction = { fields: { merchant: "Sodimac", total_minor: 45_670, currency: "CLP" } };
  const draft = { document_id: "D1", message_id: "m", extraction, concept: null, type: "egreso" };
  const open = [{ kind: "document", draft, editing: false, at: ASKED, reminded: true }];
  keepDialogue(room, await sealDialogue(room, { ...dialogue, open } as unknown as Dialogue));
  clock.at = ASKED + DAY_MS;
  expect(await remindNext(room)).toBe(true);
  expect(openOutbox(room.sql, "books", 9)).toHaveLength(1);
  expect(openOutbox(room.sql, "send", 9)).toEqual([]);
  expect(await remindNext(room)).toBe(false);
});
