import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { postStatus, type Line } from "./meta.ts";

/** A message that the Graph API took. */
export type Send = {
  key: string | null;
  to: string;
  text: string;
  /** Epoch ms at which it was taken. */
  at: number;
  /** Whether the answer left before the caller hung up. What the caller then did with it nobody knows. */
  answered: boolean;
};

export type Graph = { baseUrl: string; sends: Send[]; close: () => void };

const STATUS_DELAY_MS = 120;
const STATUS_RETRY_MS = 500;
const STATUS_TRIES_MAX = 200;

/** A Graph API that takes every message, writes it down and reports it as sent and delivered, like Meta until it is heard. */
export async function startGraph(line: Line): Promise<Graph> {
  const sends: Send[] = [];
  const closing = new AbortController();
  const report = async (id: string, { to, key, at }: Send): Promise<void> => {
    for (const status of ["sent", "delivered"] as const) {
      await sleep(STATUS_DELAY_MS);
      for (let tries = 0; !closing.signal.aborted && tries < STATUS_TRIES_MAX; tries += 1) {
        if ((await postStatus(line, { id, status, to, key, at })) === 200) break;
        await sleep(STATUS_RETRY_MS);
      }
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    // A read mark or «typing…» has no type and makes no message.
    if (body["type"] === undefined) return answer(response, { success: true });
    const send = sendOf(body);
    const id = `wamid.chaos.out.${sends.push(send)}`;
    response.once("finish", () => (send.answered = true));
    const contacts = [{ input: send.to, wa_id: send.to }];
    answer(response, { messaging_product: "whatsapp", contacts, messages: [{ id }] });
    await report(id, send);
  };
  // A caller that was killed in the middle of its request is what this is about.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    closing.abort();
    server.close();
    server.closeAllConnections();
  };
  return { baseUrl: `http://127.0.0.1:${port}/v25.0`, sends, close };
}

function sendOf(body: Record<string, unknown>): Send {
  const { biz_opaque_callback_data: key, to } = body;
  // Every word of the message, wherever its type keeps it.
  const text = JSON.stringify(body[String(body["type"])] ?? {});
  return { key: typeof key === "string" ? key : null, to: String(to), text, at: Date.now(), answered: false };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
}

function answer(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
