import { spawn, type ChildProcess } from "node:child_process";
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

export function victimOf(program: Program, baseUrl: string): Victim {
  let child: ChildProcess | null = null;
  return {
    async start() {
      child = spawn(process.execPath, program, {
        cwd: ROOT,
        env: { ...process.env, ...QUIET },
        detached: true,
        stdio: "ignore",
      });
      for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
        if (child.exitCode !== null) throw new Error(`wrangler dev ended with ${child.exitCode} before it answered.`);
        if (await isUp(`${baseUrl}/healthz`)) return;
      }
      throw new Error("wrangler dev did not answer /healthz in time.");
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
