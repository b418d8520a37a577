import { resolve } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../../..");

// The object alone: its SQLite, its transactions, its life after it was put out of memory.
export default defineConfig({
  root,
  plugins: [
    cloudflareTest({
      main: `${root}/test/workers/conversation/worker.ts`,
      miniflare: {
        compatibilityDate: "2026-08-15",
        durableObjects: { CONVERSATION: { className: "Conversation", useSQLite: true } },
      },
    }),
  ],
  test: {
    name: "conversation",
    dir: root,
    include: ["test/workers/conversation/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
  },
});
