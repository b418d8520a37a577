import { classify, type ClassifyRequest } from "#language";
import { CORPUS, requestOf } from "../../golden/utterances/corpus.ts";
import type { Claim } from "../report.ts";
import { median, percentile } from "../statistics.ts";
import { printTable } from "../table.ts";

const PER_SECOND_MIN = 20_000;
const MEDIAN_US_MAX = 50;
/** Passes over the corpus before anything counts: the compiler has then seen every kind of message. */
const WARM_PASSES = 10;

/** Messages a second, a value for each pass; and microseconds a message, the median of its passes. */
type Pace = { perSecond: number[]; us: number[] };

export type Speed = { calls: number; reading: Pace; floor: Pace; cpuPerWall: number };

type Work = (request: ClassifyRequest) => unknown;

/**
 * Reads the corpus over and over, `calls` messages or more, every pass beside one that only copies the requests: no
 * reading costs less than that. One thread, no pauses.
 */
export function measureSpeed(calls: number): Speed {
  const requests = CORPUS.map(requestOf);
  const passes = Math.ceil(calls / requests.length);
  for (let i = 0; i < WARM_PASSES; i++) for (const work of [classify, copy]) pass(requests, work);
  const runs = { reading: newRun(requests), floor: newRun(requests) };
  const before = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < passes; i++) {
    record(runs.reading, pass(requests, classify));
    record(runs.floor, pass(requests, copy));
  }
  const wallUs = (performance.now() - start) * 1_000;
  const { user, system } = process.cpuUsage(before);
  return {
    calls: passes * requests.length,
    reading: paceOf(runs.reading),
    floor: paceOf(runs.floor),
    cpuPerWall: (user + system) / wallUs,
  };
}

export function printSpeed({ calls, reading, floor, cpuPerWall }: Speed): void {
  const row = (name: string, { perSecond, us }: Pace) => [
    name,
    median(perSecond).toFixed(0),
    median(us).toFixed(1),
    percentile(us, 99).toFixed(1),
    Math.max(...us).toFixed(1),
    `${(median(us) / median(floor.us)).toFixed(1)}, ${(median(floor.perSecond) / median(perSecond)).toFixed(1)}`,
  ];
  printTable(
    [
      `${calls} messages, ${cpuPerWall.toFixed(2)} cores`,
      "messages/s",
      "median µs",
      "p99 µs",
      "slowest µs",
      "× floor: median, rate",
    ],
    [row("floor: the request to JSON and back", floor), row("read by the rules", reading)],
  );
}

export function speedClaims({ reading }: Speed): Claim[] {
  const perSecond = median(reading.perSecond);
  const us = median(reading.us);
  return [
    [`${perSecond.toFixed(0)} messages are read in a second; at least ${PER_SECOND_MIN}`, perSecond >= PER_SECOND_MIN],
    [`a message is read in ${us.toFixed(1)} µs (median); at most ${MEDIAN_US_MAX}`, us <= MEDIAN_US_MAX],
  ];
}

function copy(request: ClassifyRequest): unknown {
  return JSON.parse(JSON.stringify(request));
}

type Run = { perSecond: number[]; us: number[][] };

function newRun(requests: readonly ClassifyRequest[]): Run {
  return { perSecond: [], us: requests.map(() => []) };
}

/** Microseconds of each request. */
function pass(requests: readonly ClassifyRequest[], work: Work): number[] {
  return requests.map((request) => {
    const start = performance.now();
    work(request);
    return (performance.now() - start) * 1_000;
  });
}

function record(run: Run, us: readonly number[]): void {
  run.perSecond.push((us.length * 1_000_000) / us.reduce((sum, one) => sum + one, 0));
  us.forEach((one, i) => run.us[i]?.push(one));
}

function paceOf({ perSecond, us }: Run): Pace {
  return { perSecond, us: us.map(median) };
}
