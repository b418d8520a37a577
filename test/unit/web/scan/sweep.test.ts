import { expect, test } from "vitest";
import { frameLook, looksAt, seenPart, sizeOfLook } from "#src/web/scan/sweep.ts";

test("the first looks are upright, at what is seen and then at everything", () => {
  expect([frameLook(0), frameLook(1)]).toEqual([
    { whole: false, degrees: 0 },
    { whole: true, degrees: 0 },
  ]);
});

test("a stamp held at up to nine degrees is upright within a degree in one frame of twenty", () => {
  const turns = Array.from({ length: 20 }, (_, n) => frameLook(n).degrees);
  for (let tilt = -9; tilt <= 9; tilt += 0.5) {
    expect(Math.min(...turns.map((degrees) => Math.abs(degrees + tilt)))).toBeLessThanOrEqual(1);
  }
});

test.each([
  [
    "a lying video in a standing view",
    { width: 1_920, height: 1_080 },
    { width: 358, height: 510 },
    [581, 0, 758, 1_080],
  ],
  ["a standing video", { width: 1_080, height: 1_920 }, { width: 360, height: 360 }, [0, 420, 1_080, 1_080]],
  ["the same shape", { width: 640, height: 480 }, { width: 320, height: 240 }, [0, 0, 640, 480]],
])("sees of %s what the view shows", (...[, video, view, [x, y, width, height]]) => {
  expect(seenPart(video, view)).toEqual({ x, y, width, height });
});

test("looks at a photo a bounded number of times, never larger than a phone can hold", () => {
  for (const size of [
    { width: 300, height: 80 },
    { width: 1_280, height: 591 },
    { width: 9_000, height: 12_000 },
  ]) {
    const looks = looksAt(size);
    expect(looks).toHaveLength(18);
    expect(looks[0]?.degrees).toBe(0);
    for (const { scale } of looks) {
      const seen = sizeOfLook(size, scale);
      expect(Math.max(seen.width, seen.height)).toBeLessThanOrEqual(2_400);
    }
  }
});
