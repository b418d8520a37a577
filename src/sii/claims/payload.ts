// The SOAP of ws1.sii.cl/WSREGISTRORECLAMODTE: values are elements, the session is in the cookie, and a session that is
// over is a fault, now under 200 and now under 500.

import { childElements, parseXml, textOf, type XmlElement } from "#dte";
import { err, ok, type Result } from "#kernel";
import { outline, said } from "../session/evidence.ts";
import { claimReasonOf, type ClaimAction, type ClaimReason } from "./action.ts";

/** Who issued it (`76123456-K`), its type and its folio. */
export type ClaimDocument = { issuer: string; type: number; folio: string };

/** `session`: log in again. `malformed`: nothing is known of what was asked. */
export type ClaimTrouble = { reason: "session" | "malformed"; evidence: string };

/** What was said of a document, by whom (RUT) and when (local, `YYYY-MM-DDTHH:MM:SS`); `NCA` is a note that annuls it. */
export type ClaimEvent = { code: string; by: string; at: string };

const NAMESPACE = "http://ws.registroreclamodte.diii.sdi.sii.cl";

export function claimRequest(document: ClaimDocument, action: ClaimAction): string {
  return envelope("ingresarAceptacionReclamoDoc", `${namesOf(document)}<accionDoc>${action}</accionDoc>`);
}

export function historyRequest(document: ClaimDocument): string {
  return envelope("listarEventosHistDoc", namesOf(document));
}

export function receptionRequest(document: ClaimDocument): string {
  return envelope("consultarFechaRecepcionSii", namesOf(document));
}

function envelope(operation: string, fields: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
    ` xmlns:ws="${NAMESPACE}"><soapenv:Header/><soapenv:Body><ws:${operation}>${fields}</ws:${operation}>` +
    "</soapenv:Body></soapenv:Envelope>"
  );
}

/** Digits and a check letter, so that nothing has to be escaped. */
function namesOf({ issuer, type, folio }: ClaimDocument): string {
  const [digits = "", check = ""] = issuer.split("-");
  const fields = { rutEmisor: digits, dvEmisor: check, tipoDoc: String(type), folio };
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${value.replace(/[^\dK]/g, "")}</${name}>`)
    .join("");
}

/** Reads what came of a claim or an acceptance. */
export function readClaim(soap: string): Result<ClaimReason, ClaimTrouble> {
  const answer = answerIn(soap, "ingresarAceptacionReclamoDoc");
  return answer.ok ? reasonIn(answer.value) : answer;
}

/** Reads what was said of a document so far, oldest first; the reason of the SII where it says nothing of it. */
export function readHistory(soap: string): Result<ClaimEvent[] | ClaimReason, ClaimTrouble> {
  const answer = answerIn(soap, "listarEventosHistDoc");
  if (!answer.ok) return answer;
  const reason = reasonIn(answer.value);
  if (!reason.ok) return reason;
  if (reason.value === "no_events") return ok([]);
  if (reason.value !== "listed") return reason;
  const events = all(answer.value, "listaEventosDoc").map(eventIn);
  // One that can't be read may be the one that is looked for.
  return events.every((event) => event !== null) ? ok(events) : malformed(`an event in ${outline(soap)}`);
}

/** Reads when the SII received a document: local, `YYYY-MM-DDTHH:MM:SS`; null where it has not. */
export function readReception(soap: string): Result<string | null, ClaimTrouble> {
  const answer = answerIn(soap, "consultarFechaRecepcionSii");
  if (!answer.ok) return answer;
  const text = textOf(answer.value) ?? "";
  if (text === "") return ok(null);
  const at = momentIn(text);
  return at === null ? malformed(`no moment in ${outline(soap)}`) : ok(at);
}

/** The `return` of an answer, whose name must be that of what was asked. */
function answerIn(soap: string, operation: string): Result<XmlElement, ClaimTrouble> {
  const root = parseXml(soap);
  if (!root.ok) return malformed(`no XML: ${outline(soap)}`);
  const fault = first(root.value, "faultstring");
  if (fault !== null) return faulted(textOf(fault) ?? "");
  const response = first(root.value, `${operation}Response`);
  const answer = response && first(response, "return");
  return answer === null ? malformed(`no ${operation} in ${outline(soap)}`) : ok(answer);
}

function faulted(words: string): Result<never, ClaimTrouble> {
  const reason = /token|sesi[oó]n|autenti/i.test(words) ? "session" : "malformed";
  return err({ reason, evidence: said(words) });
}

function reasonIn(answer: XmlElement): Result<ClaimReason, ClaimTrouble> {
  const code = textIn(answer, "codResp") ?? "";
  const reason = /^-?\d{1,3}$/.test(code) ? claimReasonOf(Number(code)) : null;
  return reason === null ? malformed(said(`codResp ${code} ${textIn(answer, "descResp") ?? ""}`)) : ok(reason);
}

function eventIn(event: XmlElement): ClaimEvent | null {
  const [code, at] = [textIn(event, "codEvento"), momentIn(textIn(event, "fechaEvento") ?? "")];
  const by = `${textIn(event, "rutResponsable") ?? ""}-${(textIn(event, "dvResponsable") ?? "").toUpperCase()}`;
  return code === null || code === "" || at === null ? null : { code, by, at };
}

/** `17-11-2026 09:30:00` */
function momentIn(text: string): string | null {
  const [, day, month, year, time] = /^(\d{2})-(\d{2})-(\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(text.trim()) ?? [];
  return time === undefined ? null : `${year}-${month}-${day}T${time}`;
}

function textIn(element: XmlElement, local: string): string | null {
  const found = first(element, local);
  return found && textOf(found);
}

function first(root: XmlElement, local: string): XmlElement | null {
  return all(root, local)[0] ?? null;
}

/** Elements of that name, wherever they stand, in the order of the text. */
function all(root: XmlElement, local: string): XmlElement[] {
  return childElements(root).flatMap((child) => [...(child.local === local ? [child] : []), ...all(child, local)]);
}

function malformed(evidence: string): Result<never, ClaimTrouble> {
  return err({ reason: "malformed", evidence });
}
