// The product's Workers, each in a workerd of its own and calling the other as deployed: service RPC, queues,
// databases and files included.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { extname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from "wrangler";
import { ROOT } from "#src/commands/programs.ts";
import { MAIN_CONFIG, nameOf, readSettings, READER_CONFIG } from "#src/commands/workers.ts";

// Wrangler's own `createTestHarness` is not used: it sends what the Workers fetch through Node, which turns a cut
// connection into a 500, and it neither says where it keeps its state nor lets a raw byte reach the Worker.

export type Workers = {
  /** Where requests go straight into workerd. */
  url: string;
  port: number;
  miniflare: Miniflare;
  /** Everything a Worker said on its console, all levels. */
  logs: LogLine[];
  stop(): Promise<void>;
};

export type LogLine = { level: string; message: string };

export type WorkersOptions = {
  /** Folder that holds one folder of modules per Worker. */
  bundles: string;
  /** Folder of databases, objects, files and queues. */
  state: string;
  /** Settings that differ from `.dev.vars.example`. */
  settings: Record<string, string>;
};

type V4Options = Parameters<typeof convertV4MiniflareOptions>[0];

export async function startWorkers({ bundles, state, settings }: WorkersOptions): Promise<Workers> {
  const logs: LogLine[] = [];
  const port = await freePort();
  const bindings = { ...readSettings(".dev.vars.example"), ...settings };
  const common = {
    log: new Log(LogLevel.ERROR),
    cf: false,
    unsafeObservability: false,
    unsafeDevRegistryPath: join(state, "registry"),
    handleStructuredLogs: ({ level, message }: LogLine) => void logs.push({ level, message }),
  };
  // A process each, as on the edge: one workerd has one thread, and who reads there keeps every webhook waiting.
  const reader = new Miniflare({ ...v4({ ...workerOf(READER_CONFIG, bundles), bindings: {} }), ...common });
  const sockets = { unsafeDirectSockets: [{ host: "127.0.0.1", port }] };
  const miniflare = new Miniflare({
    ...v4({ ...workerOf(MAIN_CONFIG, bundles), bindings, ...sockets }),
    ...common,
    resourcePersistencePath: state,
  });
  await Promise.all([reader.ready, miniflare.ready]);
  await migrate(miniflare);
  const stop = async (): Promise<void> => void (await Promise.all([miniflare.dispose(), reader.dispose()]));
  return { url: `http://127.0.0.1:${port}`, port, miniflare, logs, stop };
}

function v4(worker: object): ReturnType<typeof convertV4MiniflareOptions> {
  return convertV4MiniflareOptions({ workers: [worker] } as unknown as V4Options);
}

/** A Worker with what its own configuration binds; settings are the caller's, never those of this machine's `.dev.vars`. */
function workerOf(config: string, bundles: string): object {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(ROOT + config);
  const { modulesRules: _rules, ...options } = workerOptions as Record<string, unknown>;
  const folder = join(bundles, nameOf(config));
  return { ...options, name: nameOf(config), rootPath: folder, modules: modulesOf(folder) };
}

const MODULE_TYPES: Readonly<Record<string, string>> = {
  ".js": "ESModule",
  ".wasm": "CompiledWasm",
  ".gz": "Data",
  ".bin": "Data",
};

/** The module that starts the Worker first, then what it imports. */
function modulesOf(folder: string): object[] {
  const names = readdirSync(folder).filter((name) => MODULE_TYPES[extname(name)] !== undefined);
  const ordered = names.toSorted((a, b) => Number(b.endsWith(".js")) - Number(a.endsWith(".js")));
  return ordered.map((name) => {
    const type = MODULE_TYPES[extname(name)];
    const path = join(folder, name);
    return { type, path, contents: type === "ESModule" ? readFileSync(path, "utf8") : readFileSync(path) };
  });
}

const MIGRATIONS = { DIRECTORY: "migrations/directory", LEDGER_00: "migrations/ledger" };

async function migrate(miniflare: Miniflare): Promise<void> {
  for (const [binding, folder] of Object.entries(MIGRATIONS)) {
    const database = await miniflare.getD1Database(binding);
    for (const file of readdirSync(ROOT + folder).toSorted()) {
      const sql = readFileSync(join(ROOT, folder, file), "utf8");
      await database.batch(unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)));
    }
  }
}

/**
 * A port that nothing listens at, below those that the system lends to connections: one of these may be lent to somebody
 * else before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORT_FROM + Math.floor(Math.random() * PORTS);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}

const PORT_FROM = 20_000;
const PORTS = 12_000;
