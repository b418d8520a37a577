import { generateKeyPairSync } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { quarterTurn, type Picture, scale, turn } from "#src/documents/read/picture.ts";
import { searchCodes } from "#src/documents/read/stamp-search.ts";
import { parseTimbre } from "#dte";
import { blurred, fromPng, onPaper, shadowed, toJpeg } from "./darkroom.ts";
import { nodeEngines } from "./node-engines.ts";
import { stamp, stampPng, stampWith } from "./stamp.ts";
import { FACTURA_STAMP, TODAY } from "./truth.ts";

// Machines that test many things at once are slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let engines: Engines;
const at: Record<number, Picture> = {};

beforeAll(async () => {
  engines = await nodeEngines();
  for (const pixels of [2, 3, 4]) at[pixels] = onPaper(await fromPng(await stampPng(stamp(FACTURA_STAMP), pixels)), 60);
});

const TILTS = [-12, -9, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 9, 12];

test.each(TILTS.flatMap((degrees) => [2, 3].map((pixels) => [degrees, pixels] as const)))(
  "finds a stamp held at %d° with %d pixels a module",
  async (degrees, pixels) => {
    expect(await folioOn(turn(at[pixels] as Picture, degrees))).toBe(118);
  },
);

test.each([
  ["turned upside down", () => quarterTurn(quarterTurn(picture(3)))],
  ["lying on its side", () => quarterTurn(picture(3))],
  ["a little blurred", () => blurred(picture(3), 1)],
  ["blurred and askew", () => turn(blurred(picture(4), 1), 5)],
  ["under a shadow", () => shadowed(picture(3))],
  ["under a shadow and askew", () => turn(shadowed(picture(3)), -6)],
  ["at one and a half pixels a module", () => scale(picture(3), 0.5)],
  ["small in the corner of a large photo", () => inCorner(picture(2), 3_000, 2_200)],
  ["small in the corner of a large photo and askew", () => inCorner(turn(picture(2), 6), 3_000, 2_200)],
])("finds a stamp %s", async (_, make) => {
  expect(await folioOn(make())).toBe(118);
});

test.each([90, 70, 50, 35])("reads a stamp from a JPEG of quality %d", async (quality) => {
  const jpeg = await toJpeg(turn(picture(3), 3), quality);
  const reading = await readDocument(jpeg, { country: "CL", today: TODAY }, engines);
  expect(reading).toMatchObject({
    ok: true,
    value: {
      kind: "factura",
      read_from: "timbre",
      fields: {
        merchant: "RUT DE PRUEBA",
        merchant_tax_id: "97975000-5",
        receiver_tax_id: "76543210-3",
        number: "118",
        date: "2026-11-18",
        total_minor: 117_810,
        currency: "CLP",
        items: [{ description: "Caja de cartón 40x30x30", quantity: null, amount_minor: null }],
      },
      authenticity: { verdict: "test_document", reasons: ["certification_key"] },
    },
  });
});

test("calls a stamp with another amount altered", async () => {
  const forged = stamp(FACTURA_STAMP).replace("<MNT>117810</MNT>", "<MNT>17810</MNT>");
  expect(await verdictOn(forged)).toEqual({ verdict: "altered", reasons: ["stamp_signature_invalid"] });
});

test("calls a stamp with folios that somebody authorised himself unverified", async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 512, publicExponent: 3 });
  const { n = "", e = "" } = privateKey.export({ format: "jwk" });
  const da =
    "<DA><RE>97975000-5</RE><RS>YO MISMO</RS><TD>33</TD><RNG><D>1</D><H>900</H></RNG><FA>2026-01-04</FA>" +
    `<RSAPK><M>${standard(n)}</M><E>${standard(e)}</E></RSAPK><IDK>666</IDK></DA>`;
  const homemade = stampWith({
    fields: FACTURA_STAMP,
    da,
    frma: Buffer.alloc(64, 7).toString("base64"),
    key: privateKey,
  });
  expect(await verdictOn(homemade)).toEqual({ verdict: "unverified", reasons: ["caf_key_unknown"] });
});

test("a picture without a code has none", async () => {
  const blank: Picture = { width: 900, height: 700, gray: new Uint8Array(630_000).fill(240) };
  expect(await searchCodes(engines, blank)).toEqual([]);
});

/** As a CAF writes its key. */
function standard(base64url: string): string {
  return Buffer.from(base64url, "base64url").toString("base64");
}

async function folioOn(page: Picture): Promise<number | undefined> {
  const [code] = await searchCodes(engines, page);
  return code === undefined ? undefined : parseTimbre(code.text)?.folio;
}

async function verdictOn(ted: string): Promise<unknown> {
  const jpeg = await toJpeg(onPaper(await fromPng(await stampPng(ted, 3)), 60), 80);
  const reading = await readDocument(jpeg, { country: "CL", today: TODAY }, engines);
  return reading.ok ? reading.value.authenticity : reading.error;
}

function picture(pixels: number): Picture {
  return at[pixels] as Picture;
}

function inCorner(small: Picture, width: number, height: number): Picture {
  const gray = new Uint8Array(width * height).fill(214);
  const [left, top] = [width - small.width - 90, height - small.height - 70];
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      // What a turn left white outside the paper is paper here.
      gray[(top + y) * width + left + x] = Math.min(230, small.gray[y * small.width + x] ?? 0);
    }
  }
  return { width, height, gray };
}
