// Axis 1 as the SII runs it: SOAP 1.1, rpc, and an answer that is XML written into a string of XML. It says utf-8 and
// sends ISO-8859-1.
import type { Context } from "hono";
import { latin1 } from "../pages.ts";
import { descendant, escaped, readXml } from "../xml.ts";
import type { Element } from "../xml.ts";

/** The element of the operation in a request's body; null where the bytes are no SOAP. */
export function operationIn(body: string): Element | null {
  const envelope = readXml(body);
  const inner = envelope === null ? null : descendant(envelope, "Body");
  const operation = inner?.children.find((child) => typeof child !== "string");
  return typeof operation === "object" ? operation : null;
}

/** The address under which it is known to the world. */
export function serviceOf(c: Context): string {
  const { pathname } = new URL(c.req.url);
  return `https://${pathname.replace(/^\/sii\//, "")}`;
}

/** `service`: the address, which is the namespace as well. */
export type Said = { service: string; operation: string; text: string };

export function soapAnswer({ service, operation, text }: Said): Response {
  return xmlResponse(
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
      ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>' +
      `<ns1:${operation}Response soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="${service}">` +
      `<${operation}Return xsi:type="xsd:string">${escaped(text)}</${operation}Return></ns1:${operation}Response>` +
      "</soapenv:Body></soapenv:Envelope>",
  );
}

export function soapFault(words: string): Response {
  return xmlResponse(
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
      `<soapenv:Body><soapenv:Fault><faultcode>soapenv:Server.userException</faultcode><faultstring>${escaped(words)}</faultstring>` +
      "<detail/></soapenv:Fault></soapenv:Body></soapenv:Envelope>",
    500,
  );
}

export function xmlResponse(xml: string, status = 200): Response {
  return new Response(latin1(xml), { status, headers: { "content-type": "text/xml;charset=utf-8" } });
}

type Fields = Readonly<Record<string, string>>;

/** The inner document, header or body first. */
export function answerText({ header, body = {} }: { header: Fields; body?: Fields }, bodyFirst: boolean): string {
  const parts = [
    `<SII:RESP_HDR>${fieldsText(header)}</SII:RESP_HDR>`,
    Object.keys(body).length === 0 ? "" : `<SII:RESP_BODY>${fieldsText(body)}</SII:RESP_BODY>`,
  ];
  const ordered = bodyFirst ? parts.toReversed() : parts;
  return `<?xml version="1.0" encoding="UTF-8"?><SII:RESPUESTA xmlns:SII="http://www.sii.cl/XMLSchema">${ordered.join("")}</SII:RESPUESTA>`;
}

function fieldsText(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join("");
}
