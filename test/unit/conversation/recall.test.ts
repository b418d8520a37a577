import { expect, test } from "vitest";
import { NO_BOOKS } from "#src/conversation/books.ts";
import { recall } from "#src/conversation/drain/recall.ts";
import type { Room } from "#src/conversation/room.ts";
import { heard, NOON, talkIn, type Talk } from "./talking.ts";

/** A conversation whose databases are away. */
function cutOff(): Room {
  const archive = (): Promise<never> => Promise.reject(new Error("the database is away"));
  const ports = { archive, entropy: { jitter: () => 0 } };
  return { id: "0".repeat(64), ports, quiet_until: 0, recall_faults: 0 } as unknown as Room;
}

function texts(talk: Talk, ...said: string[]) {
  return said.map((text) => heard(talk, { kind: "text", text, voice: false }));
}

test("what needs no books is heard while they are away", async () => {
  const talk = talkIn();
  const room = cutOff();
  const greeting = texts(talk, "hola", "¿cuánto gasté este mes?");
  expect(await recall(room, talk.dialogue, { heard: greeting, now: NOON })).toEqual({ books: NO_BOOKS, hears: 2 });
  expect(room.quiet_until).toBe(0);
});

test("what needs them waits, ever longer, and what came before it is heard", async () => {
  const talk = talkIn();
  const room = cutOff();
  const heardFirst = texts(talk, "hola", "vendí 10 lucas a Rosa");
  expect(await recall(room, talk.dialogue, { heard: heardFirst, now: NOON })).toMatchObject({ hears: 1 });
  expect(room.quiet_until).toBe(0);
  const waits: number[] = [];
  for (let tries = 0; tries < 3; tries++) {
    expect(await recall(room, talk.dialogue, { heard: heardFirst.slice(1), now: NOON })).toMatchObject({ hears: 0 });
    waits.push(room.quiet_until - NOON);
  }
  expect(waits).toEqual([500, 1_000, 2_000]);
});
