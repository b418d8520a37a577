import { assert, expect, test, vi } from "vitest";
import { readDocument } from "#src/documents/read/cascade.ts";
import { largePrintMissed } from "#src/documents/read/large-print.ts";
import { crop } from "#src/documents/read/picture.ts";
import { toJpeg } from "../receipts/darkroom.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { type Face, familyOf, penOn, pictureOf, registerFaces } from "./paint.ts";
import { READ_ON } from "./purchase.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 120_000 });

const engines = await nodeEngines();
const [WIDTH, HEIGHT] = [640, 960];

/** A bank's screen: small print, and the amount large and bold. */
async function screen(amount: string, face: Face, largePixels: number): Promise<Uint8Array> {
  registerFaces();
  const pen = penOn(WIDTH, HEIGHT);
  pen.fillStyle = "#cc0000";
  pen.fillRect(0, 0, WIDTH, 90);
  pen.fillStyle = "#000000";
  const write = (text: string, [x, y, size]: readonly [number, number, number]): void => {
    pen.font = `${size}px "${familyOf(face, size > 25)}"`;
    pen.fillText(text, x, y);
  };
  write("Transferencia exitosa", [120, 180, 26]);
  write("Transferiste", [250, 255, 18]);
  write(amount, [200, 310, largePixels]);
  for (const [at, row] of ROWS.entries()) write(row, [32, 370 + at * 40, at % 2 === 0 ? 15 : 18]);
  return toJpeg(pictureOf(pen, WIDTH, HEIGHT), 85);
}

const ROWS =
  "Para|Juan Pérez Soto|RUT|12.345.678-5|Banco|Banco Estado|Cuenta|Corriente 12345678|Fecha|08/11/2026 10:02|Código|0001".split(
    "|",
  );

test("large print is looked for where no word was read", async () => {
  const seen = await engines.decode("jpeg", await screen("$85.500", "roboto-condensed", 60));
  const page = await engines.words(seen, Infinity);
  const others = page.lines.filter((line) => !line.some(({ text }) => text.includes("85.500")));
  const letter = 13;
  expect(largePrintMissed(seen, page.lines, letter)).toEqual([]);
  const [missed, ...more] = largePrintMissed(seen, others, letter);
  expect(more).toEqual([]);
  assert(missed);
  const { lines } = await engines.words(crop(seen, missed), Infinity);
  expect(lines.map((line) => line.map(({ text }) => text).join(" "))).toEqual(["$85.500"]);
});

test.each([
  ["$85.500", "share-tech-mono", 34],
  ["$85.500", "share-tech-mono", 60],
  ["$ 12.500", "share-tech-mono", 48],
  ["$304.640", "inconsolata", 60],
  ["$9.990", "roboto-condensed", 90],
] as const)(
  "the amount of a bank's screen is read, however large it stands there: %s, %s, %f pixels",
  async (amount, face, largePixels) => {
    const answer = await readDocument(
      await screen(amount, face, largePixels),
      { country: "CL", today: READ_ON },
      engines,
    );
    expect(answer).toMatchObject({
      ok: true,
      value: {
        kind: "comprobante",
        quality: { problems: [] },
        fields: { total_minor: Number(amount.replace(/\D/g, "")), merchant_tax_id: "12345678-5" },
      },
    });
  },
);
