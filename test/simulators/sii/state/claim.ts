// What a receiver says of a document (WS Registro de Aceptación o Reclamo de un DTE, v1.2 of 7-8-2017): the rules and
// their codes. Pure but for the event that it notes.
import { ACTIONS, CLAIMABLE, CLAIMS } from "./document.ts";
import type { Action, SiiDocument } from "./document.ts";
import { deadlineOf, stateOf } from "./life.ts";

/** Tables of the output parameters of the same document; the dots stand for RCD, RFP or RFT. 27 is of later years. */
export const ANSWERS: Readonly<Record<number, string>> = {
  [-1]: "Error Interno. Rut Receptor debe reintentar más tarde",
  0: "Acción Completada OK",
  1: "Rut Emisor Erróneo",
  2: "Número de Folio Erróneo",
  3: "Tipo de documento no corresponde",
  4: "Acción inválida",
  5: "DTE ya está reclamado por …",
  6: "No se puede acusar recibo de mercadería de DTE previamente reclamado por …",
  7: "Evento registrado previamente",
  8: "Pasados 8 días después de la recepción no es posible registrar reclamos o eventos",
  9: "No existen registros de acuerdo a los parámetros ingresados",
  10: "Documento no emitido y/o recibido en el SII desde el 14 de enero de 2017 en adelante",
  11: "No se puede reclamar DTE previamente aceptado",
  12: "No se puede dar por aceptado DTE previamente rechazado por …",
  13: "No se puede reclamar DTE previamente registrado como acuso recibo mercadería",
  14: "Acción autorizada sólo para empresa receptora o emisora",
  15: "Listado de eventos del documento",
  16: "Documento no presenta eventos de reclamos o acuse de recibo",
  17: "Acción autorizada solo para empresa receptora",
  18: "Documento no ha sido recibido",
  19: "Reclamo de mercaderías ya realizado",
  27: "No se puede registrar un evento (acuse de recibo, reclamo o aceptación de contenido) de un DTE pagado al contado o gratuito",
};

export const EVENT_NAMES: Readonly<Record<string, string>> = {
  ACD: "Acepta Contenido del Documento",
  ERM: "Otorga Recibo de Mercaderías o Servicios",
  RCD: "Reclamo al Contenido del Documento",
  RFP: "Reclamo por Falta Parcial de Mercaderías",
  RFT: "Reclamo por Falta Total de Mercaderías",
  NCA: "Recepción de NC de anulación que referencia al documento",
};

/** Says it, unless it may not be said. @returns 0 when it is noted, else the code of `ANSWERS` that says why not */
export function claim(document: SiiDocument, action: string, { at, by }: { at: number; by: string }): number {
  const code = refusalOf(document, action, at);
  if (code === 0) document.events.push({ code: action as Action, at, by });
  return code;
}

function refusalOf(document: SiiDocument, action: string, at: number): number {
  if (!ACTIONS.some((known) => known === action)) return 4;
  if (!CLAIMABLE.has(document.type)) return 3;
  if (stateOf(document, at) === "EMITIDO") return 18;
  if (document.cash) return 27;
  const said = document.events.map(({ code }) => code as string);
  if (said.includes(action)) return 7;
  const before = contradictionOf(said, action);
  if (before !== 0) return before;
  const deadline = deadlineOf(document);
  return deadline !== null && deadline <= at ? 8 : 0;
}

function contradictionOf(said: readonly string[], action: string): number {
  const wasClaimed = CLAIMS.some((known) => said.includes(known));
  const isClaim = CLAIMS.some((known) => known === action);
  if (wasClaimed) return isClaim ? 5 : action === "ERM" ? 6 : 12;
  if (!isClaim) return 0;
  if (said.includes("ACD")) return 11;
  return said.includes("ERM") ? 13 : 0;
}

/** The words of a code, with what was said before for the dots. */
export function answerOf(code: number, document: SiiDocument | null): string {
  const before = document?.events.findLast((event) => CLAIMS.some((known) => known === event.code))?.code;
  return (ANSWERS[code] ?? "Error").replace("…", before ?? "RCD");
}
