// A thousand first messages of one person at once: one business, and every message kept and heard once.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChangeValue, Sender } from "../simulators/index.ts";
import { messagesOnDisk, writtenBy } from "./ledger-of-state.ts";
import { person, post, textValue, webhookOf } from "./payloads.ts";
import { startStage } from "./stage.ts";
import type { Json, Stage } from "./stage.ts";

const MESSAGES = 1_000;
/** Contract §8: messages of one contact that are heard in a minute. */
const HEARD_IN_A_MINUTE = 10;

let stage: Stage;
let kept = 0;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test("founds one business when a number says everything at once, alone and together, with and without its user id", async () => {
  const both = person("56955500001");
  const phoneOnly: Partial<Sender> = { ...both, user_id: "" };
  await flood((i) => (i % 2 === 0 ? both : (phoneOnly as Sender)));
  const written = await writtenBy(stage);
  expect(written.rows).toMatchObject({ "DIRECTORY.tenants": 1, "DIRECTORY.contacts": 1, "DIRECTORY.members": 1 });
  expect(written.objects).toBe(1);
  await oneEach("56955500001");
});

test("founds one business when somebody writes at once with their number and without it", async () => {
  const before = await writtenBy(stage);
  const shown = person("56955500002");
  const hidden = person("56955500002", true);
  await flood((i) => (i % 2 === 0 ? shown : hidden));
  await stage.waitForAnswers("56955500002", 1);
  const { rows } = await writtenBy(stage);
  expect(rows["DIRECTORY.tenants"]).toBe((before.rows["DIRECTORY.tenants"] ?? 0) + 1);
  await oneEach("56955500002");
});

test("keeps every one of them on disk", async () => {
  await stage.halt();
  // Redelivered without its number, a message may reach a second object while the person is only being met: the
  // ledger's key is what keeps it single.
  expect(messagesOnDisk(stage).different).toBe(kept);
});

/** A thousand messages, half of them in payloads of fifty, half alone; all in flight together, each posted twice. */
async function flood(senderOf: (i: number) => Sender): Promise<void> {
  const values = Array.from({ length: MESSAGES }, (_, i) => textValue(senderOf(i), `vendí ${i + 1} lucas`));
  const bodies = [
    ...together(values.slice(0, MESSAGES / 2)),
    ...values.slice(MESSAGES / 2).map((one) => webhookOf([one])),
  ];
  const statuses = await Promise.all([...bodies, ...bodies].map((body) => post(stage, body)));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  kept += MESSAGES;
}

function together(values: ChangeValue[]): string[] {
  return Array.from({ length: values.length / 50 }, (_, i) => webhookOf(values.slice(i * 50, i * 50 + 50)));
}

/** What the minute allows is booked, and nothing of it twice. */
async function oneEach(phone: string): Promise<void> {
  const api = await stage.api(phone);
  const entries = await booked(api);
  expect(entries.length).toBeGreaterThanOrEqual(HEARD_IN_A_MINUTE);
  expect(new Set(entries.map(({ source_ref }) => source_ref)).size).toBe(entries.length);
  expect(new Set(entries.map(({ amount_minor }) => amount_minor)).size).toBe(entries.length);
}

async function booked(api: Awaited<ReturnType<Stage["api"]>>): Promise<Json[]> {
  for (let tries = 0; ; tries++) {
    const { body } = await api("GET", "/api/ledger/entries?limit=200");
    if (body.entries.length >= HEARD_IN_A_MINUTE || tries > 100) return body.entries;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
