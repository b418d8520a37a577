// Logging in with a certificate (SII, Autenticación automática, OI2007_AUTAUTOM v1.9): a seed is asked for, signed and given
// back for a token. All of it is XML in a string in XML.

import { parseXml, RSA_SHA1, textOf, childElements, type XmlElement } from "#dte";
import { err, ok, toBase64, utf8, type Result } from "#kernel";
import { outline, said } from "./evidence.ts";

/**
 * Why there is no seed or no token. `expired`: the seed lives two minutes, and once. `signature`: what we sent was not
 * understood. `certificate`: it is none, or another's. `not_enabled`: this RUT may not log in so. `busy`: the SII itself.
 */
export type SeedTrouble = {
  reason: "expired" | "signature" | "certificate" | "not_enabled" | "busy" | "malformed";
  /** ESTADO and GLOSA, as far as a log may have them. */
  evidence: string;
};

/** ESTADO of the answers. */
const STATES: Readonly<Record<string, SeedTrouble["reason"]>> = {
  "-1": "busy",
  "-2": "busy",
  "-3": "not_enabled",
  "-07": "not_enabled",
  "01": "busy",
  "02": "signature",
  "03": "busy",
  "04": "signature",
  "05": "signature",
  "06": "signature",
  "07": "busy",
  "09": "busy",
  "10": "busy",
  "11": "certificate",
  "12": "busy",
  "21": "certificate",
};

/** The request for a seed. @param service address of `CrSeed.jws`, which is its namespace as well */
export function seedRequest(service: string): string {
  return envelope(`<getSeed xmlns="${escaped(service)}"/>`);
}

/** The request for a token. @param signed what `signedSeed` gives */
export function tokenRequest(service: string, signed: string): string {
  const text = `<pszXml xsi:type="xsd:string">${escaped(signed)}</pszXml>`;
  return envelope(`<getToken xmlns="${escaped(service)}">${text}</getToken>`);
}

function envelope(body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Reads the seed: twelve digits, to be given back signed within two minutes. */
export function readSeed(soap: string): Result<string, SeedTrouble> {
  return readAnswer(soap, { wrapper: "getSeedReturn", value: "SEMILLA", shape: /^\d{1,20}$/ });
}

/** Reads the token, which goes into the cookie `TOKEN`. */
export function readToken(soap: string): Result<string, SeedTrouble> {
  return readAnswer(soap, { wrapper: "getTokenReturn", value: "TOKEN", shape: /^[A-Za-z0-9]{8,64}$/ });
}

type Wanted = { wrapper: string; value: string; shape: RegExp };

function readAnswer(soap: string, { wrapper, value, shape }: Wanted): Result<string, SeedTrouble> {
  const outer = parseXml(soap);
  const inner = outer.ok ? textIn(outer.value, wrapper) : null;
  const answer = inner === null ? null : parseXml(inner);
  if (!answer?.ok) return malformed(soap, `no ${wrapper}`);
  const [state, gloss] = [textIn(answer.value, "ESTADO"), textIn(answer.value, "GLOSA") ?? ""];
  if (state === null) return malformed(inner ?? soap, "no ESTADO");
  const given = textIn(answer.value, value);
  if (state === "00" && given !== null && shape.test(given)) return ok(given);
  if (state === "00") return malformed(inner ?? soap, `no ${value}`);
  return err({ reason: reasonOf(state, gloss), evidence: said(`${state} ${gloss}`) });
}

/** Eight has four meanings, told apart by their words: the seed, what we sent, or a token that the SII did not make. */
function reasonOf(state: string, gloss: string): SeedTrouble["reason"] {
  if (state === "08" && /NO GENERA/i.test(gloss)) return "busy";
  if (state === "08") return /SEED|SEMILLA/i.test(gloss) ? "expired" : "signature";
  return STATES[state] ?? "malformed";
}

function malformed(text: string, lack: string): Result<never, SeedTrouble> {
  return err({ reason: "malformed", evidence: `${lack} in ${outline(text)}` });
}

/** The text of the first element of that name, wherever it stands: header and body change places. */
function textIn(root: XmlElement, local: string): string | null {
  const left = [root];
  for (let element = left.shift(); element; element = left.shift()) {
    if (element.local === local) return textOf(element);
    left.push(...childElements(element));
  }
  return null;
}

const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** Whoever logs in. `key`: RSASSA-PKCS1-v1_5 with SHA-1, extractable never; numbers big-endian. */
export type SeedSigner = {
  key: CryptoKey;
  modulus: Uint8Array;
  exponent: Uint8Array;
  /** DER. */
  certificate: Uint8Array;
};

/** The seed, signed as a whole: enveloped, RSA with SHA-1, no white space between tags. */
export async function signedSeed(seed: string, signer: SeedSigner): Promise<string> {
  // In canonical form as they stand, with the namespaces that they inherit written out.
  const content = `<item><Semilla>${escaped(seed)}</Semilla></item>`;
  const digest = await crypto.subtle.digest("SHA-1", utf8(`<getToken>${content}</getToken>`));
  const info = (namespace: string): string =>
    `<SignedInfo${namespace}><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${DSIG}rsa-sha1"></SignatureMethod><Reference URI="">` +
    `<Transforms><Transform Algorithm="${DSIG}enveloped-signature"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${DSIG}sha1"></DigestMethod>` +
    `<DigestValue>${toBase64(new Uint8Array(digest))}</DigestValue></Reference></SignedInfo>`;
  const value = await crypto.subtle.sign(RSA_SHA1.name, signer.key, utf8(info(` xmlns="${DSIG}"`)));
  return (
    `<getToken>${content}<Signature xmlns="${DSIG}">${info("")}` +
    `<SignatureValue>${toBase64(new Uint8Array(value))}</SignatureValue><KeyInfo><KeyValue><RSAKeyValue>` +
    `<Modulus>${toBase64(signer.modulus)}</Modulus><Exponent>${toBase64(signer.exponent)}</Exponent></RSAKeyValue></KeyValue>` +
    `<X509Data><X509Certificate>${toBase64(signer.certificate)}</X509Certificate></X509Data></KeyInfo></Signature></getToken>`
  );
}
