// `npm start`: the whole product on this machine: Workers, and simulators in the place of Meta, of the model and of the SII.
import { parseArgs } from "node:util";
import { keepWorkers } from "./beside.ts";
import { greeting } from "./greeting.ts";
import { answers, demandFreePort, start, type Running } from "./programs.ts";
import { createSettings, migrateLocally, readSettings, STATE_DIR } from "./workers.ts";

const START_TIMEOUT_MS = 120_000;

const { values: flags } = parseArgs({
  options: {
    port: { type: "string", default: "8787" },
    "phone-port": { type: "string", default: "8788" },
    "inspector-port": { type: "string", default: "0" },
    "persist-to": { type: "string", default: STATE_DIR },
    "log-level": { type: "string", default: "warn" },
  },
});
const workerUrl = `http://localhost:${flags.port}`;
const phoneUrl = `http://localhost:${flags["phone-port"]}`;
const running: Running[] = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));
await demandFreePort(Number(flags.port), "npm start -- --port NUMBER");
await demandFreePort(Number(flags["phone-port"]), "npm start -- --phone-port NUMBER");
createSettings();
console.log("Starting …");
await migrateLocally(flags["persist-to"]);
const settings = readSettings(".dev.vars");
const moved = atChosenPorts(settings);
const simulators = launch(() => {
  const where = ["--port", flags["phone-port"], "--webhook-url", `${workerUrl}/webhook/whatsapp`, "--quiet"];
  return start(["test/simulators/main.ts", ...where], { ...settings, ...moved });
});
const workers = launch(() => keepWorkers(devFlags(moved)));
await Promise.all([
  answers(`${workerUrl}/healthz`, workers, START_TIMEOUT_MS),
  answers(phoneUrl, simulators, START_TIMEOUT_MS),
]).catch(async (error: Error) => {
  console.error(error.message);
  await end(1);
});
console.log(greeting({ workerUrl, phoneUrl, state: flags["persist-to"] }));
await Promise.race(running.map(({ exited }) => exited));
await end(1);

function launch(begin: () => Running): Running {
  const one = begin();
  running.push(one);
  return one;
}

async function end(code: number): Promise<never> {
  await Promise.all(running.map((one) => one.stop()));
  process.exit(code);
}

function devFlags(overrides: Record<string, string>): string[] {
  const { port, "persist-to": state, "inspector-port": inspector, "log-level": level } = flags;
  const ours = ["--port", port, "--persist-to", state, "--inspector-port", inspector, "--log-level", level];
  return [...ours, ...Object.entries(overrides).flatMap(([name, value]) => ["--var", `${name}:${value}`])];
}

/** The settings that name the usual ports, at the chosen ones. All others the Worker reads from .dev.vars itself. */
function atChosenPorts(usual: Record<string, string>): Record<string, string> {
  const chosen = Object.entries(usual).map(([name, value]) => [
    name,
    value.replaceAll("http://localhost:8788", phoneUrl).replaceAll("http://localhost:8787", workerUrl),
  ]);
  return Object.fromEntries(chosen.filter(([name = "", value]) => value !== usual[name]));
}
