import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

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
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/journeys/bundles.ts",
          // Wrangler says which of this machine's files it read; none of it reaches a stage.
          env: { WRANGLER_LOG: "warn" },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One stage at a time, and nothing beside it: some of these tests measure time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
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
