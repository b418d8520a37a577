// Connected groups of marked cells: letters of ink, sheets of light, fields of strokes.

import type { Box } from "./picture.ts";

export type Group = {
  /** Places in the field, row by row. */
  cells: Int32Array;
  box: Box;
};

/**
 * The groups of cells that are 1, in the order of their first cell; a group is made when it is asked for.
 * @param touching over how many sides cells are neighbours: 8 counts corners too
 */
export function* groupsOf(field: Uint8Array, width: number, touching: 4 | 8): Generator<Group> {
  const open = field.slice();
  // Every cell belongs to one group: all of them lie in one list, one group behind the other.
  const list = new Int32Array(countOf(field));
  let from = 0;
  for (let start = open.indexOf(1); start !== -1; start = open.indexOf(1, start)) {
    const group = groupFrom({ open, width, corners: touching === 8 }, start, list.subarray(from));
    from += group.cells.length;
    yield group;
  }
}

function countOf(field: Uint8Array): number {
  let count = 0;
  // By its index: to iterate over millions of bytes takes ten times as long.
  for (let at = 0; at < field.length; at++) count += field[at] ?? 0;
  return count;
}

type Walk = { open: Uint8Array; width: number; corners: boolean };

/** Walks over the cells around one, and closes them. @param list takes them */
function groupFrom({ open, width, corners }: Walk, start: number, list: Int32Array): Group {
  let [left, right, top, bottom, count] = [width, 0, Infinity, 0, 1];
  list[0] = start;
  open[start] = 0;
  const take = (at: number): void => {
    if (open[at] !== 1) return;
    open[at] = 0;
    list[count++] = at;
  };
  // The list grows while it is walked.
  for (let next = 0; next < count; next++) {
    const at = list[next] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    if (x < left) left = x;
    if (x >= right) right = x + 1;
    if (y < top) top = y;
    if (y >= bottom) bottom = y + 1;
    for (let row = at - width; row <= at + width; row += width) {
      if (row !== at) take(row);
      if (!corners && row !== at) continue;
      if (x > 0) take(row - 1);
      if (x < width - 1) take(row + 1);
    }
  }
  return { cells: list.subarray(0, count), box: { left, right, top, bottom } };
}
