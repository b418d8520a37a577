import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

/** The whole product, in tests that take long. */
const STAGED = {
  globalSetup: "test/journeys/bundles.ts",
  // Wrangler says which of this machine's files it read; none of it reaches a stage.
  env: { WRANGLER_LOG: "warn" },
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["test/{unit,tidy,golden}/**/*.test.ts"],
          testTimeout: 30_000,
          // Left to itself vitest keeps one of two cores free.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          // What is tested here keeps no state between calls, and loading it anew for each file takes longer than the tests.
          isolate: false,
        },
      },
      {
        root,
        test: {
          ...STAGED,
          name: "timing",
          include: ["test/journeys/timing.test.ts"],
          // With nothing beside it.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          ...STAGED,
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          exclude: ["test/journeys/timing.test.ts"],
          // They mostly wait, as people do for each other.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      "test/workers/ledger/vitest.config.ts",
      "test/workers/documents/vitest.config.ts",
      "test/workers/conversation/vitest.config.ts",
      "test/workers/reminders/vitest.config.ts",
      "test/workers/sii/vitest.config.ts",
    ],
  },
});
