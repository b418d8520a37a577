import { openWire, type Wire } from "./client.ts";

/** What came back: how long each request took (ms), and the statuses that were not 200 (0: no answer). */
export type Answers = { latencies: number[]; failures: number[]; seconds: number };

/** A timer may be late by so much; the rest of the wait is spent looking at the clock. */
const TIMER_SLACK_MS = 1.2;

/** Closed loop: each connection sends its next request when the last one was answered. Speed, not latency. */
export async function closedLoop(
  port: number,
  requests: readonly Buffer[],
  { wires, ms }: { wires: number; ms: number },
): Promise<Answers> {
  const latencies: number[] = [];
  const failures: number[] = [];
  let next = 0;
  const start = performance.now();
  const lane = async (): Promise<void> => {
    const wire = openWire(port);
    for (;;) {
      const request = requests[next++];
      const begun = performance.now();
      if (!request || begun - start >= ms) break;
      const status = await wire.send(request);
      if (status !== 200) failures.push(status);
      latencies.push(performance.now() - begun);
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: wires }, lane));
  return { latencies, failures, seconds: (performance.now() - start) / 1_000 };
}

/**
 * Open loop: requests leave at a constant rate whatever became of those before, and each is timed from the moment at
 * which it was due, so that a server that stalls is charged for everyone who waited.
 */
export async function openLoop(port: number, requests: readonly Buffer[], perSecond: number): Promise<Answers> {
  const idle: Wire[] = [];
  const latencies: number[] = [];
  const failures: number[] = [];
  const gap = 1_000 / perSecond;
  const start = performance.now() + gap;
  const fire = async (request: Buffer, due: number): Promise<void> => {
    const rested = idle.pop();
    let wire = rested ?? openWire(port);
    let status = await wire.send(request);
    // A connection that was closed while idle is found out by writing to it; whoever is down stays down.
    if (status === 0 && rested) {
      wire = openWire(port);
      status = await wire.send(request);
    }
    if (status !== 200) failures.push(status);
    latencies.push(performance.now() - due);
    idle.push(wire);
  };
  const fired: Promise<void>[] = [];
  for (const [i, request] of requests.entries()) {
    const due = start + i * gap;
    await until(due);
    fired.push(fire(request, due));
  }
  await Promise.all(fired);
  for (const wire of idle) wire.close();
  return { latencies, failures, seconds: (performance.now() - start) / 1_000 };
}

export async function until(due: number): Promise<void> {
  const early = due - performance.now() - TIMER_SLACK_MS;
  if (early > 0) await new Promise((wake) => setTimeout(wake, early));
  while (performance.now() < due) await new Promise((wake) => setImmediate(wake));
}
