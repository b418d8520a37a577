// When Meta's side goes wrong: each answer reaches its reader once, in order, or stands where somebody can see it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SendFault } from "../simulators/knobs.ts";
import { startStage } from "./stage.ts";
import type { Json, Stage } from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  stage.phones.knobs({ statuses: { read: "always" } });
});
afterAll(() => stage.close());

describe.concurrent("the outbox", () => {
  test("sends again what Meta could not take just then (131000, twice)", async () => {
    const phone = "56944400001";
    await faulty(phone, { kind: "code", code: 131000, next: 2 });
    await stage.waitForAnswers(phone, 1);
    const message = await messageIn(phone, "read");
    expect(message.tries).toBe(3);
    expect(stage.answers(phone)).toHaveLength(1);
  });

  test("waits as Meta's rule says where one person got too many messages (131056)", async () => {
    const phone = "56944400002";
    const from = Date.now();
    await faulty(phone, { kind: "code", code: 131056, next: 1 });
    const [answer] = await stage.waitForAnswers(phone, 1);
    expect((answer?.at ?? 0) - from).toBeGreaterThan(1_000);
    await messageIn(phone, "read");
    expect(stage.answers(phone)).toHaveLength(1);
  });

  test("does not send twice what Meta took without saying so: its status settles it", async () => {
    const phone = "56944400003";
    await faulty(phone, { kind: "timeout_after_accept", next: 1 });
    await messageIn(phone, "read");
    // Past the time-out of the send and the wait for a status.
    await pause(32_000);
    expect(stage.answers(phone)).toHaveLength(1);
    await stage.say(phone, "saldo");
    const [, balance] = await stage.waitForAnswers(phone, 2);
    expect(balance?.text).toContain("Caja: $10.000");
  });

  test("sends once more what was cut off before Meta took it", async () => {
    const phone = "56944400004";
    const from = Date.now();
    await faulty(phone, { kind: "reset_before", next: 1 });
    const [answer] = await stage.waitForAnswers(phone, 1);
    expect((answer?.at ?? 0) - from).toBeGreaterThan(15_000);
    await messageIn(phone, "read");
    expect(stage.answers(phone)).toHaveLength(1);
  });

  test("sends nothing twice that was cut off after Meta took it, and knows it when it is quoted", async () => {
    const phone = "56944400005";
    await faulty(phone, { kind: "reset_after", next: 1 });
    await messageIn(phone, "read");
    await pause(24_000);
    const [first, second] = stage.answers(phone);
    expect(second).toBeUndefined();
    await stage.say(phone, "vendí 20 lucas");
    await stage.waitForAnswers(phone, 2);
    await stage.say(phone, "no, eran 12 lucas", { reply_to: first?.id });
    const [, , corrected] = await stage.waitForAnswers(phone, 3);
    expect(corrected?.text).toContain("antes $10.000, ahora $12.000");
  });

  test("keeps what Meta refuses where it can be seen, and sends it when asked to (131026)", async () => {
    const phone = "56944400006";
    await faulty(phone, { kind: "code", code: 131026, next: 1 });
    const dead = await messageIn(phone, "dead");
    expect(dead).toMatchObject({ reason: "undeliverable" });
    expect(stage.answers(phone)).toHaveLength(0);
    const api = await stage.api(phone);
    expect((await api("POST", `/api/messages/${dead.id}/resend`)).status).toBe(200);
    const [answer] = await stage.waitForAnswers(phone, 1);
    expect(answer?.text).toContain("Ingreso anotado: $10.000");
    await messageIn(phone, "read");
  });

  test("keeps the order of the answers while one of them has to wait", async () => {
    const phone = "56944400007";
    await faulty(phone, { kind: "code", code: 131000, next: 2 });
    for (const amount of [20, 30, 40]) {
      await stage.say(phone, `vendí ${amount} lucas`);
      await pause(900);
    }
    const answers = await stage.waitForAnswers(phone, 3);
    const amounts = answers.flatMap(({ text }) => [...text.matchAll(/anotado: \$(\d+)\.000/g)].map(([, n]) => n));
    expect(amounts).toEqual(["10", "20", "30", "40"].slice(0, amounts.length));
    expect(amounts.length).toBeGreaterThanOrEqual(3);
  });

  test("makes those wait who say more than ten things a minute, tells them once, and drops nothing", async () => {
    const phone = "56944400008";
    for (let i = 1; i <= 14; i++) await stage.say(phone, `vendí ${i} lucas`);
    const api = await stage.api(phone);
    const soon = await entriesOnce(api, 10, 20_000);
    expect(soon).toHaveLength(10);
    const all = await entriesOnce(api, 14, 80_000);
    expect(all.map(({ amount_minor }: Json) => amount_minor).toSorted((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: 14 }, (_, i) => (i + 1) * 1_000),
    );
    await stage.phones.settle();
    const notices = stage.answers(phone).filter(({ text }) => text.includes("No se pierde ninguno"));
    expect(notices).toHaveLength(1);
    const booked = stage.answers(phone).flatMap(({ text }) => [...text.matchAll(/Ingreso anotado/g)]);
    expect(booked).toHaveLength(14);
  });
});

test("never takes a message's state down again, however its statuses come", async () => {
  const phone = "56944400009";
  stage.phones.knobs({ statuses: { read: "always", order: "reversed", copies: 3 } });
  await stage.say(phone, "vendí 10 lucas");
  await stage.waitForAnswers(phone, 1);
  await messageIn(phone, "read");
  await stage.phones.settle();
  const message = await messageIn(phone, "read");
  expect(message.deliveries.map(({ state }: Json) => state)).toEqual(["sent", "delivered", "read"]);
  stage.phones.knobs({ statuses: { read: "always", order: "natural", copies: 1 } });
});

let turn: Promise<unknown> = Promise.resolve();

/** Somebody writes while Meta's answers to them go wrong; there is one knob, so one waits for the other. */
async function faulty(phone: string, fault: Partial<SendFault> & { next: number }): Promise<void> {
  const before = turn;
  const mine = Promise.withResolvers<void>();
  turn = mine.promise;
  await before;
  try {
    stage.phones.knobs({ send: { fault: { kind: "code", ...fault, only_to: phone } } });
    await stage.say(phone, "vendí 10 lucas");
    const knob = stage.phones.rig.knobs.send;
    while (knob.fault !== null && knob.fault.next !== 0) await pause(20);
    stage.phones.knobs({ send: { fault: null } });
  } finally {
    mine.resolve();
  }
}

const STATE_TIMEOUT_MS = 30_000;

/** The newest message to a phone once it is in this state, as the API shows it. */
async function messageIn(phone: string, state: string): Promise<Json> {
  const api = await stage.api(phone);
  for (const end = Date.now() + STATE_TIMEOUT_MS; ; await pause(200)) {
    const { body } = await api("GET", "/api/messages?limit=1");
    const [message] = body.messages;
    if (message?.state === state) return message;
    if (Date.now() > end) throw new Error(`the message is ${message?.state} (${message?.reason}), not ${state}`);
  }
}

async function entriesOnce(api: Awaited<ReturnType<Stage["api"]>>, count: number, timeoutMs: number): Promise<Json[]> {
  for (const end = Date.now() + timeoutMs; ; await pause(500)) {
    const { body } = await api("GET", "/api/ledger/entries?limit=200");
    if (body.entries.length >= count || Date.now() > end) return body.entries;
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
