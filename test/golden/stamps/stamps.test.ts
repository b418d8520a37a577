import { beforeAll, expect, test, vi } from "vitest";
import type { Engines } from "#src/documents/read/engines.ts";
import { taxCodesAmong } from "#src/documents/read/tax-codes.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { stampFigures } from "./figures.ts";
import { READ_ON } from "./kinds.ts";
import { STAMP_SPECIMENS } from "./specimens.ts";
import vectors from "./ted-vectors.json" with { type: "json" };

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let engines: Engines;

beforeAll(async () => {
  engines = await nodeEngines();
});

test("there are more than 200 pictures, a third of them held out", () => {
  expect(STAMP_SPECIMENS.length).toBeGreaterThan(200);
  expect(STAMP_SPECIMENS.filter(({ held }) => held).length).toBeGreaterThanOrEqual(STAMP_SPECIMENS.length / 3 - 1);
});

test.each(vectors)(
  "the stamp of $source is read and judged as it was signed",
  async ({ tedLatin1Base64, ...vector }) => {
    const bytes = new Uint8Array(Buffer.from(tedLatin1Base64, "base64"));
    const { stamp } = await stampIn(bytes);
    expect(stamp?.timbre).toMatchObject({
      issuer: vector.fields.RE,
      type: vector.fields.TD,
      folio: vector.fields.F,
      issuedOn: vector.fields.FE,
      receiver: vector.fields.RR,
      receiverName: vector.fields.RSR,
      total: vector.fields.MNT,
      firstItem: vector.fields.IT1,
      caf: { from: vector.cafRange[0], to: vector.cafRange[1], keyId: String(vector.expect.idk) },
    });
    expect(stamp?.judgement.verdict).toBe(vector.expect.idk === 100 ? "test_document" : "authentic");
  },
);

test.each(vectors)(
  "one digit changed after signing makes the stamp of $source altered",
  async ({ tedLatin1Base64, fields }) => {
    const ted = Buffer.from(tedLatin1Base64, "base64").toString("latin1");
    for (const [tag, value] of [
      ["MNT", fields.MNT],
      ["F", fields.F],
    ] as const) {
      const forged = ted.replace(`<${tag}>${value}<`, `<${tag}>${value + 1}<`);
      const { stamp } = await stampIn(new Uint8Array(Buffer.from(forged, "latin1")));
      expect(stamp?.judgement).toMatchObject({
        verdict: "altered",
        reasons: expect.arrayContaining(["stamp_signature_invalid"]),
      });
    }
  },
);

test("a stamp is read where a decoder alone fails, every field and the verdict right", async () => {
  const figures = await stampFigures("short", engines);
  expect(figures.flatMap(({ wrong }) => wrong)).toEqual([]);
  const all = figures.at(-1);
  expect(all).toMatchObject({
    decoded: all?.count,
    fieldsExact: all?.count,
    verdictRight: all?.count,
    falselyAuthentic: 0,
  });
  expect(all?.count).toBe(4);
});

function stampIn(bytes: Uint8Array): ReturnType<typeof taxCodesAmong> {
  const text = new TextDecoder("latin1").decode(bytes);
  return taxCodesAmong([{ text, bytes }], { country: "CL", today: READ_ON });
}
