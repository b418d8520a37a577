import {
  abortAllDurableObjects,
  env,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#src/kernel/index.ts";
import { SYNC_EVERY_MS } from "#src/reminders/due.ts";
import { TRIES_MAX } from "#src/reminders/patience.ts";
import { bySchedulers, fractionOf, schedulerName, schedulerOf, SCHEDULERS } from "#src/reminders/spread.ts";
import { world, type Scheduler } from "./worker.ts";

/** Far ahead, so that no alarm rings by itself: tests ring them. */
const NOON = Date.UTC(2040, 10, 18, 12);
const SPREAD_MS = 4.75 * HOUR_MS;

beforeEach(() => {
  world.at = NOON;
  world.kinds = ["sync"];
  world.begun.length = 0;
  world.carry = async () => "begun";
  world.pages = [[]];
  world.onPage = () => undefined;
});

type Stub = DurableObjectStub<Scheduler>;

function scheduler(name: string): Stub {
  const { SCHEDULER } = env as unknown as { SCHEDULER: DurableObjectNamespace<Scheduler> };
  return SCHEDULER.get(SCHEDULER.idFromName(name));
}

let businesses = 0;
const fresh = (): string => `01JCZX9E40TENANT${String(businesses++).padStart(10, "0")}`;
const chilean = (tenant_id: string) => ({ tenant_id, time_zone: "America/Santiago" });
const placeOf = (tenant: string) => Math.floor(fractionOf(`place|${tenant}`) * SPREAD_MS);

type Row = { tenant_id: string; kind: string; due_at: number; last_tick: string | null; tries: number };

async function rowsOf(stub: Stub): Promise<Row[]> {
  return runInDurableObject(stub, (_, { storage }) =>
    storage.sql
      .exec<Row>("SELECT tenant_id, kind, due_at, last_tick, tries FROM due ORDER BY tenant_id, kind")
      .toArray(),
  );
}

async function alarmOf(stub: Stub): Promise<number | null> {
  return runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
}

/** Rings alarms as time goes on, until a moment. */
async function live(stub: Stub, until: number): Promise<void> {
  for (;;) {
    const at = await alarmOf(stub);
    if (at === null || at > until) break;
    world.at = Math.max(world.at, at);
    await runDurableObjectAlarm(stub);
  }
  world.at = until;
}

test("a business that connects is looked at in every window from the next on, once", async () => {
  const [stub, rosa] = [scheduler("every-window"), fresh()];
  await stub.enlist(chilean(rosa));
  await stub.enlist(chilean(rosa));
  expect(await rowsOf(stub)).toMatchObject([{ due_at: NOON + SYNC_EVERY_MS + placeOf(rosa), last_tick: null }]);
  await live(stub, NOON + 4 * SYNC_EVERY_MS - 1);
  expect(world.begun).toEqual([
    `${rosa} schedule:sync:2040-11-18T18`,
    `${rosa} schedule:sync:2040-11-19T00`,
    `${rosa} schedule:sync:2040-11-19T06`,
  ]);
});

test("one that disconnects is begun no more, however often it is struck", async () => {
  const [stub, rosa, pedro] = [scheduler("strikes"), fresh(), fresh()];
  for (const each of [rosa, pedro]) await stub.enlist(chilean(each));
  await stub.strike(rosa);
  await stub.strike(rosa);
  await live(stub, NOON + 2 * SYNC_EVERY_MS - 1);
  expect(world.begun).toEqual([`${pedro} schedule:sync:2040-11-18T18`]);
});

test("one for which there is nothing to do is let go, until it connects again", async () => {
  const [stub, rosa] = [scheduler("gone"), fresh()];
  await stub.enlist(chilean(rosa));
  world.carry = async () => "gone";
  await live(stub, NOON + 2 * SYNC_EVERY_MS - 1);
  expect(await rowsOf(stub)).toEqual([]);
  expect(await alarmOf(stub)).toBeNull();
  await stub.enlist(chilean(rosa));
  expect(await rowsOf(stub)).toHaveLength(1);
});

test("one that connects again while it is let go stays", async () => {
  const [stub, rosa] = [scheduler("back-again"), fresh()];
  await stub.enlist(chilean(rosa));
  const inside = await runInDurableObject(stub, (object) => object as unknown as Scheduler);
  world.carry = async () => {
    await inside.enlist(chilean(rosa));
    return "gone";
  };
  world.at = NOON + SYNC_EVERY_MS + placeOf(rosa);
  await runDurableObjectAlarm(stub);
  expect(await rowsOf(stub)).toMatchObject([{ due_at: NOON + 2 * SYNC_EVERY_MS + placeOf(rosa) }]);
});

test("a second tick in a window changes nothing", async () => {
  const [stub, rosa] = [scheduler("twice"), fresh()];
  world.at = NOON + 1;
  await stub.takeIn([rosa, rosa]);
  await live(stub, NOON + SPREAD_MS);
  expect(world.begun).toEqual([`${rosa} schedule:sync:2040-11-18T12`]);
  const before = await rowsOf(stub);
  await stub.takeIn([rosa]);
  expect(await rowsOf(stub)).toEqual(before);
  await live(stub, NOON + SYNC_EVERY_MS - 1);
  expect(world.begun).toHaveLength(1);
});

test("windows without a tick of the clock are not missed, for the alarm sets itself", async () => {
  const [stub, rosa] = [scheduler("no-crons"), fresh()];
  await stub.takeIn([rosa]);
  await live(stub, NOON + 8 * SYNC_EVERY_MS - 1);
  expect(new Set(world.begun).size).toBe(8);
  expect(world.begun).toHaveLength(8);
});

test("after two days in which nothing ran each is looked at once, and not all at once", async () => {
  const stub = scheduler("night");
  const tenants = Array.from({ length: 60 }, fresh);
  await stub.takeIn(tenants);
  world.at = NOON + 48 * HOUR_MS + MINUTE_MS;
  await runDurableObjectAlarm(stub);
  expect(world.begun).toEqual([]);
  const places = (await rowsOf(stub)).map(({ due_at }) => due_at - world.at);
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(4 * HOUR_MS);
  await live(stub, NOON + 54 * HOUR_MS - 1);
  expect(world.begun.toSorted()).toEqual(tenants.map((each) => `${each} schedule:sync:2040-11-20T12`).toSorted());
});

test("a clock that was set back delays nobody longer than to the next tick", async () => {
  const [stub, rosa] = [scheduler("set-back"), fresh()];
  world.at = NOON + 72 * HOUR_MS;
  await stub.takeIn([rosa]);
  await live(stub, world.at + SYNC_EVERY_MS - 1);
  world.begun.length = 0;
  world.at = NOON;
  await stub.takeIn([rosa]);
  await live(stub, NOON + 3 * SYNC_EVERY_MS - 1);
  expect(world.begun).toEqual([`${rosa} schedule:sync:2040-11-18T18`, `${rosa} schedule:sync:2040-11-19T00`]);
});

test("what fails is tried again, later each time, and then left to the next window", async () => {
  const [stub, rosa] = [scheduler("fails"), fresh()];
  world.carry = async () => {
    throw new Error("the database is away");
  };
  await stub.takeIn([rosa]);
  await live(stub, NOON + SYNC_EVERY_MS - 1);
  expect(world.begun).toEqual(Array.from({ length: TRIES_MAX }, () => `${rosa} schedule:sync:2040-11-18T12`));
  expect(await rowsOf(stub)).toMatchObject([
    { due_at: NOON + SYNC_EVERY_MS + placeOf(rosa), last_tick: null, tries: 0 },
  ]);
});

test("what fails keeps nobody else waiting", async () => {
  const [stub, rosa, pedro] = [scheduler("beside"), fresh(), fresh()];
  world.carry = async ({ tenant_id }) => {
    if (tenant_id === rosa) throw new Error("hers alone");
    return "begun";
  };
  await stub.takeIn([rosa, pedro]);
  await live(stub, NOON + SPREAD_MS);
  expect(world.begun).toContain(`${pedro} schedule:sync:2040-11-18T12`);
});

test("cut off while it begins, it is begun again under the same key, and then no more", async () => {
  const [stub, rosa] = [scheduler("killed"), fresh()];
  await stub.takeIn([rosa]);
  const abort = await runInDurableObject(stub, (_, state) => () => state.abort("cut off"));
  world.carry = async () => {
    abort();
    return "begun";
  };
  world.at = NOON + placeOf(rosa);
  await expect(runDurableObjectAlarm(stub)).rejects.toThrow("cut off");
  world.carry = async () => "begun";
  const again = scheduler("killed");
  expect(await rowsOf(again)).toMatchObject([{ tenant_id: rosa, last_tick: null }]);
  await again.takeIn([rosa]);
  await live(again, NOON + SYNC_EVERY_MS - 1);
  const request = `${rosa} schedule:sync:2040-11-18T12`;
  expect(world.begun).toEqual([request, request]);
});

test("put out of memory between any two steps, it goes on as if it had not been", async () => {
  const [stub, rosa] = [scheduler("evicted"), fresh()];
  await stub.takeIn([rosa]);
  await evictDurableObject(stub);
  await live(stub, NOON + SPREAD_MS);
  await evictDurableObject(stub);
  await live(stub, NOON + SYNC_EVERY_MS + SPREAD_MS);
  expect(world.begun).toEqual([`${rosa} schedule:sync:2040-11-18T12`, `${rosa} schedule:sync:2040-11-18T18`]);
});

async function everywhere(): Promise<string[]> {
  const names = Array.from({ length: SCHEDULERS }, (_, number) => schedulerName(number));
  const rows = await Promise.all(names.map((name) => rowsOf(scheduler(name))));
  return rows.flat().map(({ tenant_id }) => tenant_id);
}

test("a sweep brings every business to its scheduler, and one that is cut off goes on where it was", async () => {
  const tenants = Array.from({ length: 90 }, fresh);
  world.pages = [tenants.slice(0, 40), tenants.slice(40, 80), tenants.slice(80)];
  const asked: number[] = [];
  let away = true;
  world.onPage = (page) => {
    asked.push(page);
    if (page === 1 && away) throw new Error("the database is away");
  };
  const first = scheduler(schedulerName(0));
  expect(await first.sweep()).toBe("begun");
  expect(await first.sweep()).toBe("running");
  await runDurableObjectAlarm(first);
  await runDurableObjectAlarm(first);
  await abortAllDurableObjects();
  away = false;
  await live(scheduler(schedulerName(0)), NOON + MINUTE_MS);
  expect(asked).toEqual([0, 1, 1, 2]);
  expect((await everywhere()).toSorted()).toEqual(tenants.toSorted());
  for (const [name, theirs] of bySchedulers(tenants)) {
    const held = (await rowsOf(scheduler(name))).map(({ tenant_id }) => tenant_id);
    expect(held).toEqual(expect.arrayContaining(theirs));
  }
  expect(schedulerOf(tenants[0] ?? "")).toMatch(/^scheduler-\d+$/);
});

test("rows are kept of those kinds alone that somebody carries out, and what was before is none of their turns", async () => {
  const rosa = fresh();
  const name = schedulerOf(rosa);
  await scheduler(name).enlist(chilean(rosa));
  world.kinds = ["sync", "validate", "remind"];
  await abortAllDurableObjects();
  const stub = scheduler(name);
  await stub.takeIn([rosa]);
  const own = (await rowsOf(stub)).filter(({ tenant_id }) => tenant_id === rosa);
  expect(own).toMatchObject([
    { kind: "remind", last_tick: "2040-11-18" },
    { kind: "sync", last_tick: null },
    { kind: "validate", last_tick: "2040-10" },
  ]);
  await live(stub, Date.UTC(2040, 11, 1, 14));
  const begun = world.begun.filter((each) => each.startsWith(rosa));
  expect(begun.filter((each) => each.includes(":validate:"))).toEqual([`${rosa} schedule:validate:2040-11`]);
  const days = begun.filter((each) => each.includes(":remind:"));
  expect(days).toHaveLength(13);
  expect(days.at(0)).toBe(`${rosa} schedule:remind:2040-11-19`);
});

test("a turn is told which one was begun before it, whatever was missed between the two", async () => {
  const rosa = fresh();
  const stub = scheduler("missed");
  world.kinds = ["remind"];
  const turns: [tick: string, last_tick: string | null][] = [];
  world.carry = async ({ tick, last_tick }) => {
    turns.push([tick, last_tick]);
    return "begun";
  };
  await stub.enlist(chilean(rosa));
  await live(stub, Date.UTC(2040, 10, 20, 0));
  // Nobody was there for three days.
  world.at = Date.UTC(2040, 10, 23, 12);
  await live(stub, Date.UTC(2040, 10, 24, 0));
  expect(turns).toEqual([
    ["2040-11-19", "2040-11-18"],
    ["2040-11-23", "2040-11-19"],
  ]);
});

test("an alarm validates one business, and the next ones follow at once", async () => {
  world.kinds = ["validate"];
  const stub = scheduler("validations");
  for (let i = 0; i < 3; i++) await stub.enlist(chilean(fresh()));
  world.at = (await rowsOf(stub))[0]?.due_at ?? NOON;
  // Of ten thousand many have the same minute.
  await runInDurableObject(stub, (_, { storage }) => storage.sql.exec("UPDATE due SET due_at = ?", world.at));
  const begun: number[] = [];
  for (let alarms = 0; alarms < 4; alarms++) {
    await runDurableObjectAlarm(stub);
    begun.push(world.begun.length);
  }
  expect(begun).toEqual([1, 2, 3, 3]);
});
