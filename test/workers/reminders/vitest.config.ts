import { resolve } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../../..");

// The schedule's objects alone: their rows, their alarms, their life after they were put out of memory.
export default defineConfig({
  root,
  plugins: [
    cloudflareTest({
      main: `${root}/test/workers/reminders/worker.ts`,
      miniflare: {
        compatibilityDate: "2026-08-15",
        durableObjects: { SCHEDULER: { className: "Scheduler", useSQLite: true } },
      },
    }),
  ],
  test: {
    name: "schedule",
    dir: root,
    include: ["test/workers/reminders/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
  },
});
