// The scans of a JPEG (ITU-T T.81 §F, §G): which blocks they bring, in which order, and the coefficients of the one
// component that is wanted. All others are only stepped over.

import { isRestart } from "../../jpeg-parts.ts";
import { type Bits, bitsAt, type Codes, decode, isOver, receive, receiveSigned } from "./huffman.ts";

export type Component = {
  id: number;
  across: number;
  down: number;
  table: number;
};

export type Frame = {
  progressive: boolean;
  width: number;
  height: number;
  components: Component[];
};

export type Scan = {
  /** Places in the frame's components, with the tables each uses. */
  parts: { component: number; dc: Codes | undefined; ac: Codes | undefined }[];
  first: number;
  last: number;
  high: number;
  low: number;
  /** Units between two restarts; 0 where there are none. */
  restart: number;
};

/** Takes each block of the wanted component, when it is there: its place and its 64 coefficients in zigzag order. */
export type Wanted = {
  component: number;
  /** Blocks in a row of the wanted component, padded to whole units. */
  blocksAcross: number;
  /** The coefficients of a block, to be filled. */
  block(row: number, column: number): Int16Array;
  done(row: number, column: number): void;
};

type Pass = { bits: Bits; scan: Scan; progressive: boolean; run: number; predictions: Int32Array };

/** Units of blocks across and down: those of one scan come together. */
export function unitsOf(frame: Frame): { across: number; down: number; wide: number; high: number } {
  const across = Math.max(...frame.components.map((each) => each.across));
  const down = Math.max(...frame.components.map((each) => each.down));
  return { across, down, wide: Math.ceil(frame.width / (8 * across)), high: Math.ceil(frame.height / (8 * down)) };
}

/**
 * Reads one scan from its data, as far as that goes: no unit is made up of what is not there.
 * Throws where its codes are broken; what came before stands.
 */
export function readScan(bytes: Uint8Array, frame: Frame, { scan, wanted }: { scan: Scan; wanted: Wanted }): void {
  const pass: Pass = {
    bits: bitsAt(bytes, 0),
    scan,
    progressive: frame.progressive,
    run: 0,
    predictions: new Int32Array(4),
  };
  const alone = scan.parts.length === 1;
  const { wide, high } = alone ? ownBlocks(frame, scan.parts[0]?.component ?? 0) : unitsOf(frame);
  const units = wide * high;
  for (let unit = 0; unit < units; unit++) {
    const sinceRestart = scan.restart > 0 ? unit % scan.restart : unit;
    if (sinceRestart === 0 && unit > 0) restart(pass);
    if (isOver(pass.bits)) {
      if (scan.restart === 0 || !isMarked(pass.bits)) return;
      // What is missing before a restart stays blank; what comes behind it is there.
      unit += scan.restart - sinceRestart - 1;
      continue;
    }
    const place = { row: Math.floor(unit / wide), column: unit % wide };
    if (alone) readPart(pass, 0, { ...place, wanted });
    else readUnit(pass, frame, { ...place, wanted });
  }
}

/** A component that comes alone brings only the blocks it has pixels in. */
function ownBlocks(frame: Frame, component: number): { wide: number; high: number } {
  const { across, down } = unitsOf(frame);
  const own = frame.components[component];
  return {
    wide: Math.ceil(Math.ceil((frame.width * (own?.across ?? 1)) / across) / 8),
    high: Math.ceil(Math.ceil((frame.height * (own?.down ?? 1)) / down) / 8),
  };
}

type Place = { row: number; column: number; wanted: Wanted };

function readUnit(pass: Pass, frame: Frame, { row, column, wanted }: Place): void {
  for (const [part, { component }] of pass.scan.parts.entries()) {
    const { across, down } = frame.components[component] ?? { across: 1, down: 1 };
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++)
        readPart(pass, part, { row: row * down + y, column: column * across + x, wanted });
    }
  }
}

const unwanted = new Int16Array(64);

function readPart(pass: Pass, part: number, { row, column, wanted }: Place): void {
  const used = pass.scan.parts[part];
  const isWanted = used?.component === wanted.component;
  const block = isWanted ? wanted.block(row, column) : unwanted;
  if (pass.progressive) readPhase(pass, part, block);
  else readWhole(pass, part, block);
  if (isWanted) wanted.done(row, column);
}

/** Finds the restart marker that must stand here, and begins anew behind it. */
function restart(pass: Pass): void {
  const { bits } = pass;
  let { at } = bits;
  while (at < bits.bytes.length && !(bits.bytes[at] === 0xff && isRestart(bits.bytes[at + 1] ?? 0))) {
    if (bits.bytes[at] === 0xff && (bits.bytes[at + 1] ?? 0) > 0x01 && !isRestart(bits.bytes[at + 1] ?? 0)) break;
    at += 1;
  }
  pass.bits = bitsAt(bits.bytes, isRestart(bits.bytes[at + 1] ?? 0) ? at + 2 : at);
  pass.run = 0;
  pass.predictions.fill(0);
}

/** Whether a restart stands where the data ended. */
function isMarked({ bytes, at }: Bits): boolean {
  return bytes[at] === 0xff && isRestart(bytes[at + 1] ?? 0);
}

function needed(codes: Codes | undefined): Codes {
  if (codes === undefined) throw new Error("jpeg: a table is not there");
  return codes;
}

function direct(pass: Pass, part: number): number {
  const length = decode(pass.bits, needed(pass.scan.parts[part]?.dc));
  const value = (pass.predictions[part] ?? 0) + receiveSigned(pass.bits, length & 15);
  pass.predictions[part] = value;
  return value;
}

function readWhole(pass: Pass, part: number, block: Int16Array): void {
  const ac = needed(pass.scan.parts[part]?.ac);
  block.fill(0);
  block[0] = direct(pass, part);
  for (let at = 1; at < 64; at++) {
    const code = decode(pass.bits, ac);
    const length = code & 15;
    const zeros = code >> 4;
    if (length === 0 && zeros < 15) return;
    at += zeros;
    if (length > 0 && at < 64) block[at] = receiveSigned(pass.bits, length);
  }
}

function readPhase(pass: Pass, part: number, block: Int16Array): void {
  const { first, high, low } = pass.scan;
  if (first === 0 && high === 0) block[0] = direct(pass, part) * (1 << low);
  else if (first === 0) block[0] = (block[0] ?? 0) | (receive(pass.bits, 1) << low);
  else if (high === 0) readBand(pass, part, block);
  else refineBand(pass, part, block);
}

function readBand(pass: Pass, part: number, block: Int16Array): void {
  if (pass.run > 0) return void (pass.run -= 1);
  const { first, last, low } = pass.scan;
  const ac = needed(pass.scan.parts[part]?.ac);
  for (let at = first; at <= last; at++) {
    const code = decode(pass.bits, ac);
    const length = code & 15;
    const zeros = code >> 4;
    if (length === 0 && zeros < 15) return void (pass.run = (1 << zeros) - 1 + receive(pass.bits, zeros));
    at += zeros;
    if (length > 0 && at < 64) block[at] = receiveSigned(pass.bits, length) * (1 << low);
  }
}

/** §G.1.2.3: a bit for each coefficient that is there, and new ones between them. */
function refineBand(pass: Pass, part: number, block: Int16Array): void {
  const { first, last, low } = pass.scan;
  const ac = needed(pass.scan.parts[part]?.ac);
  let at = first;
  while (at <= last && pass.run === 0) {
    const code = decode(pass.bits, ac);
    const zeros = code >> 4;
    if ((code & 15) === 0 && zeros < 15) {
      pass.run = (1 << zeros) + receive(pass.bits, zeros);
      break;
    }
    const value = (code & 15) === 0 ? 0 : receive(pass.bits, 1) === 1 ? 1 << low : -(1 << low);
    at = refineUntil(pass, block, { at, zeros });
    if (value !== 0 && at < 64) block[at] = value;
    at += 1;
  }
  if (pass.run === 0) return;
  refineUntil(pass, block, { at, zeros: 64 });
  pass.run -= 1;
}

/** Refines what is there and passes over so many zeros; the place of the next zero, or behind the band. */
function refineUntil(pass: Pass, block: Int16Array, { at, zeros }: { at: number; zeros: number }): number {
  const { last, low } = pass.scan;
  let left = zeros;
  let place = at;
  for (; place <= last; place++) {
    const value = block[place] ?? 0;
    if (value === 0) {
      if (left === 0) break;
      left -= 1;
    } else if (receive(pass.bits, 1) === 1 && (Math.abs(value) & (1 << low)) === 0) {
      block[place] = value + (value > 0 ? 1 << low : -(1 << low));
    }
  }
  return place;
}
