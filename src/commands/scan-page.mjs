// Builds the files of the scan page and of the page that connects the SII into dist/page, as modules of bytes (`.bin`) that the Worker carries. Wrangler runs
// it before it serves or deploys, under whatever Node there is.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), "../..");
const FOLDER = `${ROOT}/dist/page`;

const { outputFiles } = await build({
  entryPoints: ["scan/scan.ts", "scan/reader.ts", "scan/scan.css", "connect/connect.ts", "connect/connect.css"].map(
    (file) => ({ in: `${ROOT}/src/web/${file}`, out: basename(file).replace(/\.\w+$/, "") }),
  ),
  outdir: FOLDER,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "safari16", "chrome105", "firefox115"],
  write: false,
  legalComments: "none",
});

mkdirSync(FOLDER, { recursive: true });
for (const { path, contents } of outputFiles) lay(`${path}.bin`, contents);
lay(`${FOLDER}/zxing_reader.wasm.bin`, readFileSync(`${ROOT}/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm`));

/**
 * Whole or not at all, and only where it changed: several builds may run at once, and a server watches the folder.
 * @param {string} path
 * @param {Uint8Array} contents
 */
function lay(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  const aside = `${ROOT}/dist/.${basename(path)}.${process.pid}`;
  writeFileSync(aside, contents);
  renameSync(aside, path);
}
