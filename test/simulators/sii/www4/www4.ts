// www4: the applications of the portal. The RCV's page and facade, the change of a purchase's kind, the proposal of the F29.
import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";
import type { Rig } from "../../rig.ts";
import { at, resteasy, tokenOf } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import { htmlPage, loginPage } from "../pages.ts";
import { mayActFor } from "../state/office.ts";
import type { Session } from "../state/office.ts";
import { amend, find } from "../state/records.ts";
import { plainRut } from "../state/rut.ts";
import { sessionOf } from "../state/sessions.ts";
import { CODE, openEnvelope, sealEnvelope, UNAUTHORIZED } from "./envelope.ts";
import type { Asked } from "./envelope.ts";
import { answer, fileNameOf, METHODS } from "./facade.ts";
import { fileAt, zipped } from "./files.ts";
import { proposalOf } from "./proposal.ts";

const RCV = "cl.sii.sdi.lob.diii.consdcv.data.api.interfaces.FacadeService";
const KIND = "cl.sii.sdi.lob.diii.complementoscv.data.api.interfaces.FacadeServiceCompCompra";
const F29 = "cl.sii.sdi.lob.iva.propuestaf29.data.api.interfaces.FacadeAdapterService";

export function www4App(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const page = at(rig, () => ({ place: "page", method: "consdcvinternetui" }));
  app.get("/consdcvinternetui/", page, (c) => {
    const session = liveSession(rig, c);
    if (session === null) return loggedOut(rig, c);
    session.saw_rcv = true;
    return htmlPage(
      "<!DOCTYPE html><html><head><title>Registro de Compras y Ventas</title></head><body ng-app></body></html>\n",
    );
  });
  const file = at(rig, () => ({ place: "file", method: "obtenerArchivoBLOB" }));
  app.get("/consdcvinternetui/services/data/facadeService/obtenerArchivoBLOB/:blob/:user/:rut/:id", file, (c) =>
    sendFile(rig, c),
  );
  const method = at(rig, (c) => ({
    place: METHODS[c.req.param("method") ?? ""] ?? "summary",
    method: c.req.param("method") ?? "",
  }));
  app.post("/consdcvinternetui/services/data/facadeService/:method", method, (c) => askFacade(rig, c));
  const kind = at(rig, () => ({ place: "claim", method: "cambiaTipoCompra" }));
  app.post("/complementoscvui/services/data/facadeServiceCompCompraService/cambiaTipoCompra", kind, (c) =>
    changeKind(rig, c),
  );
  const proposal = at(rig, () => ({ place: "proposal", method: PROPOSAL }));
  app.post(`/propuestaf29ui/services/data/facadeAdapterService/${PROPOSAL}`, proposal, (c) => propose(rig, c));
  return app;
}

const PROPOSAL = "getDeclaracionConCondicionesYTipoPropuesta";

/** Tokens of the certification environment are none here: there is no RCV of it. */
function liveSession(rig: Rig, c: Context<SiiEnv>): Session | null {
  const session = sessionOf(rig.sii, tokenOf(c));
  c.set("rut", session?.rut ?? null);
  return session?.environment === "production" ? session : null;
}

function loggedOut(rig: Rig, c: Context): Response {
  if (rig.knobs.sii.logged_out === "page") return htmlPage(loginPage());
  const { origin } = new URL(c.req.url);
  const target = "https://www4.sii.cl/consdcvinternetui/";
  return c.redirect(`${origin}/sii/zeusr.sii.cl/AUT2000/InicioAutenticacion/IngresoRutClave.html?${target}`, 302);
}

/** JSON is served to who takes anything, and to nobody else. */
function isTrapped(c: Context): boolean {
  return c.req.header("accept")?.trim() === "application/json";
}

async function askFacade(rig: Rig, c: Context<SiiEnv>): Promise<Response> {
  const session = liveSession(rig, c);
  if (session === null || !session.saw_rcv) return loggedOut(rig, c);
  if (isTrapped(c)) return resteasy();
  const method = c.get("method");
  if (!(method in METHODS)) return htmlPage(NO_RESOURCE, { status: 404 });
  const namespace = `${RCV}/${method}`;
  const asked = openEnvelope(await c.req.json().catch(() => null), { namespace, session });
  if (asked === null) return c.json(UNAUTHORIZED);
  const said = answer({ rig, session, method, data: asked.data, fault: c.get("fault") });
  return c.json(sealEnvelope(said, asked, namespace) as object);
}

const NO_RESOURCE =
  "<html><head><title>JBWEB000065: HTTP Status 404</title></head><body>RESTEASY003210: Could not find resource for full path</body></html>\n";

function sendFile(rig: Rig, c: Context<SiiEnv>): Response {
  const session = liveSession(rig, c);
  if (session === null) return loggedOut(rig, c);
  const { blob = "", user = "", rut = "", id = "" } = c.req.param() as Record<string, string>;
  const file = fileAt(rig.sii, { blob, user, rut, id }, session);
  if (file === null || !mayActFor(rig.sii, session.rut, file.rut)) return htmlPage(NO_RESOURCE, { status: 404 });
  const bytes = zipped(rig.sii, file);
  const isCut = c.get("fault")?.kind === "truncated_gzip";
  const name = fileNameOf({ ...file, list: "REGISTRO" }, file.state);
  return new Response(isCut ? bytes.slice(0, bytes.length / 2) : bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}.gz"`,
    },
  });
}

const Change = z.object({
  rut: z.coerce.string(),
  dv: z.string(),
  rutContraparte: z.coerce.string(),
  dvContraparte: z.string(),
  tipoDocumento: z.coerce.number(),
  numeroDocumento: z.coerce.number(),
  tipoCompra: z.coerce.number().int().min(1).max(7),
});

async function changeKind(rig: Rig, c: Context<SiiEnv>): Promise<Response> {
  const opened = await openPortal(rig, c, `${KIND}/cambiaTipoCompra`);
  if (opened instanceof Response) return opened;
  const { session, asked } = opened;
  const read = Change.safeParse(asked.data);
  if (!read.success) return c.json({ data: null, metaData: { errors: [{ descripcion: "Parámetros no válidos" }] } });
  const { tipoDocumento: type, numeroDocumento: folio, tipoCompra: transaction } = read.data;
  const issuer = plainRut(`${read.data.rutContraparte}-${read.data.dvContraparte}`) ?? "";
  const document = find(rig.sii, { issuer, type, folio });
  if (document === null || !mayActFor(rig.sii, session.rut, document.receiver.rut)) {
    return c.json({ data: null, metaData: { errors: [{ descripcion: "Documento no encontrado" }] } });
  }
  amend(document, { transaction });
  return c.json({ data: "OK", metaData: { errors: null } });
}

const Month = z.object({
  rutContribuyente: z.coerce.string(),
  dv: z.string(),
  formCodigo: z.literal("2"),
  mes: z.string().regex(/^\d{2}$/),
  anno: z.string().regex(/^\d{4}$/),
});

/** The proposal is for nobody but the business itself: who may act for it may not see it here. */
async function propose(rig: Rig, c: Context<SiiEnv>): Promise<Response> {
  const opened = await openPortal(rig, c, `${F29}/${PROPOSAL}`);
  if (opened instanceof Response) return opened;
  const read = Month.safeParse(opened.asked.data);
  const rut = read.success ? plainRut(`${read.data.rutContribuyente}-${read.data.dv}`) : null;
  const taxpayer = rut === opened.session.rut ? rig.sii.taxpayers.get(rut) : undefined;
  if (!read.success || taxpayer === undefined) {
    return c.json({
      data: null,
      metaData: { errors: [{ id: 1, descripcion: `Consulta RUT[${rut}] no esta autorizado` }] },
    });
  }
  const codes = proposalOf(rig.sii, taxpayer, `${read.data.anno}${read.data.mes}`);
  const base = [
    { codigo: "03", valor: taxpayer.rut },
    { codigo: "05", valor: taxpayer.name },
    { codigo: "15", valor: `${read.data.anno}${read.data.mes}` },
  ];
  const data = {
    tipopropuesta: 40,
    tipopropuestadescrip: null,
    estado: 0,
    descripcionEstado: null,
    listCodPropuestos: codes,
    listCodAdministrativos: [],
    listCodBase: base,
    listCodComplementar: [],
    listCondiciones: [],
    listGlosasProp: [],
    complementoDetalleDTE: true,
    documentosDelGiro: true,
    tieneAnotaciones: false,
    anotacion: false,
  };
  return c.json({ data, metaData: { errors: null } });
}

type Opened = { session: Session; asked: Asked };

async function openPortal(rig: Rig, c: Context<SiiEnv>, namespace: string): Promise<Opened | Response> {
  const session = liveSession(rig, c);
  if (session === null) return loggedOut(rig, c);
  if (isTrapped(c)) return resteasy();
  const asked = openEnvelope(await c.req.json().catch(() => null), { namespace, session });
  // Unlike the RCV's, these facades say which namespace they would have liked.
  return asked === null
    ? c.json({
        data: null,
        metaData: { errors: [{ id: CODE.error, descripcion: `Namespace esperado: ${namespace}` }] },
      })
    : { session, asked };
}
