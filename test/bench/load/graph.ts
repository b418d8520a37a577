import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A message that came out: to whom, and when (ms of this thread's clock). */
export type Sent = { to: string; at: number };

export type Graph = { baseUrl: string; onSent: (listener: (sent: Sent) => void) => void };

/** A Graph API on localhost that takes every message at once and forgets it. */
export async function startGraph(): Promise<Graph> {
  let tell: (sent: Sent) => void = () => {};
  let count = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now();
    const { to, type } = await bodyOf(request);
    response.writeHead(200, { "content-type": "application/json" });
    // A read mark has no type and makes no message.
    if (type === undefined) return void response.end('{"success":true}');
    count += 1;
    const messages = [{ id: `wamid.bench.${count}` }];
    response.end(JSON.stringify({ messaging_product: "whatsapp", contacts: [{ input: to, wa_id: to }], messages }));
    tell({ to: String(to), at });
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v25.0`, onSent: (listener) => (tell = listener) };
}

async function bodyOf(request: IncomingMessage): Promise<{ to?: unknown; type?: unknown }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}") as { to?: unknown; type?: unknown };
}
