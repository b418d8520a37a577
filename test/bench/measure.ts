import type { Load } from "./load/load.ts";
import type { Answers } from "./load/loops.ts";
import type { Crowd } from "./load/thread.ts";
import type { Sender } from "./load/webhook.ts";
import { WIRES } from "./plan.ts";
import { COUNTS_CPU, cpuOf, quiet } from "./processes.ts";
import type { Rig } from "./rig.ts";
import { median, percentile } from "./statistics.ts";

/** One row of the table, a value for each round; and the statuses that were not 200. */
export type Samples = { cpuUs: number[]; rps: number[]; p50: number[]; p99: number[]; failures: number[] };

/** A server under test. */
export type Arm = { name: string; rig: Rig; sender: Sender; samples: Samples };

export function newSamples(): Samples {
  return { cpuUs: [], rps: [], p50: [], p99: [], failures: [] };
}

export type Pace = { closed: Crowd; closedMs: number; open: Crowd; perSecond: number };

/** One round of one row: as fast as it goes for its cost, then at a constant rate for its latency. */
export async function measure(load: Load, arm: Pick<Arm, "rig" | "sender" | "samples">, pace: Pace): Promise<void> {
  const { rig, sender, samples } = arm;
  const { answers, cpuUs } = await charged(rig, () =>
    load.closed(sender, pace.closed, { wires: WIRES, ms: pace.closedMs }),
  );
  samples.cpuUs.push(cpuUs);
  samples.rps.push(answers.latencies.length / answers.seconds);
  const open = await load.open(sender, pace.open, pace.perSecond);
  await quiet(rig.pid);
  samples.p50.push(median(open.latencies));
  samples.p99.push(percentile(open.latencies, 99));
  samples.failures.push(...answers.failures, ...open.failures);
}

export type Charged = { answers: Answers; cpuUs: number };

/** Processor time per request, with all the work that goes on after the answers. NaN where it can't be read. */
export async function charged(rig: Rig, run: () => Promise<Answers>): Promise<Charged> {
  const before = cpuOf(rig.pid);
  const answers = await run();
  await quiet(rig.pid);
  const spentMs = cpuOf(rig.pid) - before;
  return { answers, cpuUs: COUNTS_CPU ? (spentMs * 1_000) / answers.latencies.length : Number.NaN };
}
