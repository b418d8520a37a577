// Server-Sent Events of everything that changes on the phones.
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { BusMessage, Rig } from "../rig.ts";

const PING_MS = 15_000;

export function streamChanges(rig: Rig, c: Context): Response {
  const connection = c.req.query("connection") ?? "";
  return streamSSE(c, async (events) => {
    const queue: BusMessage[] = [{ type: "hello", body: { now: rig.now(), knobs: rig.knobs, worker: rig.worker } }];
    const bell = createBell();
    const listener = (message: BusMessage): void => {
      queue.push(message);
      bell.ring();
    };
    rig.listeners.add(listener);
    events.onAbort(() => {
      rig.listeners.delete(listener);
      rig.open.delete(connection);
      bell.ring();
    });
    while (!events.aborted && !events.closed) {
      const message = queue.shift();
      if (message !== undefined) await events.writeSSE({ event: message.type, data: JSON.stringify(message.body) });
      else if (!(await bell.rings(PING_MS))) await events.write(": ping\n\n");
    }
    rig.listeners.delete(listener);
  });
}

type Bell = { ring(): void; rings(withinMs: number): Promise<boolean> };

function createBell(): Bell {
  let waiting: (() => void) | null = null;
  return {
    ring: () => waiting?.(),
    rings: (withinMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), withinMs);
        waiting = () => {
          clearTimeout(timer);
          resolve(true);
        };
      }),
  };
}
