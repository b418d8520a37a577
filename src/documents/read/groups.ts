// Connected groups of marked cells: letters of ink, sheets of light, fields of strokes.

import type { Box } from "./picture.ts";

export type Group = {
  /** Places in the field, row by row. */
  cells: readonly number[];
  box: Box;
};

/**
 * The groups of cells that are 1, in the order of their first cell; a group is made when it is asked for.
 * @param touching over how many sides cells are neighbours: 8 counts corners too
 */
export function* groupsOf(field: Uint8Array, width: number, touching: 4 | 8): Generator<Group> {
  const open = field.slice();
  for (let start = open.indexOf(1); start !== -1; start = open.indexOf(1, start)) {
    yield groupFrom(open, start, { width, corners: touching === 8 });
  }
}

/** Walks over the cells around one, and closes them. */
function groupFrom(open: Uint8Array, start: number, { width, corners }: { width: number; corners: boolean }): Group {
  const cells = [start];
  const box = { left: width, right: 0, top: Infinity, bottom: 0 };
  open[start] = 0;
  const take = (at: number): void => {
    if (open[at] !== 1) return;
    open[at] = 0;
    cells.push(at);
  };
  // The list grows while it is walked.
  for (const at of cells) {
    const x = at % width;
    const y = (at - x) / width;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
    for (const row of [at - width, at, at + width]) {
      if (row !== at) take(row);
      if (!corners && row !== at) continue;
      if (x > 0) take(row - 1);
      if (x < width - 1) take(row + 1);
    }
  }
  return { cells, box };
}
