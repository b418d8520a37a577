import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { wrangler } from "#src/commands/workers.ts";
import { freeze } from "./freeze.ts";
import { victimOf, type Victim } from "./victim.ts";

/** Workers under attack, all in one process that dies at once. */
export type Stronghold = {
  port: number;
  configs: readonly string[];
  /** Brings the databases of a new state directory up to date. */
  prepare: (stateDir: string) => Promise<void>;
};

/** Starts Workers on a state of their own, has them attacked, and leaves nothing behind. */
export async function besiege<T>(
  { port, configs, prepare }: Stronghold,
  settings: Record<string, string>,
  siege: (victim: Victim) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(`${tmpdir()}/lucas-chaos-`);
  writeEnvFile(`${folder}/env`, settings);
  await prepare(`${folder}/state`);
  const frozen = (await freeze(configs, folder)).flatMap((config) => ["-c", config]);
  const flags = ["--port", String(port), "--persist-to", `${folder}/state`, "--env-file", `${folder}/env`];
  const quiet = ["--inspector-port", "0", "--log-level", "warn", "--show-interactive-dev-session=false"];
  const victim = victimOf({
    program: wrangler("dev", ...frozen, ...flags, ...quiet),
    baseUrl: baseUrlOf({ port }),
    log: `${folder}/log`,
  });
  try {
    await victim.start();
    return await siege(victim);
  } finally {
    await victim.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function baseUrlOf({ port }: Pick<Stronghold, "port">): string {
  return `http://127.0.0.1:${port}`;
}

/** Without a model: what is booked here is read by rules alone. */
function writeEnvFile(path: string, settings: Record<string, string>): void {
  const kept = Object.entries(settings).filter(([name]) => !name.startsWith("OPENAI_"));
  writeFileSync(path, kept.map(([name, value]) => `${name}=${value}\n`).join(""));
}
