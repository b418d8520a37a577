// The clients and the other side of the product, in a thread of their own: reading the server's log in the main thread
// must not be counted as the server's latency.
import { parentPort } from "node:worker_threads";
import { startGraph } from "./graph.ts";
import { closedLoop, openLoop, type Answers } from "./loops.ts";
import { talk, type Replies, type Talk } from "./talk.ts";
import { phoneOf, textOf, webhookRequest, type Sender } from "./webhook.ts";

/** Who writes in turn: `count` people from the `first` on, `requests` times in all, so many messages each time. */
export type Crowd = { first: number; count: number; requests: number; messages: number };

export type Errand =
  | { kind: "closed"; sender: Sender; crowd: Crowd; wires: number; ms: number }
  | { kind: "open"; sender: Sender; crowd: Crowd; perSecond: number }
  | { kind: "talk"; sender: Sender; talk: Talk };

export type Done = { answers: Answers } | { replies: Replies } | { fault: string };

const graph = await startGraph();

parentPort?.on("message", (errand: Errand) => {
  void answer(errand);
});
parentPort?.postMessage({ graphBaseUrl: graph.baseUrl });

async function answer(errand: Errand): Promise<void> {
  const done = await run(errand).catch((fault: unknown): Done => ({ fault: String(fault) }));
  parentPort?.postMessage(done);
}

async function run(errand: Errand): Promise<Done> {
  const { sender } = errand;
  if (errand.kind === "talk") return { replies: await talk(sender, graph, errand.talk) };
  const requests = requestsOf(sender, errand.crowd);
  if (errand.kind === "open") return { answers: await openLoop(sender.port, requests, errand.perSecond) };
  return { answers: await closedLoop(sender.port, requests, errand) };
}

function requestsOf(sender: Sender, { first, count, requests, messages }: Crowd): Buffer[] {
  return Array.from({ length: requests }, (_, i) => {
    const phone = phoneOf(first + (i % count));
    return webhookRequest(
      sender,
      Array.from({ length: messages }, (__, m) => ({ phone, text: textOf(i + m) })),
    );
  });
}
