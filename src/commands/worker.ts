// `npm run worker -- [wrangler dev flags]`: the product's Workers alone, without simulators. Every flag is wrangler's.
import { keepWorkers } from "./beside.ts";
import { demandFreePort } from "./programs.ts";
import { createSettings, flagOf, migrateLocally, STATE_DIR } from "./workers.ts";

const flags = process.argv.slice(2);
const port = flagOf(flags, "port") ?? "8787";
const stateDir = flagOf(flags, "persist-to") ?? STATE_DIR;

await demandFreePort(Number(port), "--port");
// With --env-file wrangler leaves .dev.vars aside; then the caller brings all settings.
if (flagOf(flags, "env-file") === null) createSettings();
await migrateLocally(stateDir);

const workers = keepWorkers(flags, { port, "persist-to": stateDir });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void workers.stop());
process.exitCode = await workers.exited;
await workers.stop();
