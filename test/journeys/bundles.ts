// Bundles every Worker once per test run, exactly as a deployment would, for all stages of the run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import type { TestProject } from "vitest/node";
import { capture } from "#src/commands/programs.ts";
import { bundled, WORKER_CONFIGS } from "#src/commands/workers.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder that holds one folder of modules per Worker. */
    bundles: string;
  }
}

/** Of each project that asks for them. */
const folders: string[] = [];

export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(`${tmpdir()}/lucas-journeys-`);
  folders.push(folder);
  const built = await Promise.all(WORKER_CONFIGS.map((config) => capture(bundled(config, folder))));
  const failed = built.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.output);
  project.provide("bundles", folder);
}

export function teardown(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
