import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const QUIET_POLL_MS = 100;
const QUIET_POLLS = 2;
const QUIET_TIMEOUT_MS = 60_000;
/** Where processor time is not seen, a pause must do. */
const UNSEEN_QUIET_MS = 1_000;

/** Whether processor time can be read here; elsewhere that column stays empty. */
export const COUNTS_CPU = existsSync("/proc/self/stat");

/** Processor time of a process and of everything below it, ms. */
export function cpuOf(root: number): number {
  const all = processes();
  const sum = (pid: number): number => {
    const own = all.get(pid)?.cpuMs ?? 0;
    return [...all].reduce((total, [child, { parent }]) => (parent === pid ? total + sum(child) : total), own);
  };
  return sum(root);
}

/** The processes of that name which a process started. */
export function childrenOf(parent: number, name: string): number[] {
  return [...processes()].filter(([, each]) => each.parent === parent && each.name === name).map(([pid]) => pid);
}

/** Waits until a process has nothing more to do: the work that an answer left behind belongs to its cost. */
export async function quiet(root: number): Promise<void> {
  if (!COUNTS_CPU) {
    await sleep(UNSEEN_QUIET_MS);
    return;
  }
  let before = cpuOf(root);
  let polls = 0;
  for (const end = Date.now() + QUIET_TIMEOUT_MS; polls < QUIET_POLLS && Date.now() < end;) {
    await sleep(QUIET_POLL_MS);
    const now = cpuOf(root);
    polls = now - before <= TICK_MS ? polls + 1 : 0;
    before = now;
  }
}

type Process = { name: string; parent: number; cpuMs: number };

function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  if (!COUNTS_CPU) return found;
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    if (stat) found.set(Number(name), stat);
  }
  return found;
}

/** proc(5): after the name in parentheses, which may hold spaces, come state, parent … utime (14th), stime (15th). */
function statOf(pid: string): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { name, parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return null;
  }
}
