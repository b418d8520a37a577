// A picture as one byte of brightness per pixel, and what can be done to it in memory.

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

function average(picture: Picture, width: number, height: number): Picture {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * picture.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width));
      gray[y * width + x] = meanOf(picture, { left, top, right, bottom });
    }
  }
  return { width, height, gray };
}

type Box = { left: number; top: number; right: number; bottom: number };

function meanOf(picture: Picture, box: Box): number {
  let sum = 0;
  for (let y = box.top; y < box.bottom; y++) {
    const row = y * picture.width;
    for (let x = box.left; x < box.right; x++) sum += picture.gray[row + x] ?? 0;
  }
  return sum / ((box.bottom - box.top) * (box.right - box.left));
}

function interpolate(picture: Picture, width: number, height: number): Picture {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const sourceY = ((y + 0.5) * picture.height) / height - 0.5;
    for (let x = 0; x < width; x++) {
      gray[y * width + x] = sample(picture, ((x + 0.5) * picture.width) / width - 0.5, sourceY);
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
      gray[y * width + x] = sample(picture, sourceX, sourceY);
  }
  return { width, height, gray };
}

const WHITE = 255;

function sample(picture: Picture, x: number, y: number): number {
  const { width, height } = picture;
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return WHITE;
  const left = within(Math.floor(x), width - 1);
  const top = within(Math.floor(y), height - 1);
  const fx = within(x - left, 1);
  return (
    between(picture, { left, y: top, fx }) * (1 - within(y - top, 1)) +
    between(picture, { left, y: Math.min(top + 1, height - 1), fx }) * within(y - top, 1)
  );
}

function between({ width, gray }: Picture, { left, y, fx }: { left: number; y: number; fx: number }): number {
  const at = y * width + left;
  const here = gray[at] ?? 0;
  return left + 1 < width ? here + ((gray[at + 1] ?? 0) - here) * fx : here;
}

function within(value: number, max: number): number {
  return value < 0 ? 0 : value > max ? max : value;
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
