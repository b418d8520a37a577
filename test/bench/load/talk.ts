import { openWire } from "./client.ts";
import type { Graph } from "./graph.ts";
import { until } from "./loops.ts";
import { phoneOf, textOf, webhookRequest, type Sender } from "./webhook.ts";

const REPLY_TIMEOUT_MS = 20_000;

/** How long people waited for an answer (ms from the last message they had sent), and how many never got one. */
export type Replies = { waits: number[]; acks: number[]; unanswered: number };

export type Talk = {
  /** Who writes: `count` people from the `first` on, each once. */
  first: number;
  count: number;
  perSecond: number;
  /** Messages of each, and how far apart. */
  messages: number;
  gapMs: number;
};

/** People who each write a few messages; their answer is the last thing said to them within a second of silence. */
export async function talk(sender: Sender, graph: Graph, plan: Talk): Promise<Replies> {
  const answeredAt = new Map<string, number[]>();
  graph.onSent(({ to, at }) => void answeredAt.set(to, [...(answeredAt.get(to) ?? []), at]));
  const acks: number[] = [];
  const start = performance.now() + 5;
  const speak = async (n: number): Promise<{ phone: string; lastAt: number }> => {
    const phone = phoneOf(plan.first + n);
    const requests = Array.from({ length: plan.messages }, (_, i) =>
      webhookRequest(sender, [{ phone, text: textOf(n + i) }]),
    );
    const wire = openWire(sender.port);
    let lastAt = 0;
    for (const [i, request] of requests.entries()) {
      lastAt = start + (n * 1_000) / plan.perSecond + i * plan.gapMs;
      await until(lastAt);
      await wire.send(request);
      acks.push(performance.now() - lastAt);
    }
    wire.close();
    return { phone, lastAt };
  };
  const people = await Promise.all(Array.from({ length: plan.count }, (_, n) => speak(n)));
  const waits: number[] = [];
  for (const { phone, lastAt } of people) {
    const at = await answerAfter(answeredAt, phone, lastAt);
    if (at !== null) waits.push(at - lastAt);
  }
  graph.onSent(() => {});
  return { waits, acks, unanswered: people.length - waits.length };
}

/** When the first word after `lastAt` was said to this person. */
async function answerAfter(
  answeredAt: ReadonlyMap<string, readonly number[]>,
  phone: string,
  lastAt: number,
): Promise<number | null> {
  for (const end = lastAt + REPLY_TIMEOUT_MS; performance.now() < end;) {
    const at = answeredAt.get(phone)?.find((time) => time >= lastAt);
    if (at !== undefined) return at;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  return null;
}
