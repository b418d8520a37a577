// Nothing that Meta did not sign leaves a trace; what it did sign is taken, however odd it is.
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEV_SETTINGS } from "../simulators/start.ts";
import { forgeries } from "./forgeries.ts";
import { messagesOnDisk, writtenBy } from "./ledger-of-state.ts";
import { LINE, person, post, textValue, webhookOf } from "./payloads.ts";
import { sendRaw } from "./raw.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const FORGERS_PHONE = "56966600000";
const FORGERIES = forgeries(webhookOf([textValue(person(FORGERS_PHONE), "vendí 10 lucas en Ñuñoa")]), {
  secret: DEV_SETTINGS.appSecret,
  verifyToken: DEV_SETTINGS.verifyToken,
  accessToken: DEV_SETTINGS.accessToken,
  operatorToken: "dev-operator-token",
  phoneId: LINE.phone_number_id,
});
/** Requests in flight at once. */
const AT_ONCE = 4;

let stage: Stage;
let durable = 0;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

test(`refuses ${FORGERIES.length} forged requests, and not one of them leaves a row, an object, a file or a job`, async () => {
  const before = await writtenBy(stage);
  const answers = new Map<string, number>();
  const queue = [...FORGERIES];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      answers.set(next.name, await sendRaw(stage.port, next.request));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(FORGERIES.length).toBeGreaterThanOrEqual(60);
  expect(
    FORGERIES.filter(({ name, status }) => !status.includes(answers.get(name) ?? 0)).map(({ name }) => [
      name,
      answers.get(name),
    ]),
  ).toEqual([]);
  expect(await writtenBy(stage)).toEqual(before);
  expect(before).toMatchObject({ objects: 0, files: 0 });
  const metrics = await counters();
  expect(metrics["messages_accepted_total"] ?? 0).toBe(0);
  expect(Object.keys(metrics).filter((name) => name.startsWith("jobs_"))).toEqual([]);
  expect(stage.phones.sent()).toEqual([]);
});

test("takes the same message once it is signed", async () => {
  expect(await post(stage, webhookOf([textValue(person("56966600001"), "vendí 10 lucas en Ñuñoa")]))).toBe(200);
  durable += 1;
  const [answer] = await stage.waitForAnswers("56966600001", 1);
  expect(answer?.text).toContain("Ingreso anotado: $10.000");
});

test("takes a message of somebody who shows no number, and one with a user id of an unknown shape", async () => {
  const hidden = person("56966600002", true);
  expect(await post(stage, webhookOf([textValue(hidden, "vendí 20 lucas")]))).toBe(200);
  const [answer] = await stage.waitForAnswers(hidden.user_id, 1);
  expect(answer?.text).toContain("Ingreso anotado: $20.000");
  const odd = { ...person("56966600003"), user_id: "not/a user.id" };
  expect(await post(stage, webhookOf([textValue(odd, "vendí 30 lucas")]))).toBe(200);
  const [other] = await stage.waitForAnswers("56966600003", 1);
  expect(other?.text).toContain("Ingreso anotado: $30.000");
  durable += 2;
});

test("takes the good elements beside poisonous ones, and messages behind statuses", async () => {
  const good = textValue(person("56966600004"), "vendí 40 lucas");
  const poison = {
    ...textValue(person("56966600005"), "x"),
    messages: [null, 7, [], { id: 1 }, { type: "text", text: 3 }],
  };
  const status = { id: "wamid.none", status: "delivered", timestamp: "1", recipient_id: "56966600004" };
  const { messages, contacts } = textValue(person("56966600006"), "vendí 50 lucas");
  const mixed = { ...good, contacts: contacts ?? [], statuses: [status], messages: messages ?? [] };
  expect(await post(stage, webhookOf([poison as unknown as typeof good, good, mixed]))).toBe(200);
  durable += 2;
  const [first] = await stage.waitForAnswers("56966600004", 1);
  const [second] = await stage.waitForAnswers("56966600006", 1);
  expect([first?.text, second?.text].join()).toMatch(/\$40\.000[^]*\$50\.000/);
});

test.each([
  ["of another number", () => asLine(textValue(person("56966600007"), "vendí 1 luca")), "unknown_line"],
  ["that is not JSON", () => "vendí 10 lucas", "not_json"],
  ["cut off", () => webhookOf([textValue(person("56966600008"), "x")]).slice(0, -3), "not_json"],
  ["signed as it came, compressed", () => new Uint8Array(gzipSync("{}")), "not_json"],
  ["of another product", () => '{"object":"page","entry":[]}', "not_whatsapp"],
  ["of JSON that is no object", () => "[1,2,3]", "not_whatsapp"],
])("answers 200 to a signed body %s, counts it and drops it", async (_, body, reason) => {
  const name = `webhook_dropped_total{reason="${reason}"}`;
  const before = (await counters())[name] ?? 0;
  const written = await writtenBy(stage);
  expect(await post(stage, body())).toBe(200);
  expect((await counters())[name]).toBe(before + 1);
  expect((await writtenBy(stage)).objects).toBe(written.objects);
});

test("answers 413 to more than 3 MB, signed or not, and takes 3 MB less a little", async () => {
  expect(await post(stage, " ".repeat(3 * 1024 * 1024 + 1))).toBe(413);
  const words = "x".repeat(4_000);
  const values = Array.from({ length: 640 }, (_, i) => textValue(person(`5696660100${i % 8}`), words));
  const body = webhookOf(values);
  expect(body.length).toBeGreaterThan(2.7 * 1024 * 1024);
  expect(await post(stage, body)).toBe(200);
  durable += values.length;
});

test("takes 1,000 updates of one payload, and 3,000 messages of one body", async () => {
  const updates = Array.from({ length: 1_000 }, (_, i) =>
    textValue(person(`5696661${String(i % 20).padStart(4, "0")}`), "hola"),
  );
  expect(await post(stage, webhookOf(updates))).toBe(200);
  const many = Array.from({ length: 3_000 }, (_, i) =>
    textValue(person(`5696662${String(i % 30).padStart(4, "0")}`), "hola"),
  );
  const [first] = many;
  const messages = many.flatMap((value) => value.messages ?? []);
  const contacts = many.slice(0, 30).flatMap((value) => value.contacts ?? []);
  expect(await post(stage, webhookOf([{ ...first, contacts, messages } as typeof first & object]))).toBe(200);
  durable += 4_000;
});

test("every message that was answered with 200 is on disk, once", async () => {
  await stage.halt();
  expect(messagesOnDisk(stage)).toEqual({ rows: durable, different: durable });
});

function asLine(value: ReturnType<typeof textValue>): string {
  return webhookOf([{ ...value, metadata: { ...value.metadata, phone_number_id: "999" } }]);
}

async function counters(): Promise<Record<string, number>> {
  const { body } = await (await stage.api("operator"))("GET", "/metrics");
  const lines = String(body).matchAll(/^([a-z_]+(?:\{[^}]*\})?) (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, name = "", count]) => [name, Number(count)]));
}
