import { createHash } from "node:crypto";
import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { capture, must, ROOT, type Program } from "./programs.ts";

/** The Worker that takes the requests. */
export const MAIN_CONFIG = "wrangler.toml";

/** The Worker that reads documents. */
export const READER_CONFIG = "src/documents/wrangler.toml";

/** The Workers of the product; the first takes the requests. */
export const WORKER_CONFIGS = [MAIN_CONFIG, READER_CONFIG];

/** Where `wrangler dev` keeps databases, objects and files. */
export const STATE_DIR = ".wrangler/state";

/** Written into a state directory: which migrations its databases have seen. */
const MIGRATED = "lucas-migrated";

export function wrangler(...args: string[]): Program {
  return ["node_modules/wrangler/bin/wrangler.js", ...args];
}

/** `wrangler dev` of one Worker, with our usual flags where the caller did not say (wrangler refuses a flag twice). */
export function wranglerDev(config: string, flags: string[], usual: Record<string, string> = {}): Program {
  const added = Object.entries({ "show-interactive-dev-session": "false", ...usual })
    .filter(([name]) => flagOf(flags, name) === null)
    .map(([name, value]) => `--${name}=${value}`);
  return wrangler("dev", "-c", config, ...added, ...flags);
}

/**
 * Bundles one Worker as a deployment would, into a folder of `outDir` that has the Worker's name.
 * @param outDir absolute: wrangler reads a relative one from where the configuration lies
 */
export function bundled(config: string, outDir: string): Program {
  return wrangler("deploy", "-c", config, "--dry-run", "--outdir", `${outDir}/${nameOf(config)}`);
}

/** The name under which a Worker is deployed. */
export function nameOf(config: string): string {
  const [, name] = /^name = "(.+)"$/m.exec(readFileSync(ROOT + config, "utf8")) ?? [];
  if (name === undefined) throw new Error(`${config} has no name.`);
  return name;
}

/** Reads one flag among many that are not ours; null when it is not there. */
export function flagOf(flags: string[], name: string): string | null {
  const { values } = parseArgs({ args: flags, options: { [name]: { type: "string" } }, strict: false });
  const value = values[name];
  return typeof value === "string" ? value : null;
}

/** The first start of a fresh clone finds settings to run with; nobody's own file is ever touched. */
export function createSettings(): void {
  if (existsSync(`${ROOT}.dev.vars`)) return;
  copyFileSync(`${ROOT}.dev.vars.example`, `${ROOT}.dev.vars`);
  console.log("Created .dev.vars from .dev.vars.example.");
}

/** The settings of a `.dev.vars` file: `NAME=value` lines, the value bare or in quotes. */
export function readSettings(path: string): Record<string, string> {
  const lines = readFileSync(resolve(ROOT, path), "utf8").matchAll(/^[ \t]*([A-Z_0-9]+)[ \t]*=[ \t]*(.*?)[ \t\r]*$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = "", value = ""]) => [name, value.replace(/^(["'])(.*)\1$/, "$2")]),
  );
}

/**
 * Brings every local database up to date. Never while the state is being served: a second process on the same
 * SQLite file can end `wrangler dev`. Starting wrangler costs two seconds a database, so a state that has already
 * seen these very files is left alone.
 */
export async function migrateLocally(stateDir: string): Promise<void> {
  const stamp = resolve(ROOT, stateDir, MIGRATED);
  const now = fingerprintOfMigrations();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  for (const database of databases()) {
    const { code, output } = await capture(
      wrangler("d1", "migrations", "apply", database, "--local", "--persist-to", stateDir),
    );
    if (code !== 0) throw new Error(`The migrations of ${database} failed.\n${output}`);
    console.log(`Migrated ${database} in ${stateDir}.`);
  }
  writeFileSync(stamp, now);
}

export async function migrateRemotely(): Promise<void> {
  for (const database of databases()) await must(wrangler("d1", "migrations", "apply", database, "--remote"));
}

/** The bindings of all D1 databases, as wrangler.toml lists them. */
function databases(): string[] {
  const config = readFileSync(`${ROOT}wrangler.toml`, "utf8");
  return [...config.matchAll(/^\[\[d1_databases\]\]\nbinding = "(\w+)"/gm)].map(([, binding = ""]) => binding);
}

function fingerprintOfMigrations(): string {
  const hash = createHash("sha256").update(databases().join());
  for (const path of globSync("migrations/**/*.sql", { cwd: ROOT }).toSorted()) {
    hash.update(`\n${path}\n`).update(readFileSync(ROOT + path));
  }
  return hash.digest("hex");
}
