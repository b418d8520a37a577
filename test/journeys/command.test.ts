// `npm run worker` as whoever checks the product starts it: two processes that are one server.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isUp, QUIET, ROOT } from "#src/commands/programs.ts";
import { readSettings } from "#src/commands/workers.ts";
import { freePort } from "./workers.ts";

const START_TIMEOUT_MS = 90_000;
const POLL_MS = 50;

const folder = mkdtempSync(join(tmpdir(), "lucas-command-"));
let url: string;
let server: ReturnType<typeof spawn>;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const flags = ["--port", String(port), "--inspector-port", "0", "--persist-to", join(folder, "state")];
  server = spawn(
    process.execPath,
    ["src/commands/worker.ts", ...flags, "--ip", "127.0.0.1", "--env-file", ".dev.vars.example"],
    { cwd: ROOT, env: { ...process.env, ...QUIET }, stdio: "ignore", detached: true },
  );
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
    if (await isUp(`${url}/healthz`)) return;
  }
  throw new Error("npm run worker did not answer /healthz in time");
});

afterAll(() => {
  try {
    process.kill(-(server.pid ?? 0), "SIGKILL");
  } catch {
    // It ended as it was told to.
  }
  rmSync(folder, { recursive: true, force: true });
});

test("who is answered by the one Worker can have a document read by the other at once", async () => {
  const form = new FormData();
  const pdf = readFileSync(`${ROOT}test/golden/receipts/factura-timbre.pdf`);
  form.set("file", new File([new Uint8Array(pdf)], "factura.pdf", { type: "application/pdf" }));
  const authorization = `Bearer ${readSettings(".dev.vars.example")["OPERATOR_TOKEN"]}`;
  const read = await fetch(`${url}/api/documents/extract`, { method: "POST", headers: { authorization }, body: form });
  expect([read.status, (await read.json<{ kind: string }>()).kind]).toEqual([200, "factura"]);
});

test("told to end, it ends with both", async () => {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
  expect(await isUp(`${url}/healthz`)).toBe(false);
});
