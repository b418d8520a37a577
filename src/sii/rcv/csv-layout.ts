// The heads of the portal's five tables, and what stands under each.

import { err, fold, ok, type Result } from "#kernel";
import type { RcvSide, RcvState } from "./document.ts";

export type Column = keyof typeof COLUMNS;

/** Heads as the portal writes them, folded: sales and purchases differ in some. */
const COLUMNS = {
  number: ["nro"],
  type: ["tipo doc"],
  transaction: ["tipo compra", "tipo venta"],
  rut: ["rut proveedor", "rut cliente"],
  name: ["razon social"],
  folio: ["folio"],
  issued: ["fecha docto"],
  received: ["fecha recepcion"],
  acknowledged: ["fecha acuse", "fecha acuse recibo"],
  claimed: ["fecha reclamo"],
  exempt: ["monto exento"],
  net: ["monto neto"],
  tax: ["monto iva recuperable", "monto iva"],
  unrecoverable: ["monto iva no recuperable"],
  unrecoverable_code: ["codigo iva no rec."],
  total: ["monto total"],
  fixed_net: ["monto neto activo fijo"],
  fixed_tax: ["iva activo fijo"],
  common_tax: ["iva uso comun"],
  tobacco: ["tabacos puros", "tabacos cigarrillos", "tabacos elaborados"],
  reference_type: ["tipo docto. referencia"],
  reference_folio: ["folio docto. referencia"],
  other_code: ["codigo otro impuesto", "codigo otro imp."],
  other_amount: ["valor otro impuesto", "valor otro imp."],
  other_rate: ["tasa otro impuesto", "tasa otro imp."],
} as const;

/** Without these no line is a document. */
const REQUIRED: readonly Column[] = ["type", "rut", "folio", "issued", "exempt", "net", "tax", "total"];

/** What every list of purchases has besides: where some of these are gone, a column that is not there says nothing. */
const COMMON: readonly Column[] = ["received", "unrecoverable", "fixed_net", "fixed_tax", "common_tax", "other_code"];

export type Layout = { side: RcvSide; state: RcvState; places: ReadonlyMap<Column, number>; width: number };

type Refusal = { reason: "no_rcv" | "missing_columns"; detail: string };

/** @param head the cells of the first line @param named the list of purchases that the file's name tells */
export function layoutOf(head: readonly string[], named: RcvState | null): Result<Layout, Refusal> {
  const names = head.map((cell) => fold(cell).replace(/\s+/g, " "));
  if (!names.includes("tipo doc") && !names.includes("folio"))
    return err({ reason: "no_rcv", detail: head.join(";").slice(0, SHOWN_CHARS_MAX) });
  const columns = Object.entries(COLUMNS) as [Column, readonly string[]][];
  const places = new Map(
    columns.flatMap(([column, known]): [Column, number][] => {
      const place = names.findIndex((name) => known.includes(name));
      return place === -1 ? [] : [[column, place]];
    }),
  );
  const missing = REQUIRED.filter((column) => !places.has(column));
  if (missing.length > 0) return missingOf(missing);
  const isSale = names.includes("rut cliente") || names.includes("tipo venta");
  const width = names.length;
  if (isSale) return ok({ side: "venta", state: "registro", places, width });
  const state = named ?? stateOf(places);
  return state === null
    ? missingOf(COMMON.filter((column) => !places.has(column)))
    : ok({ side: "compra", state, places, width });
}

function missingOf(columns: readonly Column[]): Result<never, Refusal> {
  return err({ reason: "missing_columns", detail: columns.map((each) => COLUMNS[each][0]).join(", ") });
}

/** Each of the four lists of purchases has columns that another has not; null where that is not to be told. */
function stateOf(places: ReadonlyMap<Column, number>): RcvState | null {
  if (places.has("claimed")) return "reclamado";
  if (places.has("tobacco")) return "registro";
  if (COMMON.some((column) => !places.has(column))) return null;
  return places.has("acknowledged") ? "no_incluir" : "pendiente";
}

export type Row = (column: Column) => string;

/** The portal ends each line with a semicolon, and so with one cell more than its head. */
export function rowOf(cells: readonly string[], { places, width }: Layout): Row | null {
  if (cells.length < width || cells.length > width + 1) return null;
  return (column) => {
    const cell = cells[places.get(column) ?? -1] ?? "";
    return cell === "null" || cell === "-" ? "" : cell;
  };
}

const SHOWN_CHARS_MAX = 120;
