import { env, runInDurableObject } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import type { Inbound } from "#src/channels/index.ts";
import { accept } from "#src/conversation/accept.ts";
import { compose } from "#src/conversation/compose.ts";
import { newDialogue } from "#src/conversation/dialogue.ts";
import { hearNext } from "#src/conversation/drain/hear.ts";
import type { Reply } from "#src/conversation/effect.ts";
import { keepDialogue, sealDialogue, unsealJson } from "#src/conversation/room.ts";
import { openInbox, openOutbox, releaseHeldBack } from "#src/conversation/store.ts";
import { tellSii } from "#src/conversation/tell-sii.ts";
import { carried, type SiiNews } from "#src/sii/index.ts";
import { LINES_CARRIED_MAX as LINES } from "#src/sii/run/carried.ts";
import { membershipIn } from "../../unit/conversation/talking.ts";
import { clock, type Conversation } from "./worker.ts";

// What a sync brought while nobody has written for a day waits for the next message, and is one.

const NOON = Date.UTC(2026, 10, 18, 15);
const DAY_MS = 86_400_000;

beforeEach(() => {
  clock.at = NOON;
});

async function inside<T>(name: string, run: (object: Conversation) => T | Promise<T>): Promise<T> {
  const { CONVERSATION } = env as unknown as { CONVERSATION: DurableObjectNamespace<Conversation> };
  const stub = CONVERSATION.get(CONVERSATION.idFromName(name));
  return runInDurableObject(stub, async (object) => {
    const own = object as unknown as Conversation;
    const dialogue = { ...newDialogue(), membership: membershipIn("CL"), last_heard_at: NOON };
    keepDialogue(own.room, await sealDialogue(own.room, dialogue));
    return run(own);
  });
}

const news = (run_id: string, folio: string): SiiNews => {
  const line = {
    id: folio,
    side: "compra",
    type: 33,
    folio,
    name: "X",
    total: 1,
    date: "2026-11-18",
    state: "registro",
  } as const;
  const none = { linked: [], asked: [], pending: [], taken_back: [], moved: [] };
  return { run_id, cause: "schedule", trouble: null, booked: [line], ...none };
};

const told = (run_id: string, folio: string) => ({
  tenant_id: membershipIn("CL").tenant_id,
  key: run_id,
  told: { about: "news", news: news(run_id, folio) } as const,
});

const hello = {
  id: "wamid.1",
  at: NOON,
  channel: "whatsapp",
  content: { kind: "text", text: "hola" },
} as unknown as Inbound;

const inbox = ({ room }: Conversation) => openInbox(room.sql, 0, 10);

test("within the window it is heard at once, told twice it is heard once", async () => {
  const kinds = await inside("open", async (object) => {
    await tellSii(object.room, told("r1", "1"));
    await tellSii(object.room, told("r1", "1"));
    return inbox(object).map(({ kind }) => kind);
  });
  expect(kinds).toEqual(["result"]);
});

test("that a sync waits is told once however often it does, and not behind the window", async () => {
  const waits = (key: string) => {
    const wait = { about: "waiting", reason: "maintenance", resumes_at: clock.at + 300_000 } as const;
    return { ...told(key, "1"), key, told: wait };
  };
  const rows = await inside("waits", async ({ room }) => {
    await tellSii(room, waits("r1:waits"));
    await tellSii(room, waits("r1:waits"));
    clock.at = NOON + 2 * DAY_MS;
    await tellSii(room, waits("r2:waits"));
    await accept(room, { messages: [hello], deliveries: [] });
    return openInbox(room.sql, 0, 10).map(({ kind }) => kind);
  });
  expect(rows).toEqual(["result", "message"]);
});

test("outside of it several syncs wait together, and are heard behind the next message", async () => {
  const [waiting, rows, end] = await inside("closed", async (object) => {
    const { room } = object;
    clock.at = NOON + 2 * DAY_MS;
    for (const [run, folio] of [
      ["r1", "1"],
      ["r2", "2"],
      ["r2", "2"],
    ] as const)
      await tellSii(room, told(run, folio));
    const before = inbox(object).length;
    await accept(room, { messages: [hello], deliveries: [] });
    const after = inbox(object);
    const last = after.at(-1);
    const slot = { table: "inbox", row: last?.ref ?? "" } as const;
    return [
      before,
      after.map(({ kind }) => kind),
      await unsealJson<{ told: { news: SiiNews } }>(room, slot, last?.sealed ?? ""),
    ] as const;
  });
  expect(waiting).toBe(0);
  expect(rows).toEqual(["message", "result"]);
  expect(end.told.news.booked.map(({ folio }) => folio)).toEqual(["1", "2"]);
});

test("of boletas that were told by their sum twice only the newest sum of each month waits", async () => {
  const told_of = (run: string, totals: readonly number[]) => {
    const summed = totals.map((total, nth) => ({ side: "venta" as const, month: `2026-1${nth}`, total }));
    return { ...told(run, run), told: { about: "news", news: { ...news(run, run), summed } } as const };
  };
  const summed = await inside("summed", async ({ room }) => {
    clock.at = NOON + 2 * DAY_MS;
    await tellSii(room, told_of("r1", [5, 6]));
    await tellSii(room, told_of("r2", [7]));
    await accept(room, { messages: [hello], deliveries: [] });
    const last = openInbox(room.sql, 0, 10).at(-1);
    const slot = { table: "inbox", row: last?.ref ?? "" } as const;
    return (await unsealJson<{ told: { news: SiiNews } }>(room, slot, last?.sealed ?? "")).told.news.summed;
  });
  expect(summed?.map(({ month, total }) => [month, total])).toEqual([
    ["2026-11", 6],
    ["2026-10", 7],
  ]);
});

test("two large syncs that wait are one row of a few kilobytes, with all of both counted", async () => {
  const { news: first } = told("r1", "1").told;
  const [one] = first.booked;
  if (!one) throw new Error("no line");
  const [bytes, rest] = await inside("large", async ({ room }) => {
    clock.at = NOON + 2 * DAY_MS;
    for (const run of ["r1", "r2"]) {
      const booked = Array.from({ length: 9_000 }, (_, nth) => ({ ...one, folio: `${run} ${nth}` }));
      const large = carried({ ...first, run_id: run, booked });
      await tellSii(room, { ...told(run, "1"), told: { about: "news", news: large } });
    }
    await accept(room, { messages: [hello], deliveries: [] });
    const last = openInbox(room.sql, 0, 10).at(-1);
    const slot = { table: "inbox", row: last?.ref ?? "" } as const;
    const end = await unsealJson<{ told: { news: SiiNews } }>(room, slot, last?.sealed ?? "");
    return [last?.sealed.length, end.told.news.rest] as const;
  });
  expect(bytes).toBeLessThan(100_000);
  expect(rest).toEqual([{ list: "booked", side: "compra", count: 18_000 - LINES, total: 18_000 - LINES }]);
});

test("nothing is told to another business", async () => {
  const count = await inside("other", async (object) => {
    await tellSii(object.room, { ...told("r1", "1"), tenant_id: "somebody-else" });
    return inbox(object).length;
  });
  expect(count).toBe(0);
});

const form = (days: number) => ({
  tenant_id: membershipIn("CL").tenant_id,
  key: `f29:2026-10:${days}`,
  told: {
    about: "reminder",
    reminder: { key: `f29:2026-10:${days}`, what: "f29", month: "2026-10", due_on: "2026-11-20" },
  } as const,
});

test.each([
  ["on its last day", "2026-11-20T12:00:00Z", ["vence hoy"]],
  ["when it is over", "2026-11-21T12:00:00Z", []],
])("a form that was reminded of twice outside of the window is spoken of once, as of then: %s", async (...of) => {
  const [when, at, words] = of;
  const said = await inside(`form ${when}`, async (object) => {
    const { room } = object;
    clock.at = NOON - 3 * DAY_MS;
    keepDialogue(
      room,
      await sealDialogue(room, { ...newDialogue(), membership: membershipIn("CL"), last_heard_at: 1, welcomed: true }),
    );
    await tellSii(room, form(5));
    await tellSii(room, form(1));
    clock.at = Date.parse(at);
    releaseHeldBack(room.sql);
    while (await hearNext(room));
    return Promise.all(
      openOutbox(room.sql, "send", 10).map(async ({ key, sealed }) =>
        unsealJson<{ reply: Reply }>(room, { table: "outbox", row: key }, sealed),
      ),
    );
  });
  const texts = said.map(({ reply }) => compose(reply, [], membershipIn("CL")).text);
  expect(texts.map((text) => /vence hoy|vence mañana|vence en/.exec(text)?.[0])).toEqual(words);
});
