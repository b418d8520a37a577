// `npm run build`: bundles every Worker into dist/ exactly as a deployment would, without deploying.
import { basename, dirname } from "node:path";
import { must } from "./programs.ts";
import { WORKER_CONFIGS, wrangler } from "./workers.ts";

for (const config of WORKER_CONFIGS) {
  const room = config.includes("/") ? basename(dirname(config)) : "lucas";
  await must(wrangler("deploy", "-c", config, "--dry-run", "--outdir", `dist/${room}`));
}
