// The stamp pictures by which reading is measured: each is a seed, and the same on every machine.

import { toJpeg } from "../receipts/darkroom.ts";
import { type Chance, chanceOf } from "../pictures/random.ts";
import { seen, type View } from "./camera.ts";
import { type DrawnStamp, stampAt } from "./kinds.ts";
import { PAPER_MODULE, type PaperKind, paperOf } from "./papers.ts";

export type StampSpecimen = {
  name: string;
  sort: string;
  seed: number;
  at: number;
  /** Read for its figures only, never looked at while the search is tuned. */
  held: boolean;
};

type Taking = { paper: PaperKind; columns: number; view: View };

const FLAT: View = {
  tilt: 0,
  quarters: 0,
  lean: [0, 0],
  modulePixels: 3,
  widthMax: null,
  margin: 0.06,
  table: false,
  blur: 0,
  shadow: 0,
  noise: 0,
  contrast: 1,
  quality: 85,
};

type Sort = { count: number; take(chance: Chance): { paper?: PaperKind; columns?: number; view: Partial<View> } };

const TILT_MAX = 9;
const tilted = (chance: Chance): number => chance.between(-TILT_MAX, TILT_MAX);
const leaning = (chance: Chance, most: number): readonly [number, number] => [
  chance.between(-most, most),
  chance.between(-most, most),
];
const closeUp = (chance: Chance): PaperKind => chance.pick(["alone", "labelled", "labelled", "strip"]);

/** Below 1.6 pixels a module, or blurred over nearly one: read where it can be, and not counted. */
export const BEYOND: ReadonlySet<string> = new Set(["far", "soft"]);

/** What a picture is like, and how many there are of it. */
const SORTS: Readonly<Record<string, Sort>> = {
  clean: { count: 24, take: (chance) => ({ paper: closeUp(chance), view: { modulePixels: chance.between(2, 3.5) } }) },
  tilt: {
    count: 48,
    take: (chance) => ({
      paper: closeUp(chance),
      view: { tilt: tilted(chance), modulePixels: chance.between(1.8, 3.2), quality: chance.whole(60, 90) },
    }),
  },
  turned: {
    count: 18,
    take: (chance) => ({
      paper: closeUp(chance),
      view: { quarters: chance.whole(1, 3), tilt: tilted(chance), modulePixels: chance.between(1.9, 3) },
    }),
  },
  leaning: {
    count: 18,
    take: (chance) => ({
      paper: closeUp(chance),
      view: { lean: leaning(chance, 0.12), tilt: chance.between(-5, 5), modulePixels: chance.between(2, 3) },
    }),
  },
  blur: {
    count: 30,
    take: (chance) => {
      const blur = chance.between(0.5, 1.8);
      return {
        paper: closeUp(chance),
        view: { blur, tilt: tilted(chance), modulePixels: Math.max(1.9, 1.65 * blur) + chance.between(0, 0.8) },
      };
    },
  },
  narrow: {
    count: 30,
    take: (chance) => ({
      paper: chance.pick(["alone", "labelled"]),
      view: {
        widthMax: 720,
        modulePixels: 9,
        tilt: tilted(chance),
        blur: chance.between(0, 0.5),
        quality: chance.whole(48, 85),
        margin: 0.03,
      },
    }),
  },
  photo: {
    count: 42,
    take: (chance) => ({
      paper: closeUp(chance),
      view: {
        tilt: tilted(chance),
        lean: leaning(chance, 0.07),
        modulePixels: chance.between(2, 3.4),
        blur: chance.between(0.4, 1),
        shadow: chance.between(0.1, 0.5),
        noise: chance.between(2, 8),
        table: true,
        margin: chance.between(0.1, 0.5),
        quality: chance.whole(48, 75),
      },
    }),
  },
  compressed: {
    count: 18,
    take: (chance) => ({
      paper: closeUp(chance),
      view: { tilt: tilted(chance), modulePixels: chance.between(2, 3), quality: chance.whole(40, 48) },
    }),
  },
  pale: {
    count: 18,
    take: (chance) => ({
      paper: closeUp(chance),
      view: {
        tilt: tilted(chance),
        contrast: chance.between(0.25, 0.5),
        noise: chance.between(0, 3),
        modulePixels: chance.between(2, 3),
      },
    }),
  },
  page: {
    count: 18,
    take: (chance) => ({
      paper: "page",
      view: {
        tilt: chance.between(-4, 4),
        modulePixels: chance.between(1.7, 2.4),
        blur: chance.between(0, 0.5),
        quality: chance.whole(60, 85),
      },
    }),
  },
  boleta: {
    count: 18,
    take: (chance) => ({
      paper: "boleta",
      columns: chance.whole(8, 13),
      view: {
        tilt: tilted(chance),
        modulePixels: chance.between(1.9, 2.8),
        table: true,
        noise: 3,
        shadow: 0.2,
        quality: chance.whole(50, 75),
      },
    }),
  },
  far: {
    count: 12,
    take: (chance) => ({
      paper: closeUp(chance),
      view: { tilt: tilted(chance), modulePixels: chance.between(1.1, 1.6), quality: chance.whole(60, 80) },
    }),
  },
  soft: {
    count: 12,
    take: (chance) => {
      const blur = chance.between(1, 2.2);
      return {
        paper: closeUp(chance),
        view: { blur, tilt: tilted(chance), modulePixels: blur * chance.between(1.1, 1.5) },
      };
    },
  },
};

/** All of them, in a fixed order; every third is held out. */
export const STAMP_SPECIMENS: readonly StampSpecimen[] = Object.entries(SORTS).flatMap(([sort, { count }], row) =>
  Array.from({ length: count }, (_, i): StampSpecimen => ({
    name: `${sort}-${i}`,
    sort,
    seed: 50_000 + 1_000 * row + i,
    at: 7 * row + i,
    held: i % 3 === 2,
  })),
);

export type StampShot = { drawn: DrawnStamp; taking: Taking; jpeg: Uint8Array };

/** The picture of a specimen with what stands on it. */
export async function stampShotOf({ sort, seed, at }: StampSpecimen): Promise<StampShot> {
  const chance = chanceOf(seed);
  const drawn = stampAt(at, chance);
  const { paper = "labelled", columns = chance.pick([14, 18, 18, 18, 20]), view } = (SORTS[sort] as Sort).take(chance);
  const taking: Taking = { paper, columns, view: { ...FLAT, ...view } };
  const sheet = paperOf(paper, drawn, { columns, chance });
  const picture = seen(sheet, { view: taking.view, paperModule: PAPER_MODULE }, chance);
  return { drawn, taking, jpeg: await toJpeg(picture, taking.view.quality) };
}
