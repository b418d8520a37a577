// The files that the SII prepares of a whole list, as its facade tells of them (`getCtrlAsync`): CREADO, EN PROCESO, TERMINADO.

import { z } from "zod";
import { ok, type Month, type Result } from "#kernel";
import type { RcvSide } from "./document.ts";
import { malformed, rowsOf, type RcvTrouble } from "./payload.ts";

/** A file that was ordered; `blob` is null until it is ready, `state` where the SII does not say of which list it is. */
export type RcvExport = { id: number; blob: string | null; state: string | null };

/** Some write `caIdBlob`, the portal itself `caIdBLOB`. */
const Row = z.record(z.string(), z.unknown()).transform((row) => {
  const entries = Object.entries(row).map(([key, value]): [string, unknown] => [key.toLowerCase(), value]);
  return new Map(entries);
});

const ExportRow = Row.transform((row) => ({
  id: row.get("caid"),
  blob: row.get("caidblob") ?? null,
  word: row.get("caestado"),
  state: row.get("caestadocontab") ?? null,
  side: row.get("compraoventa") ?? sideIn(row.get("caproceso")),
  period: row.get("caperiodo") ?? row.get("captributario") ?? null,
})).pipe(
  z.object({
    id: z.coerce.number().int().positive(),
    blob: z.union([z.string(), z.number()]).transform(String).nullable(),
    word: z.string(),
    state: z.string().nullable(),
    side: z.string().nullable(),
    period: z.union([z.string(), z.number()]).transform(String).nullable(),
  }),
);

/** `…_C_…` or `…_V_…` in the name of what prepares it. */
function sideIn(process: unknown): string | null {
  return typeof process === "string" ? (/_([CV])_/.exec(process)?.[1] ?? null) : null;
}

/** Stands in the place of a file that is not there yet. */
const NO_BLOB = "SIN-BLOB";

/**
 * Reads the answer of `getCtrlAsync`: the files of that month and side, whoever ordered them, for it tells of others too.
 * Code 1 has rows as 0 has, with a notice beside them, and a month of which nothing was ordered may have null in their
 * place (crilam/mcp-sii, which was run against the live service).
 */
export function readExports(body: unknown, of: { month: Month; side: RcvSide }): Result<RcvExport[], RcvTrouble> {
  const rows = rowsOf(body, { codes: [0, 1], isNullNone: true });
  if (!rows.ok) return rows;
  const files: RcvExport[] = [];
  for (const row of rows.value) {
    const read = ExportRow.safeParse(row);
    if (!read.success) return malformed(read.error);
    const { id, blob, word, state, side, period } = read.data;
    const isOther = (side !== null && side !== SIDES[of.side]) || (period !== null && period !== periodOf(of.month));
    if (isOther) continue;
    const isReady = word.trim().toUpperCase() === "TERMINADO" && blob !== NO_BLOB;
    files.push({ id, blob: isReady ? blob : null, state: state?.toLowerCase() ?? null });
  }
  return ok(files);
}

const SIDES: Readonly<Record<RcvSide, string>> = { compra: "C", venta: "V" };

/** 2026-08 → 202608 */
function periodOf(month: Month): string {
  return month.replace("-", "");
}
