// `npm run worker -- [wrangler dev flags]`: the product's Workers alone, without simulators. Every flag is wrangler's.
import { demandFreePort, keep } from "./programs.ts";
import { createSettings, flagOf, migrateLocally, STATE_DIR, wranglerDev } from "./workers.ts";

const flags = process.argv.slice(2);
const port = flagOf(flags, "port") ?? "8787";
const stateDir = flagOf(flags, "persist-to") ?? STATE_DIR;

await demandFreePort(Number(port), "--port");
// With --env-file wrangler leaves .dev.vars aside; then the caller brings all settings.
if (flagOf(flags, "env-file") === null) createSettings();
await migrateLocally(stateDir);

const workers = keep(wranglerDev(flags, { port, "persist-to": stateDir }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void workers.stop());
process.exitCode = await workers.exited;
