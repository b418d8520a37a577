// The reader in workerd: its own Worker, so its own project beside test/vitest.config.ts.
// Run with `vitest run --config test/workers/documents/vitest.config.ts`.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const root = `${resolve(import.meta.dirname, "../../..")}/`;

declare module "vitest" {
  export interface ProvidedContext {
    /** Name → base64: workerd sees no file system. */
    receipts: Record<string, string>;
  }
}

const NAMES = [
  "boleta-sodimac.jpg",
  "factura-timbre.jpg",
  "factura-timbre.pdf",
  "factura-texto.pdf",
  "boleta-peru-qr.jpg",
];

export default defineConfig({
  root,
  plugins: [cloudflareTest({ wrangler: { configPath: `${root}src/documents/wrangler.toml` } })],
  test: {
    name: "reader",
    include: ["test/workers/documents/**/*.spec.ts"],
    testTimeout: 120_000,
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
    provide: {
      receipts: Object.fromEntries(
        NAMES.map((name) => [name, readFileSync(`${root}test/golden/receipts/${name}`, "base64")]),
      ),
    },
  },
});
