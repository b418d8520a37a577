// `npm run deploy`: the databases first, then the reader, then the Worker that calls it.
import { must } from "./programs.ts";
import { migrateRemotely, WORKER_CONFIGS, wrangler } from "./workers.ts";

await must(["src/commands/build.ts"]);
await migrateRemotely();
for (const config of WORKER_CONFIGS.toReversed()) await must(wrangler("deploy", "-c", config));
