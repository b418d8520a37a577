// Both Workers in workerd, beside each other as deployed, and the door that reads a file and keeps nothing.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capture } from "#src/commands/programs.ts";
import { bundled, readSettings, WORKER_CONFIGS } from "#src/commands/workers.ts";
import { startWorkers, type Workers } from "../../journeys/workers.ts";
import { childrenOf } from "../processes.ts";

export type Answer = { status: number; ms: number; body: Extracted };

/** What a reading and a refusal have that is looked at here. */
type Extracted = { fields?: { total_minor: number | null; number: string | null }; error?: { code: string } };

export type Served = {
  workers: Workers;
  /** `POST /api/documents/extract` as the operator. Throws where the connection breaks. */
  extract(bytes: Uint8Array, filename?: string): Promise<Answer>;
  /** Memory of both processes together, MB; NaN where it can't be read. */
  rssMb(): number;
  /** The most that each of them ever had, together, MB; NaN where it can't be read. */
  peakMb(): number;
  stop(): Promise<void>;
};

/** Bundles both Workers and serves them on an empty state. No model is configured. @param settings more of them */
export async function serveWorkers(settings: Record<string, string> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "lucas-served-"));
  const built = await Promise.all(WORKER_CONFIGS.map((config) => capture(bundled(config, join(folder, "bundles")))));
  const failed = built.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.output);
  const before = new Set(childrenOf(process.pid, "workerd"));
  const workers = await startWorkers({
    bundles: join(folder, "bundles"),
    state: join(folder, "state"),
    settings: { OPENAI_API_KEY: "", ...settings },
  });
  const pids = childrenOf(process.pid, "workerd").filter((child) => !before.has(child));
  const authorization = `Bearer ${readSettings(".dev.vars.example")["OPERATOR_TOKEN"] ?? ""}`;
  return {
    workers,
    extract: (bytes, filename = "boleta.jpg") =>
      post(`${workers.url}/api/documents/extract`, formOf(bytes, filename), authorization),
    rssMb: () => memoryMb(pids, "VmRSS"),
    peakMb: () => memoryMb(pids, "VmHWM"),
    stop: async () => {
      await workers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function formOf(bytes: Uint8Array, filename: string): FormData {
  const form = new FormData();
  // What a client says of its file is a claim: everything is called a photo.
  form.set("file", new File([new Uint8Array(bytes)], filename, { type: "image/jpeg" }));
  return form;
}

async function post(url: string, body: FormData, authorization: string): Promise<Answer> {
  const begun = performance.now();
  const send = (): Promise<Response> => fetch(url, { method: "POST", headers: { authorization }, body });
  // A connection that was closed while idle is found out by writing to it; who is down stays down the second time.
  const response = await send().catch(send);
  const answered = await response.json<Extracted>();
  return { status: response.status, ms: performance.now() - begun, body: answered };
}

/** proc(5): resident pages, now and at their most, in kilobytes. */
function memoryMb(pids: readonly number[], line: "VmRSS" | "VmHWM"): number {
  if (pids.length === 0) return Number.NaN;
  try {
    const statuses = pids.map((pid) => readFileSync(`/proc/${pid}/status`, "latin1"));
    const kilobytes = statuses.map((status) => Number(new RegExp(`^${line}:\\s+(\\d+) kB`, "m").exec(status)?.[1]));
    return kilobytes.reduce((sum, each) => sum + each, 0) / 1_000;
  } catch {
    return Number.NaN;
  }
}
