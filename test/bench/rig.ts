// Workers on Miniflare's direct sockets: the request goes straight into workerd, all bindings are there, state is on disk.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from "wrangler";
import { ROOT } from "#src/commands/programs.ts";
import { readSettings } from "#src/commands/workers.ts";
import { bundle } from "./bundle.ts";
import { childrenOf } from "./processes.ts";

/** A server under test: where it listens, and the process that is charged for it. */
export type Rig = { port: number; pid: number; stop(): Promise<void> };

const COMPATIBILITY_DATE = "2026-08-15";

/** A floor: a small Worker, with an object class where it has one. */
export async function serveFloor(name: string): Promise<Rig> {
  const settings = readSettings(".dev.vars.example");
  const durableObjects = name === "durable" ? { CONTACT: { className: "Contact", useSQLite: true } } : {};
  return serve(`test/bench/floors/${name}/worker.ts`, {
    compatibilityDate: COMPATIBILITY_DATE,
    bindings: { WHATSAPP_APP_SECRET: settings["WHATSAPP_APP_SECRET"] ?? "" },
    durableObjects,
  });
}

/** The product with the bindings of its own wrangler.toml; only the reader of documents is not there, nobody sends one. */
export async function serveProduct(entry: string, graphBaseUrl: string): Promise<Rig> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${ROOT}wrangler.toml`);
  const { modulesRules: _rules, serviceBindings: _reader, ...options } = workerOptions;
  const settings = { ...readSettings(".dev.vars.example"), GRAPH_BASE_URL: graphBaseUrl, OPENAI_API_KEY: "" };
  return serve(entry, { ...options, bindings: { ...(options.bindings as object), ...settings } });
}

async function serve(entry: string, options: object): Promise<Rig> {
  const state = mkdtempSync(join(tmpdir(), "lucas-bench-"));
  const before = new Set(childrenOf(process.pid, "workerd"));
  const name = "measured";
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      workers: [
        {
          ...options,
          name,
          rootPath: ROOT,
          modules: [{ type: "ESModule", path: `${ROOT}measured.js`, contents: await bundle(entry) }],
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        },
      ],
    }),
    log: new Log(LogLevel.ERROR),
    cf: false,
    handleStructuredLogs: () => {},
    unsafeObservability: false,
    resourcePersistencePath: state,
  });
  await miniflare.ready;
  if ("d1Databases" in options) await migrate(miniflare);
  const { port } = await miniflare.unsafeGetDirectURL(name);
  const [pid] = childrenOf(process.pid, "workerd").filter((child) => !before.has(child));
  return {
    port: Number(port),
    pid: pid ?? process.pid,
    stop: async () => {
      await miniflare.dispose();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

const DATABASES = { DIRECTORY: "migrations/directory", LEDGER_00: "migrations/ledger" };

async function migrate(miniflare: Miniflare): Promise<void> {
  for (const [binding, folder] of Object.entries(DATABASES)) {
    const database = await miniflare.getD1Database(binding);
    for (const file of readdirSync(ROOT + folder).toSorted()) {
      const sql = readFileSync(join(ROOT, folder, file), "utf8");
      await database.batch(unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)));
    }
  }
}
