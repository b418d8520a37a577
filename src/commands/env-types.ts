// `npm run types`: writes src/app/env.d.ts, the type of what wrangler.toml and the settings give the Worker.
// With --check it writes nothing and fails where the file is out of date. The names come from .dev.vars.example,
// never from .dev.vars: somebody's own settings must not change what is committed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { capture, ROOT } from "./programs.ts";
import { WORKER_CONFIGS, wrangler } from "./workers.ts";

const ENV_TYPES = "src/app/env.d.ts";
const HEADER = "// Written by `npm run types` from wrangler.toml and .dev.vars.example. Not edited by hand.\n";

const types = await generate();
if (!process.argv.includes("--check")) writeFileSync(ROOT + ENV_TYPES, types);
else if (types !== readFileSync(ROOT + ENV_TYPES, "utf8")) {
  console.error(`${ENV_TYPES} is out of date: npm run types`);
  process.exitCode = 1;
}

async function generate(): Promise<string> {
  // Inside the repository: wrangler writes imports relative to the file.
  const folder = mkdtempSync(`${ROOT}node_modules/.env-types-`);
  const path = `${folder}/env.d.ts`;
  const configs = WORKER_CONFIGS.flatMap((config) => ["-c", config]);
  const settings = ["--env-file", ".dev.vars.example", "--include-runtime=false", "--strict-vars=false"];
  const { code, output } = await capture(wrangler("types", path, ...configs, ...settings));
  if (code === 0) writeFileSync(path, HEADER + withExtensions(withoutHeader(readFileSync(path, "utf8")), folder));
  const formatted = await capture(["node_modules/oxfmt/bin/oxfmt", "-c", ".oxfmtrc.json", "--with-node-modules", path]);
  const written = code === 0 && formatted.code === 0 ? readFileSync(path, "utf8") : null;
  rmSync(folder, { recursive: true });
  if (written === null) throw new Error(code === 0 ? formatted.output : output);
  return written;
}

// Wrangler's own header has a hash of its version and command.
function withoutHeader(text: string): string {
  return text.replace(/^(\/[/*].*\n)+/, "");
}

// Wrangler writes import("./worker"), which TypeScript resolves to `any` where extensions are the rule.
function withExtensions(text: string, folder: string): string {
  return text.replace(/import\("(\.[^"]+)"\)/g, (_, path: string) => {
    const target = relative(dirname(ROOT + ENV_TYPES), resolve(folder, path));
    return `import("${target.startsWith(".") ? target : `./${target}`}.ts")`;
  });
}
