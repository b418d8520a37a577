import { beforeAll, expect, test, vi } from "vitest";
import { SURE_MIN } from "#documents";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { SPECIMENS, shotOf } from "./corpus.ts";
import { READ_ON } from "./purchase.ts";
import { type Outcome, outcomeOfSpecimen, shareOf, WEIGHED } from "./outcome.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** The short form of the measurement: every 29th, held out or not. */
const SHORT = SPECIMENS.filter(({ country }, at) => country === "CL" && at % 29 === 0);

let engines: Engines;
const outcomes: Outcome[] = [];

beforeAll(async () => {
  engines = await nodeEngines();
  for (const specimen of SHORT) outcomes.push(await outcomeOfSpecimen(specimen, engines));
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

test("of an invoice on a sheet the box at its head and the rows of its table are read", async () => {
  const sheet = SPECIMENS.find(({ name }) => name === "CL-sheet-13-careful");
  if (!sheet) throw new Error("no sheet");
  const { purchase, jpeg } = await shotOf(sheet);
  const read = await readDocument(jpeg, { country: "CL", today: READ_ON }, engines);
  expect(read).toMatchObject({
    ok: true,
    value: {
      kind: "factura",
      fields: {
        merchant_tax_id: purchase.merchant_tax_id,
        receiver_tax_id: purchase.receiver_tax_id,
        number: purchase.number,
        items: purchase.items.map(({ amount_minor }) => ({ amount_minor })),
      },
    },
  });
});

test.each(["total", "date", "issuer", "number"] as const)("the %s of Chilean receipts is read", (field) => {
  const { right, of } = shareOf(outcomes, field);
  // The gate of the whole corpus is 90 to 95 %; the sample is small, and may err by twice its deviation.
  expect(right).toBeGreaterThanOrEqual(Math.floor(of * 0.9 - 2 * Math.sqrt(of * 0.9 * 0.1)));
});

test.each(WEIGHED)("no %s is shown as sure and wrong", (field) => {
  const sure = outcomes.filter(({ confidence }) => confidence[field] >= SURE_MIN);
  expect(sure.length).toBeGreaterThan(SHORT.length / 2);
  expect(sure.filter(({ right }) => !right[field])).toEqual([]);
});
