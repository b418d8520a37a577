import { resolve } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../../..");

// Its own configuration, because these tests run with TWO ledger shards and need nothing of the Worker but D1.
export default defineConfig(async () => ({
  root,
  plugins: [
    cloudflareTest({
      miniflare: {
        compatibilityDate: "2026-08-15",
        d1Databases: ["DIRECTORY", "LEDGER_00", "LEDGER_01"],
        bindings: {
          MIGRATIONS: {
            directory: await readD1Migrations(`${root}/migrations/directory`),
            ledger: await readD1Migrations(`${root}/migrations/ledger`),
          },
        },
      },
    }),
  ],
  test: {
    name: "books",
    dir: root,
    include: ["test/workers/{ledger,tenants,papers,listed}/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
  },
}));
