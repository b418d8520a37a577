import { beforeAll, beforeEach, expect, test } from "vitest";
import { disconnect } from "#src/sii/connection/disconnect.ts";
import type { ConnectPorts } from "#src/sii/connection/ports.ts";
import { sync } from "#src/sii/connection/sync.ts";
import { saveConnection, turnConnection } from "#src/sii/connection/store.ts";
import { findRun, turnRun } from "#src/sii/run/store.ts";
import type { SiiSessionRpc } from "#src/sii/session/object.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { ids, newWriter, NOW, openArchive } from "../ledger/books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

/** What reached the session and the schedule. */
const heard: string[] = [];
beforeEach(() => {
  heard.length = 0;
});

const session: SiiSessionRpc = {
  tryOut: async () => ({ ok: true, first: null }),
  start: async ({ run_id, cause }) => {
    heard.push(`start ${cause} ${run_id}`);
    return { outcome: "started", run_id };
  },
  forget: async () => void heard.push("forget"),
  takeFile: async () => void heard.push("file"),
  claim: async () => ({ end: "unknown" }) as never,
  propose: async () => ({ ok: false }) as never,
};

const ports: ConnectPorts = {
  now: NOW,
  entropy: { ...ids, jitter: () => 0.5 },
  sessionOf: async () => session,
  enlist: async ({ id }) => void heard.push(`enlist ${id}`),
  strike: async ({ id }) => void heard.push(`strike ${id}`),
};

async function connectedWriter(): Promise<Writer> {
  const writer = await newWriter(archive);
  const credential = { kind: "clave", rut: "76123456-0", clave: "aromos26" } as const;
  await saveConnection(writer, { rut: "76123456-0", credential, conversation: null, state: "testing", now: NOW });
  return writer;
}

const asked = (request: string) => ({ cause: "schedule", request }) as const;

async function runOf(writer: Writer, request: string): Promise<string> {
  const outcome = await sync(writer, asked(request), ports);
  return "run" in outcome ? outcome.run.id : outcome.outcome;
}

test("the same request twice is one run, and one that has ended is not begun again", async () => {
  const writer = await connectedWriter();
  const id = await runOf(writer, "schedule:sync:2026-11-18T12");
  expect(await runOf(writer, "schedule:sync:2026-11-18T12")).toBe(id);
  await turnRun(writer, { id, state: "done", now: NOW });
  expect(await runOf(writer, "schedule:sync:2026-11-18T12")).toBe(id);
  expect(heard).toEqual([`start schedule ${id}`, `start schedule ${id}`]);
});

test("while a look waits for the SII the next turn goes on with it, and leaves no run open behind it", async () => {
  const writer = await connectedWriter();
  const id = await runOf(writer, "schedule:sync:2026-11-18T12");
  await turnRun(writer, { id, state: "waiting", reason: "maintenance", now: NOW });
  const next = await sync(writer, asked("schedule:sync:2026-11-18T18"), ports);
  expect(next).toMatchObject({ outcome: "running", run: { id, state: "waiting" } });
  await turnRun(writer, { id, state: "done", now: NOW });
  const after = await runOf(writer, "schedule:sync:2026-11-19T00");
  expect(after).not.toBe(id);
  expect(await findRun(writer, after)).toMatchObject({ cause: "schedule", ended_at: null });
});

test("there is nothing to begin without a way in, or with one that its owner must mend", async () => {
  expect(await runOf(await newWriter(archive), "a")).toBe("not_connected");
  const writer = await connectedWriter();
  const given_at = new Date(NOW).toISOString();
  await turnConnection(writer, { state: "stopped", reason: "wrong_key", given_at }, NOW);
  expect(await runOf(writer, "a")).toBe("stopped");
  expect(heard).toEqual([]);
});

test("whoever disconnects is struck from the schedule, and a second time there is nothing to strike", async () => {
  const writer = await connectedWriter();
  expect(await disconnect(writer, ports)).toBe(true);
  expect(await disconnect(writer, ports)).toBe(false);
  expect(heard).toEqual([`strike ${writer.tenant.id}`, "forget"]);
});
