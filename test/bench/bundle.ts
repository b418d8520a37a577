import { build } from "esbuild";
import { ROOT } from "#src/commands/programs.ts";

/** A Worker and all it imports as one module, as wrangler would bundle it. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}${entry}`],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    define: { "process.env.NODE_ENV": '"production"' },
    external: ["cloudflare:*", "node:*"],
    loader: { ".sql": "text", ".html": "text", ".txt": "text" },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
