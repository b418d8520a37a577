import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["test/{unit,tidy,golden,journeys}/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      "test/workers/ledger/vitest.config.ts",
      "test/workers/documents/vitest.config.ts",
    ],
  },
});
