// Files that are ordered and fetched later: the way in which the RCV gives more rows than a page bears.
import { gzipSync } from "node:zlib";
import { slashedMoment } from "../state/chile.ts";
import type { OrderedFile, SiiOffice } from "../state/office.ts";
import { linesOf } from "./lines.ts";
import { LISTS } from "./register.ts";
import type { Wanted } from "./register.ts";

export function orderFile(
  office: SiiOffice,
  { rut, period, operation, state }: Omit<OrderedFile, "id" | "ready_at" | "is_stuck">,
  fate: Pick<OrderedFile, "ready_at" | "is_stuck">,
): void {
  office.files.push({ id: office.next(), rut, period, operation, state, ...fate });
}

/** The orders of a month and a side, as getCtrlAsync lists them. */
export function filesOf(office: SiiOffice, { rut, period, operation }: Wanted): Record<string, unknown>[] {
  return office.files
    .filter((file) => file.rut === rut && file.period === period && file.operation === operation)
    .map((file) => {
      const isDone = isReady(file, office.now());
      return {
        caId: file.id,
        caIdBlob: isDone ? blobOf(file) : null,
        compraOVenta: operation === "VENTA" ? "V" : "C",
        caEstado: isDone ? "TERMINADO" : "EN PROCESO",
        caEstadoContab: file.state,
        caPtributario: Number(period),
        caFecha: slashedMoment(file.ready_at),
      };
    });
}

function isReady({ ready_at, is_stuck }: OrderedFile, now: number): boolean {
  return !is_stuck && ready_at <= now;
}

function blobOf({ id }: OrderedFile): string {
  return `B${String(id).padStart(8, "0")}`;
}

/** The file as gzip, or null where there is none of these ids, or not yet. @param path `{blob}/{rut}/{rut}/{caId}` */
export function fileAt(office: SiiOffice, path: { blob: string; rut: string; id: string }): OrderedFile | null {
  const file = office.files.find(({ id }) => String(id) === path.id);
  if (file === undefined || !isReady(file, office.now()) || blobOf(file) !== path.blob) return null;
  return file.rut.split("-")[0] === path.rut ? file : null;
}

export function zipped(office: SiiOffice, { rut, period, operation, state }: OrderedFile): Uint8Array<ArrayBuffer> {
  const list = LISTS.find((one) => one === state) ?? "REGISTRO";
  return Uint8Array.from(gzipSync(`${linesOf(office, { rut, period, operation, list }).join("\n")}\n`));
}
