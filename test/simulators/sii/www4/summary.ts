// The answer of getResumen: of each type of document how many, and their sums.
import { slashedMoment } from "../state/chile.ts";
import { TOTALS_ONLY, TYPE_NAMES } from "../state/document.ts";
import type { SiiDocument } from "../state/document.ts";
import type { SiiOffice } from "../state/office.ts";
import { partsOf } from "../state/rut.ts";
import { codeOf, documentsOf } from "./register.ts";
import type { Wanted } from "./register.ts";

export function summaryRows(office: SiiOffice, wanted: Wanted): Record<string, unknown>[] {
  const byType = Map.groupBy(documentsOf(office, wanted), ({ type }) => type);
  return [...byType].toSorted(([a], [b]) => a - b).map(([type, documents]) => summaryRow(type, documents, wanted));
}

/** Below this number a type is of paper. */
const FIRST_ELECTRONIC = 33;
const PAPER: ReadonlySet<number> = new Set([35, 38, 40, 45, 55, 60, 914]);

function summaryRow(type: number, documents: readonly SiiDocument[], wanted: Wanted): Record<string, unknown> {
  const sum = (amount: (document: SiiDocument) => number): number =>
    documents.reduce((total, document) => total + amount(document), 0);
  const isDetailed = !TOTALS_ONLY.has(type);
  const source = type < FIRST_ELECTRONIC || PAPER.has(type) ? "PAP" : "ELE";
  return {
    dcvCodigo: codeOf(`${wanted.rut}${wanted.period}${wanted.operation}`),
    rsmnCodigo: codeOf(`${wanted.rut}${wanted.period}${wanted.operation}${wanted.list}${type}`),
    rsmnTipoDocInteger: type,
    dcvNombreTipoDoc: TYPE_NAMES[type] ?? `Documento ${type}`,
    dcvTipoIngresoDoc: `${isDetailed ? "DET" : "RES"}_${source}`,
    rsmnLink: isDetailed,
    rsmnMntExe: sum(({ exempt }) => exempt),
    rsmnMntNeto: sum(({ net }) => net),
    rsmnMntIVA: sum(({ tax }) => tax),
    rsmnMntIVANoRec: sum(({ unrecoverable }) => unrecoverable?.tax ?? 0),
    rsmnIVAUsoComun: sum(({ common_use_tax }) => common_use_tax),
    dcvOperacion: null,
    rsmnFechModificacion: null,
    rsmnMntTotal: sum(({ total }) => total),
    rsmnEstadoContab: wanted.operation === "COMPRA" ? wanted.list : null,
    rsmnTotDoc: sum(({ count }) => count),
    rsmnTotalRutEmisor: null,
  };
}

/** What stands beside the rows, of the register as a whole. */
export function summaryAround(office: SiiOffice, wanted: Wanted, documents: number): Record<string, unknown> {
  return {
    totDocRes: documents,
    tieneEmisorAgresivo: false,
    pDB: null,
    verF29: null,
    dataCabecera: headOf(office, wanted),
  };
}

export function headOf(office: SiiOffice, { rut, period, operation }: Wanted): Record<string, unknown> {
  const { body, dv } = partsOf(rut);
  return {
    dcvCodigo: codeOf(`${rut}${period}${operation}`),
    dcvRutEmisor: body,
    dcvDvEmisor: dv,
    dcvPtributario: Number(period),
    dcvPcarga: Number(period),
    dcvOperacion: operation,
    dcvFctProp: factorSaid(office.taxpayers.get(rut)?.common_use_percent ?? 100),
    dcvVigente: 1,
    dcvFecCreacion: slashedMoment(office.now()),
    dcvFecModificacion: slashedMoment(office.now()),
    dcvEstadoContab: null,
  };
}

/** 85 → ` 0,8500` */
function factorSaid(percent: number): string {
  return ` ${(percent / 100).toFixed(4).replace(".", ",")}`;
}
