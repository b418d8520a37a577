// ws1: accepting and claiming what was received (WS Registro de Aceptación o Reclamo de un DTE, v1.2 of 7-8-2017). SOAP of
// another make than palena's: values are elements, and the session is in the cookie.
import { Hono } from "hono";
import type { Rig } from "../../rig.ts";
import { at, tokenOf } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import { latin1 } from "../pages.ts";
import { answerOf, claim, EVENT_NAMES } from "../state/claim.ts";
import { dashedMoment } from "../state/chile.ts";
import { CLAIMABLE } from "../state/document.ts";
import type { SiiDocument } from "../state/document.ts";
import { mayActFor } from "../state/office.ts";
import type { Session, SiiOffice } from "../state/office.ts";
import { find } from "../state/records.ts";
import { partsOf, plainRut } from "../state/rut.ts";
import { sessionOf } from "../state/sessions.ts";
import { operationIn } from "../palena/soap.ts";
import { escaped, wordOf } from "../xml.ts";
import type { Element } from "../xml.ts";

const NAMESPACE = "http://ws.registroreclamodte.diii.sdi.sii.cl";

export function ws1App(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const named = at(rig, () => ({ place: "claim", method: "registroreclamodteservice" }));
  app.post("/WSREGISTRORECLAMODTE/registroreclamodteservice", named, async (c) => {
    const operation = operationIn(await c.req.text());
    const session = sessionOf(rig.sii, tokenOf(c));
    c.set("rut", session?.rut ?? null);
    const name = operation?.local ?? "";
    c.set("method", name);
    const run = OPERATIONS[name];
    if (operation === null || run === undefined)
      return soap(
        "<S:Fault><faultcode>S:Client</faultcode><faultstring>Cannot find dispatch method</faultstring></S:Fault>",
        500,
      );
    // A fault under 200, as programs have met it.
    if (session?.environment !== "production")
      return soap("<S:Fault><faultcode>S:Server</faultcode><faultstring>Token invalido</faultstring></S:Fault>");
    const inner = run({ office: rig.sii, session, operation });
    return soap(`<ns2:${name}Response xmlns:ns2="${NAMESPACE}"><return>${inner}</return></ns2:${name}Response>`);
  });
  return app;
}

type Question = { office: SiiOffice; session: Session; operation: Element };

const OPERATIONS: Readonly<Record<string, (question: Question) => string>> = {
  ingresarAceptacionReclamoDoc: (question) => {
    const { office, session, operation } = question;
    const found = lookUp(question);
    if (typeof found === "number") return coded(found);
    if (!mayActFor(office, session.rut, found.receiver.rut)) return coded(17, found);
    const code = claim(found, wordOf(operation, "accionDoc") ?? "", { at: office.now(), by: session.rut });
    return coded(code, found);
  },
  listarEventosHistDoc: (question) => {
    const found = lookUp(question);
    if (typeof found === "number") return coded(found);
    if (!isParty(question, found)) return coded(14, found);
    return found.events.length === 0 ? coded(16, found) : coded(15, found) + found.events.map(eventText).join("");
  },
  consultarFechaRecepcionSii: (question) => {
    const found = lookUp(question);
    if (typeof found === "number" || found.received_at === null || !isParty(question, found)) return "";
    return found.received_at > question.office.now() ? "" : dashedMoment(found.received_at);
  },
};

/** The document that the arguments name, or the code of why it can't be found. */
function lookUp({ office, operation }: Question): SiiDocument | number {
  const word = (name: string): string => wordOf(operation, name) ?? "";
  const issuer = plainRut(`${word("rutEmisor")}-${word("dvEmisor")}`);
  if (issuer === null) return 1;
  const [type, folio] = [Number(word("tipoDoc")), Number(word("folio"))];
  if (!Number.isInteger(folio) || folio < 1) return 2;
  if (!CLAIMABLE.has(type)) return 3;
  return find(office, { issuer, type, folio }) ?? 10;
}

function isParty({ office, session }: Question, { issuer, receiver }: SiiDocument): boolean {
  return mayActFor(office, session.rut, receiver.rut) || mayActFor(office, session.rut, issuer.rut);
}

function coded(code: number, document: SiiDocument | null = null): string {
  return `<codResp>${code}</codResp><descResp>${escaped(answerOf(code, document))}</descResp>`;
}

function eventText({ code, at: when, by }: SiiDocument["events"][number]): string {
  const { body, dv } = partsOf(by);
  return (
    `<listaEventosDoc><codEvento>${code}</codEvento><descEvento>${escaped(EVENT_NAMES[code] ?? code)}</descEvento>` +
    `<rutResponsable>${body}</rutResponsable><dvResponsable>${dv}</dvResponsable>` +
    `<fechaEvento>${dashedMoment(when)}</fechaEvento></listaEventosDoc>`
  );
}

function soap(body: string, status = 200): Response {
  const xml =
    "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" +
    `${body}</S:Body></S:Envelope>`;
  return new Response(latin1(xml), { status, headers: { "content-type": "text/xml;charset=utf-8" } });
}
