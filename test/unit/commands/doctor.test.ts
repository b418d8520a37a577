import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startSimulators } from "../../simulators/index.ts";
import type { Simulators } from "../../simulators/index.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = `${import.meta.dirname}/../../..`;
const folder = mkdtempSync(`${tmpdir()}/lucas-doctor-`);

let phones: Simulators;

beforeAll(async () => {
  phones = await startSimulators({ port: 0 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await phones.close();
});
beforeEach(() => phones.reset());

/** What the doctor says of Google Vision with --live, where such settings are set. */
async function saysOfVision(settings: string): Promise<string[]> {
  writeFileSync(`${folder}/vars`, `GRAPH_BASE_URL=http://127.0.0.1:9/\nPUBLIC_URL=http://127.0.0.1:9\n${settings}\n`);
  const { promise, resolve } = Promise.withResolvers<string>();
  const program = ["src/commands/doctor.ts", "--env-file", `${folder}/vars`, "--live"];
  // Its exit code tells of what is missing, which here is nearly everything.
  execFile(process.execPath, program, { cwd: ROOT }, (_, stdout) => resolve(stdout));
  return (await promise).split("\n").filter((line) => line.includes("Google Vision"));
}

const withKey = () => `GOOGLE_VISION_API_KEY=any\nGOOGLE_VISION_BASE_URL=${phones.googleVisionBaseUrl}`;

test("hosted OCR is called once with the key that is set", async () => {
  expect(await saysOfVision(withKey())).toEqual([expect.stringMatching(/^✔ Google Vision +answers/)]);
});

test("hosted OCR that breaks is told apart from one that is not there", async () => {
  phones.knobs({ ocr: { fault: "500" } });
  expect(await saysOfVision(withKey())).toEqual([expect.stringMatching(/^✘ Google Vision +500: it answers, but/)]);
  const nowhere = "GOOGLE_VISION_API_KEY=any\nGOOGLE_VISION_BASE_URL=http://127.0.0.1:9";
  expect(await saysOfVision(nowhere)).toEqual([expect.stringMatching(/^✘ Google Vision +no answer/)]);
});

test("no service is called whose key is not set", async () => {
  expect(await saysOfVision("")).toEqual([]);
});
