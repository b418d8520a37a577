import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { keep, type Running } from "./programs.ts";
import { flagOf, MAIN_CONFIG, nameOf, READER_CONFIG, wranglerDev } from "./workers.ts";

const READER_START_MS = 30_000;
const READER_POLL_MS = 100;

/**
 * Both Workers under `wrangler dev`, each in a process of its own as on the edge: one workerd has one thread, and who
 * reads a document there keeps every webhook waiting. They find each other by a registry that nobody else looks into,
 * or the Workers of a second copy would answer for ours. The reader comes first: who is answered by the other one may
 * send a document at once.
 * @param flags of wrangler, for the Worker that takes the requests; the reader has neither port nor setting
 * @param usual flags for it that the caller may override
 */
export function keepWorkers(flags: string[], usual: Record<string, string> = {}): Running {
  const registry = mkdtempSync(join(tmpdir(), "lucas-registry-"));
  const env = { WRANGLER_REGISTRY_PATH: registry };
  const level = flagOf(flags, "log-level") ?? "warn";
  const own = { port: "0", "inspector-port": "0", "log-level": level, "persist-to": join(registry, "reader") };
  const reader = keep(wranglerDev(READER_CONFIG, [], own), env);
  let isStopped = false;
  const main = untilThere(join(registry, nameOf(READER_CONFIG)), reader).then(() =>
    isStopped ? null : keep(wranglerDev(MAIN_CONFIG, flags, usual), env),
  );
  const stop = async (): Promise<void> => {
    isStopped = true;
    await Promise.all([reader.stop(), main.then((one) => one?.stop())]);
    rmSync(registry, { recursive: true, force: true });
  };
  return { exited: Promise.race([reader.exited, main.then((one) => one?.exited ?? 0)]), stop };
}

/** Waits for a file that a program writes; not for one that has ended, and not for ever. */
async function untilThere(path: string, program: Running): Promise<void> {
  const given = new AbortController();
  void program.exited.then(() => given.abort());
  for (const end = Date.now() + READER_START_MS; Date.now() < end && !given.signal.aborted;) {
    if (existsSync(path)) return;
    await sleep(READER_POLL_MS);
  }
}
