import { beforeAll, expect, test, vi } from "vitest";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { SPECIMENS, shotOf } from "./corpus.ts";
import { READ_ON } from "./purchase.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let engines: Engines;

beforeAll(async () => {
  engines = await nodeEngines();
});

test("there are more than 400 pictures, a third of them held out", () => {
  expect(SPECIMENS.length).toBeGreaterThanOrEqual(400);
  expect(SPECIMENS.filter(({ held }) => held).length).toBeGreaterThan(SPECIMENS.length / 4);
});

test("the same seed is the same picture", async () => {
  const [specimen] = SPECIMENS;
  if (!specimen) throw new Error("no pictures");
  expect(await shotOf(specimen)).toEqual(await shotOf(specimen));
});

/** The short form of the measurement: every 17th, held out or not. */
const SHORT = SPECIMENS.filter(({ country }, at) => country === "CL" && at % 17 === 0);

test("Chilean receipts, from scans to careless photos, are read", async () => {
  const right = { total: 0, date: 0, issuer: 0 };
  for (const specimen of SHORT) {
    const { purchase, jpeg } = await shotOf(specimen);
    const reading = await readDocument(jpeg, { country: "CL", today: READ_ON }, engines);
    if (!reading.ok) continue;
    const { fields } = reading.value;
    if (fields.total_minor === purchase.total_minor) right.total++;
    if (fields.date === purchase.date) right.date++;
    if (fields.merchant_tax_id === purchase.merchant_tax_id) right.issuer++;
  }
  // One more may be missed than the gate of the whole corpus allows: the sample is small.
  const enough = Math.floor(SHORT.length * 0.9) - 1;
  expect(right.total).toBeGreaterThanOrEqual(enough);
  expect(right.date).toBeGreaterThanOrEqual(enough);
  expect(right.issuer).toBeGreaterThanOrEqual(enough);
});
