// Finds the codes of a picture, also where it is held askew or blurred: zxing's PDF417 reader fails from 2° of tilt and
// where a module is smeared over its neighbours.

import type { Code, CodeEffort } from "./engines.ts";
import { glanceAtLines, type Guards, guardsOf, type Point } from "./pdf417/guards.ts";
import { redrawn } from "./pdf417/redraw.ts";
import { crop, type Picture, quarterTurn, shrinkTo, turn } from "./picture.ts";
import { densestBlocks, liesOnItsSide, tiltOf } from "./stamp-place.ts";

/** Beyond this nothing is gained: a stamp across the page has three pixels a module. */
const CODE_PIXELS_MAX = 4_000_000;
/** The largest cut-out that is searched at double size. */
const CUTOUT_PIXELS_MAX = 1_500_000;
/** Degrees around the estimated tilt, nearest first; zxing tolerates one degree on either side. */
const SWEEP_DEGREES = [0, 1, -1] as const;

type Finder = {
  /** As engines do; null where none is found and further ones would not be looked for. */
  codes(picture: Picture, effort: CodeEffort): Promise<Code[] | null>;
};

/** The codes of a picture; a stamp held askew or blurred is looked for where a stamp may be, and drawn anew. */
export async function searchCodes(engines: Finder, picture: Picture): Promise<Code[]> {
  for (const { view, effort } of attemptsAt(picture)) {
    const found = await engines.codes(view, effort);
    if (found === null) break;
    if (found.length > 0) return found;
  }
  return [];
}

type Attempt = { view: Picture; effort: CodeEffort };

/** What to look at, the likeliest first, each drawn when it is asked for: to turn a picture costs more than to look. */
function* attemptsAt(picture: Picture): Generator<Attempt> {
  yield { view: shrinkTo(picture, CODE_PIXELS_MAX), effort: "all" };
  for (const place of densestBlocks(picture)) {
    for (const view of viewsOf(shrinkTo(crop(picture, place), CUTOUT_PIXELS_MAX))) yield { view, effort: "stamp" };
  }
}

function* viewsOf(cutout: Picture): Generator<Picture> {
  const view = straightened(cutout);
  let like = 0;
  for (const side of [view, upsideDown(view)]) {
    const glance = glanceAtLines(side.straight);
    like = Math.max(like, glance.like);
    const guards = guardsOf(side.straight, glance);
    if (guards !== null) yield* redrawn(side.cutout, inCutout(guards, side));
  }
  if (like >= PATTERN_LIKE_MIN) yield* swept(view);
}

/**
 * A place without anything that looks so much like the pattern at either end of a code is no code. Of stamps that only
 * turning shows the least has 0.95, of the print on receipts five in six places stay below.
 */
const PATTERN_LIKE_MIN = 0.9;

/** A cut-out whose code's rows run nearly level in `straight`; `tilt` is what was taken away. */
type View = { cutout: Picture; straight: Picture; tilt: number };

function straightened(cutout: Picture): View {
  const tilt = tiltOf(cutout);
  const straight = turn(cutout, -tilt);
  if (!liesOnItsSide(straight)) return { cutout, straight, tilt };
  return { cutout: quarterTurn(cutout), straight: quarterTurn(straight), tilt };
}

function upsideDown({ cutout, straight, tilt }: View): View {
  return { cutout: halfTurn(cutout), straight: halfTurn(straight), tilt };
}

function halfTurn(picture: Picture): Picture {
  return { ...picture, gray: picture.gray.toReversed() };
}

/** The corners where the picture was not turned yet: what is sampled there has been smoothed by nothing. */
function inCutout(guards: Guards, { cutout, straight, tilt }: View): Guards {
  const angle = (-tilt * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const back = ({ x, y }: Point): Point => {
    const [dx, dy] = [x - 0.5 - straight.width / 2, y - 0.5 - straight.height / 2];
    return { x: dx * cos + dy * sin + cutout.width / 2 + 0.5, y: dy * cos - dx * sin + cutout.height / 2 + 0.5 };
  };
  return {
    topLeft: back(guards.topLeft),
    topRight: back(guards.topRight),
    bottomLeft: back(guards.bottomLeft),
    bottomRight: back(guards.bottomRight),
    module: guards.module,
  };
}

/** For a code of which too little is left to see its corners. */
function* swept({ cutout, tilt }: View): Generator<Picture> {
  for (const factor of factorsFor(cutout)) {
    for (const offset of SWEEP_DEGREES) yield turn(cutout, -(tilt + offset), factor);
  }
}

const DOUBLE_BELOW_WIDTH = 1_400;
/** What is larger at double size has pixels enough before, and turning it is most of what noise costs. */
const SWEPT_PIXELS_MAX = 3_000_000;

function factorsFor({ width, height }: Picture): number[] {
  if (Math.max(width, height) >= DOUBLE_BELOW_WIDTH) return [1];
  return [Math.min(2, Math.sqrt(SWEPT_PIXELS_MAX / (width * height))), 1];
}
