import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isUp, QUIET, ROOT, type Program } from "#src/commands/programs.ts";

/** A server that is killed without warning and comes back on the same state, as a supervisor would have it. */
export type Victim = {
  /** Resolves when the server answers. */
  start(): Promise<void>;
  /** SIGKILL to the whole process group: wrangler and workerd. A workerd killed alone leaves wrangler alive but deaf. */
  kill(): Promise<void>;
  /** Epoch ms of each of our SIGKILLs. */
  killedAt: number[];
  /** Epoch ms at which `wrangler dev` gave up by itself: its proxy does so now and then («Network connection lost»). */
  crashedAt: number[];
};

type Server = {
  program: Program;
  baseUrl: string;
  /** Path of the file that takes what the server says. */ log: string;
};

const START_TIMEOUT_MS = 180_000;
const POLL_MS = 50;
const CRASHES_MAX = 30;
const LOG_CHARS_SHOWN = 4_000;

export function victimOf(server: Server): Victim {
  const killedAt: number[] = [];
  const crashedAt: number[] = [];
  let child: ChildProcess | null = null;
  process.once("exit", () => child && killGroup(child));

  const begin = (): void => {
    const born = launch(server);
    child = born;
    born.once("exit", () => {
      // Whom we kill is no longer `child` by then.
      if (child !== born || crashedAt.push(Date.now()) > CRASHES_MAX) return;
      killGroup(born);
      begin();
    });
  };
  return {
    killedAt,
    crashedAt,
    async start() {
      begin();
      await untilUp(server);
    },
    async kill() {
      const victim = child;
      child = null;
      if (victim === null || victim.exitCode !== null) return;
      const gone = new Promise((ended) => victim.once("exit", ended));
      killedAt.push(Date.now());
      killGroup(victim);
      await gone;
    },
  };
}

function launch({ program, log }: Server): ChildProcess {
  const says = openSync(log, "a");
  const env = { ...process.env, ...QUIET };
  const child = spawn(process.execPath, program, { cwd: ROOT, env, detached: true, stdio: ["ignore", says, says] });
  closeSync(says);
  return child;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
}

async function untilUp({ baseUrl, log }: Server): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
    if (await isUp(`${baseUrl}/healthz`)) return;
  }
  throw new Error(
    `wrangler dev did not answer /healthz in time.\n${readFileSync(log, "utf8").slice(-LOG_CHARS_SHOWN)}`,
  );
}
