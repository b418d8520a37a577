// The simulated SII: one for each test file, which alone puts its clock on.
import { readdirSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { startSimulators, type Simulators } from "../../simulators/index.ts";
import { NOON } from "./noon.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Name of a test file → address of its simulators. */
    taxOffices: Readonly<Record<string, string>>;
  }
}

const open: Simulators[] = [];

export async function setup(project: TestProject): Promise<void> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.ts"));
  const urls: Record<string, string> = {};
  for (const file of files) {
    const simulators = await startSimulators({ now: () => NOON });
    open.push(simulators);
    urls[file] = simulators.url;
  }
  project.provide("taxOffices", urls);
}

export async function teardown(): Promise<void> {
  await Promise.all(open.map(async (simulators) => simulators.close()));
}
