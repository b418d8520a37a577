import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isUp, QUIET, ROOT, type Program } from "#src/commands/programs.ts";

/** A server that is killed without warning and starts again on the same state. */
export type Victim = {
  start(): Promise<void>;
  /** SIGKILL to the whole process group: wrangler and workerd. A workerd killed alone leaves wrangler alive but deaf. */
  kill(): Promise<void>;
};

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
const LOG_CHARS_SHOWN = 4_000;

/** @param log path of the file that takes what the server says */
export function victimOf(program: Program, baseUrl: string, log: string): Victim {
  const fails = (why: string): Error => new Error(`${why}\n${readFileSync(log, "utf8").slice(-LOG_CHARS_SHOWN)}`);
  let child: ChildProcess | null = null;
  return {
    async start() {
      const says = openSync(log, "a");
      const env = { ...process.env, ...QUIET };
      child = spawn(process.execPath, program, { cwd: ROOT, env, detached: true, stdio: ["ignore", says, says] });
      closeSync(says);
      for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
        if (child.exitCode !== null) throw fails(`wrangler dev ended with ${child.exitCode} before it answered.`);
        if (await isUp(`${baseUrl}/healthz`)) return;
      }
      throw fails("wrangler dev did not answer /healthz in time.");
    },
    async kill() {
      const { pid } = child ?? {};
      if (child === null || pid === undefined || child.exitCode !== null) return;
      const gone = new Promise((ended) => child?.once("exit", ended));
      process.kill(-pid, "SIGKILL");
      await gone;
      child = null;
    },
  };
}
