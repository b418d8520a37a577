// A webhook that only remembers what came, for tests of the rig itself.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Payload } from "../../simulators/index.ts";

export type Received = { body: string; signature: string | undefined; userAgent: string | undefined };

export type ListeningBot = { url: string; received: Received[]; payloads: () => Payload[]; close: () => Promise<void> };

/** @param statusOf HTTP status of the n-th post, from 0 */
export async function startBot(statusOf: (nth: number) => number = () => 200): Promise<ListeningBot> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "GET") {
        const { searchParams } = new URL(request.url ?? "/", "http://bot");
        response.statusCode = searchParams.get("hub.verify_token") === "dev-verify-token" ? 200 : 403;
        response.end(searchParams.get("hub.challenge") ?? "");
        return;
      }
      response.statusCode = statusOf(received.length);
      const header = request.headers["x-hub-signature-256"];
      received.push({
        body: new TextDecoder().decode(Buffer.concat(chunks)),
        signature: Array.isArray(header) ? header[0] : header,
        userAgent: request.headers["user-agent"],
      });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhook/whatsapp`,
    received,
    payloads: () => received.map((one) => JSON.parse(one.body) as Payload),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
