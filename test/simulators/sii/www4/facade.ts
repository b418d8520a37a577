// The facade of the RCV: what each of its methods answers to a taxpayer whose session is live. It has no contract; what
// is here was told by programs that read it.
import { z } from "zod";
import type { Rig } from "../../rig.ts";
import type { Place, SiiFault } from "../knobs.ts";
import { claim, answerOf } from "../state/claim.ts";
import { mayActFor } from "../state/office.ts";
import type { Session, SiiOffice } from "../state/office.ts";
import { find } from "../state/records.ts";
import { plainRut } from "../state/rut.ts";
import { detailRow } from "./detail.ts";
import { CODE } from "./envelope.ts";
import type { Said } from "./envelope.ts";
import { filesOf, orderFile } from "./files.ts";
import { linesOf } from "./lines.ts";
import { LISTS, rowsOf } from "./register.ts";
import type { Wanted } from "./register.ts";
import { headOf, summaryAround, summaryRows } from "./summary.ts";

/** Every method of the facade, and the place where a fault may strike it. */
export const METHODS: Readonly<Record<string, Place>> = {
  getResumen: "summary",
  getDatosInicio: "summary",
  getDcvEmpresasAutorizadas: "summary",
  getStringValue: "summary",
  getResumenObsCruce: "summary",
  getResumenObservacionesRutTpoDoc: "summary",
  getDetalleCompra: "detail",
  getDetalleVenta: "detail",
  getOtrosImpuestos: "detail",
  getEventosDoc: "detail",
  getDetalleDTE: "detail",
  getDetalleIEC02: "detail",
  getDetallesObs: "detail",
  getDetalleObsCompraExp: "detail",
  getDetalleObservacionRutDoc: "detail",
  getDetalleObservacionTpoDoc: "detail",
  getResumenExport: "export",
  getDetalleCompraExport: "export",
  getDetalleVentaExport: "export",
  getCtrlAsync: "async",
  ingresarAceptacionReclamoDocs: "claim",
};

/** `accionRecaptcha` of the methods that ask for one: in, then out of the list of purchases. */
const RECAPTCHA: Readonly<Record<string, readonly string[]>> = {
  getDetalleCompra: ["RCV_DETC"],
  getDetalleVenta: ["RCV_DETV", "RCV_DETC"],
  getDetalleCompraExport: ["RCV_DDETC"],
  getDetalleVentaExport: ["RCV_DDETV"],
  getCtrlAsync: ["RCV_DDETCA", "RCV_DDETVA"],
};

type Data = Readonly<Record<string, unknown>>;
export type Question = { rig: Rig; session: Session; method: string; data: Data; fault: SiiFault | null };

export function answer(question: Question): Said {
  const { rig, session, method, data, fault } = question;
  const office = rig.sii;
  if (fault?.kind === "code") return { code: fault.code };
  if (fault?.kind === "null_data") return { code: CODE.ok, data: null };
  if (method === "ingresarAceptacionReclamoDocs") return acceptOrClaim(office, session, data);
  if (method === "getDcvEmpresasAutorizadas" || method === "getDatosInicio") return companiesOf(office, session);
  const asked = wantedOf(data, method);
  if (typeof asked === "string") return { code: CODE.error, words: asked };
  if (asked.period < FIRST_PERIOD) return { code: CODE.tooEarly };
  if (!mayActFor(office, session.rut, asked.rut)) {
    return { code: CODE.error, words: `RUT ${session.rut} no está autorizado para consultar a ${asked.rut}` };
  }
  if (fault?.kind === "captcha" || !passesRecaptcha(rig, method, data)) return { code: CODE.error, words: NO_HUMAN };
  return rowsFor(question, asked);
}

/** The register begins with August 2017 by law; the facade answers from May on. */
const FIRST_PERIOD = "201705";
const NO_HUMAN = "Error en validación de reCAPTCHA, intente nuevamente";
const HUMAN_TOKEN = "human";

function passesRecaptcha({ knobs }: Rig, method: string, data: Data): boolean {
  const actions = RECAPTCHA[method];
  // Asking whether a file is ready needs none.
  if (actions === undefined || (method === "getCtrlAsync" && data["generaCtrl"] !== true)) return true;
  const { accionRecaptcha: action, tokenRecaptcha: token } = data;
  if (knobs.sii.recaptcha === "required" && token !== HUMAN_TOKEN) return false;
  return typeof token === "string" && token !== "" && actions.includes(String(action));
}

const Wants = z.object({
  rutEmisor: z.union([z.string(), z.number()]).transform(String),
  dvEmisor: z.string(),
  ptributario: z.union([z.string(), z.number()]).transform(String),
  operacion: z.enum(["COMPRA", "VENTA"]),
  estadoContab: z.enum(["", ...LISTS]).default(""),
  codTipoDoc: z.union([z.string(), z.number()]).transform(Number).optional(),
  busquedaInicial: z.boolean().optional(),
});

/** What is asked, or the words of why it can't be. Type 0 is every type, to what lists them all. */
function wantedOf(data: Data, method: string): Wanted | string {
  const read = Wants.safeParse(data);
  if (!read.success) return "Parámetros de entrada no válidos";
  const { rutEmisor, dvEmisor, ptributario: period, operacion: operation, estadoContab, codTipoDoc } = read.data;
  const rut = plainRut(`${rutEmisor}-${dvEmisor}`);
  if (rut === null || !/^\d{4}(0[1-9]|1[0-2])$/.test(period)) return "Parámetros de entrada no válidos";
  if (read.data.busquedaInicial === true && estadoContab !== "REGISTRO") return "Búsqueda inicial no válida";
  const wanted = { rut, period, operation, list: estadoContab === "" ? ("REGISTRO" as const) : estadoContab };
  if (method.startsWith("getDetalle") && !method.endsWith("Export") && !codTipoDoc)
    return "Tipo de documento no válido";
  return codTipoDoc === undefined || codTipoDoc === 0 ? wanted : { ...wanted, type: codTipoDoc };
}

function rowsFor({ rig, method, data, fault }: Question, wanted: Wanted): Said {
  const office = rig.sii;
  switch (method) {
    case "getResumen":
    case "getResumenExport":
      return summary(office, wanted, method);
    case "getDetalleCompra":
      return detail(office, { ...wanted, operation: "COMPRA" });
    case "getDetalleVenta":
      return detail(office, { ...wanted, operation: "VENTA" });
    case "getDetalleCompraExport":
    case "getDetalleVentaExport":
      return exported(rig, { ...wanted, operation: method === "getDetalleVentaExport" ? "VENTA" : "COMPRA" }, fault);
    case "getCtrlAsync":
      if (data["generaCtrl"] === true) {
        const ready_at = office.now() + rig.knobs.sii.async_ms;
        orderFile(office, { ...wanted, state: wanted.list }, { ready_at, is_stuck: fault?.kind === "async_stuck" });
        return { code: CODE.noticed, data: filesOf(office, wanted) };
      }
      return { code: CODE.ok, data: filesOf(office, wanted) };
    case "getOtrosImpuestos":
      return otherTaxes(office, wanted, data);
    default:
      return { code: CODE.empty };
  }
}

function summary(office: SiiOffice, wanted: Wanted, method: string): Said {
  const rows = summaryRows(office, wanted);
  if (rows.length === 0) return { code: CODE.empty, more: summaryAround(office, wanted, 0) };
  const total = rows.reduce((sum, row) => sum + Number(row["rsmnTotDoc"]), 0);
  if (method === "getResumen") return { code: CODE.ok, data: rows, more: summaryAround(office, wanted, total) };
  const columns = ["dcvNombreTipoDoc", "rsmnTotDoc", "rsmnMntExe", "rsmnMntNeto", "rsmnMntIVA", "rsmnMntTotal"];
  const lines = rows.map((row) => `${columns.map((column) => String(row[column])).join(";")};`);
  const head = "Tipo Documento;Total Documentos;Monto Exento;Monto Neto;Monto IVA;Monto Total";
  return { code: CODE.ok, data: [head, ...lines], more: { nombreArchivo: fileNameOf(wanted, "RESUMEN") } };
}

function detail(office: SiiOffice, wanted: Wanted): Said {
  const rows = rowsOf(office, wanted).map((document) => detailRow(office, document, wanted));
  const more = { esDocPapel: false, dataCabecera: headOf(office, wanted) };
  return rows.length === 0 ? { code: CODE.empty, more } : { code: CODE.ok, data: rows, more };
}

/** More rows than it bears are none, without a word: only the head is left. */
function exported(rig: Rig, wanted: Wanted, fault: SiiFault | null): Said {
  const lines = fault?.kind === "empty_export" ? [] : linesOf(rig.sii, wanted);
  const isTooLong = lines.length - 1 > rig.knobs.sii.export_rows_max;
  const data = isTooLong ? lines.slice(0, 1) : lines;
  return { code: CODE.ok, data, more: { nombreArchivo: fileNameOf(wanted, wanted.list) } };
}

export function fileNameOf({ rut, period, operation }: Wanted, what: string): string {
  return `RCV_${operation}_${what}_${rut}_${period}.csv`;
}

const Key = z.object({ detRutDoc: z.coerce.number(), detNroDoc: z.coerce.number() });

function otherTaxes(office: SiiOffice, wanted: Wanted, data: Data): Said {
  const key = Key.safeParse(data);
  const documents = rowsOf(office, wanted).filter(
    ({ folio, issuer }) =>
      !key.success || (folio === key.data.detNroDoc && Number(issuer.rut.split("-")[0]) === key.data.detRutDoc),
  );
  const rows = documents.flatMap(({ folio, other_taxes }) =>
    other_taxes.map(({ code, amount, rate }) => ({
      detNroDoc: folio,
      dtoiCodigo: code,
      dtoiTasaImp: rate,
      dtoiMontoImp: amount,
    })),
  );
  return rows.length === 0 ? { code: CODE.empty } : { code: CODE.ok, data: rows };
}

function companiesOf(office: SiiOffice, session: Session): Said {
  const companies = [...office.taxpayers.keys()].filter((rut) => mayActFor(office, session.rut, rut));
  const rows = companies.map((rut) => {
    const [body, dv] = rut.split("-");
    return { dcvRutEmisor: Number(body), dcvDvEmisor: dv, dcvRznSocEmisor: null, privilegios: null };
  });
  return { code: CODE.ok, data: rows };
}

/** No call takes more. */
const CLAIMS_A_CALL_MAX = 10;
const Claims = z.object({
  dteAcuRe: z
    .array(
      z.object({
        dedCodEvento: z.string(),
        detRutDoc: z.union([z.string(), z.number()]),
        detDvDoc: z.string(),
        detTipoDoc: z.coerce.number(),
        detNroDoc: z.coerce.number(),
      }),
    )
    .min(1)
    .max(CLAIMS_A_CALL_MAX),
});

function acceptOrClaim(office: SiiOffice, session: Session, data: Data): Said {
  const read = Claims.safeParse(data);
  if (!read.success) return { code: CODE.error, words: "Parámetros de entrada no válidos" };
  const rows = read.data.dteAcuRe.map((asked) => {
    const issuer = plainRut(`${asked.detRutDoc}-${asked.detDvDoc}`) ?? "";
    const document = find(office, { issuer, type: asked.detTipoDoc, folio: asked.detNroDoc });
    const isTheirs = document !== null && mayActFor(office, session.rut, document.receiver.rut);
    const code =
      document === null
        ? 10
        : isTheirs
          ? claim(document, asked.dedCodEvento, { at: office.now(), by: session.rut })
          : 17;
    return { ...asked, codResp: code, descResp: answerOf(code, document) };
  });
  return { code: CODE.ok, data: rows };
}
