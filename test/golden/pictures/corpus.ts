// The pictures by which reading is measured: each is a seed, and the same on every machine.

import type { DocumentKind } from "#documents";
import type { Picture } from "#src/documents/read/picture.ts";
import { toJpeg } from "../receipts/darkroom.ts";
import { taken, takingOf, type Taking } from "./degrade.ts";
import { FACES, painted } from "./paint.ts";
import { printed } from "./print.ts";
import { type Purchase, purchaseOf } from "./purchase.ts";
import { type Chance, chanceOf } from "./random.ts";
import { sheetOf } from "./sheet.ts";

export type Care = "scan" | "careful" | "careless";

export type Specimen = {
  name: string;
  seed: number;
  country: Purchase["country"];
  kind: DocumentKind;
  /** Printed on a sheet, not on a strip. */
  sheet: boolean;
  care: Care;
  /** Read for its figures only, never looked at while rules are written. */
  held: boolean;
};

type Sort = { country: Purchase["country"]; kind: DocumentKind; count: number; sheet?: boolean };

const SORTS: readonly Sort[] = [
  { country: "CL", kind: "boleta", count: 200 },
  { country: "CL", kind: "factura", count: 80 },
  { country: "CL", kind: "comprobante", count: 60 },
  { country: "PE", kind: "boleta", count: 30 },
  { country: "AR", kind: "factura", count: 30 },
  { country: "MX", kind: "recibo", count: 30 },
  { country: "CL", kind: "factura", count: 60, sheet: true },
];

const CARES: readonly Care[] = ["scan", "careful", "careless", "careless"];

/** All of them, in a fixed order; every third is held out. */
export const SPECIMENS: readonly Specimen[] = SORTS.flatMap(({ country, kind, count, sheet = false }, sort) =>
  Array.from({ length: count }, (_, i): Specimen => {
    const care = CARES[i % CARES.length] ?? "careless";
    return {
      name: `${country}-${sheet ? "sheet" : kind}-${i}-${care}`,
      seed: 1_000 * (sort + 1) + i,
      country,
      kind,
      sheet,
      care,
      held: i % 3 === 2,
    };
  }),
);

export type Shot = { purchase: Purchase; taking: Taking; jpeg: Uint8Array };

/** The picture of a specimen with what stands on it. */
export async function shotOf({ seed, country, kind, sheet, care }: Specimen): Promise<Shot> {
  const chance = chanceOf(seed);
  const purchase = purchaseOf(country, kind, chance);
  const paper = sheet ? sheetOf(purchase, chance.pick(FACES), chance) : stripOf(purchase, chance);
  const taking = takingOf(care, chance);
  return { purchase, taking, jpeg: await toJpeg(taken(paper, taking, chance), taking.quality) };
}

function stripOf(purchase: Purchase, chance: Chance): Picture {
  const rows = printed(purchase, chance);
  return painted(rows, {
    face: chance.pick(FACES),
    letter: chance.pick([26, 30, 34]),
    columns: chance.pick([32, 36, 40, 42]),
  });
}
