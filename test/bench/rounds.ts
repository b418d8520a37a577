import type { Load } from "./load/load.ts";
import { charged, measure, newSamples, type Arm, type Pace, type Samples } from "./measure.ts";
import * as at from "./plan.ts";
import type { Plan } from "./plan.ts";
import { quiet } from "./processes.ts";
import { mean, median } from "./statistics.ts";

/** Everything that is measured round by round. */
export type Field = {
  /** What keeps nothing, in the order of the table. */
  fleeting: Arm[];
  floor: Arm;
  /** The product whose alarms do nothing. */
  undrained: Arm;
  /** The product as it is. */
  drained: Arm;
  newcomers: { floor: Samples; undrained: Samples };
  /** Per message of a payload of a hundred. */
  batch: { cpuUs: number[]; ms: number[]; failures: number[] };
};

/** Lets every server compile its hot path and meet its contacts. Returns the rate that the disk here can bear. */
export async function warmUp(load: Load, field: Field, plan: Plan): Promise<number> {
  const { floor, undrained, drained } = field;
  const round = { first: 0, count: plan.contacts, requests: plan.contacts, messages: 1 };
  for (const arm of [...field.fleeting, floor, undrained]) {
    await load.closed(
      arm.sender,
      { ...round, requests: plan.closedRequests / 2 },
      { wires: at.WIRES, ms: plan.closedMs },
    );
  }
  await load.closed(drained.sender, round, { wires: at.WIRES, ms: Number.POSITIVE_INFINITY });
  for (const { rig } of [floor, undrained, drained]) await quiet(rig.pid);
  const probe = await load.closed(
    floor.sender,
    { ...round, requests: plan.closedRequests },
    { wires: at.WIRES, ms: plan.closedMs },
  );
  await quiet(floor.rig.pid);
  return Math.min(at.RATE_PER_S, Math.floor(probe.latencies.length / probe.seconds / 2));
}

/** One round: every row once, each beside the ones it is compared with; every other round backwards. */
export async function runRound(
  load: Load,
  field: Field,
  { plan, round, perSecond }: { plan: Plan; round: number; perSecond: number },
): Promise<void> {
  const crowd = { first: 0, count: plan.contacts, messages: 1 };
  const open = { ...crowd, requests: Math.ceil(perSecond * plan.openSeconds) };
  const pace = { closed: { ...crowd, requests: plan.closedRequests }, closedMs: plan.closedMs, open, perSecond };
  const steps = [
    ...field.fleeting.map((arm) => () => measure(load, arm, pace)),
    () => measurePair(load, field, pace),
    // Each contact twice: within the limits, so that every turn is taken at once and charged to the message.
    () => {
      const once = { ...crowd, requests: plan.contacts };
      return measure(load, field.drained, { ...pace, closed: once, closedMs: Number.POSITIVE_INFINITY, open: once });
    },
    ...(["floor", "undrained"] as const).map(
      (name) => () => meetNewcomers(load, field, { name, plan, round, perSecond }),
    ),
    () => sendBatches(load, field, plan),
  ];
  for (const step of round % 2 === 0 ? steps : steps.toReversed()) await step();
}

/** The two that the product is judged by, ABBA in halves: a neighbour's disk seldom stalls for one of them alone. */
async function measurePair(load: Load, { floor, undrained }: Field, pace: Pace): Promise<void> {
  const halves = new Map([floor, undrained].map((arm) => [arm, newSamples()]));
  const half = {
    ...pace,
    closedMs: pace.closedMs / 2,
    open: { ...pace.open, requests: Math.ceil(pace.open.requests / 2) },
  };
  for (const arm of [floor, undrained, undrained, floor]) {
    // An object sleeps after ten quiet seconds; its waking is the newcomers' row, not this one.
    const everyone = { ...pace.closed, requests: pace.closed.count };
    await load.closed(arm.sender, everyone, { wires: at.WIRES, ms: Number.POSITIVE_INFINITY });
    await quiet(arm.rig.pid);
    await measure(load, { ...arm, samples: halves.get(arm) ?? newSamples() }, half);
  }
  for (const [{ samples }, { cpuUs, rps, p50, p99, failures }] of halves) {
    samples.cpuUs.push(mean(cpuUs));
    samples.rps.push(mean(rps));
    samples.p50.push(mean(p50));
    samples.p99.push(Math.max(...p99));
    samples.failures.push(...failures);
  }
}

type Meeting = { name: "floor" | "undrained"; plan: Plan; round: number; perSecond: number };

async function meetNewcomers(load: Load, field: Field, { name, plan, round, perSecond }: Meeting): Promise<void> {
  const count = plan.newcomers;
  const first = at.FIRST_NEWCOMER + round * at.NEWCOMERS_PER_ROUND_MAX;
  const crowd = { count, requests: count, messages: 1 };
  await measure(
    load,
    { ...field[name], samples: field.newcomers[name] },
    {
      closed: { ...crowd, first },
      closedMs: Number.POSITIVE_INFINITY,
      open: { ...crowd, first: first + count },
      perSecond: Math.max(1, perSecond / at.NEWCOMER_SHARE),
    },
  );
}

async function sendBatches(load: Load, { undrained: { rig, sender }, batch }: Field, plan: Plan): Promise<void> {
  const crowd = { first: at.FIRST_BATCH_PERSON, count: plan.batches, requests: plan.batches };
  const one = { wires: 1, ms: Number.POSITIVE_INFINITY };
  await load.closed(sender, { ...crowd, messages: 1 }, one);
  await quiet(rig.pid);
  const { answers, cpuUs } = await charged(rig, () =>
    load.closed(sender, { ...crowd, messages: at.BATCH_MESSAGES }, one),
  );
  batch.cpuUs.push(cpuUs / at.BATCH_MESSAGES);
  batch.ms.push(median(answers.latencies) / at.BATCH_MESSAGES);
  batch.failures.push(...answers.failures);
}
