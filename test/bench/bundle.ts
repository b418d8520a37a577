import { build, type Plugin } from "esbuild";
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
    plugins: [WITHOUT_PAGE],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Nobody scans while it is measured, so the files of the scan page need not be built. */
const WITHOUT_PAGE: Plugin = {
  name: "without the scan page",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\.bin$/ }, ({ path }) => ({ path, namespace: "unbuilt" }));
    onLoad({ filter: /.*/, namespace: "unbuilt" }, () => ({ contents: "export default new ArrayBuffer(0);" }));
  },
};
