// How the page looks at a picture: which part of it, how large, and turned by how much. A PDF417 is read only within
// about two degrees of upright, so frame after frame is turned a little further.

export type Size = { width: number; height: number };
export type Part = Size & { x: number; y: number };

/** Degrees, the likeliest first. */
const ANGLES = [0, 2, -2, 4, -4, 0, 6, -6, 8, -8];

/**
 * How the n-th frame of the camera is looked at: what the person sees, and every other time all that the camera sees,
 * since a stamp held across the view may be wider than it.
 */
export function frameLook(n: number): { whole: boolean; degrees: number } {
  return { whole: n % 2 === 1, degrees: ANGLES[(n >> 1) % ANGLES.length] ?? 0 };
}

/** What of a video is seen in a view that it covers, in pixels of the video. */
export function seenPart(video: Size, view: Size): Part {
  const scale = Math.max(view.width / video.width, view.height / video.height);
  const width = Math.min(video.width, Math.round(view.width / scale));
  const height = Math.min(video.height, Math.round(view.height / scale));
  return { x: Math.round((video.width - width) / 2), y: Math.round((video.height - height) / 2), width, height };
}

/** One look at a picture. */
export type Look = { scale: number; degrees: number };

/** More pixels than these cost a phone's memory and find nothing more. */
const SIDE_MAX = 2_400;
/** A picture smaller than this is enlarged: its bars are about a pixel wide. */
const SIDE_SMALL = 1_200;

/** The looks at a photo, the likeliest first, and no more than a phone does in a few seconds. */
export function looksAt({ width, height }: Size): Look[] {
  const side = Math.max(width, height);
  const whole = Math.min(1, SIDE_MAX / side);
  const other = side < SIDE_SMALL ? 2 : whole / 2;
  const turns = [...new Set(ANGLES)];
  return [whole, other].flatMap((scale) => turns.map((degrees) => ({ scale, degrees })));
}

/** The size of what is looked at so, both sides at least one pixel. */
export function sizeOfLook({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
