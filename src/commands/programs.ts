import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";

/** The repository, with a slash at its end. */
export const ROOT = `${resolve(import.meta.dirname, "../..")}/`;

const STOP_GRACE_MS = 5_000;
const STEADY_MS = 15_000;
const HEALTH_POLL_MS = 200;
const HEALTH_TIMEOUT_MS = 10_000;

/** What every program gets: nothing is sent or fetched, and no request is traced, which costs half of the local speed. */
export const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  DO_NOT_TRACK: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  X_LOCAL_OBSERVABILITY: "false",
};

/** One of the package's own programs (`tsc`, `wrangler` …) or a TypeScript file, as Node's arguments. */
export type Program = [script: string, ...args: string[]];

export type Running = {
  /** The exit code; a program ended by a signal counts as 1. */
  exited: Promise<number>;
  /** Ends the program politely, then with everything it started. */
  stop(): Promise<void>;
};

/** Starts a program on our terminal. */
export function start(program: Program, env: Record<string, string> = {}): Running {
  const child = launch(program, "inherit", env);
  const exited = exitOf(child);
  return { exited, stop: () => finish(child, exited) };
}

/**
 * Starts a server and starts it again when it ends by itself after a while: `wrangler dev` gives up altogether when its
 * proxy loses one connection to the Worker. A server that ends at once is broken and stays down.
 */
export function keep(program: Program, env: Record<string, string> = {}): Running {
  let current = start(program, env);
  let isStopped = false;
  const watch = async (): Promise<number> => {
    const begun = Date.now();
    const code = await current.exited;
    if (isStopped || Date.now() - begun < STEADY_MS) return code;
    console.error(`The server ended by itself (${code}); starting it again.`);
    current = start(program, env);
    return watch();
  };
  const stop = (): Promise<void> => {
    isStopped = true;
    return current.stop();
  };
  return { exited: watch(), stop };
}

/** Runs a program to its end on our terminal; a failure ends us with the same code. */
export async function must(program: Program): Promise<void> {
  const code = await start(program).exited;
  if (code !== 0) process.exit(code);
}

/** Runs a program to its end and keeps what it says. */
export async function capture(program: Program): Promise<{ code: number; output: string }> {
  const child = launch(program, "pipe", {});
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  return { code: await exitOf(child), output };
}

/** Where a server answers 200, or why it never will. */
export async function answers(url: string, server: Running, timeoutMs: number): Promise<void> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    if (ended) throw new Error(`The server of ${url} ended before it answered.`);
    if (await isUp(url)) return;
    await new Promise((wake) => setTimeout(wake, HEALTH_POLL_MS));
  }
  throw new Error(`${url} did not answer within ${timeoutMs / 1_000} s.`);
}

/** Says which port is taken and what to do, before a server trips over it. */
export async function demandFreePort(port: number, flag: string): Promise<void> {
  if (await isFree(port)) return;
  console.error(`Port ${port} is in use. Stop the program that holds it, or choose another one with ${flag}.`);
  process.exit(1);
}

/** Whether a server answers 2xx now. `wrangler dev` takes a request while its build is broken, and lets it wait. */
export async function isUp(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) }).then(
    (response) => response.ok,
    () => false,
  );
}

// In our own process group: whoever kills the group of `npm start` leaves nobody behind.
function launch([script, ...args]: Program, stdio: "inherit" | "pipe", env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ["ignore", stdio, stdio],
  });
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((settle, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => settle(code ?? 1));
  });
}

async function finish(child: ChildProcess, exited: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const family = [child.pid, ...descendants(child.pid)];
  child.kill("SIGTERM");
  const late = setTimeout(() => family.forEach(killHard), STOP_GRACE_MS);
  await exited;
  clearTimeout(late);
}

// Both families: a server on ::1 does not hinder one on 127.0.0.1, but people and browsers who say localhost meet the first.
async function isFree(port: number): Promise<boolean> {
  const hosts = ["127.0.0.1", "::1"];
  return (await Promise.all(hosts.map((host) => canListen(port, host)))).every(Boolean);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => settle(error.code !== "EADDRINUSE"));
    probe.listen({ port, host }, () => probe.close(() => settle(true)));
  });
}

function descendants(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = (stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
