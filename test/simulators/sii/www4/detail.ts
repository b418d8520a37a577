// A row of getDetalleCompra or getDetalleVenta: some sixty fields, of which the type of the document is not one.
import { DAY_MS, slashed, slashedMoment } from "../state/chile.ts";
import { TRANSACTIONS } from "../state/document.ts";
import type { SiiDocument } from "../state/document.ts";
import { acceptanceOf, claimOf, deadlineOf, purchasePeriod, salePeriod } from "../state/life.ts";
import type { SiiOffice } from "../state/office.ts";
import { partsOf } from "../state/rut.ts";
import { codeOf, counterpartyOf } from "./register.ts";
import type { Wanted } from "./register.ts";

export function detailRow(office: SiiOffice, document: SiiDocument, wanted: Wanted): Record<string, unknown> {
  const { body, dv } = partsOf(counterpartyOf(document, wanted.operation).rut);
  const code = codeOf(document.id);
  return {
    dhdrCodigo: code,
    dcvCodigo: codeOf(`${wanted.rut}${wanted.period}${wanted.operation}`),
    dcvEstadoContab: null,
    detCodigo: code + 1,
    detTipoDoc: null,
    detRutDoc: body,
    detDvDoc: dv,
    detRznSoc: `${counterpartyOf(document, wanted.operation).name} `,
    detNroDoc: document.folio,
    detFchDoc: slashed(document.issued_on),
    ...momentsOf(document, wanted),
    ...amountsOf(document),
    ...othersOf(document),
    ...NEVER,
    detTipoTransaccion: document.transaction,
    descTipoTransaccion: TRANSACTIONS[document.transaction] ?? null,
    ...receptionOf(document, office.now()),
    cambiarTipoTran: wanted.operation === "COMPRA" && wanted.list === "REGISTRO",
    detPcarga: Number(wanted.operation === "COMPRA" ? purchasePeriod(document, office.now()) : salePeriod(document)),
    emisorAgresivo: false,
    fechaActivacionAnotacion: null,
  };
}

function moment(at: number | null): string | null {
  return at === null ? null : slashedMoment(at);
}

/** A day that never was is the word «null» in the list of what was claimed. */
function momentsOf(document: SiiDocument, { list }: Wanted): Record<string, unknown> {
  const claimed = moment(claimOf(document));
  return {
    detFecAcuse: moment(acceptanceOf(document)),
    detFecReclamado: claimed ?? (list === "RECLAMADO" ? "null" : null),
    detFecRecepcion: moment(document.received_at),
  };
}

function amountsOf(document: SiiDocument): Record<string, unknown> {
  const { unrecoverable, fixed_asset } = document;
  return {
    detMntExe: document.exempt,
    detMntNeto: document.net,
    detMntActFijo: fixed_asset?.net ?? null,
    detMntIVAActFijo: fixed_asset?.tax ?? null,
    detMntIVANoRec: unrecoverable?.tax ?? null,
    detMntCodNoRec: unrecoverable?.code ?? null,
    detMntSinCredito: null,
    detMntIVA: document.tax,
    detMntTotal: document.total,
    detIVAUsoComun: document.common_use_tax === 0 ? null : document.common_use_tax,
    totalDinrMontoIVANoR: unrecoverable?.tax ?? null,
  };
}

/** The code of a further tax stands where otherwise a 1 does; of several the first, with the sum of all. */
function othersOf({ other_taxes, references }: SiiDocument): Record<string, unknown> {
  const [first] = other_taxes;
  const [reference] = references;
  return {
    detTpoImp: first?.code ?? 1,
    detTasaImp: first?.rate ?? null,
    totalDtoiMontoImp: first === undefined ? null : other_taxes.reduce((sum, { amount }) => sum + amount, 0),
    detTipoDocRef: reference?.type ?? 0,
    detFolioDocRef: reference?.folio ?? 0,
  };
}

/** A: in silence after eight days. C: received with a signature. P: paid in cash. R: claimed. */
function receptionOf(document: SiiDocument, now: number): Record<string, unknown> {
  const deadline = deadlineOf(document);
  if (claimOf(document) !== null) return { detEventoReceptor: "R", detEventoReceptorLeyenda: "Reclamado" };
  if (document.cash) return { detEventoReceptor: "P", detEventoReceptorLeyenda: "Forma de pago al contado" };
  if (acceptanceOf(document) !== null) {
    return { detEventoReceptor: "C", detEventoReceptorLeyenda: "Recibo otorgado por el receptor" };
  }
  if (deadline !== null && deadline <= now) {
    return { detEventoReceptor: "A", detEventoReceptorLeyenda: "No reclamado en plazo (recepción automática)" };
  }
  const days = deadline === null ? null : Math.ceil((deadline - now) / DAY_MS);
  return { detEventoReceptor: null, detEventoReceptorLeyenda: days === null ? null : `Quedan ${days} días` };
}

/** What the documents of a shop have nothing in. */
const NEVER: Readonly<Record<string, null | number>> = {
  ...nothing("detAnulado detIVARetTotal detIVARetParcial detIVANoRetenido detIVAPropio detIVATerceros"),
  ...nothing("detLiqRutEmisor detLiqDvEmisor detLiqValComNeto detLiqValComExe detLiqValComIVA detIVAFueraPlazo"),
  ...nothing("detExpNumId detExpNacionalidad detCredEc detLey18211 detDepEnvase detIndSinCosto detIndServicio"),
  ...nothing("detMntNoFact detMntPeriodo detPsjNac detPsjInt detNumInt detCdgSIISucur detEmisorNota"),
  ...nothing("detTabPuros detTabCigarrillos detTabElaborado detImpVehiculo"),
};

function nothing(names: string): Record<string, null> {
  return Object.fromEntries(names.split(" ").map((name) => [name, null]));
}
