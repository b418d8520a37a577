import { expect, test } from "vitest";
import type { Outbound } from "#src/channels/index.ts";
import { whatsappCloud } from "#src/channels/whatsapp-cloud/index.ts";
import { json, listen } from "./graph.ts";

const ROSA = { phone: "56911111111", user_id: null };
const HELLO: Outbound = { v: 1, kind: "text", text: "Hola", buttons: [], reply_to: null };

function channelAt(url: string) {
  return whatsappCloud({ graphBaseUrl: `${url}/v25.0`, accessToken: "secret", mediaHosts: [], fetch });
}

test("sends with the token, to the line, and gives Meta's id back", async () => {
  using graph = await listen((_, response) => json(response, 200, { messages: [{ id: "wamid.1" }] }));
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome).toEqual({ outcome: "sent", message_id: "wamid.1" });
  expect(graph.seen).toHaveLength(1);
  expect(graph.seen[0]).toMatchObject({ method: "POST", url: "/v25.0/1065/messages" });
  expect(graph.seen[0]?.headers).toMatchObject({ authorization: "Bearer secret", "user-agent": "lucas/0.1" });
  expect(graph.seen[0]?.body).toMatchObject({ to: "56911111111", biz_opaque_callback_data: "out-1" });
});

test("reads Meta's refusal", async () => {
  using graph = await listen((_, response) => json(response, 400, { error: { code: 131047, message: "m" } }));
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome).toEqual({ outcome: "refused", reason: "window_closed", code: 131047 });
});

test("a refused connection certainly sent nothing", async () => {
  const graph = await listen(() => undefined);
  graph.close();
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome).toMatchObject({ outcome: "retry", scope: "message" });
});

test("a connection reset after the request may have sent it", async () => {
  using graph = await listen((_, response) => void response.socket?.resetAndDestroy());
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome).toEqual({ outcome: "ambiguous", reason: "connection_lost" });
});

test("an answer cut off in the middle may have sent it", async () => {
  using graph = await listen((_, response) => {
    response.writeHead(200, { "Content-Length": "100" }).write('{"messages":');
    setImmediate(() => response.socket?.destroy());
  });
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome.outcome).toBe("ambiguous");
});

test("a timeout may have sent it", async () => {
  const channel = whatsappCloud({
    graphBaseUrl: "http://127.0.0.1:1/v25.0",
    accessToken: "secret",
    mediaHosts: [],
    fetch: () => Promise.reject(new DOMException("The operation was aborted due to timeout", "TimeoutError")),
  });
  expect(await channel.send(ROSA, "1065", HELLO, "k")).toEqual({ outcome: "ambiguous", reason: "timeout" });
});

test("never carries the token along a redirect", async () => {
  using elsewhere = await listen((_, response) => json(response, 200, { messages: [{ id: "wamid.1" }] }));
  using graph = await listen((_, response) => response.writeHead(307, { Location: elsewhere.url }).end());
  const outcome = await channelAt(graph.url).send(ROSA, "1065", HELLO, "out-1");
  expect(outcome).toMatchObject({ outcome: "refused", reason: "http_307" });
  expect(elsewhere.seen).toEqual([]);
});

test("tries an Argentine number once more in the form it came in", async () => {
  using graph = await listen((asked, response) => {
    const { to } = asked.body as { to: string };
    if (to === "541123456789") json(response, 400, { error: { code: 131030 } });
    else json(response, 200, { messages: [{ id: "wamid.1" }] });
  });
  const outcome = await channelAt(graph.url).send({ phone: "5491123456789", user_id: null }, "1065", HELLO, "k");
  expect(outcome.outcome).toBe("sent");
  expect(graph.seen.map(({ body }) => (body as { to: string }).to)).toEqual(["541123456789", "5491123456789"]);
});

test("does not try a Chilean number twice", async () => {
  using graph = await listen((_, response) => json(response, 400, { error: { code: 131030 } }));
  await channelAt(graph.url).send(ROSA, "1065", HELLO, "k");
  expect(graph.seen).toHaveLength(1);
});

test("marks as read and shows that it types, in one call", async () => {
  using graph = await listen((_, response) => json(response, 200, { success: true }));
  await channelAt(graph.url).showTyping("1065", "wamid.1");
  expect(graph.seen[0]?.body).toEqual({
    messaging_product: "whatsapp",
    status: "read",
    message_id: "wamid.1",
    typing_indicator: { type: "text" },
  });
});

test("a failed acknowledgement troubles nobody", async () => {
  const graph = await listen(() => undefined);
  graph.close();
  await expect(channelAt(graph.url).showTyping("1065", "wamid.1")).resolves.toBeUndefined();
});
