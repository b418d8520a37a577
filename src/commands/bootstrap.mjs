// Runs under any Node from 20 on, before anything is installed: installs what the lockfile says when that is not what
// lies in node_modules, then hands over to the Node 24 among the dev dependencies.
// Usage: node src/commands/bootstrap.mjs <program.ts> [arguments]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NODE = `${ROOT}node_modules/node/bin/node`;
const ORPHAN_CHECK_MS = 500;

const reason = whyInstall();
if (reason) install(reason);
handOver(process.argv.slice(2));

/** Compares what the lockfile asks for with what npm wrote down when it installed; never by time stamps. */
function whyInstall() {
  if (!existsSync(NODE)) return "node_modules is missing or incomplete";
  const wanted = packagesOf("package-lock.json");
  const installed = packagesOf("node_modules/.package-lock.json");
  const stale = Object.entries(wanted).find(
    // Optional packages are those of other machines: they may be absent, but not of another version.
    ([path, { version, optional }]) =>
      path !== "" && (installed[path] ? installed[path].version !== version : !optional),
  );
  return stale && `${stale[0]} is not what package-lock.json asks for`;
}

function packagesOf(lockfile) {
  return existsSync(ROOT + lockfile) ? JSON.parse(readFileSync(ROOT + lockfile, "utf8")).packages : {};
}

function install(why) {
  console.log(`Installing (npm ci): ${why}. The first time takes a minute or two.`);
  // Inside an npm script npm tells where it lies itself; this also finds it where no `npm` is in the PATH.
  const npm = process.env.npm_execpath;
  const [program, args] = npm ? [process.execPath, [npm, "ci"]] : ["npm", ["ci"]];
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) fail("npm ci failed. Its own words stand above; try again when they are dealt with.");
  if (!existsSync(NODE))
    fail("npm ci left no Node 24 behind. Are install scripts switched off (npm config get ignore-scripts)?");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function handOver([program, ...args]) {
  const child = spawn(NODE, [program, ...args], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // Whoever started us may be killed without a word; a server must not outlive its terminal.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), ORPHAN_CHECK_MS).unref();
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
