import { resolve } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../../..");

// The session object with its real storage, real databases, and a simulated SII over HTTP.
export default defineConfig(async () => ({
  root,
  plugins: [
    cloudflareTest({
      main: `${root}/test/workers/sii/worker.ts`,
      miniflare: {
        compatibilityDate: "2026-08-15",
        durableObjects: { SII_SESSION: { className: "SiiSession", useSQLite: true } },
        d1Databases: ["DIRECTORY", "LEDGER_00"],
        bindings: {
          // `npm run chaos:sii` looks at every place, `npm test` at some of each kind.
          THOROUGH: process.env["SII_CHAOS"] === "thorough",
          MIGRATIONS: {
            directory: await readD1Migrations(`${root}/migrations/directory`),
            ledger: await readD1Migrations(`${root}/migrations/ledger`),
          },
        },
      },
    }),
  ],
  test: {
    name: "sii",
    dir: root,
    include: ["test/workers/sii/**/*.test.ts"],
    globalSetup: `${root}/test/workers/sii/tax-office.ts`,
    testTimeout: 600_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
  },
}));
