// `npm run chaos:sii`: every fault of the SII at every place of a sync, a kill at every call of it, and a thousand histories
// in any order; `npm test` has some of each. What was run and what was found is printed at the end of each.
import { start } from "#src/commands/programs.ts";

const CONFIG = "test/workers/sii/vitest.config.ts";
const PROPERTY = "test/workers/sii/property.test.ts";

async function run(...only: readonly string[]): Promise<number> {
  const { exited } = start(["node_modules/vitest/vitest.mjs", "run", "--config", CONFIG, ...only], {
    SII_CHAOS: "thorough",
  });
  return exited;
}

/** One after the other; the first that fails ends it. */
async function inTurn(runs: readonly (readonly string[])[]): Promise<number> {
  const [first, ...rest] = runs;
  if (!first) return 0;
  return (await run(...first)) || inTurn(rest);
}

// A process keeps the objects of all businesses that it has had, and is slower with each: the thousand are four of these.
const codes = await Promise.all([
  inTurn([["--exclude", PROPERTY], [PROPERTY]]),
  inTurn([[PROPERTY], [PROPERTY], [PROPERTY]]),
]);
process.exitCode = Math.max(...codes);
