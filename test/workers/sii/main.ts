// `npm run chaos:sii`: every fault of the SII at every place of a sync, a kill at every call of it, and a thousand histories
// in any order; `npm test` has some of each. What was run and what was found is printed at the end of each.
import { start } from "#src/commands/programs.ts";

const { exited } = start(["node_modules/vitest/vitest.mjs", "run", "--config", "test/workers/sii/vitest.config.ts"], {
  SII_CHAOS: "thorough",
});
process.exitCode = await exited;
