// `npm run check`: everything that can be judged without running the product, at the same time, in seconds.
import { capture, type Program } from "./programs.ts";

const CHECKS: Record<string, Program> = {
  types: ["node_modules/typescript/bin/tsc", "-p", "."],
  "types of the scan page": ["node_modules/typescript/bin/tsc", "-p", "src/web/scan"],
  "types of the SII page": ["node_modules/typescript/bin/tsc", "-p", "src/web/connect"],
  lint: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings", "--report-unused-disable-directives"],
  format: ["node_modules/oxfmt/bin/oxfmt", "--check", "."],
  "dead code": ["node_modules/knip/bin/knip.js", "--no-progress", "--treat-config-hints-as-errors"],
  "house rules": ["test/tidy/main.ts"],
  "Worker settings": ["src/commands/env-types.ts", "--check"],
};

const failed = (await Promise.all(Object.entries(CHECKS).map(([name, program]) => check(name, program)))).filter(
  (passed) => !passed,
).length;
console.log(`${Object.keys(CHECKS).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function check(name: string, program: Program): Promise<boolean> {
  const begun = performance.now();
  const { code, output } = await capture(program);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${((performance.now() - begun) / 1_000).toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}
