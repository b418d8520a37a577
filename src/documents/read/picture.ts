// A picture as one byte of brightness per pixel, and what can be done to it in memory.

import type { Orientation } from "../orientation.ts";

export type Picture = { width: number; height: number; gray: Uint8Array };

/** Brightness of RGBA, RGB or gray samples (ITU-R BT.601 weights, in 1/256); what is transparent is paper. */
export function grayOf(samples: ArrayLike<number>, size: { width: number; height: number; channels: number }): Picture {
  const { width, height, channels } = size;
  const gray = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < gray.length; i++, at += channels) {
    const red = samples[at] ?? 255;
    const light = channels < 3 ? red : (77 * red + 150 * (samples[at + 1] ?? 255) + 29 * (samples[at + 2] ?? 255)) >> 8;
    const alpha = channels === 4 ? (samples[at + 3] ?? 255) : 255;
    gray[i] = alpha === 255 ? light : 255 - (((255 - light) * alpha) >> 8);
  }
  return { width, height, gray };
}

/** RGBA samples, as engines want them. */
export function rgbaOf(picture: Picture): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(picture.gray.length * 4);
  const pixels = new Uint32Array(rgba.buffer);
  for (let i = 0; i < picture.gray.length; i++) pixels[i] = 0xff000000 | ((picture.gray[i] ?? 0) * 0x010101);
  return rgba;
}

/** How many pixels have each of 256 levels of brightness. */
export function levelsOf({ gray }: Picture): Uint32Array {
  const levels = new Uint32Array(256);
  // By its index: to iterate over millions of bytes takes ten times as long.
  for (let at = 0; at < gray.length; at++) {
    const level = gray[at] ?? 0;
    levels[level] = (levels[level] ?? 0) + 1;
  }
  return levels;
}

/** Every level replaced by what a table of 256 says. */
export function levelled(gray: Uint8Array, table: Uint8Array): Uint8Array {
  const out = new Uint8Array(gray.length);
  for (let at = 0; at < gray.length; at++) out[at] = table[gray[at] ?? 0] ?? 0;
  return out;
}

/** The picture at most `pixelsMax` large, averaged; itself when it is no larger. */
export function shrinkTo(picture: Picture, pixelsMax: number): Picture {
  const pixels = picture.width * picture.height;
  return pixels <= pixelsMax ? picture : scale(picture, Math.sqrt(pixelsMax / pixels));
}

/** Scales by area average when shrinking, by linear interpolation when growing. */
export function scale(picture: Picture, factor: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  return factor < 1 ? average(picture, width, height) : interpolate(picture, width, height);
}

/** Every pixel is the mean of exactly what it covers, parts of pixels by their part. */
function average(picture: Picture, width: number, height: number): Picture {
  const [across, down] = [coverageOf(picture.width, width), coverageOf(picture.height, height)];
  const { first, last, firstShare, lastShare } = across;
  const gray = new Uint8Array(width * height);
  const sums = new Float64Array(picture.width);
  const area = (picture.width / width) * (picture.height / height);
  for (let y = 0; y < height; y++) {
    sumDown(picture, y, { down, into: sums });
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const from = first[x] ?? 0;
      const to = last[x] ?? 0;
      let sum = (sums[from] ?? 0) * (firstShare[x] ?? 0) + (sums[to] ?? 0) * (lastShare[x] ?? 0);
      for (let at = from + 1; at < to; at++) sum += sums[at] ?? 0;
      gray[row + x] = sum / area + 0.5;
    }
  }
  return { width, height, gray };
}

/** The first and the last pixel that each of fewer covers, and how much of those two. */
type Coverage = { first: Int32Array; last: Int32Array; firstShare: Float64Array; lastShare: Float64Array };

function coverageOf(many: number, few: number): Coverage {
  const coverage = {
    first: new Int32Array(few),
    last: new Int32Array(few),
    firstShare: new Float64Array(few),
    lastShare: new Float64Array(few),
  };
  for (let at = 0; at < few; at++) {
    const [from, to] = [(at * many) / few, ((at + 1) * many) / few];
    const first = Math.floor(from);
    const last = Math.min(many - 1, Math.ceil(to) - 1);
    coverage.first[at] = first;
    coverage.last[at] = last;
    coverage.firstShare[at] = Math.min(to, first + 1) - from;
    coverage.lastShare[at] = last > first ? to - last : 0;
  }
  return coverage;
}

/** What each column has in the rows that a row of the smaller picture covers. */
function sumDown({ width, gray }: Picture, y: number, { down, into }: { down: Coverage; into: Float64Array }): void {
  const [upperShare, lowerShare] = [down.firstShare[y] ?? 0, down.lastShare[y] ?? 0];
  const upper = (down.first[y] ?? 0) * width;
  const lower = (down.last[y] ?? 0) * width;
  for (let x = 0; x < width; x++) {
    into[x] = (gray[upper + x] ?? 0) * upperShare + (gray[lower + x] ?? 0) * lowerShare;
  }
  for (let row = upper + width; row < lower; row += width) {
    for (let x = 0; x < width; x++) into[x] = (into[x] ?? 0) + (gray[row + x] ?? 0);
  }
}

export type Box = { left: number; top: number; right: number; bottom: number };

function interpolate(picture: Picture, width: number, height: number): Picture {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const sourceY = ((y + 0.5) * picture.height) / height - 0.5;
    for (let x = 0; x < width; x++) {
      gray[y * width + x] = sampleAt(picture, ((x + 0.5) * picture.width) / width - 0.5, sourceY);
    }
  }
  return { width, height, gray };
}

/** Turns by an angle (degrees, clockwise) and scales in one step; what comes from outside is white. */
export function turn(picture: Picture, degrees: number, factor = 1): Picture {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle) / factor;
  const sin = Math.sin(angle) / factor;
  const width = Math.ceil((Math.abs(cos) * picture.width + Math.abs(sin) * picture.height) * factor * factor);
  const height = Math.ceil((Math.abs(sin) * picture.width + Math.abs(cos) * picture.height) * factor * factor);
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const dy = y - height / 2;
    let sourceX = -width * 0.5 * cos + dy * sin + picture.width / 2;
    let sourceY = width * 0.5 * sin + dy * cos + picture.height / 2;
    for (let x = 0; x < width; x++, sourceX += cos, sourceY -= sin)
      gray[y * width + x] = sampleAt(picture, sourceX, sourceY);
  }
  return { width, height, gray };
}

const WHITE = 255;

/** The brightness between pixels; white outside the picture. */
export function sampleAt(picture: Picture, x: number, y: number): number {
  const { width, height, gray } = picture;
  // Nearly every sample has four pixels around it, and millions are taken of a photo.
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return sampleAtEdge(picture, x, y);
  const left = x | 0;
  const top = y | 0;
  const at = top * width + left;
  const upper = mix(gray[at] ?? 0, gray[at + 1] ?? 0, x - left);
  const lower = mix(gray[at + width] ?? 0, gray[at + width + 1] ?? 0, x - left);
  return mix(upper, lower, y - top);
}

function sampleAtEdge(picture: Picture, x: number, y: number): number {
  const { width, height, gray } = picture;
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return WHITE;
  const left = x > 0 ? Math.trunc(x) : 0;
  const right = left + 1 < width ? left + 1 : left;
  const above = (y > 0 ? Math.trunc(y) : 0) * width;
  const below = above + width < gray.length ? above + width : above;
  const fx = x > 0 ? x - left : 0;
  const upper = mix(gray[above + left] ?? 0, gray[above + right] ?? 0, fx);
  const lower = mix(gray[below + left] ?? 0, gray[below + right] ?? 0, fx);
  return mix(upper, lower, y > 0 ? y - Math.trunc(y) : 0);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** A box on a picture that many times as large. */
export function scaledBox({ left, top, right, bottom }: Box, factor: number): Box {
  return {
    left: Math.round(left * factor),
    top: Math.round(top * factor),
    right: Math.round(right * factor),
    bottom: Math.round(bottom * factor),
  };
}

/** A part of the picture, its borders kept inside. */
export function crop(picture: Picture, box: Box): Picture {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const width = Math.min(picture.width, Math.ceil(box.right)) - left;
  const height = Math.min(picture.height, Math.ceil(box.bottom)) - top;
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (top + y) * picture.width + left;
    gray.set(picture.gray.subarray(row, row + width), y * width);
  }
  return { width, height, gray };
}

/** Pictures one under the other on white, so many pixels apart. */
export function stacked(pictures: readonly Picture[], gap: number): Picture {
  const width = Math.max(1, ...pictures.map((each) => each.width));
  const height = pictures.reduce((sum, each) => sum + each.height + gap, gap);
  const gray = new Uint8Array(width * height).fill(WHITE);
  let top = gap;
  for (const each of pictures) {
    for (let y = 0; y < each.height; y++) {
      gray.set(each.gray.subarray(y * each.width, (y + 1) * each.width), (top + y) * width);
    }
    top += each.height + gap;
  }
  return { width, height, gray };
}

/** The picture with a part of it painted white. */
export function blank(picture: Picture, box: Box): Picture {
  const { width, height } = picture;
  const gray = picture.gray.slice();
  const left = Math.max(0, Math.floor(box.left));
  const right = Math.min(width, Math.ceil(box.right));
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, Math.ceil(box.bottom)); y++) {
    gray.fill(WHITE, y * width + left, y * width + right);
  }
  return { width, height, gray };
}

/** Turned by quarters, clockwise: exact, unlike `turn`. */
export function quarterTurn(picture: Picture): Picture {
  const { width, height, gray } = picture;
  const turned = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = gray[y * width + x] ?? 0;
  }
  return { width: height, height: width, gray: turned };
}

/** Quarters to turn, clockwise, after mirroring where that is told (EXIF 2.32 §4.6.4). */
const UPRIGHT: Readonly<Record<Orientation, [mirrors: boolean, quarters: number]>> = {
  1: [false, 0],
  2: [true, 0],
  3: [false, 2],
  4: [true, 2],
  5: [true, 3],
  6: [false, 1],
  7: [true, 1],
  8: [false, 3],
};

/** The picture as it was seen, whichever way the camera was held. */
export function upright(picture: Picture, orientation: Orientation): Picture {
  const [mirrors, quarters] = UPRIGHT[orientation];
  let seen = mirrors ? mirrored(picture) : picture;
  for (let i = 0; i < quarters; i++) seen = quarterTurn(seen);
  return seen;
}

function mirrored({ width, height, gray }: Picture): Picture {
  const turned = gray.slice();
  for (let y = 0; y < height; y++) turned.subarray(y * width, (y + 1) * width).reverse();
  return { width, height, gray: turned };
}
