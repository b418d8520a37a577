// What a hand, a camera, a lamp and a messenger do to a picture.

import { type Picture, scale } from "#src/documents/read/picture.ts";
import type { Chance } from "./random.ts";

/** How a picture was taken. Angles in degrees, the rest as a share of one unless said otherwise. */
export type Taking = {
  tilt: number;
  /** How much narrower the far edge is. */
  perspective: number;
  /** Standard deviation in pixels of the final picture. */
  blur: number;
  shadow: number;
  /** How much of the ink is gone. */
  fade: number;
  folds: number;
  /** Standard deviation in levels of 255. */
  noise: number;
  /** The longer side in pixels. */
  side: number;
  /** JPEG, 1–100. */
  quality: number;
  /** A table around the paper. */
  background: boolean;
};

/** A flat scan, a careful photo or a careless one. */
export function takingOf(care: "scan" | "careful" | "careless", chance: Chance): Taking {
  const flat = care === "scan";
  const bad = care === "careless" ? 1 : 0.5;
  return {
    tilt: flat ? chance.between(-0.4, 0.4) : chance.between(-5, 5) * bad,
    perspective: flat ? 0 : chance.between(0, 0.08) * bad,
    blur: flat ? 0 : chance.between(0.2, 1.1) * bad,
    shadow: flat ? 0 : chance.between(0, 0.5) * bad,
    fade: chance.between(0, flat ? 0.3 : 0.6) * bad,
    folds: flat ? 0 : chance.whole(0, care === "careless" ? 2 : 1),
    noise: flat ? 1 : chance.between(1, 7) * bad,
    side: chance.pick(flat ? [1_400, 1_600] : [1_000, 1_280, 1_600]),
    quality: flat ? 80 : chance.whole(40, 70),
    background: !flat && chance.often(0.7),
  };
}

/** The paper as such a picture shows it. */
export function taken(paper: Picture, taking: Taking, chance: Chance): Picture {
  const worn = folded(faded(paper, taking.fade), taking.folds, chance);
  const laid = warped(worn, taking, chance);
  const longer = Math.max(laid.width, laid.height);
  const sized = scale(laid, taking.side / longer);
  return noisy(lit(softened(sized, taking.blur), taking.shadow, chance), taking.noise, chance);
}

/** Thermal ink that has faded: gray, and not the same everywhere. */
function faded(paper: Picture, fade: number): Picture {
  const gray = paper.gray.map((level, at) => {
    const x = (at % paper.width) / paper.width;
    const gone = fade * (0.75 + 0.25 * Math.sin(7 * x));
    return level + (255 - level) * gone;
  });
  return { ...paper, gray };
}

/** A crease: a bright line with a dark side. */
function folded(paper: Picture, folds: number, chance: Chance): Picture {
  const gray = paper.gray.slice();
  for (let fold = 0; fold < folds; fold++) {
    const at = Math.round(paper.height * chance.between(0.15, 0.85));
    const slope = chance.between(-0.03, 0.03);
    for (let x = 0; x < paper.width; x++) {
      const middle = Math.round(at + slope * x);
      for (let dy = -7; dy <= 7; dy++) {
        const y = middle + dy;
        if (y < 0 || y >= paper.height) continue;
        const place = y * paper.width + x;
        const level = gray[place] ?? 0;
        gray[place] = Math.abs(dy) <= 1 ? level + (255 - level) * 0.5 : level * (1 - 0.16 * (1 - Math.abs(dy) / 8));
      }
    }
  }
  return { ...paper, gray };
}

const TABLE_LEVEL = 92;
const PAPER_LEVEL = 238;

/** Turned and seen from an angle, on a table or on white. */
function warped(paper: Picture, { tilt, perspective, background }: Taking, chance: Chance): Picture {
  const border = background ? chance.between(0.05, 0.18) : 0.02;
  const angle = (tilt * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = 1 + 2 * border;
  const width = Math.ceil((Math.abs(cos) * paper.width + Math.abs(sin) * paper.height) * reach);
  const height = Math.ceil((Math.abs(sin) * paper.width + Math.abs(cos) * paper.height) * reach);
  const gray = new Uint8Array(width * height);
  const around = background ? TABLE_LEVEL : PAPER_LEVEL;
  for (let y = 0; y < height; y++) {
    const depth = 1 + perspective * (y / height - 0.5);
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [(x - width / 2) / depth, (y - height / 2) / depth];
      const sx = cos * dx + sin * dy + paper.width / 2;
      const sy = -sin * dx + cos * dy + paper.height / 2;
      const level = sampled(paper, sx, sy);
      const grain = background ? ((x * 13 + y * 7) % 11) - 5 : 0;
      gray[y * width + x] = level === null ? around + grain : (level * PAPER_LEVEL) / 255;
    }
  }
  return { width, height, gray };
}

function sampled({ width, height, gray }: Picture, x: number, y: number): number | null {
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return null;
  const [left, top] = [Math.min(Math.floor(x), width - 2), Math.min(Math.floor(y), height - 2)];
  const [fx, fy] = [x - left, y - top];
  const at = top * width + left;
  const upper = (gray[at] ?? 0) * (1 - fx) + (gray[at + 1] ?? 0) * fx;
  const lower = (gray[at + width] ?? 0) * (1 - fx) + (gray[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** A Gaussian of that deviation, by its own kernel. */
export function softened(picture: Picture, deviation: number): Picture {
  if (deviation < 0.15) return picture;
  const reach = Math.ceil(deviation * 3);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)));
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const along = (source: Float32Array, step: number, limit: (at: number) => [number, number]): Float32Array => {
    const out = new Float32Array(source.length);
    for (let at = 0; at < source.length; at++) {
      const [place, last] = limit(at);
      let total = 0;
      for (let i = -reach; i <= reach; i++) {
        const near = Math.min(last, Math.max(0, place + i)) - place;
        total += (source[at + near * step] ?? 0) * (kernel[i + reach] ?? 0);
      }
      out[at] = total / sum;
    }
    return out;
  };
  const { width, height } = picture;
  const rows = along(Float32Array.from(picture.gray), 1, (at) => [at % width, width - 1]);
  const both = along(rows, width, (at) => [Math.floor(at / width), height - 1]);
  return { ...picture, gray: Uint8Array.from(both, Math.round) };
}

/** The shadow of a hand from one side, and a lamp that is brighter in one corner. */
export function lit(picture: Picture, shadow: number, chance: Chance): Picture {
  const { width, height } = picture;
  const [dx, dy] = [chance.between(-1, 1), chance.between(-1, 1)];
  const edge = chance.between(0.35, 0.75);
  const gray = picture.gray.map((level, at) => {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const way = 0.5 + (dx * (x - 0.5) + dy * (y - 0.5)) / 2;
    const dark = 1 / (1 + Math.exp(-(way - edge) * 14));
    return level * (1 - shadow * dark) * (0.94 + 0.06 * (1 - way));
  });
  return { ...picture, gray };
}

export function noisy(picture: Picture, deviation: number, chance: Chance): Picture {
  const gray = picture.gray.map((level) => {
    const bell = chance.next() + chance.next() + chance.next() + chance.next() - 2;
    return Math.max(0, Math.min(255, level + bell * deviation * 1.73));
  });
  return { ...picture, gray };
}
