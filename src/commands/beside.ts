import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keep, type Running } from "./programs.ts";
import { flagOf, MAIN_CONFIG, READER_CONFIG, wranglerDev } from "./workers.ts";

/**
 * Both Workers under `wrangler dev`, each in a process of its own as on the edge: one workerd has one thread, and who
 * reads a document there keeps every webhook waiting. They find each other by a registry that nobody else looks into,
 * or the Workers of a second copy would answer for ours.
 * @param flags of wrangler, for the Worker that takes the requests; the reader has neither port nor setting
 * @param usual flags for it that the caller may override
 */
export function keepWorkers(flags: string[], usual: Record<string, string> = {}): Running {
  const registry = mkdtempSync(join(tmpdir(), "lucas-registry-"));
  const env = { WRANGLER_REGISTRY_PATH: registry };
  const level = flagOf(flags, "log-level") ?? "warn";
  const own = { port: "0", "inspector-port": "0", "log-level": level, "persist-to": join(registry, "reader") };
  const both = [wranglerDev(READER_CONFIG, [], own), wranglerDev(MAIN_CONFIG, flags, usual)];
  const running = both.map((program) => keep(program, env));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
    rmSync(registry, { recursive: true, force: true });
  };
  return { exited: Promise.race(running.map(({ exited }) => exited)), stop };
}
