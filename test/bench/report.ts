import { BURST_WINDOW_MS } from "#src/conversation/schedule.ts";
import type { Arm, Samples } from "./measure.ts";
import type { Peer } from "./peers/peers.ts";
import { BATCH_MESSAGES, NEWCOMER_SHARE } from "./plan.ts";
import type { Field } from "./rounds.ts";
import { median, medianRatio, percentile } from "./statistics.ts";
import { printTable, type Row } from "./table.ts";
import type { Turns } from "./turns.ts";

const ACK_RATIO_MAX = 1.5;
const BATCH_RATIO_MAX = 0.5;
const REPLY_MS_MAX = 300;

export function printRows(field: Field, peers: readonly Peer[], perSecond: number): void {
  const { floor, undrained, drained, newcomers, batch, fleeting } = field;
  const missing = peers.flatMap((peer): Row[] =>
    "missing" in peer ? [[peer.name, `not installed: ${peer.missing}`]] : [],
  );
  printTable(
    ["row", "CPU µs/req", "rps, c=8", `p50 / p99 ms at ${perSecond}/s`, "× floor: CPU, p50"],
    [
      ...fleeting.map((arm) => armRow(arm, floor.samples)),
      armRow(floor, floor.samples),
      armRow(undrained, floor.samples),
      armRow(drained, floor.samples),
    ],
  );
  for (const [name = "", why = ""] of missing) console.log(`${name}: ${why}`);
  for (const { name, samples } of [...fleeting, floor, undrained, drained]) {
    if (samples.failures.length > 0) console.log(`${name}: not 200 but ${samples.failures.join(" ")}`);
  }
  printTable(
    [
      "contacts never seen before",
      "CPU µs/req",
      "rps, c=8",
      `p50 / p99 ms at ${perSecond / NEWCOMER_SHARE}/s`,
      "× floor: CPU, p50",
    ],
    [
      sampleRow(floor.name, newcomers.floor, newcomers.floor),
      sampleRow(undrained.name, newcomers.undrained, newcomers.floor),
    ],
  );
  printTable(
    [`payload of ${BATCH_MESSAGES} messages of one contact`, "CPU µs/message", "ms/message", "× floor: CPU, p50"],
    [[undrained.name, whole(median(batch.cpuUs)), fine(median(batch.ms)), ratios(batchRatios(field))]],
  );
}

export function printTurns(turns: readonly Turns[]): void {
  printTable(
    ["the whole turn", "people", "CPU ms each", "ack p50 / p95 ms", "answer p50 / p95 ms", "unanswered"],
    turns.map(({ name, waits, acks, cpuMs, unanswered }) => [
      name,
      String(waits.length + unanswered),
      fine(cpuMs),
      `${fine(median(acks))} / ${fine(percentile(acks, 95))}`,
      `${whole(median(waits))} / ${whole(percentile(waits, 95))}`,
      String(unanswered),
    ]),
  );
}

export type Claim = [claim: string, holds: boolean];

export function claimsOf(field: Field, [first, lone, burst]: readonly Turns[]): Claim[] {
  const ack = medianRatio(field.undrained.samples.p50, field.floor.samples.p50);
  const per = batchRatios(field);
  const loneMs = median(lone?.waits ?? []);
  const burstMs = median(burst?.waits ?? []);
  const refused = refusalsOf(field);
  const unanswered = [first, lone, burst].reduce((sum, each) => sum + (each?.unanswered ?? 0), 0);
  return [
    [`an acknowledgement takes ${fine(ack)} × its durable floor (p50); at most ${ACK_RATIO_MAX}`, ack <= ACK_RATIO_MAX],
    [
      `a message of a hundred takes ${fine(per.p50)} × the floor's time, ${fine(per.cpu)} × its CPU; at most ${BATCH_RATIO_MAX}`,
      per.p50 <= BATCH_RATIO_MAX && !(per.cpu > BATCH_RATIO_MAX),
    ],
    [`a lone text is answered after ${whole(loneMs)} ms (p50); at most ${REPLY_MS_MAX}`, loneMs <= REPLY_MS_MAX],
    [
      `a burst is answered ${whole(burstMs)} ms after its last message (p50); at most its window of ${BURST_WINDOW_MS} + ${REPLY_MS_MAX}`,
      burstMs <= BURST_WINDOW_MS + REPLY_MS_MAX,
    ],
    [
      `every webhook was answered 200 (but ${refused.length === 0 ? "none" : refused.join(" ")}), every person got an answer (but ${unanswered})`,
      refused.length + unanswered === 0,
    ],
  ];
}

/** Statuses that were not 200, of everything that keeps messages. */
function refusalsOf({ floor, undrained, drained, newcomers, batch }: Field): number[] {
  const kept = [floor.samples, undrained.samples, drained.samples, newcomers.floor, newcomers.undrained, batch];
  return kept.flatMap(({ failures }) => failures);
}

type Ratios = { cpu: number; p50: number };

function batchRatios({ batch, floor }: Field): Ratios {
  return { cpu: medianRatio(batch.cpuUs, floor.samples.cpuUs), p50: medianRatio(batch.ms, floor.samples.p50) };
}

function armRow({ name, samples }: Arm, floor: Samples): Row {
  return sampleRow(name, samples, floor);
}

function sampleRow(name: string, samples: Samples, floor: Samples): Row {
  const { cpuUs, rps, p50, p99 } = samples;
  const ratio = { cpu: medianRatio(cpuUs, floor.cpuUs), p50: medianRatio(p50, floor.p50) };
  return [name, whole(median(cpuUs)), whole(median(rps)), `${fine(median(p50))} / ${fine(median(p99))}`, ratios(ratio)];
}

function ratios({ cpu, p50 }: Ratios): string {
  return `${fine(cpu)}, ${fine(p50)}`;
}

function whole(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(0);
}

function fine(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(2);
}
