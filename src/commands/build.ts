// `npm run build`: bundles every Worker into dist/ exactly as a deployment would, without deploying.
import { must, ROOT } from "./programs.ts";
import { bundled, WORKER_CONFIGS } from "./workers.ts";

for (const config of WORKER_CONFIGS) await must(bundled(config, `${ROOT}dist`));
