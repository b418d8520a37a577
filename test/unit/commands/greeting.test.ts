import { expect, test } from "vitest";
import { greeting } from "#src/commands/greeting.ts";

test("names each page at the port that it really has, and what the simulated SII is for", () => {
  const said = greeting({ workerUrl: "http://localhost:9887", phoneUrl: "http://localhost:9888", state: ".wrangler" });
  const pages = [...said.matchAll(/http:\S+/g)].map(([address]) => address);
  expect(pages).toEqual([
    "http://localhost:9888",
    "http://localhost:9888/sii",
    "http://localhost:9887",
    "http://localhost:9887/docs",
  ]);
  expect(said).toMatch(/simulated SII.*«conectar sii».*RUT/);
});
