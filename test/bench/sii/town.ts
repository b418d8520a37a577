// Ten thousand businesses, the schedule's objects, the gates of the SII's hosts, and what all of it comes to.

import { bySchedulers, nextDue, SCHEDULERS, SYNC_EVERY_MS, SYNC_SPREAD_MS } from "#reminders";
import { BEGUN_AT_ONCE_MAX, BEGUN_PER_ALARM_MAX } from "#src/reminders/scheduler/carry-out.ts";
import { heed, type Reports } from "#src/sii/gate/reports.ts";
import { takeSlot, type Line } from "#src/sii/gate/slot.ts";
import type { SiiHost } from "#src/sii/session/client.ts";
import type { Random } from "../../chaos/random.ts";
import { businessOf, lookOf, type Business } from "./business.ts";
import { virtualClock, type Life, type VirtualClock } from "./clock.ts";
import { replyOf } from "./reply.ts";

const SECOND_MS = 1_000;

/** A page of a sweep as `sii/connection/connected` has it. */
export const PAGE_TENANTS = 500;
/** Authorised, looked up, its run opened, its session told: some eight queries and a call. */
const BEGIN_MS = 80;

export type HostFigures = {
  calls: number;
  takes: number;
  /** In any stretch of a second, not of the calendar's seconds alone. */
  calls_per_second_max: number;
  takes_per_second_max: number;
};

/** Of one window. Times are ms, from the tick and from each business's own place in the window. */
export type Served = { after_tick_ms: number[]; after_place_ms: number[]; failed: number };

export type Costs = {
  looks: number;
  session_alarms: number;
  session_ms: number;
  pages: number;
  scheduler_alarms: number;
  scheduler_ms: number;
  hand_overs: number;
};

export type Town = {
  clock: VirtualClock;
  costs: Costs;
  hosts: Map<SiiHost, HostFigures>;
  served: Served[];
  /** Due, and told that one is under way already. */
  joined: number;
  rows_max: number;
  under_way: { now: number; max: number };
  take(host: SiiHost): number;
  close(host: SiiHost, ms: number, by: string): void;
  call(host: SiiHost, random: Random): ReturnType<typeof replyOf>;
};

export type Wanted = { businesses: number; windows: number; seed: number };

/** The beginning of a window, and of the day that is simulated. */
export const TICK = Date.UTC(2026, 10, 18, 0);

/** Lives through so many windows of six hours. @param atEnd called at the end of each, for whoever measures memory */
export function liveThrough({ businesses, windows, seed }: Wanted, atEnd: () => void): Town {
  const town = newTown();
  const all = Array.from({ length: businesses }, (_, nth) => businessOf(tenantId(nth), seed + nth));
  const busy = new Set<string>();
  for (let window = 0; window < windows; window++) {
    town.served.push({ after_tick_ms: [], after_place_ms: [], failed: 0 });
    const handed = bySchedulers(all.map(({ id }) => id));
    town.rows_max = Math.max(town.rows_max, ...[...handed.values()].map(({ length }) => length));
    town.costs.hand_overs += Math.ceil(businesses / PAGE_TENANTS) * SCHEDULERS;
    const byId = new Map(all.map((own) => [own.id, own]));
    for (const theirs of handed.values()) {
      const turns = theirs.flatMap((id) => byId.get(id) ?? []).map((own) => ({ own, due_at: dueOf(own, town) }));
      town.clock.begin(schedulerLife(town, { turns: turns.toSorted((a, b) => a.due_at - b.due_at), busy, window }));
    }
    town.clock.run(TICK + (window + 1) * SYNC_EVERY_MS);
    atEnd();
  }
  // Whoever is still under way comes to an end in the next window.
  town.clock.run(town.clock.now() + SYNC_EVERY_MS);
  return town;
}

function dueOf({ id }: Business, { clock }: Town): number {
  const whom = { tenant_id: id, time_zone: "America/Santiago", last_tick: null, spread_ms: SYNC_SPREAD_MS };
  return nextDue("sync", whom, clock.now()).due_at;
}

function tenantId(nth: number): string {
  return `01JCZX9E40${String(nth * 7_919).padStart(16, "0")}`;
}

type Turns = { turns: { own: Business; due_at: number }[]; busy: Set<string>; window: number };

/** As `reminders/scheduler/carry-out`: so many an alarm, so many at once. */
function* schedulerLife(town: Town, { turns, busy, window }: Turns): Life {
  const { clock, costs } = town;
  while (turns.length > 0) {
    const first = turns[0]?.due_at ?? 0;
    if (first > clock.now()) yield first - clock.now();
    const due = turns.filter(({ due_at }) => due_at <= clock.now()).slice(0, BEGUN_PER_ALARM_MAX);
    turns.splice(0, due.length);
    costs.scheduler_alarms++;
    const took = BEGIN_MS * Math.ceil(due.length / BEGUN_AT_ONCE_MAX);
    costs.scheduler_ms += took;
    yield took;
    for (const { own, due_at } of due) {
      costs.looks++;
      if (busy.has(own.id)) town.joined++;
      else clock.begin(lookLife(town, own, { due_at, busy, window }));
    }
  }
}

function* lookLife(
  town: Town,
  own: Business,
  { due_at, busy, window }: Pick<Turns, "busy" | "window"> & { due_at: number },
): Life {
  busy.add(own.id);
  town.under_way.max = Math.max(town.under_way.max, ++town.under_way.now);
  const outcome = yield* lookOf(town, own);
  town.under_way.now--;
  busy.delete(own.id);
  const now = town.clock.now();
  const tick = TICK + window * SYNC_EVERY_MS;
  const served = town.served[window];
  if (outcome === "failed" || !served) return void (served && served.failed++);
  served.after_tick_ms.push(now - tick);
  served.after_place_ms.push(now - due_at);
}

function newTown(): Town {
  const clock = virtualClock(TICK);
  const lines = new Map<SiiHost, Line>();
  const sentAway = new Map<SiiHost, Reports>();
  const counts = new Map<SiiHost, { calls: Counter; takes: Counter }>();
  const hosts = new Map<SiiHost, HostFigures>();
  const figuresOf = (host: SiiHost): HostFigures => {
    const known = hosts.get(host) ?? { calls: 0, takes: 0, calls_per_second_max: 0, takes_per_second_max: 0 };
    hosts.set(host, known);
    return known;
  };
  const countsOf = (host: SiiHost) => {
    const known = counts.get(host) ?? { calls: counter(), takes: counter() };
    counts.set(host, known);
    return known;
  };
  return {
    clock,
    costs: {
      looks: 0,
      session_alarms: 0,
      session_ms: 0,
      pages: 0,
      scheduler_alarms: 0,
      scheduler_ms: 0,
      hand_overs: 0,
    },
    hosts,
    served: [],
    joined: 0,
    rows_max: 0,
    under_way: { now: 0, max: 0 },
    take: (host) => {
      const figures = figuresOf(host);
      figures.takes++;
      figures.takes_per_second_max = Math.max(figures.takes_per_second_max, countsOf(host).takes(clock.now()));
      const { wait_ms, line } = takeSlot(lines.get(host) ?? { free_at: 0, open_at: 0 }, clock.now());
      lines.set(host, line);
      return wait_ms;
    },
    close: (host, ms, by) => {
      const { is_away, reports } = heed(sentAway.get(host) ?? new Map(), { by, now: clock.now() });
      sentAway.set(host, reports);
      if (!is_away) return;
      const line = lines.get(host) ?? { free_at: 0, open_at: 0 };
      lines.set(host, { ...line, open_at: Math.max(line.open_at, clock.now() + ms) });
    },
    call: (host, random) => {
      const figures = figuresOf(host);
      figures.calls++;
      figures.calls_per_second_max = Math.max(figures.calls_per_second_max, countsOf(host).calls(clock.now()));
      return replyOf(host, clock.now() - TICK, random);
    },
  };
}

type Counter = (now: number) => number;

/** How many there were in the second that ends now. */
function counter(): Counter {
  const recent: number[] = [];
  return (now) => {
    recent.push(now);
    while ((recent[0] ?? now) <= now - SECOND_MS) recent.shift();
    return recent.length;
  };
}
