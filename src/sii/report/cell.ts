// What a cell of the report holds, before a page or a sheet writes it.

import type { CivilDate } from "#kernel";

/** `utm` in ten-thousandths; `percent` as written: 0.125 is 0,125 %. */
export type Cell =
  | null
  | string
  | { pesos: number }
  | { count: number }
  | { percent: number }
  | { utm: number }
  | { day: CivilDate };

/** `width` in characters, also of a page: its columns share the line in this proportion. */
export type Column = { head: string; width: number };

export type Row = { cells: readonly Cell[]; is_total: boolean };

export type Table = { title: string; columns: readonly Column[]; rows: readonly Row[] };

export type Sheet = { name: string; tables: readonly Table[] };

export function row(...cells: readonly Cell[]): Row {
  return { cells, is_total: false };
}

export function totalRow(...cells: readonly Cell[]): Row {
  return { cells, is_total: true };
}

/** A null has nothing to write and is not written. */
export function pesos(amount: number | null): Cell {
  return amount === null ? null : { pesos: amount };
}
