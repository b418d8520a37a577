// `npm test`: every check and test that needs nothing but npm packages, part by part; the last line sums them up.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { capture, start, type Program } from "./programs.ts";

type Count = { passed: number; failed: number };

const PARTS: Record<string, () => Promise<Count>> = {
  check: () => program(["src/commands/check.ts"]),
  vitest: () => vitest("test/vitest.config.ts"),
  chaos: () => program(["test/chaos/main.ts", "--short"]),
};

const total: Count = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(PARTS)) {
  console.log(`\n── ${name}`);
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** A program that ends with a line such as `12 passed, 0 failed`; without one, or with a bad exit, it has failed. */
async function program(what: Program): Promise<Count> {
  const { code, output } = await capture(what);
  console.log(output.trimEnd());
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  return atLeastOneFailure({ passed: Number(passed ?? 0), failed: Number(failed ?? 0) }, code);
}

async function vitest(config: string): Promise<Count> {
  const folder = mkdtempSync(`${tmpdir()}/lucas-test-`);
  const report = `${folder}/vitest.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await start(["node_modules/vitest/vitest.mjs", "run", "--config", config, ...reporters]).exited;
  const count = countOf(report);
  rmSync(folder, { recursive: true });
  return atLeastOneFailure(count, code);
}

// A file that does not load has no failed test; a runner that crashes leaves no report.
function countOf(report: string): Count {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
    if (numPendingTests > 0) console.log(`${numPendingTests} skipped: is there a Chromium for the browser tests?`);
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function atLeastOneFailure({ passed, failed }: Count, code: number): Count {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
