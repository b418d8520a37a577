import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { capture, ROOT } from "#src/commands/programs.ts";
import { bundled, nameOf } from "#src/commands/workers.ts";

/**
 * Bundles Workers once into a folder, so that each restart only starts, and somebody who edits the sources meanwhile
 * is no part of the test.
 * @returns paths of the configurations that serve the bundles
 */
export async function freeze(configs: readonly string[], folder: string): Promise<string[]> {
  const frozen: string[] = [];
  for (const config of configs) {
    const { code, output } = await capture(bundled(config, folder));
    if (code !== 0) throw new Error(output);
    const path = `${folder}/${nameOf(config)}.toml`;
    writeFileSync(path, frozenConfig(config));
    frozen.push(path);
  }
  return frozen;
}

function frozenConfig(config: string): string {
  return readFileSync(ROOT + config, "utf8")
    .replace(/^main = "(.+)"$/m, (_, main: string) => {
      const bundle = `${nameOf(config)}/${basename(main, ".ts")}.js`;
      return `main = "${bundle}"\nno_bundle = true\nfind_additional_modules = true`;
    })
    .replaceAll(/^\[(?:alias|define)\]\n(?:.+\n)+/gm, "");
}
