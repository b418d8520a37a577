import { afterEach, expect, it } from "vitest";
import { sign } from "../../simulators/index.ts";
import { handshake } from "../../simulators/phone/handshake.ts";
import { messagesOf, startStage } from "./rig.ts";
import type { Stage } from "./rig.ts";

let stage: Stage;
afterEach(() => stage.close());

function say(text: string, from = "56911111111"): ReturnType<Stage["rig"]["inbound"]> {
  return stage.rig.inbound({ from, said: { type: "text", text } });
}

it("signs the very bytes it posts", async () => {
  stage = await startStage();
  await say("vendí 150 lucas 👍").webhook;
  const [received] = stage.bot.received;
  expect(received?.signature).toBe(sign(received?.body ?? "", "dev-app-secret"));
  expect(received?.userAgent).toBe("facebookexternalua");
  expect(messagesOf(stage.bot)[0].text.body).toBe("vendí 150 lucas 👍");
});

it("repeats a refused webhook with the same bytes until it is taken", async () => {
  stage = await startStage({}, (nth) => (nth < 3 ? 503 : 200));
  const first = await say("hola").webhook;
  expect(first.status).toBe(503);
  await stage.rig.settle();
  expect(stage.bot.received).toHaveLength(4);
  expect(new Set(stage.bot.received.map((one) => one.body)).size).toBe(1);
  expect(stage.rig.rig.chats.get("56911111111")?.bubbles[0]?.tick).toBe("delivered");
});

it("gives up after the allowed number of repetitions", async () => {
  stage = await startStage({}, () => 500);
  stage.rig.knobs({ webhook: { retries_max: 2 } });
  await say("hola").webhook;
  await stage.rig.settle();
  expect(stage.bot.received).toHaveLength(3);
  expect(stage.rig.rig.chats.get("56911111111")?.bubbles[0]?.tick).toBe("sent");
});

it("posts copies of one webhook", async () => {
  stage = await startStage();
  stage.rig.knobs({ webhook: { copies: 5 } });
  await say("hola").webhook;
  await stage.rig.settle();
  expect(new Set(messagesOf(stage.bot).map((one) => one.id)).size).toBe(1);
  expect(stage.bot.received).toHaveLength(5);
});

it("puts several messages into one payload, and a batch that does not fill leaves all the same", async () => {
  stage = await startStage();
  stage.rig.knobs({ webhook: { batch_size: 3, batch_wait_ms: 20 } });
  await Promise.all(["uno", "dos", "tres", "cuatro"].map((text) => say(text).webhook));
  expect(stage.bot.payloads().map((payload) => payload.entry[0]?.changes[0]?.value.messages?.length)).toEqual([3, 1]);
  expect(messagesOf(stage.bot).map((one) => one.text.body)).toEqual(["uno", "dos", "tres", "cuatro"]);
});

it("posts out of order when told to", async () => {
  const draws = [0.9, 0.5, 0.1];
  stage = await startStage({ random: () => draws.shift() ?? 0 });
  stage.rig.knobs({ webhook: { reorder_ms: 600 } });
  await Promise.all(["uno", "dos", "tres"].map((text) => say(text).webhook));
  expect(messagesOf(stage.bot).map((one) => one.text.body)).toEqual(["tres", "dos", "uno"]);
});

it("signs falsely when told to", async () => {
  stage = await startStage();
  stage.rig.knobs({ webhook: { bad_signature: true } });
  await say("hola").webhook;
  const [received] = stage.bot.received;
  expect(received?.signature).toMatch(/^sha256=[0-9a-f]{64}$/);
  expect(received?.signature).not.toBe(sign(received?.body ?? "", "dev-app-secret"));
});

it("says that nobody listens", async () => {
  stage = await startStage({ webhookUrl: "http://127.0.0.1:9/webhook/whatsapp" });
  stage.rig.knobs({ webhook: { retries_max: 0 } });
  expect(await say("hola").webhook).toMatchObject({ status: null, error: expect.any(String) });
});

it("sends a used id again as a duplicate that the person's screen shows once", async () => {
  stage = await startStage();
  const { id, webhook } = say("hola");
  await webhook;
  await stage.rig.inbound({ from: "56911111111", wamid: id, said: { type: "text", text: "hola" } }).webhook;
  expect(messagesOf(stage.bot).map((one) => one.id)).toEqual([id, id]);
  expect(stage.rig.rig.chats.get("56911111111")?.bubbles).toHaveLength(1);
});

it("takes an order over HTTP, as JSON with its own time and reply", async () => {
  stage = await startStage();
  const response = await fetch(`${stage.rig.url}/sim/inbound`, {
    method: "POST",
    body: JSON.stringify({
      from: "56922222222",
      profile_name: "Ana",
      timestamp: 1_700_000_000,
      reply_to: "wamid.B",
      type: "button_reply",
      id: "si",
      title: "Sí",
    }),
  });
  expect(await response.json()).toMatchObject({ chat: "56922222222", webhook: { status: 200 } });
  expect(messagesOf(stage.bot)[0]).toMatchObject({
    timestamp: "1700000000",
    context: { id: "wamid.B" },
    interactive: { button_reply: { id: "si", title: "Sí" } },
  });
});

it("refuses an order that is no message, and one without a sender", async () => {
  stage = await startStage();
  const post = (body: unknown): Promise<Response> =>
    fetch(`${stage.rig.url}/sim/inbound`, { method: "POST", body: JSON.stringify(body) });
  expect((await post({ from: "569", type: "telepathy" })).status).toBe(400);
  expect((await post({ type: "text", text: "x" })).status).toBe(400);
  expect(stage.bot.received).toHaveLength(0);
});

it("does not let another page press its knobs", async () => {
  stage = await startStage();
  const response = await fetch(`${stage.rig.url}/sim/reset`, {
    method: "POST",
    headers: { origin: "https://evil.example" },
  });
  expect(response.status).toBe(403);
});

it("follows a person to a new number", async () => {
  stage = await startStage();
  await say("hola").webhook;
  await stage.rig.inbound({ from: "56911111111", said: { type: "number_changed", new_phone: "+56 9 8888 8888" } })
    .webhook;
  expect(messagesOf(stage.bot)[1]).toMatchObject({ from: "56911111111", system: { wa_id: "56988888888" } });
  expect(stage.rig.rig.chats.get("56988888888")?.bubbles).toHaveLength(2);
  expect(stage.rig.rig.chats.get("56911111111")).toBeNull();
});

it("greets the bot with Meta's GET handshake", async () => {
  stage = await startStage();
  const verifyToken = "dev-verify-token";
  expect(await handshake({ webhookUrl: stage.bot.url, verifyToken })).toEqual({ connected: true, detail: "conectado" });
  expect((await handshake({ webhookUrl: stage.bot.url, verifyToken: "wrong" })).connected).toBe(false);
  expect((await handshake({ webhookUrl: "http://127.0.0.1:9/x", verifyToken })).connected).toBe(false);
});

it("forgets everything on reset", async () => {
  stage = await startStage();
  await say("hola").webhook;
  stage.rig.knobs({ send: { latency_ms: 5 } });
  stage.rig.reset();
  expect([stage.rig.sent(), stage.rig.rig.events, stage.rig.rig.knobs.send.latency_ms]).toEqual([[], [], 0]);
  expect((await say("otra vez").webhook).status).toBe(200);
});
