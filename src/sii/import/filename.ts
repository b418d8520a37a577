// What the portal writes into the name of the file that it gives out: `RCV_COMPRA_REGISTRO_76123456-0_202610.csv`.

import { readRut, type Month } from "#kernel";
import type { RcvState } from "../rcv/document.ts";

/** `state`: of purchases, which list it is. */
export type FileName = { rut: string | null; month: Month | null; state: RcvState | null };

export function readFileName(name: string | null): FileName {
  const text = name ?? "";
  const rut = /(?:^|[^\dK])(\d{7,8}-[\dkK])(?![\dK])/i.exec(text)?.[1] ?? null;
  const [, year, month] = /(?:^|\D)(20\d{2})-?(0[1-9]|1[0-2])(?!\d)/.exec(text) ?? [];
  const list = /compra[_ -](registro|pendiente|no[_ -]incluir|reclamado)(?![a-z])/i.exec(text)?.[1] ?? null;
  return {
    rut: rut && readRut(rut),
    month: year === undefined ? null : `${year}-${month}`,
    state: list === null ? null : (list.toLowerCase().replace(/[ -]/, "_") as RcvState),
  };
}
