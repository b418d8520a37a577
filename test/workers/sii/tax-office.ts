// The simulated SII, for all tests of this project, with a clock that only they put on.
import type { TestProject } from "vitest/node";
import { startSimulators, type Simulators } from "../../simulators/index.ts";
import { NOON } from "./noon.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the simulators. */
    taxOffice: string;
  }
}

let simulators: Simulators | null = null;

export async function setup(project: TestProject): Promise<void> {
  simulators = await startSimulators({ now: () => NOON });
  project.provide("taxOffice", simulators.url);
}

export async function teardown(): Promise<void> {
  await simulators?.close();
}
