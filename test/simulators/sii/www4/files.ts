// Files that are ordered and fetched later: the way in which the RCV gives more rows than a page bears.
import { gzipSync } from "node:zlib";
import { slashedMoment } from "../state/chile.ts";
import type { OrderedFile, Session, SiiOffice } from "../state/office.ts";
import { linesOf } from "./lines.ts";
import { LISTS } from "./register.ts";
import type { Wanted } from "./register.ts";

export function orderFile(
  office: SiiOffice,
  { rut, period, operation, state }: Pick<OrderedFile, "rut" | "period" | "operation" | "state">,
  fate: Pick<OrderedFile, "ready_at" | "is_stuck">,
): void {
  office.files.push({ id: office.next(), rut, period, operation, state, ordered_at: office.now(), ...fate });
}

/** The orders of a business, of whatever month and side, as getCtrlAsync lists them. */
export function filesOf(office: SiiOffice, { rut }: Wanted): Record<string, unknown>[] {
  return office.files
    .filter((file) => file.rut === rut)
    .map((file) => {
      const isDone = isReady(file, office.now());
      const text = isDone ? textOf(office, file) : "";
      const side = file.operation === "VENTA" ? "V" : "C";
      return {
        caId: file.id,
        caIdBLOB: isDone ? blobOf(file) : NO_BLOB,
        compraOVenta: side,
        caProceso: `DCV_${side}_DETALLE`,
        caEstado: isDone ? "TERMINADO" : "EN PROCESO",
        caPeriodo: Number(file.period),
        caTipoDoc: 0,
        caNumLineas: Math.max(0, text.split("\n").length - 2),
        caFileSize: isDone ? gzipSync(text).length : 0,
        caTmstCreado: slashedMoment(file.ordered_at),
        caTmstTerminado: isDone ? slashedMoment(file.ready_at) : null,
        caDescError: null,
      };
    });
}

/** Stands where no file is yet. */
const NO_BLOB = "SIN-BLOB";

function isReady({ ready_at, is_stuck }: OrderedFile, now: number): boolean {
  return !is_stuck && ready_at <= now;
}

function blobOf({ id }: OrderedFile): string {
  return `B${String(id).padStart(8, "0")}`;
}

type Path = { blob: string; user: string; rut: string; id: string };

/** The order of these ids, or null where there is none, or not yet. @param path `{blob}/{who logged in}/{rut}/{caId}` */
export function fileAt(office: SiiOffice, path: Path, session: Session): OrderedFile | null {
  const file = office.files.find(({ id }) => String(id) === path.id);
  if (file === undefined || !isReady(file, office.now()) || blobOf(file) !== path.blob) return null;
  const [user, rut] = [session.rut, file.rut].map((each) => each.split("-")[0]);
  return user === path.user && rut === path.rut ? file : null;
}

export function zipped(office: SiiOffice, file: OrderedFile): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(gzipSync(textOf(office, file)));
}

function textOf(office: SiiOffice, { rut, period, operation, state }: OrderedFile): string {
  const list = LISTS.find((one) => one === state) ?? "REGISTRO";
  return `${linesOf(office, { rut, period, operation, list }).join("\n")}\n`;
}
