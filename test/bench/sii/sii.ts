// A day of ten thousand businesses that are due at once, each six hours: what the hosts of the SII get of it, who is served
// when, what it holds in memory and what it costs. On a virtual clock, with the product's own spread, gate, plan and patience.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { SYNC_EVERY_MS } from "#reminders";
import { HOST_CALLS_PER_SECOND } from "#src/sii/gate/slot.ts";
import type { Claim } from "../report.ts";
import { percentile } from "../statistics.ts";
import { printTable } from "../table.ts";
import { costRows } from "./cost.ts";
import { liveThrough, type Served, type Town } from "./town.ts";

/** A day: a quiet night, an outage, two mornings in which the SII is slow. */
const WINDOWS = 4;
const SEED = 20_261_118;
/** Of those due at one tick. The rest was told by the SII to wait an hour, near the end of its six. */
const IN_TIME_SHARE_MIN = 0.999;
/** An object takes some thousand calls a second, and half of that without haste. */
const GATE_TAKES_PER_SECOND_MAX = 500;
const HEAP_GROWTH_MB_MAX = 10;
/** Of a business and a day: nine cents a month. */
const USD_PER_DAY_MAX = 0.003;

export type SiiFigures = {
  town: Town;
  businesses: number;
  /** After each window, MB; what is no longer used is collected first. */
  heaps_mb: number[];
};

/** @param businesses all of them connected, and due at each tick */
export function simulateDay(businesses: number): SiiFigures {
  const heaps_mb: number[] = [];
  const town = liveThrough({ businesses, windows: WINDOWS, seed: SEED }, () => heaps_mb.push(heapMb()));
  return { town, businesses, heaps_mb };
}

export function runSii(businesses: number): Claim[] {
  const figures = simulateDay(businesses);
  printFigures(figures);
  return siiClaims(figures);
}

function printFigures({ town, businesses, heaps_mb }: SiiFigures): void {
  printTable(
    ["host", "calls", "highest calls/s", "allowed", "places asked for", "highest/s"],
    [...town.hosts].map(([host, each]) => [
      host,
      ...[each.calls, each.calls_per_second_max, HOST_CALLS_PER_SECOND, each.takes, each.takes_per_second_max].map(
        String,
      ),
    ]),
  );
  printTable(
    [
      "six hours from",
      "due",
      "served in them",
      "given up",
      "after its place p50 / p99 / max min",
      "after the tick p50 / p99 / max h",
    ],
    town.served.map((served, window) => [
      `${String(window * 6).padStart(2, "0")}:00 UTC`,
      String(businesses),
      `${((100 * inTime(served)) / businesses).toFixed(2)} %`,
      String(served.failed),
      spanOf(served.after_place_ms, 60_000),
      spanOf(served.after_tick_ms, 3_600_000),
    ]),
  );
  const { rows, usd } = costRows(town, businesses, WINDOWS);
  printTable(["cost", "what is counted", "a business a day", "USD a million", "USD a million days"], rows);
  console.log(`\n${usd.toFixed(5)} USD a business and day, ${(usd * 30).toFixed(3)} a month of it`);
  console.log(`rows in a scheduler at most ${town.rows_max}; under way at once at most ${town.under_way.max}`);
  console.log(`heap after each window ${heaps_mb.map((mb) => mb.toFixed(1)).join(", ")} MB`);
}

export function siiClaims({ town, businesses, heaps_mb }: SiiFigures): Claim[] {
  const hosts = [...town.hosts.values()];
  const callsMax = Math.max(...hosts.map((host) => host.calls_per_second_max));
  const takesMax = Math.max(...hosts.map((host) => host.takes_per_second_max));
  const least = Math.min(...town.served.map(inTime)) / businesses;
  const slowest = Math.max(...town.served.map(({ after_place_ms }) => Math.max(...after_place_ms)));
  const lost =
    WINDOWS * businesses -
    town.joined -
    town.served.reduce((sum, each) => sum + each.after_tick_ms.length + each.failed, 0);
  const grown = (heaps_mb.at(-1) ?? 0) - (heaps_mb[0] ?? 0);
  const { usd } = costRows(town, businesses, WINDOWS);
  return [
    [
      `no host of the SII gets more than ${callsMax} calls in a second; allowed are ${HOST_CALLS_PER_SECOND}`,
      callsMax <= HOST_CALLS_PER_SECOND,
    ],
    [
      `${(100 * least).toFixed(2)} % are served within the six hours of their tick; at least ${100 * IN_TIME_SHARE_MIN} %`,
      least >= IN_TIME_SHARE_MIN,
    ],
    [`the last is served ${(slowest / 3_600_000).toFixed(1)} h after its turn; at most 6`, slowest <= SYNC_EVERY_MS],
    [`of ${WINDOWS * businesses} turns ${lost} are lost`, lost === 0],
    [
      `a gate is asked ${takesMax} times in a second at most; ${GATE_TAKES_PER_SECOND_MAX} are no haste`,
      takesMax <= GATE_TAKES_PER_SECOND_MAX,
    ],
    [
      `the heap grew by ${grown.toFixed(1)} MB in ${WINDOWS - 1} windows; at most ${HEAP_GROWTH_MB_MAX}`,
      grown <= HEAP_GROWTH_MB_MAX,
    ],
    [`a business costs ${usd.toFixed(5)} USD a day; at most ${USD_PER_DAY_MAX}`, usd <= USD_PER_DAY_MAX],
  ];
}

function inTime({ after_tick_ms }: Served): number {
  return after_tick_ms.filter((ms) => ms <= SYNC_EVERY_MS).length;
}

function spanOf(values: readonly number[], unitMs: number): string {
  return [50, 99, 100].map((percent) => (percentile(values, percent) / unitMs).toFixed(1)).join(" / ");
}

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

function heapMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}
