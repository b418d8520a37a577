import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
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
      {
        root,
        plugins: [cloudflareTest({ wrangler: { configPath: `${root}/wrangler.toml` } })],
        test: { name: "workers", include: ["test/workers/**/*.test.ts"], testTimeout: 30_000 },
      },
    ],
  },
});
